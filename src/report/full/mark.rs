//! A place to show: what part of its span, and what is written there.

use std::ops::Range;

use annotate_snippets::AnnotationKind;

use super::canvas::Canvas;
use super::window::fits;
use crate::report::place::clamp;
use crate::report::plain::width;
use crate::source::Span;

/// A place over more lines than this is shown by its first.
const MOST_LINES: u32 = 40;

/// The cells that two cuts of a line take.
pub const CUTS: usize = 6;

/// A place to show.
pub struct Mark {
    pub kind: AnnotationKind,
    /// The bytes that are underlined.
    pub bytes: Range<usize>,
    /// Their first and last line.
    pub lines: (u32, u32),
    /// Whether they fill no cell; one is underlined all the same.
    pub is_thin: bool,
    /// What is written there, or nothing.
    pub label: String,
}

impl Mark {
    pub fn new(canvas: &Canvas<'_>, span: Span, kind: AnnotationKind) -> Self {
        let bytes = clamp(canvas.text, span);
        let first = canvas.line_of(bytes.start);
        let line = canvas.line(first);
        let start = bytes.start.min(line.end);
        // annotate-snippets would mark the line behind a line break, too.
        let end = start + canvas.text[start..bytes.end.max(start)].trim_end().len();
        let last = canvas.line_of(end);
        let (end, last) = match end {
            _ if end == start => (bytes.end.clamp(start, line.end), first),
            _ if last - first >= MOST_LINES => (line.end, first),
            _ => (end, last),
        };
        let is_thin = fits(&canvas.text[start..end], 0);
        Self { kind, bytes: start..end, lines: (first, last), is_thin, label: String::new() }
    }

    /// Whether it covers several lines.
    pub const fn is_long(&self) -> bool {
        self.lines.0 != self.lines.1
    }

    /// The cells that are needed behind the underlined text.
    pub fn after(&self) -> usize {
        let label = if self.label.is_empty() { 0 } else { 1 + width(&self.label) };
        label + usize::from(self.is_thin)
    }

    /// Takes the label if there is room for it beside the whole underlined text, or, when it
    /// `must` be said, beside a part of it; gives it back otherwise.
    pub fn take_label(&mut self, canvas: &Canvas<'_>, label: String, must: bool) -> Option<String> {
        let room = canvas.room();
        self.label = label;
        let after = self.after();
        let beside = !self.is_long()
            && after + CUTS <= room
            && fits(&canvas.text[self.bytes.clone()], room - CUTS - after);
        if beside || (must || self.is_long()) && after <= room / 2 {
            return None;
        }
        Some(std::mem::take(&mut self.label))
    }

    /// What must be seen of it on a line: all, or where it begins or ends.
    pub fn part(&self, number: u32) -> Option<Range<usize>> {
        let Range { start, end } = self.bytes;
        match (self.lines.0 == number, self.lines.1 == number) {
            (true, true) => Some(start..end),
            (true, false) => Some(start..start),
            (false, true) => Some(end..end),
            (false, false) => None,
        }
    }
}
