//! The files inside a document, no more of them than a letter can need.

use std::io::{Cursor, Read};

use encoding_rs::UTF_8;
use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{Tag, Xml};
use crate::source::{Encoding, SourceError, WordError, decode};

/// A document with more files inside is no letter.
const MOST_FILES: usize = 10_000;
/// All XML that is read of a document may unpack to so many bytes: a letter of a thousand pages has
/// fewer, and an archive made to fill the memory has more.
const MOST_BYTES: u64 = 32 << 20;

/// The files of a document.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'b> Archive<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Self, WordError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WordError::Broken)?;
        if zip.len() > MOST_FILES {
            return Err(WordError::TooLarge);
        }
        Ok(Self { zip, left: MOST_BYTES })
    }

    /// The text of a file; names differ in case between programs.
    pub fn part(&mut self, path: &str) -> Result<Option<String>, SourceError> {
        let same = |name: &[u8]| {
            name.len() == path.len()
                && name.iter().zip(path.bytes()).all(|(one, other)| {
                    one.eq_ignore_ascii_case(&other) || (*one == b'\\' && other == b'/')
                })
        };
        let Some(index) = self.zip.file_names_raw().position(same) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => WordError::Encrypted,
            _ => WordError::Broken,
        })?;
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|_| WordError::Broken)?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(WordError::TooLarge)?;
        let encoding = Encoding::from_bom(&bytes).unwrap_or(Encoding::UTF_8);
        let bytes = bytes.split_off(encoding.bom().len());
        if encoding.charset() == UTF_8 {
            return String::from_utf8(bytes).map(Some).map_err(|_| WordError::Broken.into());
        }
        decode::strict(encoding.charset(), &bytes).map(Some).map_err(|_| WordError::Broken.into())
    }

    /// The path of the file that `path` refers to in this role, of which only the end is given: the
    /// two editions of the standard differ in the rest. The empty path is the document itself.
    pub fn related(&mut self, path: &str, role: &str) -> Result<Option<String>, SourceError> {
        let is = |tag: &Tag<'_>| tag.attribute("Type").is_some_and(|one| one.ends_with(role));
        self.target(path, is)
    }

    /// The path of the file that has this name in the file at `path`.
    pub fn named(&mut self, path: &str, name: &str) -> Result<Option<String>, SourceError> {
        self.target(path, |tag| tag.attribute("Id").is_some_and(|one| one == name))
    }

    /// The path of the first file that `path` refers to in such a way.
    fn target(
        &mut self,
        path: &str,
        is: impl Fn(&Tag<'_>) -> bool,
    ) -> Result<Option<String>, SourceError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let list = [folder, "_rels", &format!("{name}.rels")].join("/");
        let Some(list) = self.part(list.trim_start_matches('/'))? else { return Ok(None) };
        let mut found = None;
        Xml::new(&list).each(|xml, _| {
            xml.each(|_, tag| {
                if found.is_none() && is(tag) {
                    found = tag.attribute("Target").map(|target| resolve(folder, &target));
                }
                Ok(())
            })
        })?;
        Ok(found)
    }
}

/// A path as seen from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> =
        if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            _ => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}
