//! A letter's bytes, from wherever it is.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use appeal_lint::source::{Encoding, Source};

use super::failure::{Failure, Reason};

/// Where a letter is.
#[derive(Clone, Debug)]
pub enum Input {
    /// Standard input, under the name it is shown with.
    Stdin(String),
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Where it is, or pretends to be.
    pub fn path(&self) -> &Path {
        match self {
            Self::Stdin(name) => Path::new(name),
            Self::File(path) => path,
        }
    }

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
