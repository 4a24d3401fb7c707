//! Letters that could not be judged, and what is said of them.

use std::fmt;
use std::io::{self, ErrorKind};

use appeal_lint::lint::Lang;
use appeal_lint::source::{EncodeError, Foreign, SourceError, WordError};

/// A letter that could not be judged.
#[derive(Debug)]
pub struct Failure {
    /// The path, as shown.
    pub name: String,
    /// Why.
    pub reason: Reason,
}

/// Why a letter could not be judged.
#[derive(Debug)]
pub enum Reason {
    /// The system says so.
    Io(io::Error),
    /// The bytes are no text.
    Text(SourceError),
    /// The system does not let the mended letter take the place of the old one.
    Unwritten(io::Error),
    /// The mended text cannot be written in the letter's encoding.
    Unfixed(EncodeError),
    /// A directory in which there is nothing to judge.
    NoLetters,
}

impl Failure {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        matches!(&self.reason, Reason::Io(error) if error.kind() == ErrorKind::NotFound)
    }

    /// What to tell the user.
    pub fn message(&self, lang: Lang) -> String {
        format!("{}: {}", self.name, self.why(lang))
    }

    /// The reason alone.
    pub fn why(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.reason.to_string(),
            Lang::Zh => self.reason.chinese(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => match error.kind() {
                ErrorKind::NotFound => write!(f, "no such file or directory"),
                ErrorKind::PermissionDenied => write!(f, "no permission to read it"),
                _ => write!(f, "cannot read it: {error}"),
            },
            Self::Text(error) => error.fmt(f),
            Self::Unwritten(error) => write!(f, "not fixed: {}", unwritten(error)),
            Self::Unfixed(error) => write!(f, "not fixed: {error}"),
            Self::NoLetters => {
                write!(f, "no letters (.txt, .text, .md, .markdown or .docx) in this directory")
            }
        }
    }
}

impl Reason {
    fn chinese(&self) -> String {
        match self {
            Self::Io(error) => match error.kind() {
                ErrorKind::NotFound => "没有这个文件或文件夹".into(),
                ErrorKind::PermissionDenied => "没有读取权限".into(),
                _ => format!("无法读取：{error}"),
            },
            Self::Text(error) => not_a_letter(error),
            Self::Unwritten(error) => match error.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "未修正：文件只读，或没有写入权限".into()
                }
                _ => format!("未修正：{error}"),
            },
            Self::Unfixed(error) => format!("未修正：{}", not_encoded(error)),
            Self::NoLetters => "文件夹里没有信（.txt、.text、.md、.markdown 或 .docx）".into(),
        }
    }
}

/// Why a file was not written.
fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            "the file is read-only, or the folder is".into()
        }
        _ => error.to_string(),
    }
}

/// Why a mended text was not encoded, in Chinese.
fn not_encoded(error: &EncodeError) -> String {
    match error {
        EncodeError::Unmappable { character, encoding } => {
            format!("{encoding} 编码里没有“{character}”")
        }
        EncodeError::Changed => "读取之后文件又被改动".into(),
        EncodeError::Ambiguous => "改动后的文件会被当成另一种编码".into(),
        EncodeError::ReadOnly => "这种文件（例如 Word 文档）只读取，不改写".into(),
    }
}

/// Why bytes are no letter, in Chinese; the errors themselves speak English.
fn not_a_letter(error: &SourceError) -> String {
    let fixed = match error {
        SourceError::Undecodable { encoding, at } => {
            return format!(
                "不是 {encoding} 编码：第 {at} 个字节无效，请另存为 UTF-8，或用 --encoding 指定编码"
            );
        }
        SourceError::Unknown(at) => {
            return format!(
                "无法识别编码（从第 {at} 个字节起），请另存为 UTF-8，或用 --encoding 指定编码"
            );
        }
        SourceError::Binary(at) => return format!("不是文本文件：第 {at} 个字节是控制字符"),
        SourceError::TooLarge(size) => return format!("文件太大（{size} 字节），不像一封信"),
        SourceError::Foreign(Foreign::Pdf) => "不支持 PDF，请另存为 .docx 或纯文本",
        SourceError::Foreign(Foreign::Rtf) => "不支持 RTF，请另存为 .docx 或纯文本",
        SourceError::Foreign(Foreign::OldWord) => {
            "不支持旧版或加密的 Word 文档，请另存为不加密的 .docx"
        }
        SourceError::Foreign(Foreign::Archive) => {
            "这是压缩包，不是 Word 文档，请另存为 .docx 或纯文本"
        }
        SourceError::Word(WordError::Broken) => "Word 文档已损坏，请用 Word 打开后重新保存",
        SourceError::Word(WordError::Encrypted) => "Word 文档有密码，请去掉密码后再保存",
        SourceError::Word(WordError::TooLarge) => "Word 文档解压后太大，不像一封信",
        SourceError::Empty => "信是空的",
    };
    fixed.to_owned()
}
