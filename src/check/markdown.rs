//! What Markdown does not show as text: code, tags, the targets of links, and entities.

use std::cell::OnceCell;
use std::iter;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::source::{Source, Span};

/// The Markdown of a letter, read when it is first asked for; a letter of any other kind has none.
#[derive(Debug)]
pub struct Markdown<'t> {
    text: &'t str,
    is_markdown: bool,
    places: OnceCell<Places>,
}

/// All lists are in order and without overlap.
#[derive(Debug, Default)]
struct Places {
    code: Vec<Span>,
    hidden: Vec<Span>,
}

impl<'t> Markdown<'t> {
    pub(super) fn of(source: &'t Source) -> Self {
        let (text, is_markdown) = (source.text(), source.is_markdown());
        Self { text, is_markdown, places: OnceCell::new() }
    }

    /// What is shown letter by letter: spans in backticks, and blocks that are fenced or indented. A comment
    /// in them is text like any other.
    pub(super) fn code(&self) -> &[Span] {
        &self.places().code
    }

    /// What is not text: code, and all that is not shown as it is written.
    pub(super) fn hidden(&self) -> &[Span] {
        &self.places().hidden
    }

    fn places(&self) -> &Places {
        let read = || if self.is_markdown { Places::read(self.text) } else { Places::default() };
        self.places.get_or_init(read)
    }
}

impl Places {
    fn read(text: &str) -> Self {
        let mut parts = Parser::new(text).into_offset_iter();
        let mut code = Vec::new();
        let mut hidden: Vec<(usize, usize)> = Vec::new();
        // For each link that is open, where what it shows ends.
        let mut shown: Vec<usize> = Vec::new();
        for (part, place) in parts.by_ref() {
            match part {
                Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                    if !matches!(link_type, LinkType::Inline | LinkType::Reference) {
                        hidden.push((place.start, place.end));
                    }
                    shown.push(place.start);
                    continue;
                }
                Event::End(TagEnd::Link | TagEnd::Image) => {
                    hidden.extend(shown.pop().map(|end| (end, place.end)));
                }
                Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => {
                    code.push(span((place.start, place.end)));
                    hidden.push((place.start, place.end));
                }
                Event::InlineHtml(_) => hidden.push((place.start, place.end)),
                Event::Start(Tag::HtmlBlock) => {
                    hidden.extend(tags(&text[place.clone()], place.start));
                }
                Event::Text(_) if is_entity(&text[place.clone()]) => {
                    hidden.push((place.start, place.end));
                }
                _ => {}
            }
            if let Some(end) = shown.last_mut() {
                *end = place.end;
            }
        }
        let definitions = parts.reference_definitions();
        hidden.extend(definitions.iter().map(|(_, one)| (one.span.start, one.span.end)));
        hidden.sort_unstable();
        hidden.dedup_by(|next, kept| {
            kept.1 = if next.0 < kept.1 { kept.1.max(next.1) } else { return false };
            true
        });
        Self { code, hidden: hidden.into_iter().map(span).collect() }
    }
}

fn span((start, end): (usize, usize)) -> Span {
    Span::new(start as u32, end as u32)
}

/// The tags of a block of HTML, which begins at `from`; what stands between them is text.
fn tags(block: &str, from: usize) -> impl Iterator<Item = (usize, usize)> {
    let mut at = 0;
    iter::from_fn(move || {
        let start = at + block[at..].find('<')?;
        let end = block[start..].find('>').map_or(block.len(), |end| start + end + 1);
        at = end;
        Some((from + start, from + end))
    })
}

/// Whether a text is written as the name of a character: `&nbsp;`.
fn is_entity(text: &str) -> bool {
    text.len() > 2 && text.starts_with('&') && text.ends_with(';')
}
