//! A letter's bytes, from wherever it is.

use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use appeal_lint::lint::Lang;
use appeal_lint::source::{Encoding, Foreign, Source, SourceError};

/// Where a letter is.
#[derive(Clone, Debug)]
pub enum Input {
    /// Standard input, under the name it is shown with.
    Stdin(String),
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Reads the letter and decodes it, in the encoding that fits where none is given.
    pub fn read(&self, encoding: Option<Encoding>) -> Result<Source, Failure> {
        let (name, bytes) = match self {
            Self::Stdin(name) => (name.clone(), bytes(io::stdin().lock(), 0)),
            Self::File(path) => (shown(path), file(path)),
        };
        let decode = |bytes| match encoding {
            Some(encoding) => Source::decode_as(name.as_str(), bytes, encoding),
            None => Source::decode(name.as_str(), bytes),
        };
        let decoded =
            bytes.map_err(Reason::Io).and_then(|bytes| decode(bytes).map_err(Reason::Text));
        decoded.map_err(|reason| Failure { name, reason })
    }
}

/// A path as it is shown; what is not Unicode in it is replaced.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    let size = file.metadata().map_or(0, |about| about.len());
    bytes(file, size)
}

/// All bytes; of an endless stream one more than a letter may have, which [`Source`] refuses.
fn bytes(from: impl Read, size: u64) -> io::Result<Vec<u8>> {
    let limit = u64::from(u32::MAX) + 1;
    let mut bytes = Vec::with_capacity(size.min(limit) as usize + 1);
    from.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

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
    /// A directory in which there is nothing to judge.
    NoLetters,
    /// A link in a directory that leads back to a directory around it.
    Loop,
}

impl Failure {
    /// What to tell the user.
    pub fn message(&self, lang: Lang) -> String {
        let reason = match lang {
            Lang::En => self.reason.to_string(),
            Lang::Zh => self.reason.chinese(),
        };
        format!("{}: {reason}", self.name)
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
            Self::NoLetters => write!(f, "no letters (.txt or .md) in this directory"),
            Self::Loop => write!(f, "the link leads back to a directory around it"),
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
            Self::NoLetters => "文件夹里没有信（.txt 或 .md）".into(),
            Self::Loop => "链接指回了上层文件夹".into(),
        }
    }
}

/// Why bytes are no letter, in Chinese.
fn not_a_letter(error: &SourceError) -> String {
    match error {
        SourceError::Undecodable { encoding, at } => {
            format!(
                "不是 {encoding} 编码：第 {at} 个字节无效，请另存为 UTF-8，或用 --encoding 指定编码"
            )
        }
        SourceError::Binary(at) => format!("不是文本文件：第 {at} 个字节是控制字符"),
        SourceError::Foreign(Foreign::Pdf) => "不支持 PDF，请另存为 .docx 或纯文本".into(),
        SourceError::Foreign(Foreign::Rtf) => "不支持 RTF，请另存为 .docx 或纯文本".into(),
        SourceError::Foreign(Foreign::OldWord) => {
            "不支持旧版或加密的 Word 文档，请另存为不加密的 .docx".into()
        }
        SourceError::Foreign(Foreign::Archive) => {
            "这是压缩包，不是 Word 文档，请另存为 .docx 或纯文本".into()
        }
        SourceError::TooLarge(size) => format!("文件太大（{size} 字节），不像一封信"),
        SourceError::Empty => "信是空的".into(),
    }
}
