//! Where the lines of a text begin.

use super::{Position, Span, Unit};

/// Bytes between two counts of characters, so that a column deep inside a giant line costs no more
/// than one at its start.
const BLOCK: usize = 256;

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    starts: Vec<u32>,
    /// What begins before each block.
    counts: Vec<Count>,
}

impl<'s> Lines<'s> {
    /// Finds the lines of a text; `with_blank` says whether blank lines are counted.
    pub(super) fn new(text: &'s str, with_blank: bool) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1);
        Self::at(text, breaks.filter(|at| with_blank || has_text(&text[*at as usize..])))
    }

    /// Finds the lines of an editor's buffer as language servers count them: a carriage return alone
    /// ends one, too.
    #[must_use]
    pub fn of_buffer(text: &'s str) -> Self {
        let bytes = text.as_bytes();
        let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|at| !bytes[*at..].starts_with(b"\r\n"))
            .map(|at| at as u32 + 1);
        Self::at(text, breaks)
    }

    /// The lines that begin at these offsets, beside the first.
    fn at(text: &'s str, breaks: impl Iterator<Item = u32>) -> Self {
        let mut starts = vec![0];
        starts.extend(breaks);
        let mut total = Count::default();
        let count = |block| {
            let before = total;
            total = before.with(block);
            before
        };
        let counts = text.as_bytes().chunks(BLOCK).map(count).collect();
        Self { text, starts, counts }
    }

    /// Line and column of a byte offset; an offset past the end counts as the end, one inside a
    /// character as that character.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        self.position_in(offset, Unit::CodePoint)
    }

    /// The same with the column in another unit.
    #[must_use]
    pub fn position_in(&self, offset: u32, unit: Unit) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line(offset as u32);
        let start = self.starts[line] as usize;
        let units = if offset - start < BLOCK {
            Count::default().with(&self.text.as_bytes()[start..offset]).of(unit)
        } else {
            self.units_before(offset, unit) - self.units_before(start, unit)
        };
        Position { line: line as u32 + 1, column: units + 1 }
    }

    /// The byte offset of a place whose column is in a unit: the inverse of [`Self::position_in`]. A
    /// line past the end counts as the end of the text, a column past the end of its line as that
    /// end, one inside a character as that character.
    #[must_use]
    pub fn offset(&self, place: Position, unit: Unit) -> u32 {
        if place.line as usize > self.starts.len() {
            return self.text.len() as u32;
        }
        let line = self.nth(place.line);
        let mut left = place.column.saturating_sub(1);
        let before = self.text[line.range()].chars().take_while(|character| {
            let size = match unit {
                Unit::CodePoint => 1,
                Unit::Utf16 => character.len_utf16(),
                Unit::Byte => character.len_utf8(),
            };
            let fits = left >= size as u32;
            left = left.saturating_sub(size as u32);
            fits
        });
        line.start + before.map(char::len_utf8).sum::<usize>() as u32
    }

    /// The number of units before a byte offset.
    fn units_before(&self, offset: usize, unit: Unit) -> u32 {
        let block = (offset / BLOCK).min(self.counts.len().saturating_sub(1));
        let counted = self.counts.get(block).copied().unwrap_or_default();
        counted.with(&self.text.as_bytes()[block * BLOCK..offset]).of(unit)
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

/// How long a text is.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    bytes: u32,
    /// How many characters begin in it.
    characters: u32,
    /// Those of them that take two units of UTF-16.
    long: u32,
}

impl Count {
    /// The count with that of further bytes.
    fn with(self, bytes: &[u8]) -> Self {
        // Sums of so few bytes fit into a byte, and many bytes are added in one step.
        let sum = |chunk: &[u8], is: fn(u8) -> bool| {
            u32::from(chunk.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())
        };
        let count =
            |is| bytes.chunks(usize::from(u8::MAX)).map(|chunk| sum(chunk, is)).sum::<u32>();
        Self {
            bytes: self.bytes + bytes.len() as u32,
            characters: self.characters + count(|byte| byte & 0xC0 != 0x80),
            long: self.long + count(|byte| byte >= 0xF0),
        }
    }

    fn of(self, unit: Unit) -> u32 {
        match unit {
            Unit::Byte => self.bytes,
            Unit::CodePoint => self.characters,
            Unit::Utf16 => self.characters + self.long,
        }
    }
}

/// Whether the first line of a text has any.
fn has_text(rest: &str) -> bool {
    !rest.starts_with(['\n', '\r']) && !rest.is_empty()
}
