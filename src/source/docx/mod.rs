//! Word documents: the text that a reader of the final letter sees.
//!
//! Numbers and bullets of lists are written out; insertions are accepted and deletions left out;
//! comments, footnotes and hidden text are dropped; the header and the footer of the first page stand
//! before and behind the text; text in boxes follows the paragraph that holds the box. Paragraphs stand
//! apart by blank lines, which shows headings for what they are; items of one list and rows of one table
//! follow each other line by line.

mod archive;
mod body;
mod flow;
mod label;
mod numbering;
mod run;
mod section;
mod styles;
mod symbol;
mod table;
mod xml;

use super::{Foreign, SourceError, WordError};
use archive::Archive;
use body::Walker;
use numbering::Numbering;
use styles::Styles;
use xml::Xml;

/// Whether the bytes are an archive, as Word documents are.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The text of a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<String, SourceError> {
    let mut archive = Archive::open(bytes)?;
    let main = archive.related("", "/officeDocument")?;
    let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
    let document = archive.part(&main)?.ok_or(SourceError::Foreign(Foreign::Archive))?;
    let styles = match archive.related(&main, "/styles")? {
        Some(path) => Styles::parse(&archive.part(&path)?.unwrap_or_default())?,
        None => Styles::default(),
    };
    let numbering = match archive.related(&main, "/numbering")? {
        Some(path) => Numbering::parse(&archive.part(&path)?.unwrap_or_default())?,
        None => Numbering::default(),
    };
    let mut walker = Walker::new(&styles, &numbering);
    let mut is_document = false;
    Xml::new(&document).each(|xml, tag| {
        is_document |= tag.name() == "document";
        if is_document { walker.blocks(xml) } else { Ok(()) }
    })?;
    if !is_document {
        return Err(SourceError::Foreign(Foreign::Archive));
    }
    let section = walker.section.take().unwrap_or_default();
    let mut beside = |name: Option<&str>| -> Result<String, SourceError> {
        let Some(path) = name.map(|name| archive.named(&main, name)).transpose()?.flatten() else {
            return Ok(String::new());
        };
        let part = archive.part(&path)?.unwrap_or_default();
        Ok(section::text(&part, Walker::new(&styles, &numbering))?)
    };
    let texts = [beside(section.header())?, walker.finish(), beside(section.footer())?];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.trim().is_empty()).collect();
    // Each ends with a line break, and stands apart from the next.
    Ok(texts.join("\n"))
}

impl From<WordError> for SourceError {
    fn from(error: WordError) -> Self {
        Self::Word(error)
    }
}
