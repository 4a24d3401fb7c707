//! Encodings by name, and the byte order mark.

use std::fmt;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};

/// How the bytes of a letter stand for its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Encoding {
    charset: &'static encoding_rs::Encoding,
    bom: bool,
    word: bool,
}

impl Encoding {
    /// UTF-8 without a byte order mark.
    pub const UTF_8: Self = Self::new(UTF_8);

    /// A Word document, whatever is inside.
    pub const WORD: Self = Self { charset: UTF_8, bom: false, word: true };

    /// An encoding, without a byte order mark.
    pub(super) const fn new(charset: &'static encoding_rs::Encoding) -> Self {
        Self { charset, bom: false, word: false }
    }

    /// The encoding of that name, as the Encoding Standard knows it: `utf-8`, `utf-16`, `gbk`,
    /// `gb2312`, `gb18030`, `big5`, `windows-1252`, `latin1` and some two hundred more; or as Windows
    /// numbers it: `cp936`, `936`.
    #[must_use]
    pub fn from_label(label: &str) -> Option<Self> {
        let known = |label: &str| {
            encoding_rs::Encoding::for_label_no_replacement(label.as_bytes()).map(Self::new)
        };
        known(label).or_else(|| known(code_page(label)?))
    }

    /// The encoding that a byte order mark at the start of `bytes` names.
    pub(super) fn from_bom(bytes: &[u8]) -> Option<Self> {
        encoding_rs::Encoding::for_bom(bytes).map(|(charset, _)| Self {
            charset,
            bom: true,
            word: false,
        })
    }

    /// The same without a byte order mark.
    pub(super) const fn without_bom(self) -> Self {
        Self::new(self.charset)
    }

    /// Its name, as in `GBK` or `UTF-16LE`, or `docx`.
    #[must_use]
    pub fn name(self) -> &'static str {
        if self.word { "docx" } else { self.charset.name() }
    }

    /// The byte order mark that the letter begins with, or nothing.
    #[must_use]
    pub fn bom(self) -> &'static [u8] {
        match self.charset {
            _ if !self.bom => b"",
            charset if charset == UTF_16LE => b"\xFF\xFE",
            charset if charset == UTF_16BE => b"\xFE\xFF",
            _ => b"\xEF\xBB\xBF",
        }
    }

    /// Whether the bytes are those of the text; a byte order mark may stand before them.
    #[must_use]
    pub fn is_utf8(self) -> bool {
        self.charset == UTF_8 && !self.word
    }

    /// Whether it is UTF-16 of either byte order.
    pub(super) fn is_utf16(self) -> bool {
        self.charset == UTF_16LE || self.charset == UTF_16BE
    }

    /// The table of characters.
    pub(super) fn charset(self) -> &'static encoding_rs::Encoding {
        self.charset
    }
}

/// The encoding that Windows means by the number of a code page, with or without what is usual before it.
fn code_page(label: &str) -> Option<&'static str> {
    let label = label.trim().to_ascii_lowercase();
    let number =
        ["cp", "x-cp", "ms", "windows-"].iter().find_map(|usual| label.strip_prefix(usual));
    Some(match number.unwrap_or(&label) {
        "936" => "gbk",
        "950" => "big5",
        "1200" => "utf-16le",
        "1201" => "utf-16be",
        "1252" => "windows-1252",
        "54936" => "gb18030",
        "65001" => "utf-8",
        _ => return None,
    })
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())?;
        if self.bom { f.write_str(" with BOM") } else { Ok(()) }
    }
}
