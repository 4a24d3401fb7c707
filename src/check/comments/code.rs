//! What Markdown shows letter by letter: code, in which a comment is text like any other.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

/// The code of a text in Markdown, in order and without overlap: spans in backticks, and blocks that
/// are fenced or indented.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let parts = Parser::new(text).into_offset_iter();
    let code =
        parts.filter(|(part, _)| matches!(part, Event::Code(_) | Event::Start(Tag::CodeBlock(_))));
    code.map(|(_, place)| place).collect()
}
