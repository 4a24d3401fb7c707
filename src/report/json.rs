//! JSON, for programs. Offsets are UTF-8 bytes into the decoded text; lines and columns count from
//! 1, columns in code points unless the user says otherwise; ends are exclusive. Fields may be added; what changes or goes raises
//! `schema_version`.

use std::io::{self, Write};

use serde::Serialize;

use super::Report;
use super::list::List;
use super::place::{Extent, Places};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related};
use crate::lint::{Applicability, Group, Level};
use crate::source::{Source, Unit};

/// Raised when a field changes its meaning or goes.
const SCHEMA_VERSION: u32 = 1;

/// The format `jsonl`: an object a finding, each on its line; with columns in a unit.
pub struct JsonLines(pub Unit);

impl Report for JsonLines {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, self.0);
        for diagnostic in found {
            let finding = Finding::new(source, &places, diagnostic);
            serde_json::to_writer(&mut *out, &Line { schema_version: SCHEMA_VERSION, finding })?;
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The format `json`: one object with the findings of all letters, written as they come.
pub struct Json {
    letters: usize,
    failures: Vec<Failure>,
    findings: List,
    unit: Unit,
}

impl Json {
    /// A report with columns in that unit.
    pub fn new(unit: Unit) -> Self {
        let open = format!("{{\"schema_version\":{SCHEMA_VERSION},\"diagnostics\":[");
        Self { letters: 0, failures: Vec::new(), findings: List::new(open), unit }
    }
}

impl Report for Json {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, self.unit);
        for diagnostic in found {
            self.findings.push(&Finding::new(source, &places, diagnostic), out)?;
        }
        self.letters += 1;
        Ok(())
    }

    fn unread(&mut self, name: &str, why: &str, _: &mut dyn Write) -> io::Result<()> {
        self.failures.push(Failure { path: name.to_owned(), message: why.to_owned() });
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.findings.close(out)?;
        write!(out, ",\"letters\":{},\"failures\":", self.letters)?;
        serde_json::to_writer(&mut *out, &self.failures)?;
        writeln!(out, "}}")
    }
}

/// A letter that could not be read.
#[derive(Serialize)]
struct Failure {
    path: String,
    message: String,
}

/// A finding on a line of its own.
#[derive(Serialize)]
struct Line<'d> {
    schema_version: u32,
    #[serde(flatten)]
    finding: Finding<'d>,
}

#[derive(Serialize)]
struct Finding<'d> {
    path: &'d str,
    encoding: String,
    lint: &'d str,
    group: Group,
    level: Level,
    message: &'d str,
    help: &'d str,
    span: Extent,
    related: Vec<Place<'d>>,
    fix: Option<Repair<'d>>,
}

#[derive(Serialize)]
struct Place<'d> {
    span: Extent,
    message: &'d str,
}

#[derive(Serialize)]
struct Repair<'d> {
    applicability: Applicability,
    edits: Vec<Change<'d>>,
}

#[derive(Serialize)]
struct Change<'d> {
    span: Extent,
    text: &'d str,
}

impl<'d> Finding<'d> {
    fn new(source: &'d Source, places: &Places<'_>, diagnostic: &'d Diagnostic<'_>) -> Self {
        let related =
            |one: &'d Related| Place { span: places.extent(one.span), message: &one.message };
        Self {
            path: source.name(),
            encoding: source.encoding().to_string(),
            lint: &diagnostic.lint.name,
            group: diagnostic.lint.group,
            level: diagnostic.level,
            message: &diagnostic.message,
            help: &diagnostic.help,
            span: places.extent(diagnostic.span),
            related: diagnostic.related.iter().map(related).collect(),
            fix: diagnostic.fix.as_ref().map(|fix| Repair::new(fix, places)),
        }
    }
}

impl<'d> Repair<'d> {
    fn new(fix: &'d Fix, places: &Places<'_>) -> Self {
        let edit = |edit: &'d Edit| Change { span: places.extent(edit.span), text: &edit.text };
        Self { applicability: fix.applicability, edits: fix.edits.iter().map(edit).collect() }
    }
}
