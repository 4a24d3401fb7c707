//! Spans made safe: a span is a promise of a lint, and a report must not panic when one is broken.

use std::ops::Range;

use serde::Serialize;

use crate::source::{Lines, Position, Source, Span, Unit};

/// The places of a letter, with columns in the unit that a format wants.
pub struct Places<'s> {
    text: &'s str,
    lines: Lines<'s>,
    unit: Unit,
}

/// A place from its first character to behind its last.
#[derive(Clone, Copy, Serialize)]
pub struct Extent {
    pub start: Point,
    pub end: Point,
}

/// A place between two characters; the offset is in bytes.
#[derive(Clone, Copy, Serialize)]
pub struct Point {
    pub offset: usize,
    pub line: u32,
    pub column: u32,
}

/// A point for readers that know no offsets.
#[derive(Clone, Copy, Serialize)]
pub struct Spot {
    line: u32,
    column: u32,
}

impl From<Point> for Spot {
    fn from(Point { line, column, .. }: Point) -> Self {
        Self { line, column }
    }
}

impl<'s> Places<'s> {
    pub fn new(source: &'s Source, unit: Unit) -> Self {
        Self { text: source.text(), lines: source.lines(), unit }
    }

    /// Where a span begins and ends.
    pub fn extent(&self, span: Span) -> Extent {
        let Range { start, end } = clamp(self.text, span);
        Extent { start: self.point(start), end: self.point(end) }
    }

    fn point(&self, offset: usize) -> Point {
        let Position { line, column } = self.lines.position_in(offset as u32, self.unit);
        Point { offset, line, column }
    }
}

/// The bytes of `span` that exist, widened to whole characters.
pub fn clamp(text: &str, span: Span) -> Range<usize> {
    let start = floor(text, span.start as usize);
    let end = ceil(text, span.end as usize);
    start..end.max(start)
}

/// The start of the character at `offset`, or the end of the text.
fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The end of the character that `offset` cuts, or the end of the text.
fn ceil(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset += 1;
    }
    offset
}
