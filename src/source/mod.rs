//! Bytes to text: a letter as read, and where its lines begin.

mod decode;
mod encode;
mod encoding;
mod error;
mod guess;
mod lines;
mod place;
mod span;
mod utf16;

pub use encoding::Encoding;
pub use error::{EncodeError, Foreign, SourceError};
pub use lines::Lines;
pub use span::{Position, Span};

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
        fits(&bytes)?;
        Self::read(name.into(), decode::automatic(bytes)?)
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
        fits(&bytes)?;
        Self::read(name.into(), decode::named(bytes, encoding)?)
    }

    fn read(name: String, (text, encoding): (String, Encoding)) -> Result<Self, SourceError> {
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

    /// The encoding that the bytes were in.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Finds where the lines begin: done once a letter, when something is printed.
    #[must_use]
    pub fn lines(&self) -> Lines<'_> {
        Lines::new(&self.text)
    }
}

/// Whether an offset can name every byte.
fn fits(bytes: &[u8]) -> Result<(), SourceError> {
    if bytes.len() > u32::MAX as usize { Err(SourceError::TooLarge(bytes.len())) } else { Ok(()) }
}
