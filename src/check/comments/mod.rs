//! Comments in a letter: `<!-- … -->`. In Markdown only tools see them, and some direct this one; in
//! any other letter Amazon would read them.

mod directive;
mod reach;
mod shown;
mod silencers;
mod unused;

pub use directive::{Directive, Fault, Name};
pub use shown::shown;
pub(super) use shown::without;

use memchr::memmem;

use silencers::Silencers;

use super::markdown::Markdown;
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
    silencers: Silencers,
    /// Where the first one begins that is not closed: readers see it and what follows.
    shown_from: u32,
}

impl Comments {
    /// The comments of a letter of these blocks, which stand there.
    pub(super) fn of(source: &Source, spans: Vec<Span>, blocks: &[Block]) -> Self {
        let (text, hidden) = (source.text(), source.is_markdown());
        let mut directives = Vec::new();
        if hidden {
            directives.extend(spans.iter().filter_map(|span| Directive::parse(text, *span)));
            reach::settle(&mut directives, text, &spans, blocks);
        }
        let silencers = Silencers::of(&mut directives);
        let open = spans.iter().find(|span| !is_closed(text, **span));
        let shown_from = open.map_or(u32::MAX, |span| span.start);
        Self { hidden, spans, directives, silencers, shown_from }
    }

    /// Whether nothing is said of a place: it lies in a comment that is hidden, or a directive silences
    /// the lint there; such a directive is of use.
    pub(super) fn silence(&self, lint: &Lint, place: Span) -> bool {
        if self.spans.is_empty() || self.are_meant(place) {
            return false;
        }
        let is_hidden = |comment: Span| self.hidden && comment.start < self.shown_from;
        self.silencers.silence(lint, place) || self.around(place).is_some_and(is_hidden)
    }

    /// The directives of which some names silenced nothing, each with these names, after all lints
    /// have judged the letter under these settings.
    pub(super) fn unused(&self, settings: &Settings) -> Vec<(&Directive, Vec<&Name>)> {
        let unused = self.directives.iter().map(|one| (one, unused::names(one, settings)));
        unused.filter(|(_, names)| !names.is_empty()).collect()
    }

    /// Whether a finding there is about the comment itself, or about a name in it.
    fn are_meant(&self, place: Span) -> bool {
        let at = self.directives.partition_point(|one| one.span.end <= place.start);
        let names =
            |one: &Directive| one.names.binary_search_by_key(&place, |name| name.span).is_ok();
        self.spans.binary_search(&place).is_ok() || self.directives.get(at).is_some_and(names)
    }

    /// The comment that holds a place; what has no byte stands beside it.
    fn around(&self, place: Span) -> Option<Span> {
        let at = self.spans.partition_point(|span| span.end <= place.start);
        self.spans.get(at).copied().filter(|span| !place.is_empty() && span.contains(place))
    }
}

/// The comments of a text; in Markdown those that it does not show.
pub(super) fn spans(text: &str, markdown: &Markdown<'_>) -> Vec<Span> {
    let (mut spans, mut from, mut closes) = (Vec::new(), 0, true);
    // Most letters have no comment, and need no look at their code.
    let has_any = || memmem::find(text.as_bytes(), OPEN.as_bytes()).is_some();
    let code = if has_any() { markdown.code() } else { &[] };
    let mut code = code.iter().peekable();
    while let Some(start) = memmem::find(&text.as_bytes()[from..], OPEN.as_bytes()) {
        let start = from + start;
        while code.next_if(|shown| shown.end as usize <= start).is_some() {}
        if let Some(shown) = code.peek().filter(|shown| shown.start as usize <= start) {
            from = shown.end as usize;
            continue;
        }
        let inside = start + OPEN.len();
        // Where no comment closes behind one that is open, none closes behind the next.
        let find = || memmem::find(&text.as_bytes()[inside..], CLOSE.as_bytes());
        let close = if closes { find() } else { None };
        closes = close.is_some();
        let line = || text[inside..].find(['\r', '\n']).map_or(text.len(), |end| inside + end);
        let end = close.map_or_else(line, |close| inside + close + CLOSE.len());
        spans.push(Span::new(start as u32, end as u32));
        from = end;
    }
    spans
}

/// Whether a comment ends, so that nobody sees it.
fn is_closed(text: &str, comment: Span) -> bool {
    text[comment.range()].strip_prefix(OPEN).is_some_and(|rest| rest.ends_with(CLOSE))
}

/// What is taken out of a text to delete a comment: the whole line where nothing else is on it.
#[must_use]
pub fn removal(text: &str, comment: Span) -> Span {
    let (start, end) = (comment.start as usize, comment.end as usize);
    // No further than there is white space: a long line may hold many comments.
    let is_space = |c: char| c != '\n' && c.is_whitespace();
    let before = text[..start].trim_end_matches(is_space);
    let behind = text[end..].trim_start_matches(is_space);
    let begins = before.is_empty() || before.ends_with('\n');
    let (start, end) = match behind.chars().next() {
        None if begins => (before.len(), text.len()),
        Some('\n') if begins => (before.len(), text.len() - behind.len() + 1),
        _ => (text[..start].trim_end_matches([' ', '\t']).len(), end),
    };
    Span::new(start as u32, end as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::shipped;

    const MANY: usize = 300_000;

    fn of(name: &str, text: &str) -> Comments {
        let source = Source::new(name, text);
        Comments::of(&source, spans(text, &Markdown::of(&source)), &[])
    }

    // Letters that would take hours if each comment were looked for among all others, or along all of
    // the text.

    #[test]
    fn many_directives_above_one_line() {
        let line = "<!-- appeal-lint-disable-next-line tone -->\n";
        let text = line.repeat(MANY) + &"We are words.\n".repeat(MANY);
        let comments = of("a.md", &text);
        let lint = shipped::CATALOGUE.lints.iter().find(|lint| lint.group.name() == "tone");
        let lint = lint.expect("a lint of that group");
        let silent = |at: usize| comments.silence(lint, Span::new(at as u32, at as u32 + 2));
        let first = line.len() * MANY;
        assert!((0..MANY).all(|_| silent(first)));
        assert!(!(0..MANY).any(|number| silent(first + 14 + number)));
        assert!(comments.directives.iter().all(|one| one.names[0].used.get()));
    }

    #[test]
    fn many_comments_that_do_not_close() {
        let text = "<!-- a letter\n".repeat(4 * MANY);
        assert_eq!(of("a.txt", &text).spans.len(), 4 * MANY);
    }

    #[test]
    fn many_comments_on_one_line() {
        let text = "word <!-- a --> ".repeat(MANY);
        let comments = of("a.md", &text);
        assert!(comments.spans.iter().all(|one| removal(&text, *one).len() == 11));
        let alone = |text: &str| removal(text, of("a.md", text).spans[0]);
        assert_eq!(alone("a\n <!-- b --> \nc"), Span::new(2, 15));
        assert_eq!(alone("a <!-- b -->"), Span::new(1, 12));
    }
}
