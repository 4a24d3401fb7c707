//! The lists of a document, and how their levels are numbered.

use std::collections::HashMap;

use super::xml::{Tag, Xml};
use crate::source::WordError;

/// Lists have levels 0 to 8.
pub const LEVELS: usize = 9;

/// A mark is no longer than this, in characters; a longer one is made to fill the memory.
const LONGEST: usize = 40;

/// The lists of a document.
#[derive(Default)]
pub struct Numbering {
    /// How lists look, by identifier.
    looks: HashMap<String, Look>,
    /// The looks that list styles have, by the identifier of the style.
    styles: HashMap<String, String>,
    /// The lists, by identifier.
    lists: HashMap<String, List>,
}

/// How a list looks.
#[derive(Default)]
struct Look {
    levels: HashMap<usize, Level>,
    /// The list style whose look it takes.
    link: Option<String>,
}

/// A list: a look, and what it changes of it.
#[derive(Default)]
struct List {
    look: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// How a level is numbered.
#[derive(Clone, Debug)]
pub struct Level {
    /// The first number.
    pub start: u32,
    /// The kind of number, as Word calls it: `decimal`, `lowerLetter`, `bullet`.
    pub format: String,
    /// The mark, with `%1` for the number of the first level.
    pub text: String,
    /// Whether a gap stands between mark and text.
    pub gap: bool,
    /// Whether all numbers of the mark are written in digits.
    pub legal: bool,
}

impl Numbering {
    pub fn parse(text: &str) -> Result<Self, WordError> {
        let mut numbering = Self::default();
        Xml::new(text).each(|xml, _| {
            xml.each(|xml, tag| {
                match tag.name() {
                    "abstractNum" => {
                        let id = tag.attribute("abstractNumId").unwrap_or_default();
                        let look = Look::parse(xml, &mut |style| {
                            numbering.styles.insert(style, id.clone());
                        })?;
                        numbering.looks.insert(id, look);
                    }
                    "num" => {
                        let id = tag.attribute("numId").unwrap_or_default();
                        numbering.lists.insert(id, List::parse(xml)?);
                    }
                    _ => {}
                }
                Ok(())
            })
        })?;
        Ok(numbering)
    }

    /// The identifier of the look of a list: lists of one look count on together.
    pub fn look(&self, list: &str) -> Option<&str> {
        let look = &self.lists.get(list)?.look;
        match &self.looks.get(look)?.link {
            Some(link) => self.styles.get(link).map(String::as_str),
            None => Some(look),
        }
    }

    /// How a level of a list is numbered.
    pub fn level(&self, list: &str, level: usize) -> Option<&Level> {
        let own = self.lists.get(list)?.levels.get(&level);
        own.or_else(|| self.looks.get(self.look(list)?)?.levels.get(&level))
    }

    /// The number at which a list begins anew, when it does.
    pub fn restart(&self, list: &str, level: usize) -> Option<u32> {
        self.lists.get(list)?.starts.get(&level).copied()
    }
}

impl Look {
    /// Reads a look; `named` is told the list style that it is the look of.
    fn parse(xml: &mut Xml<'_>, named: &mut dyn FnMut(String)) -> Result<Self, WordError> {
        let mut look = Self::default();
        xml.each(|xml, tag| {
            match tag.name() {
                "lvl" => drop(look.levels.insert(index(tag), Level::parse(xml)?)),
                "numStyleLink" => look.link = tag.value(),
                "styleLink" => tag.value().into_iter().for_each(&mut *named),
                _ => {}
            }
            Ok(())
        })?;
        Ok(look)
    }
}

impl List {
    fn parse(xml: &mut Xml<'_>) -> Result<Self, WordError> {
        let mut list = Self::default();
        xml.each(|xml, tag| match tag.name() {
            "abstractNumId" => {
                list.look = tag.value().unwrap_or_default();
                Ok(())
            }
            "lvlOverride" => {
                let level = index(tag);
                xml.each(|xml, tag| {
                    match tag.name() {
                        "startOverride" => drop(list.starts.insert(level, number(tag))),
                        "lvl" => drop(list.levels.insert(level, Level::parse(xml)?)),
                        _ => {}
                    }
                    Ok(())
                })
            }
            _ => Ok(()),
        })?;
        Ok(list)
    }
}

impl Level {
    fn parse(xml: &mut Xml<'_>) -> Result<Self, WordError> {
        let (format, text) = ("decimal".to_owned(), String::new());
        let mut level = Self { start: 0, format, text, gap: true, legal: false };
        xml.each(|_, tag| {
            match tag.name() {
                "start" => level.start = number(tag),
                "numFmt" => level.format = tag.value().unwrap_or_default(),
                "lvlText" => {
                    level.text = tag.value().unwrap_or_default().chars().take(LONGEST).collect();
                }
                "suff" => level.gap = tag.value().is_none_or(|value| value != "nothing"),
                "isLgl" => level.legal = tag.is_on(),
                _ => {}
            }
            Ok(())
        })?;
        Ok(level)
    }
}

/// The attribute `ilvl`.
fn index(tag: &Tag<'_>) -> usize {
    tag.attribute("ilvl").and_then(|level| level.parse().ok()).unwrap_or(0)
}

/// The attribute `val` as a number.
fn number(tag: &Tag<'_>) -> u32 {
    tag.value().and_then(|value| value.parse().ok()).unwrap_or(0)
}
