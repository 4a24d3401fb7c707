//! Workflow commands of GitHub Actions, which shows each as an annotation at its line.

use std::io::{self, Write};

use super::place::{Extent, Places};
use super::said::said;
use super::{Report, escape, plain};
use crate::diagnostic::Diagnostic;
use crate::lint::Level;
use crate::source::{Source, Unit};

/// The format `github`.
pub struct Github;

impl Report for Github {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, Unit::CodePoint);
        let file = escape::command_property(&escape::path(source.name()));
        for diagnostic in found {
            writeln!(
                out,
                "::{} title={},file={file},{}::{}",
                command(diagnostic.level),
                escape::command_property(&diagnostic.lint.name),
                place(places.extent(diagnostic.span)),
                escape::command_data(&shown(diagnostic))
            )?;
        }
        Ok(())
    }
}

const fn command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note | Level::Allow => "notice",
    }
}

/// The lines; GitHub takes columns only where there is one line.
fn place(Extent { start, end }: Extent) -> String {
    if start.line != end.line {
        return format!("line={},endLine={}", start.line, end.line);
    }
    format!(
        "line={},endLine={},col={},endColumn={}",
        start.line, end.line, start.column, end.column
    )
}

/// What is said; the log that it goes to is a terminal.
fn shown(diagnostic: &Diagnostic<'_>) -> String {
    said(&plain::line(&diagnostic.message), &plain::line(&diagnostic.help))
}
