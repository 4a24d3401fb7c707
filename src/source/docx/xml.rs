//! Walking through XML, element by element, without building a tree.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::source::WordError;

/// Elements nest no deeper in a document that people wrote; deeper ones are made to break readers.
const DEEPEST: usize = 256;

/// A place in an XML text.
pub struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// The number of elements that are open.
    depth: usize,
}

/// The start of an element.
pub struct Tag<'x>(BytesStart<'x>);

/// The next piece of a text.
enum Piece<'x> {
    Start(Tag<'x>),
    End,
    Text(Cow<'x, str>),
}

impl<'x> Xml<'x> {
    pub fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// Calls `visit` at the start of each child of the element that is open; what it does not walk
    /// through of the child is passed over.
    pub fn each(
        &mut self,
        mut visit: impl FnMut(&mut Self, &Tag<'x>) -> Result<(), WordError>,
    ) -> Result<(), WordError> {
        loop {
            match self.next()? {
                Piece::Start(tag) => {
                    let outside = self.depth - 1;
                    visit(self, &tag)?;
                    while self.depth > outside {
                        self.next()?;
                    }
                }
                Piece::Text(_) => {}
                Piece::End => return Ok(()),
            }
        }
    }

    /// The text of the element that is open, its children's among it.
    pub fn text(&mut self) -> Result<String, WordError> {
        let (mut text, outside) = (String::new(), self.depth.saturating_sub(1));
        while self.depth > outside {
            if let Piece::Text(more) = self.next()? {
                text.push_str(&more);
            }
        }
        Ok(text)
    }

    fn next(&mut self) -> Result<Piece<'x>, WordError> {
        loop {
            match self.reader.read_event().map_err(|_| WordError::Broken)? {
                Event::Start(start) if self.depth < DEEPEST => {
                    self.depth += 1;
                    return Ok(Piece::Start(Tag(start)));
                }
                Event::Start(_) => return Err(WordError::TooLarge),
                Event::End(_) => {
                    self.depth = self.depth.checked_sub(1).ok_or(WordError::Broken)?;
                    return Ok(Piece::End);
                }
                Event::Text(text) => return Ok(Piece::Text(text.into_inner())),
                Event::CData(text) => return Ok(Piece::Text(text.into_inner())),
                Event::GeneralRef(name) => return Ok(Piece::Text(resolve(&name).into())),
                Event::Eof if self.depth == 0 => return Ok(Piece::End),
                Event::Eof => return Err(WordError::Broken),
                _ => {}
            }
        }
    }
}

/// The text that a reference stands for. Entities that a document defines itself are left out: they
/// are how a small text is made to fill a memory.
fn resolve(name: &quick_xml::events::BytesRef<'_>) -> String {
    let character = name.resolve_char_ref().ok().flatten();
    let named = || quick_xml::escape::resolve_predefined_entity(name);
    character.map_or_else(|| named().unwrap_or_default().to_owned(), String::from)
}

impl Tag<'_> {
    /// Its name, without the prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|one| one.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// The attribute `val`, in which most elements have all that they say.
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether an element that switches something on does so.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}
