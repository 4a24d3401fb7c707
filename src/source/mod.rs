//! Bytes to text: a letter as read, and where its lines begin.

mod decode;
mod docx;
mod encode;
mod encoding;
mod error;
mod guess;
mod lines;
mod place;
mod span;
mod utf16;

pub use encoding::Encoding;
pub use error::{EncodeError, Foreign, SourceError, WordError};
pub use lines::Lines;
pub use span::{Position, Span, Unit};

/// One letter: its name for people, and its text without a byte order mark.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    encoding: Encoding,
}

impl Source {
    /// Decodes the bytes of a letter, in the encoding that fits; a byte order mark is dropped.
    ///
    /// # Errors
    /// [`SourceError`] when the bytes are not text, too many, or only white space.
    pub fn decode(name: impl Into<String>, bytes: Vec<u8>) -> Result<Self, SourceError> {
        Self::read(name.into(), bytes, decode::automatic)
    }

    /// Decodes the bytes of a letter in the encoding that the user names; a byte order mark is
    /// dropped.
    ///
    /// # Errors
    /// [`SourceError`] when the bytes are no text in that encoding, too many, or only white space.
    pub fn decode_as(
        name: impl Into<String>,
        bytes: Vec<u8>,
        encoding: Encoding,
    ) -> Result<Self, SourceError> {
        Self::read(name.into(), bytes, |bytes| decode::named(bytes, encoding))
    }

    fn read(
        name: String,
        bytes: Vec<u8>,
        decode: impl FnOnce(Vec<u8>) -> Result<(String, Encoding), SourceError>,
    ) -> Result<Self, SourceError> {
        fits(&bytes)?;
        let (text, encoding) = match docx::is_archive(&bytes) {
            true => (docx::read(&bytes)?, Encoding::WORD),
            false => decode(bytes)?,
        };
        fits(text.as_bytes())?;
        if text.trim().is_empty() {
            return Err(SourceError::Empty);
        }
        Ok(Self { name, text, encoding })
    }

    /// A letter from text at hand, whatever it holds; for tests and for editors' buffers.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), encoding: Encoding::UTF_8 }
    }

    /// The same letter with another text.
    #[must_use]
    pub fn with_text(&self, text: impl Into<String>) -> Self {
        Self { name: self.name.clone(), text: text.into(), encoding: self.encoding }
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

    /// The encoding that the bytes were in, or [`Encoding::WORD`].
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether the letter is a Word document, which can be read only. Its lines are the paragraphs
    /// that have text; the blank lines between them are not counted.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.encoding == Encoding::WORD
    }

    /// Whether the letter is Markdown, by its name: a comment in it is seen by tools only.
    #[must_use]
    pub fn is_markdown(&self) -> bool {
        let extension = self.name.rsplit_once('.').map(|(_, extension)| extension);
        let is = |name: &str| extension.is_some_and(|own| own.eq_ignore_ascii_case(name));
        !self.is_word() && (is("md") || is("markdown"))
    }

    /// Finds where the lines begin: done once a letter, when something is printed.
    #[must_use]
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(&self.text, !self.is_word())
    }
}

/// Whether an offset can name every byte.
fn fits(bytes: &[u8]) -> Result<(), SourceError> {
    if bytes.len() > u32::MAX as usize { Err(SourceError::TooLarge(bytes.len())) } else { Ok(()) }
}
