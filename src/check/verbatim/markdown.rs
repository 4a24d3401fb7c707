//! What Markdown does not show as text: code, tags, the targets of links, and entities.

use std::iter;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use crate::source::Span;

/// The places of a text in Markdown, in order and without overlap.
pub(super) fn places(text: &str) -> Vec<Span> {
    let mut parts = Parser::new(text).into_offset_iter();
    let mut places: Vec<(usize, usize)> = Vec::new();
    // For each link that is open, where what it shows ends.
    let mut shown: Vec<usize> = Vec::new();
    for (part, place) in parts.by_ref() {
        match part {
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                if !matches!(link_type, LinkType::Inline | LinkType::Reference) {
                    places.push((place.start, place.end));
                }
                shown.push(place.start);
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                places.extend(shown.pop().map(|end| (end, place.end)));
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_)) => {
                places.push((place.start, place.end));
            }
            Event::Start(Tag::HtmlBlock) => {
                places.extend(tags(&text[place.clone()], place.start));
            }
            Event::Text(_) if is_entity(&text[place.clone()]) => {
                places.push((place.start, place.end));
            }
            _ => {}
        }
        if let Some(end) = shown.last_mut() {
            *end = place.end;
        }
    }
    let definitions = parts.reference_definitions();
    places.extend(definitions.iter().map(|(_, one)| (one.span.start, one.span.end)));
    places.sort_unstable();
    places.dedup_by(|next, kept| {
        kept.1 = if next.0 < kept.1 { kept.1.max(next.1) } else { return false };
        true
    });
    places.into_iter().map(|(start, end)| Span::new(start as u32, end as u32)).collect()
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
