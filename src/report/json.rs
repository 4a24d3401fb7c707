//! JSON, for programs. Offsets are UTF-8 bytes into the decoded text; lines and columns count from
//! 1, columns in code points; ends are exclusive. Fields may be added; what changes or goes raises
//! `schema_version`.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::{Report, place};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related};
use crate::lint::{Applicability, Group, Level};
use crate::source::{Lines, Source, Span};

/// Raised when a field changes its meaning or goes.
const SCHEMA_VERSION: u32 = 1;

/// The format `jsonl`: an object a finding, each on its line.
pub struct JsonLines;

impl Report for JsonLines {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = source.lines();
        for diagnostic in found {
            let finding = Finding::new(source, &lines, diagnostic);
            serde_json::to_writer(&mut *out, &Line { schema_version: SCHEMA_VERSION, finding })?;
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The format `json`: one object with the findings of all letters, written as they come.
#[derive(Default)]
pub struct Json {
    letters: usize,
    findings: usize,
}

impl Report for Json {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = source.lines();
        for diagnostic in found {
            if self.findings == 0 {
                open(out)?
            } else {
                write!(out, ",")?
            }
            writeln!(out)?;
            serde_json::to_writer(&mut *out, &Finding::new(source, &lines, diagnostic))?;
            self.findings += 1;
        }
        self.letters += 1;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.findings == 0 {
            open(out)?;
        }
        writeln!(out, "\n],\"letters\":{}}}", self.letters)
    }
}

/// Writes what stands before all findings.
fn open(out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"schema_version\":{SCHEMA_VERSION},\"diagnostics\":[")
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

#[derive(Serialize)]
struct Extent {
    start: Point,
    end: Point,
}

#[derive(Serialize)]
struct Point {
    offset: usize,
    line: u32,
    column: u32,
}

impl<'d> Finding<'d> {
    fn new(source: &'d Source, lines: &Lines<'_>, diagnostic: &'d Diagnostic<'_>) -> Self {
        let extent = |span| Extent::new(lines, place::clamp(source.text(), span));
        let related =
            |place: &'d Related| Place { span: extent(place.span), message: &place.message };
        Self {
            path: source.name(),
            encoding: source.encoding().to_string(),
            lint: &diagnostic.lint.name,
            group: diagnostic.lint.group,
            level: diagnostic.level,
            message: &diagnostic.message,
            help: &diagnostic.help,
            span: extent(diagnostic.span),
            related: diagnostic.related.iter().map(related).collect(),
            fix: diagnostic.fix.as_ref().map(|fix| Repair::new(fix, extent)),
        }
    }
}

impl<'d> Repair<'d> {
    fn new(fix: &'d Fix, extent: impl Fn(Span) -> Extent) -> Self {
        let edit = |edit: &'d Edit| Change { span: extent(edit.span), text: &edit.text };
        Self { applicability: fix.applicability, edits: fix.edits.iter().map(edit).collect() }
    }
}

impl Extent {
    fn new(lines: &Lines<'_>, bytes: Range<usize>) -> Self {
        Self { start: Point::new(lines, bytes.start), end: Point::new(lines, bytes.end) }
    }
}

impl Point {
    fn new(lines: &Lines<'_>, offset: usize) -> Self {
        let at = place::position(lines, offset);
        Self { offset, line: at.line, column: at.column }
    }
}
