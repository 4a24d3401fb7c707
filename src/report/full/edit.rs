//! An edit made ready to be drawn.

use std::ops::Range;

use super::canvas::Canvas;
use crate::diagnostic::{Edit, Fix};
use crate::report::place::clamp;

/// An edit made ready to be drawn.
pub struct Change {
    /// The bytes that go.
    pub bytes: Range<usize>,
    /// Their first and last line.
    pub lines: (u32, u32),
    /// The text that comes; its lines end with `\n` alone.
    pub text: String,
}

impl Change {
    /// The edits that change something to be seen, in order and without overlap.
    pub fn all(canvas: &Canvas<'_>, fix: &Fix) -> Vec<Self> {
        let mut changes: Vec<_> =
            fix.edits.iter().filter_map(|edit| Self::new(canvas, edit)).collect();
        changes.sort_by_key(|change| change.bytes.start);
        let mut end = 0;
        changes.retain(|change| {
            let free = change.bytes.start >= end;
            end = end.max(change.bytes.end);
            free
        });
        changes
    }

    fn new(canvas: &Canvas<'_>, edit: &Edit) -> Option<Self> {
        let Range { start, end } = clamp(canvas.text, edit.span);
        let lines = (canvas.line_of(start), canvas.line_of(end));
        // A line break is not cut in two.
        let start = start.min(canvas.line(lines.0).end);
        let mut bytes = start..end.min(canvas.line(lines.1).end).max(start);
        let mut text = edit.text.replace("\r\n", "\n");
        let old = &canvas.text[bytes.clone()];
        let unseen = old.trim().is_empty() && text.trim().is_empty();
        if old == text || unseen && (old.is_empty() || old.contains('\n') || text.contains('\n')) {
            return None;
        }
        if unseen {
            bytes = widen(canvas.text, bytes, &mut text);
        }
        Some(Self { bytes, lines, text })
    }

    /// The number of the first line and the text, if all it does is to insert whole lines.
    pub fn whole_lines(&self, canvas: &Canvas<'_>) -> Option<(u32, &str)> {
        let line = canvas.line(self.lines.0);
        let (starts, ends) = (self.bytes.start == line.start, self.bytes.start >= line.end);
        if !self.bytes.is_empty() {
            None
        } else if starts && ends {
            Some((self.lines.0, &self.text))
        } else if let (true, Some(text)) = (ends, self.text.strip_prefix('\n')) {
            Some((self.lines.0 + 1, text))
        } else {
            (starts && self.text.ends_with('\n')).then_some((self.lines.0, &self.text))
        }
    }
}

/// Takes a character on either side of replaced blanks into the change, so that it can be seen.
fn widen(all: &str, bytes: Range<usize>, text: &mut String) -> Range<usize> {
    let mut wide = bytes.clone();
    if let Some(before) = all[..bytes.start].chars().next_back().filter(|c| *c != '\n') {
        wide.start -= before.len_utf8();
        text.insert(0, before);
    }
    if let Some(after) = all[bytes.end..].chars().next().filter(|c| !matches!(c, '\r' | '\n')) {
        wide.end += after.len_utf8();
        text.push(after);
    }
    wide
}
