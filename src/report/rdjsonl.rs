//! Reviewdog's diagnostics, one a line: reviewdog writes them into merge requests. It counts columns
//! in the bytes of the file, and its suggestions are applied at a click: there are none for files in
//! which these are not the bytes of the text.

use std::io::{self, Write};

use serde::Serialize;

use super::place::{self, Extent, Places, Point, Spot};
use super::said::said;
use super::{Report, escape, offer};
use crate::diagnostic::{Diagnostic, Related};
use crate::lint::Level;
use crate::source::{Source, Span, Unit};

/// The format `rdjsonl`.
pub struct Rdjsonl;

impl Report for Rdjsonl {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, Unit::Byte);
        let path = escape::path(source.name());
        for diagnostic in found {
            let finding = Finding::new(&path, source, &places, diagnostic);
            serde_json::to_writer(&mut *out, &finding)?;
            writeln!(out)?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct Finding<'d> {
    message: String,
    location: Location<'d>,
    severity: &'static str,
    source: Program,
    code: Code<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestions: Option<[Suggestion; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Explained<'d>>,
}

#[derive(Serialize)]
struct Location<'d> {
    path: &'d str,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Spot,
    end: Spot,
}

#[derive(Serialize)]
struct Program {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'d> {
    value: &'d str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Explained<'d> {
    message: &'d str,
    location: Location<'d>,
}

impl<'d> Finding<'d> {
    fn new(
        path: &'d str,
        source: &Source,
        places: &Places<'_>,
        diagnostic: &'d Diagnostic<'_>,
    ) -> Self {
        let mark = mark(source);
        let location = |span| Location { path, range: range(places.extent(span), mark) };
        let related =
            |one: &'d Related| Explained { message: &one.message, location: location(one.span) };
        Self {
            message: said(&diagnostic.message, &diagnostic.help),
            location: location(diagnostic.span),
            severity: severity(diagnostic.level),
            source: Program { name: "appeal-lint" },
            code: Code { value: &diagnostic.lint.name },
            suggestions: suggestion(source, places, diagnostic).map(|one| [one]),
            related_locations: diagnostic.related.iter().map(related).collect(),
        }
    }
}

/// The fix as one replacement: reviewdog takes each suggestion for a fix of its own.
fn suggestion(
    source: &Source,
    places: &Places<'_>,
    diagnostic: &Diagnostic<'_>,
) -> Option<Suggestion> {
    if !source.encoding().is_utf8() {
        return None;
    }
    let edits = offer::edits(source, diagnostic);
    let span = edits.first()?.span.cover(edits.last()?.span);
    let mut text = String::new();
    let mut at = place::clamp(source.text(), span).start;
    for edit in edits {
        let bytes = place::clamp(source.text(), edit.span);
        text.push_str(&source.text()[at..bytes.start]);
        text.push_str(&edit.text);
        at = bytes.end;
    }
    let span = Span::new(span.start, at as u32);
    Some(Suggestion { range: range(places.extent(span), mark(source)), text })
}

/// The bytes of the mark that stands before the first line of the text.
fn mark(source: &Source) -> u32 {
    let encoding = source.encoding();
    if encoding.is_utf8() { encoding.bom().len() as u32 } else { 0 }
}

/// A place in the file, which begins with `mark` bytes that are none of the text.
fn range(Extent { start, end }: Extent, mark: u32) -> Range {
    let spot = |point: Point| {
        let before = if point.line == 1 { mark } else { 0 };
        Point { column: point.column + before, ..point }.into()
    };
    Range { start: spot(start), end: spot(end) }
}

const fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Note | Level::Allow => "INFO",
    }
}
