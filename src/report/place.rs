//! Spans made safe: a span is a promise of a lint, and a report must not panic when one is broken.

use std::ops::Range;

use crate::source::{Lines, Position, Span};

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

/// Line and column of a byte offset that [`clamp`] gave.
pub fn position(lines: &Lines<'_>, offset: usize) -> Position {
    lines.position(offset as u32)
}
