//! Paragraphs, one after the other.

use super::flow::{Flow, Kind, Line};
use super::label::Counter;
use super::numbering::Numbering;
use super::section::Section;
use super::styles::{Number, Styles};
use super::xml::Xml;
use crate::source::WordError;

/// Walks through a document.
pub struct Walker<'d> {
    pub styles: &'d Styles,
    counter: Counter<'d>,
    pub flow: Flow,
    /// The fields that are open, and whether their result has begun, which is what a reader sees.
    pub fields: Vec<bool>,
    /// The first section, once it has ended.
    pub section: Option<Section>,
}

/// A paragraph while it is read.
#[derive(Default)]
pub struct Paragraph {
    pub text: String,
    style: Option<String>,
    number: Number,
    /// Whether its end was deleted, so that the next goes on with it.
    joined: bool,
    /// Whether its end is hidden, so that it is not counted when all of it is.
    hidden: bool,
    /// The lines of text boxes.
    pub boxes: Vec<Line>,
}

impl Paragraph {
    pub fn style(&self) -> Option<&str> {
        self.style.as_deref()
    }
}

impl<'d> Walker<'d> {
    pub fn new(styles: &'d Styles, numbering: &'d Numbering) -> Self {
        let counter = Counter::new(numbering);
        Self { styles, counter, flow: Flow::default(), fields: Vec::new(), section: None }
    }

    /// The text of all that was walked through.
    pub fn finish(self) -> String {
        self.flow.text()
    }

    /// Reads the paragraphs and tables of the element that is open.
    pub fn blocks(&mut self, xml: &mut Xml<'_>) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "p" => self.paragraph(xml),
            "tbl" => self.table(xml),
            "body" | "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.blocks(xml),
            "sectPr" => self.end_section(xml),
            "AlternateContent" => alternative(xml, |xml| self.blocks(xml)),
            _ => Ok(()),
        })
    }

    /// Reads what is inside, as [`Self::blocks`], but to lines of its own.
    pub fn apart(&mut self, xml: &mut Xml<'_>) -> Result<Vec<Line>, WordError> {
        let outside = std::mem::take(&mut self.flow);
        let read = self.blocks(xml);
        let inside = std::mem::replace(&mut self.flow, outside);
        read.map(|()| inside.lines())
    }

    fn paragraph(&mut self, xml: &mut Xml<'_>) -> Result<(), WordError> {
        let mut paragraph = Paragraph::default();
        self.inline(xml, &mut paragraph)?;
        // A field whose result never begins must not hide the rest of the letter.
        self.fields.retain(|shown| *shown);
        if paragraph.joined {
            self.flow.begin(&paragraph.text);
        } else {
            self.end(&paragraph);
        }
        paragraph.boxes.into_iter().for_each(|line| self.flow.push(line));
        Ok(())
    }

    fn end(&mut self, paragraph: &Paragraph) {
        let style = paragraph.style();
        let empty = paragraph.text.trim().is_empty() && !self.flow.has_begun();
        let number = self.styles.number(style, &paragraph.number);
        let mark = if empty && paragraph.hidden { None } else { self.counter.next(&number) };
        let kind = match &mark {
            Some(_) if !self.styles.is_heading(style) => Kind::Item,
            _ => Kind::Paragraph,
        };
        self.flow.end(kind, &mark.unwrap_or_default(), &paragraph.text);
    }

    /// Reads an element `pPr`.
    pub fn properties(
        &mut self,
        xml: &mut Xml<'_>,
        paragraph: &mut Paragraph,
    ) -> Result<(), WordError> {
        xml.each(|xml, tag| match tag.name() {
            "pStyle" => {
                paragraph.style = tag.value();
                Ok(())
            }
            "numPr" => {
                paragraph.number = Number::parse(xml)?;
                Ok(())
            }
            "sectPr" => self.end_section(xml),
            "rPr" => xml.each(|_, tag| {
                match tag.name() {
                    "del" | "moveFrom" => paragraph.joined = true,
                    "vanish" => paragraph.hidden = tag.is_on(),
                    _ => {}
                }
                Ok(())
            }),
            _ => Ok(()),
        })
    }

    fn end_section(&mut self, xml: &mut Xml<'_>) -> Result<(), WordError> {
        if self.section.is_none() {
            self.section = Some(Section::parse(xml)?);
        }
        Ok(())
    }
}

/// Reads one of several forms of the same content, the one that comes first.
pub fn alternative(
    xml: &mut Xml<'_>,
    mut read: impl FnMut(&mut Xml<'_>) -> Result<(), WordError>,
) -> Result<(), WordError> {
    let mut done = false;
    xml.each(|xml, tag| {
        if done || !matches!(tag.name(), "Choice" | "Fallback") {
            return Ok(());
        }
        done = true;
        read(xml)
    })
}
