//! What a paragraph is made of: runs of text, and what stands between them.

use super::body::{Paragraph, Walker, alternative};
use super::symbol::{is_private, symbol};
use super::xml::{Tag, Xml};
use crate::source::WordError;

/// Fields nest no deeper in a document that people wrote.
const MOST_FIELDS: usize = 64;

impl Walker<'_> {
    /// Reads the runs of the element that is open. What was deleted or moved away is passed over, as
    /// is everything unknown.
    pub fn inline(
        &mut self,
        xml: &mut Xml<'_>,
        paragraph: &mut Paragraph,
    ) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "pPr" => self.properties(xml, paragraph),
            "r" => self.run(xml, paragraph),
            "hyperlink" | "ins" | "moveTo" | "smartTag" | "sdt" | "sdtContent" | "fldSimple"
            | "customXml" | "dir" | "bdo" | "oMath" | "oMathPara" => self.inline(xml, paragraph),
            "AlternateContent" => alternative(xml, |xml| self.inline(xml, paragraph)),
            _ => Ok(()),
        })
    }

    fn run(&mut self, xml: &mut Xml<'_>, paragraph: &mut Paragraph) -> Result<(), WordError> {
        let mut hidden = self.styles.hidden(paragraph.style()).unwrap_or(false);
        self.pieces(xml, paragraph, &mut hidden)
    }

    fn pieces(
        &mut self,
        xml: &mut Xml<'_>,
        paragraph: &mut Paragraph,
        hidden: &mut bool,
    ) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "rPr" => {
                *hidden = self.is_hidden(xml)?.unwrap_or(*hidden);
                Ok(())
            }
            "fldChar" => {
                self.field(tag);
                Ok(())
            }
            _ if *hidden || self.fields.contains(&false) => Ok(()),
            "drawing" | "pict" | "object" => self.shapes(xml, paragraph),
            "AlternateContent" => alternative(xml, |xml| self.pieces(xml, paragraph, hidden)),
            "ruby" => xml.each(|xml, tag| match tag.name() {
                "rubyBase" => self.inline(xml, paragraph),
                _ => Ok(()),
            }),
            _ => piece(xml, tag, &mut paragraph.text),
        })
    }

    /// Whether an element `rPr` hides its run, when it says so.
    fn is_hidden(&self, xml: &mut Xml<'_>) -> Result<Option<bool>, WordError> {
        let (mut own, mut style) = (None, None);
        xml.each(|_, tag| {
            match tag.name() {
                "vanish" => own = Some(tag.is_on()),
                "rStyle" => style = tag.value().and_then(|id| self.styles.hidden(Some(&id))),
                _ => {}
            }
            Ok(())
        })?;
        Ok(own.or(style))
    }

    /// Begins a field, its result, or what follows it.
    fn field(&mut self, tag: &Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") if self.fields.len() < MOST_FIELDS => self.fields.push(false),
            Some("separate") => {
                self.fields.iter_mut().last().into_iter().for_each(|shown| *shown = true)
            }
            Some("end") => drop(self.fields.pop()),
            _ => {}
        }
    }

    /// Looks for text boxes in a drawing.
    fn shapes(&mut self, xml: &mut Xml<'_>, paragraph: &mut Paragraph) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "txbxContent" => {
                paragraph.boxes.extend(self.apart(xml)?);
                Ok(())
            }
            "AlternateContent" => alternative(xml, |xml| self.shapes(xml, paragraph)),
            _ => self.shapes(xml, paragraph),
        })
    }
}

/// Adds what a piece of a run shows.
fn piece(xml: &mut Xml<'_>, tag: &Tag<'_>, text: &mut String) -> Result<(), WordError> {
    match tag.name() {
        "t" => {
            let kept = tag.attribute("space").is_some_and(|space| space == "preserve");
            let words = xml.text()?;
            words_of(if kept { &words } else { words.trim_ascii() }, text);
        }
        "tab" | "ptab" => text.push('\t'),
        "br" | "cr" => text.push('\n'),
        "noBreakHyphen" => text.push('-'),
        "sym" => {
            let code = tag.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
            text.extend(code.and_then(symbol));
        }
        _ => {}
    }
    Ok(())
}

/// Adds words as they are shown: line breaks of the file are spaces, soft hyphens nothing.
fn words_of(words: &str, text: &mut String) {
    text.extend(words.chars().filter_map(|character| match character {
        '\t' | '\n' | '\r' => Some(' '),
        '\u{AD}' => None,
        private if is_private(private) => symbol(u32::from(private)),
        control if control.is_control() => None,
        other => Some(other),
    }));
}
