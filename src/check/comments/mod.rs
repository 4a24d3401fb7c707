//! Comments in a letter: `<!-- … -->`. In Markdown only tools see them, and some direct this one; in
//! any other letter Amazon would read them.

mod directive;
mod reach;
mod unused;

pub use directive::{Directive, Fault, Name};

use memchr::memmem;

use crate::letter::Block;
use crate::lint::Lint;
use crate::settings::Settings;
use crate::source::{Source, Span};

const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// The comments of a letter, and what they ask of the linter.
#[derive(Debug, Default)]
pub struct Comments {
    /// Whether they are comments to whoever reads the letter.
    pub hidden: bool,
    /// All of them, in order, without overlap. One that is not closed ends with its line.
    pub spans: Vec<Span>,
    /// Those that direct this tool, where comments are hidden.
    pub directives: Vec<Directive>,
}

impl Comments {
    /// The comments of a letter of these blocks.
    pub(super) fn of(source: &Source, blocks: &[Block]) -> Self {
        let (text, hidden) = (source.text(), source.is_markdown());
        let spans = spans(text);
        let directives = if hidden { directives(text, &spans, blocks) } else { Vec::new() };
        Self { hidden, spans, directives }
    }

    /// Whether nothing is said of a place: it lies in a comment, or a directive silences the lint
    /// there; such a directive is of use.
    pub(super) fn silence(&self, lint: &Lint, place: Span) -> bool {
        if self.spans.is_empty() || self.are_meant(place) {
            return false;
        }
        let silencing = self.directives.iter().filter(|one| one.silences(lint, place)).count();
        silencing > 0 || self.around(place).is_some()
    }

    /// The directives of which some names silenced nothing, each with these names, after all lints
    /// have judged the letter under these settings.
    pub(super) fn unused(&self, settings: &Settings) -> Vec<(&Directive, Vec<&Name>)> {
        let unused = self.directives.iter().map(|one| (one, unused::names(one, settings)));
        unused.filter(|(_, names)| !names.is_empty()).collect()
    }

    /// Whether a finding there is about the comment itself, or about a name in it.
    fn are_meant(&self, place: Span) -> bool {
        let named = |one: &Directive| one.names.iter().any(|name| name.span == place);
        self.spans.contains(&place) || self.directives.iter().any(named)
    }

    /// The comment that holds a place; what has no byte stands beside it.
    fn around(&self, place: Span) -> Option<Span> {
        let at = self.spans.partition_point(|span| span.end <= place.start);
        self.spans.get(at).copied().filter(|span| !place.is_empty() && span.contains(place))
    }
}

/// The comments of a text.
fn spans(text: &str) -> Vec<Span> {
    let (mut spans, mut from) = (Vec::new(), 0);
    while let Some(start) = memmem::find(&text.as_bytes()[from..], OPEN.as_bytes()) {
        let start = from + start;
        let inside = start + OPEN.len();
        let close = memmem::find(&text.as_bytes()[inside..], CLOSE.as_bytes());
        let line = || text[inside..].find(['\r', '\n']).map_or(text.len(), |end| inside + end);
        let end = close.map_or_else(line, |close| inside + close + CLOSE.len());
        spans.push(Span::new(start as u32, end as u32));
        from = end;
    }
    spans
}

fn directives(text: &str, comments: &[Span], blocks: &[Block]) -> Vec<Directive> {
    let parsed = comments.iter().filter_map(|span| Directive::parse(text, *span));
    parsed.map(|one| reach::settle(one, text, comments, blocks)).collect()
}

/// What is taken out of a text to delete a comment: the whole line where nothing else is on it.
#[must_use]
pub fn removal(text: &str, comment: Span) -> Span {
    let (start, end) = (comment.start as usize, comment.end as usize);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let alone = text[line..start].trim().is_empty() && text[end..rest].trim().is_empty();
    let before = text[..start].trim_end_matches([' ', '\t']).len();
    let (start, end) = if alone { (line, rest) } else { (before.max(line), end) };
    Span::new(start as u32, end as u32)
}
