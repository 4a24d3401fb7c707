//! Where the lines of a text begin.

use super::{Position, Span};

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    starts: Vec<u32>,
}

impl<'s> Lines<'s> {
    /// Finds the lines of a text.
    pub(super) fn new(text: &'s str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        Self { text, starts }
    }

    /// Line and column of a byte offset; an offset past the end counts as the end, one inside a
    /// character as that character.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line(offset as u32);
        let start = self.starts[line] as usize;
        Position {
            line: line as u32 + 1,
            column: self.text[start..offset].chars().count() as u32 + 1,
        }
    }

    /// The bytes of the line that holds `offset`, without its line break.
    #[must_use]
    pub fn line_span(&self, offset: u32) -> Span {
        let line = self.line(offset);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let kept = self.text[start as usize..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + kept as u32)
    }

    /// Index of the line that holds `offset`, from 0.
    fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }
}
