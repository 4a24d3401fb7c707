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

/// Whether a line says nothing but which page it is on, and of how many: `1`, `- 1 -`, `1/3`, `Page 1 of 3`,
/// `第 1 页，共 3 页`. Anything else may be a date, a telephone number, or a gap in a template.
fn is_page_number(line: &str) -> bool {
    const WORDS: [&str; 8] = ["page", "of", "第", "页", "頁", "共", "页共", "頁共"];
    const MARKS: [char; 10] = ['-', '–', '—', '|', '/', '(', ')', ',', '，', ':'];
    let is_mark = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let (mut numbers, mut words) = (0, 0);
    for part in line.split(is_mark).flat_map(by_kind) {
        if part.starts_with(|c: char| c.is_ascii_digit()) && part.len() <= 3 {
            numbers += 1;
        } else if WORDS.contains(&&*part.to_lowercase()) {
            words += 1;
        } else {
            return false;
        }
    }
    numbers <= 2 && numbers + words > 0
}

/// The runs of digits, and of anything else, in a text.
fn by_kind(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let digits = rest.chars().next()?.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        rest = behind;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn dates_and_gaps_are_no_numbers_of_pages() {
        for text in [
            "1",
            "- 12 -",
            "1/3",
            "Page 1 of 3",
            "PAGE",
            "第1页 共2页",
            "第 1 页，共 3 页",
            "1 | Page",
        ] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["1.5.2024", "2024/5/1", "1/5/24", "__________", "1.2", "2024", "-", "12 May"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
