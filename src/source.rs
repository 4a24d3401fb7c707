//! Bytes to text: a letter as read, and where its lines begin.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 byte offsets into the text of a [`Source`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`, in bytes.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The bytes as a range that slices a text.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A place as people count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in code points (a tab is one).
    pub column: u32,
}

/// Why bytes are not a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// The bytes are not UTF-8; the first bad one stands at this offset.
    NotUtf8(usize),
    /// The bytes look like a program, a picture or an archive: they hold a NUL at this offset.
    Binary(usize),
    /// More bytes than an offset can name (4 GiB).
    TooLarge(usize),
    /// Nothing but white space.
    Empty,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8(at) => write!(f, "not UTF-8 text: byte {at} is invalid"),
            Self::Binary(at) => write!(f, "not a text file: byte {at} is NUL"),
            Self::TooLarge(size) => write!(f, "too large to be a letter: {size} bytes"),
            Self::Empty => write!(f, "the letter is empty"),
        }
    }
}

impl std::error::Error for SourceError {}

/// One letter: its name for people, and its text without a byte order mark.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// Decodes the bytes of a letter; a UTF-8 byte order mark is dropped.
    ///
    /// # Errors
    /// [`SourceError`] when the bytes are not text, too many, or only white space.
    pub fn decode(name: impl Into<String>, mut bytes: Vec<u8>) -> Result<Self, SourceError> {
        if bytes.len() > u32::MAX as usize {
            return Err(SourceError::TooLarge(bytes.len()));
        }
        if bytes.starts_with(b"\xEF\xBB\xBF") {
            bytes.drain(..3);
        }
        if let Some(at) = memchr::memchr(0, &bytes) {
            return Err(SourceError::Binary(at));
        }
        let text = String::from_utf8(bytes)
            .map_err(|error| SourceError::NotUtf8(error.utf8_error().valid_up_to()))?;
        if text.trim().is_empty() {
            return Err(SourceError::Empty);
        }
        Ok(Self { name: name.into(), text })
    }

    /// A letter from text at hand, whatever it holds; for tests and for editors' buffers.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// The name to show: a path, or what `--stdin-filename` says.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The decoded text; every [`Span`] is an offset into it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Finds where the lines begin: done once a letter, when something is printed.
    #[must_use]
    pub fn lines(&self) -> Lines<'_> {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', self.text.as_bytes()).map(|at| at as u32 + 1));
        Lines { text: &self.text, starts }
    }
}

/// Where each line of a text begins.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    starts: Vec<u32>,
}

impl Lines<'_> {
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
