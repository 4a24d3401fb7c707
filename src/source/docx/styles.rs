//! What the styles of a document say that changes its text.

use std::collections::HashMap;

use super::xml::{Tag, Xml};
use crate::source::WordError;

/// The styles of a document, by identifier.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

/// What one style says itself.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    hidden: Option<bool>,
    heading: bool,
    number: Number,
}

/// The list that a paragraph or style belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Number {
    /// The list; `0` takes a paragraph out of its style's list.
    pub list: Option<String>,
    /// The level, from 0.
    pub level: Option<usize>,
}

/// Styles are based on each other; a chain longer than this goes in a circle.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    pub fn parse(text: &str) -> Result<Self, WordError> {
        let mut styles = Self::default();
        Xml::new(text).each(|xml, _| {
            xml.each(|xml, tag| if tag.name() == "style" { styles.style(xml, tag) } else { Ok(()) })
        })?;
        Ok(styles)
    }

    fn style(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<(), WordError> {
        let Some(id) = tag.attribute("styleId") else { return Ok(()) };
        let is_default = tag.attribute("default").is_some_and(|value| value == "1");
        if is_default && tag.attribute("type").is_some_and(|kind| kind == "paragraph") {
            self.default = Some(id.clone());
        }
        let mut style = Style::default();
        xml.each(|xml, tag| match tag.name() {
            "basedOn" => {
                style.based_on = tag.value();
                Ok(())
            }
            "name" => {
                let name = tag.value().unwrap_or_default().to_lowercase();
                style.heading |= name.starts_with("heading") || name == "title";
                Ok(())
            }
            "rPr" => xml.each(|_, tag| {
                if tag.name() == "vanish" {
                    style.hidden = Some(tag.is_on());
                }
                Ok(())
            }),
            "pPr" => xml.each(|xml, tag| match tag.name() {
                "numPr" => {
                    style.number = Number::parse(xml)?;
                    Ok(())
                }
                _ => Ok(()),
            }),
            _ => Ok(()),
        })?;
        self.styles.insert(id, style);
        Ok(())
    }

    /// A style and those that it is based on; a paragraph that names none has the default.
    fn chain<'s>(&'s self, id: Option<&'s str>) -> impl Iterator<Item = &'s Style> {
        let first = id.or(self.default.as_deref()).and_then(|id| self.styles.get(id));
        let base = |style: &&Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, base).take(LONGEST_CHAIN)
    }

    /// Whether text of a style is hidden, when it says so.
    pub fn hidden(&self, id: Option<&str>) -> Option<bool> {
        self.chain(id).find_map(|style| style.hidden)
    }

    /// Whether paragraphs of a style are headings.
    pub fn is_heading(&self, id: Option<&str>) -> bool {
        self.chain(id).any(|style| style.heading)
    }

    /// The list of a paragraph that says `own` itself, and whose style says the rest.
    pub fn number(&self, id: Option<&str>, own: &Number) -> Number {
        let list = self.chain(id).find_map(|style| style.number.list.clone());
        let level = self.chain(id).find_map(|style| style.number.level);
        Number { list: own.list.clone().or(list), level: own.level.or(level) }
    }
}

impl Number {
    /// Reads an element `numPr`.
    pub fn parse(xml: &mut Xml<'_>) -> Result<Self, WordError> {
        let mut number = Self::default();
        xml.each(|_, tag| {
            match tag.name() {
                "numId" => number.list = tag.value(),
                "ilvl" => number.level = tag.value().and_then(|level| level.parse().ok()),
                _ => {}
            }
            Ok(())
        })?;
        Ok(number)
    }
}
