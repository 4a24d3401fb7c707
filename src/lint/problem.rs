//! What is wrong with a file in `lints/`.

use std::fmt;

/// A place in a file, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's path, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    /// A problem in the line that holds `needle` for the first time, or in the first line.
    #[must_use]
    pub fn near(file: &str, text: &str, needle: &str, message: impl Into<String>) -> Self {
        let escaped = needle.replace('\\', "\\\\").replace('"', "\\\"");
        let at = text.find(&format!("\"{escaped}\"")).or_else(|| text.find(&escaped));
        let at = at.or_else(|| text.find(needle)).filter(|_| !needle.is_empty());
        Self::at(file, text, at.unwrap_or(0), message)
    }

    /// A problem at a byte of the file.
    #[must_use]
    pub fn at(file: &str, text: &str, at: usize, message: impl Into<String>) -> Self {
        let before = &text.as_bytes()[..at.min(text.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Self { file: file.to_owned(), line, message: message.into() }
    }

    /// What TOML says of a file.
    #[must_use]
    pub fn toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map_or(0, |span| span.start);
        Self::at(file, text, at, error.message().replace('\n', " "))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for Problem {}
