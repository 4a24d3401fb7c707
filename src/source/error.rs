//! Why bytes are not a letter, or a text cannot become bytes.

use std::fmt;

/// Why bytes are not a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceError {
    /// The bytes are not text in this encoding; the first bad one stands at this offset.
    Undecodable {
        /// The encoding that fits best, or that the user named.
        encoding: &'static str,
        /// Offset of the first byte that does not fit, from 0.
        at: usize,
    },
    /// Text, but in no encoding that is recognised; the first byte beyond ASCII stands at this offset.
    Unknown(usize),
    /// Not text but a program, a picture or an archive: a control character at this offset says so.
    Binary(usize),
    /// A document of a kind that is not read.
    Foreign(Foreign),
    /// A Word document that cannot be read.
    Word(WordError),
    /// More bytes than an offset can name (4 GiB).
    TooLarge(usize),
    /// Nothing but white space.
    Empty,
}

/// Documents that hold letters, but are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// Word before 2007, or a Word document with a password: both look the same from outside.
    OldWord,
    /// An archive that is no Word document, such as LibreOffice's `.odt`.
    Archive,
}

/// Why a Word document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordError {
    /// The archive or the XML in it is damaged.
    Broken,
    /// It has a password.
    Encrypted,
    /// It unpacks to more than a letter can hold.
    TooLarge,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable { encoding, at } => {
                write!(
                    f,
                    "not text in {encoding}: byte {at} is invalid; save it as UTF-8, or say --encoding"
                )
            }
            Self::Unknown(at) => {
                write!(
                    f,
                    "text in an unknown encoding, from byte {at} on; save it as UTF-8, or say --encoding"
                )
            }
            Self::Binary(at) => write!(f, "not a text file: byte {at} is a control character"),
            Self::Foreign(foreign) => foreign.fmt(f),
            Self::Word(error) => error.fmt(f),
            Self::TooLarge(size) => write!(f, "too large to be a letter: {size} bytes"),
            Self::Empty => write!(f, "the letter is empty"),
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pdf => "a PDF is not read; save the letter as .docx or text",
            Self::Rtf => "rich text is not read; save the letter as .docx or text",
            Self::OldWord => {
                "an old or password-protected Word document is not read; save it as .docx without a password"
            }
            Self::Archive => "an archive, not a Word document; save the letter as .docx or text",
        })
    }
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "a damaged Word document; open it in Word and save it anew",
            Self::Encrypted => "the Word document has a password; save it without",
            Self::TooLarge => "the Word document unpacks to more than a letter can hold",
        })
    }
}

impl std::error::Error for SourceError {}

/// Why a text cannot be written the way its letter was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// The encoding has no such character.
    Unmappable {
        /// The character.
        character: char,
        /// The name of the encoding.
        encoding: &'static str,
    },
    /// The bytes are not those that the letter was read from.
    Changed,
    /// Read again, the new bytes would give another text.
    Ambiguous,
    /// The letter is a Word document, or in an encoding that can only be read.
    ReadOnly,
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unmappable { character, encoding } => {
                write!(f, "{encoding} has no `{character}` (U+{:04X})", u32::from(*character))
            }
            Self::Changed => f.write_str("the file has changed since it was read"),
            Self::Ambiguous => f.write_str("the changed letter would be read in another encoding"),
            Self::ReadOnly => f.write_str("a letter of this kind can only be read"),
        }
    }
}

impl std::error::Error for EncodeError {}
