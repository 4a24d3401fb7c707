//! Where the lines of a text begin.

use super::{Position, Span};

/// Bytes between two counts of characters, so that a column deep inside a giant line costs no more
/// than one at its start.
const BLOCK: usize = 4096;

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    starts: Vec<u32>,
    /// The characters that begin before each block.
    counts: Vec<u32>,
}

impl<'s> Lines<'s> {
    /// Finds the lines of a text; `with_blank` says whether blank lines are counted.
    pub(super) fn new(text: &'s str, with_blank: bool) -> Self {
        let mut starts = vec![0];
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        starts.extend(breaks.filter(|at| with_blank || has_text(&text[*at as usize..])));
        let mut total = 0;
        let count = |block| {
            let before = total;
            total += characters(block);
            before
        };
        let counts = text.as_bytes().chunks(BLOCK).map(count).collect();
        Self { text, starts, counts }
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
            column: self.characters_before(offset) - self.characters_before(start) + 1,
        }
    }

    /// The number of characters that begin before a byte offset.
    fn characters_before(&self, offset: usize) -> u32 {
        let block = (offset / BLOCK).min(self.counts.len().saturating_sub(1));
        let counted = self.counts.get(block).copied().unwrap_or(0);
        counted + characters(&self.text.as_bytes()[block * BLOCK..offset])
    }

    /// The bytes of the line that holds `offset`, without its line break.
    #[must_use]
    pub fn line_span(&self, offset: u32) -> Span {
        self.nth(self.line(offset) as u32 + 1)
    }

    /// The bytes of a line by its number, from 1, without its line break; a number past the end
    /// counts as the last.
    #[must_use]
    pub fn nth(&self, number: u32) -> Span {
        let line = (number.saturating_sub(1) as usize).min(self.starts.len() - 1);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| *next as usize);
        let kept = self.text[start as usize..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + kept as u32)
    }

    /// The line of a byte offset, from 1, where its column does not matter.
    #[must_use]
    pub fn number(&self, offset: u32) -> u32 {
        self.line(offset) as u32 + 1
    }

    /// Index of the line that holds `offset`, from 0.
    fn line(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }
}

/// The number of characters that begin in these bytes of a text.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u32
}

/// Whether the first line of a text has any.
fn has_text(rest: &str) -> bool {
    !rest.starts_with(['\n', '\r']) && !rest.is_empty()
}
