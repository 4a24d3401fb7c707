//! A code quality report of GitLab: what its merge requests show beside the changed lines. A
//! fingerprint that comes twice hides the second finding.

use std::io::{self, Write};

use serde::Serialize;

use super::identity::Identities;
use super::list::List;
use super::place::{Extent, Places, Spot};
use super::{Report, escape};
use crate::diagnostic::Diagnostic;
use crate::lint::{Group, Level};
use crate::source::{Source, Unit};

/// The format `gitlab`.
pub struct Gitlab {
    issues: List,
    identities: Identities,
}

impl Default for Gitlab {
    fn default() -> Self {
        Self { issues: List::new("["), identities: Identities::default() }
    }
}

impl Report for Gitlab {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, Unit::CodePoint);
        let path = escape::path(source.name());
        for diagnostic in found {
            let issue = Issue {
                kind: "issue",
                check_name: &diagnostic.lint.name,
                categories: [diagnostic.lint.group],
                description: &diagnostic.message,
                content: Content { body: &diagnostic.help },
                severity: severity(diagnostic.level),
                fingerprint: self.identities.of(&path, source, diagnostic),
                location: Location {
                    path: &path,
                    positions: positions(places.extent(diagnostic.span)),
                },
            };
            self.issues.push(&issue, out)?;
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.issues.close(out)?;
        writeln!(out)
    }
}

#[derive(Serialize)]
struct Issue<'d> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'d str,
    categories: [Group; 1],
    description: &'d str,
    content: Content<'d>,
    severity: &'static str,
    fingerprint: String,
    location: Location<'d>,
}

#[derive(Serialize)]
struct Content<'d> {
    body: &'d str,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    positions: Positions,
}

#[derive(Serialize)]
struct Positions {
    begin: Spot,
    end: Spot,
}

fn positions(Extent { start, end }: Extent) -> Positions {
    Positions { begin: start.into(), end: end.into() }
}

const fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note | Level::Allow => "info",
    }
}
