//! What stands above and below the text of a page.

use super::body::Walker;
use super::xml::Xml;
use crate::source::WordError;

/// The headers and footers of a section, as the names that the document has for their files.
#[derive(Debug, Default)]
pub struct Section {
    /// Whether the first page has its own.
    has_title_page: bool,
    headers: Pages,
    footers: Pages,
}

/// One for the first page, and one for those that follow.
#[derive(Debug, Default)]
struct Pages {
    first: Option<String>,
    default: Option<String>,
}

impl Section {
    /// Reads an element `sectPr`.
    pub fn parse(xml: &mut Xml<'_>) -> Result<Self, WordError> {
        let mut section = Self::default();
        xml.each(|_, tag| {
            let pages = match tag.name() {
                "titlePg" => {
                    section.has_title_page = tag.is_on();
                    return Ok(());
                }
                "headerReference" => &mut section.headers,
                "footerReference" => &mut section.footers,
                _ => return Ok(()),
            };
            match tag.attribute("type").as_deref() {
                Some("first") => pages.first = tag.attribute("id"),
                Some("even") => {}
                _ => pages.default = tag.attribute("id"),
            }
            Ok(())
        })?;
        Ok(section)
    }

    /// The header of the first page.
    pub fn header(&self) -> Option<&str> {
        self.of_first_page(&self.headers)
    }

    /// The footer of the first page.
    pub fn footer(&self) -> Option<&str> {
        self.of_first_page(&self.footers)
    }

    fn of_first_page<'s>(&self, pages: &'s Pages) -> Option<&'s str> {
        if self.has_title_page { pages.first.as_deref() } else { pages.default.as_deref() }
    }
}

/// The text of a header or footer, without the lines that number pages.
pub fn text(part: &str, mut walker: Walker<'_>) -> Result<String, WordError> {
    Xml::new(part).each(|xml, _| walker.blocks(xml))?;
    walker.flow.retain(|line| !is_page_number(line));
    Ok(walker.finish())
}

/// `1`, `- 1 -`, `Page 1 of 3`, `第 1 页，共 3 页`; more digits are a telephone number.
fn is_page_number(line: &str) -> bool {
    const MOST_DIGITS: usize = 6;
    if line.chars().filter(char::is_ascii_digit).count() > MOST_DIGITS {
        return false;
    }
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let mut words = words.map(str::to_lowercase);
    words.all(|word| ["page", "of", "第", "页", "頁", "共", "页共", "頁共"].contains(&&*word))
}
