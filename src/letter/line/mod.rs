//! Lines: what each line of a letter is by itself.

mod guard;
mod mark;
#[cfg(test)]
mod tests;
mod title;

use pest::Parser;
use pest::iterators::Pair;

use super::Mark;
use crate::source::Span;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/letter.pest"]
struct LineGrammar;

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line from its first to its last character that is not a space.
    pub span: Span,
    /// What it looks like.
    pub kind: LineKind,
    /// Whether a blank line, or nothing, stands before it.
    pub after_blank: bool,
    /// The number of spaces before it.
    pub indent: u32,
    /// Its list mark, and the number that the mark says.
    pub mark: Option<(Mark, u32)>,
    /// The words of a heading at its start, and what follows them on the line.
    pub title: Option<(Span, Span)>,
    /// What follows marks and keys: the text.
    pub text: Span,
}

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Anything else.
    Plain,
    /// Begins with `#`.
    Hashes,
    /// Begins with the mark of a part of the letter: `Part 1`.
    Part,
    /// Only dashes or the like.
    Rule,
    /// `Original message`.
    Original,
    /// Begins with `>`.
    Quote,
    /// Only a comment.
    Directive,
    /// `Subject: …`
    Subject,
    /// `To: …`
    Address,
    /// `Dear …,`; the text is what follows.
    Greeting,
    /// `Sincerely,`
    SignOff,
}

/// Reads the lines of `text`; blank ones are left out.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(text.len() / 64);
    let (mut start, mut after_blank) = (0, true);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let raw = Span::new(start as u32, end as u32);
        let first = text[start..end].trim_start_matches(guard::is_space);
        if !first.is_empty() {
            let base = end - first.len();
            lines.push(Line { after_blank, ..line(text, raw, base as u32) });
        }
        after_blank = first.is_empty();
        start = end + 1;
    }
    lines
}

/// One line of a text, whose first character that is no space stands at `base`. The grammar is asked for
/// what may be there, and for no more: most lines are prose.
fn line(text: &str, raw: Span, base: u32) -> Line {
    let whole = trimmed(text, raw);
    let mut line = Line {
        span: whole,
        kind: LineKind::Plain,
        after_blank: false,
        indent: whole.start - raw.start,
        mark: None,
        title: None,
        text: if whole.is_empty() { Span::new(base, base) } else { whole },
    };
    let rest = &text[base as usize..raw.end as usize];
    let may = guard::may_be(rest);
    if let Some(pair) = may.special.and_then(|part| parse(part, rest)) {
        special(text, base, pair, &mut line);
        return line;
    }
    let mut at = base;
    if let Some(pair) = may.open.and_then(|part| parse(part, rest)) {
        at = span(base, &pair).end;
        line.text = trimmed(text, Span::new(at, raw.end));
        open(pair, &mut line);
    }
    let rest = &text[at as usize..raw.end as usize];
    if title::may_be_labelled(rest)
        && let Some(pair) = parse(Rule::labelled_line, rest)
    {
        label(text, at, raw, pair, &mut line);
    }
    line
}

/// What a rule reads at the start of a line.
fn parse(part: Rule, line: &str) -> Option<Pair<'_, Rule>> {
    LineGrammar::parse(part, line).ok()?.next()
}

/// Notes what a line is that is no text of the letter.
fn special(text: &str, base: u32, pair: Pair<'_, Rule>, line: &mut Line) {
    line.kind = kind(pair.as_rule());
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::subject_key => line.kind = LineKind::Subject,
            Rule::address_key => line.kind = LineKind::Address,
            Rule::tail => line.text = trimmed(text, span(base, &inner)),
            _ => {}
        }
    }
}

/// Notes the marks that a line begins with.
fn open(pair: Pair<'_, Rule>, line: &mut Line) {
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::hashes => line.kind = LineKind::Hashes,
            _ => mark::mark(line, inner),
        }
    }
}

/// Notes the title that a line begins with, or goes on with behind its marks.
fn label(text: &str, base: u32, raw: Span, pair: Pair<'_, Rule>, line: &mut Line) {
    let end = span(base, &pair).end;
    let rest = Span::new(end, line.span.end.max(end));
    let Some(title) = pair.into_inner().next() else { return };
    let title = trimmed(text, span(base, &title));
    line.title = Some((title, trimmed(text, rest)));
    line.text = Span::new(title.start, trimmed(text, Span::new(end, raw.end)).end);
}

/// What a rule of the grammar says of its line.
fn kind(of: Rule) -> LineKind {
    match of {
        Rule::directive => LineKind::Directive,
        Rule::rule => LineKind::Rule,
        Rule::original => LineKind::Original,
        Rule::quote => LineKind::Quote,
        Rule::greeting => LineKind::Greeting,
        Rule::sign_off => LineKind::SignOff,
        _ => LineKind::Plain,
    }
}

/// The bytes of a pair, as offsets into the letter.
fn span(base: u32, pair: &Pair<'_, Rule>) -> Span {
    let span = pair.as_span();
    Span::new(base + span.start() as u32, base + span.end() as u32)
}

/// A span without the white space around it.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let slice = &text[span.range()];
    let end = slice.trim_end_matches(blank).len();
    let start = end - slice[..end].trim_start_matches(blank).len();
    Span::new(span.start + start as u32, span.start + end as u32)
}

/// White space, and the byte order mark that some editors leave in the middle.
fn blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}
