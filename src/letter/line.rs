//! Lines: what each line of a letter is by itself.

use pest::Parser;
use pest::iterators::Pair;

use super::Mark;
use crate::source::Span;

/// Bytes given to the grammar at once: keeps what it remembers small.
const CHUNK: usize = 1 << 16;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/letter.pest"]
struct LineGrammar;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
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
    let mut start = 0;
    let mut last = 0;
    while start < text.len() {
        let from = (start + CHUNK).min(text.len());
        let end =
            memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at);
        // The grammar is total: a chunk that it would refuse has no lines worth keeping.
        for pair in LineGrammar::parse(Rule::lines, &text[start..end]).into_iter().flatten() {
            if pair.as_rule() == Rule::EOI {
                continue;
            }
            let mut line = line(text, start as u32, pair);
            line.after_blank = lines.is_empty() || has_blank(&text[last..line.span.start as usize]);
            last = line.span.end as usize;
            lines.push(line);
        }
        start = end + 1;
    }
    lines
}

/// Whether the text between two lines holds a blank line.
fn has_blank(between: &str) -> bool {
    memchr::memchr_iter(b'\n', between.as_bytes()).nth(1).is_some()
}

/// One line from what the grammar says; `base` is the offset of its chunk.
fn line(text: &str, base: u32, pair: Pair<'_, Rule>) -> Line {
    let whole = trimmed(text, span(base, &pair));
    let mut line = Line {
        span: whole,
        kind: kind(pair.as_rule()),
        after_blank: false,
        indent: whole.start - span(base, &pair).start,
        mark: None,
        title: None,
        text: whole,
    };
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::hashes => line.kind = LineKind::Hashes,
            Rule::subject_key => line.kind = LineKind::Subject,
            Rule::address_key => line.kind = LineKind::Address,
            Rule::mark => mark(&mut line, inner),
            Rule::label => {
                let rest = Span::new(span(base, &inner).end, whole.end.max(span(base, &inner).end));
                line.title = inner
                    .into_inner()
                    .next()
                    .map(|title| (trimmed(text, span(base, &title)), trimmed(text, rest)));
            }
            Rule::tail => line.text = trimmed(text, span(base, &inner)),
            _ => {}
        }
    }
    if let Some((title, _)) = line.title {
        line.text.start = title.start;
    }
    line
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

/// Notes the mark of a list item, or of a part of the letter.
fn mark(line: &mut Line, pair: Pair<'_, Rule>) {
    let Some(style) = pair.into_inner().next() else { return };
    let found = match style.as_rule() {
        Rule::parens => Mark::Parens,
        Rule::number_paren => Mark::NumberParen,
        Rule::number_dot => Mark::NumberDot,
        Rule::enumeration => Mark::Enumeration,
        Rule::number_comma => Mark::NumberComma,
        Rule::circled => Mark::Circled,
        Rule::chinese => Mark::Chinese,
        Rule::roman => Mark::Roman,
        Rule::alphabetic => Mark::Alphabetic,
        Rule::bullet => Mark::Bullet,
        Rule::ordinal => Mark::Ordinal,
        _ => {
            line.kind = LineKind::Part;
            return;
        }
    };
    let said = style.clone().into_inner().next().unwrap_or(style);
    line.mark = Some((found, value(found, said.as_str())));
}

/// The number that a mark says; 0 where it says none.
fn value(mark: Mark, text: &str) -> u32 {
    let first = text.chars().next().unwrap_or(' ');
    match mark {
        Mark::Bullet | Mark::Ordinal => 0,
        Mark::Circled => match first {
            '①'..='⑳' => first as u32 - '①' as u32 + 1,
            '❶'..='❿' => first as u32 - '❶' as u32 + 1,
            _ => first as u32 - '➀' as u32 + 1,
        },
        Mark::Roman => roman(text),
        _ if first.is_ascii_alphabetic() => u32::from(first.to_ascii_lowercase() as u8 - b'a') + 1,
        _ if first.is_ascii_digit() => text.parse().unwrap_or(0),
        _ => text.chars().fold(0, |sum, digit| sum + han_digit(digit)),
    }
}

/// A Roman number below twenty.
fn roman(text: &str) -> u32 {
    let (mut sum, mut last) = (0, 0);
    for letter in text.chars().rev() {
        let value = match letter.to_ascii_lowercase() {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => 0,
        };
        sum = if value < last { sum - value } else { sum + value };
        last = value;
    }
    sum
}

/// A Chinese digit; up to nineteen their sum is the number.
fn han_digit(digit: char) -> u32 {
    "一二三四五六七八九十".chars().position(|one| one == digit).map_or(0, |at| at as u32 + 1)
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
