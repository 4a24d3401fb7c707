//! Which lines are headings, by their form and their first words.

use super::Mark;
use super::line::{Line, LineKind, trimmed};
use crate::source::Span;

/// A heading, and what follows it on its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    /// All of it, with marks and colon.
    pub span: Span,
    /// Its words.
    pub body: Span,
    /// The text behind its colon.
    pub rest: Option<Span>,
}

/// The heading that the line at `index` is or begins with; `follows` says that the line goes on with
/// the paragraph above.
pub(super) fn heading(text: &str, lines: &[Line], index: usize, follows: bool) -> Option<Heading> {
    let line = &lines[index];
    let next = lines.get(index + 1);
    let whole = || Some(Heading { span: line.span, body: unmarked(text, line.text), rest: None });
    if line.kind == LineKind::Hashes {
        return whole();
    }
    if follows && line.kind != LineKind::Part {
        return None;
    }
    if let Some((title, rest)) = line.title {
        if !rest.is_empty() {
            return inline(text, line, title, rest);
        }
        return if stands_alone(text, line, title, next) { whole() } else { None };
    }
    let body = &text[line.text.range()];
    let marked =
        line.kind == LineKind::Part || is_strong(&text[line.span.range()]) || is_bracketed(body);
    let fits = marked && has_at_most(14, body);
    if fits || (line.mark.is_none_or(|mark| outlines(mark.0)) && is_heading_like(text, line, next))
    {
        return whole();
    }
    None
}

/// `Root cause: our supplier …`: the heading is what stands before the colon, or before a full stop
/// when it is so short that it is no sentence.
fn inline(text: &str, line: &Line, title: Span, rest: Span) -> Option<Heading> {
    let words = &text[title.range()];
    let stop = text[title.end as usize..rest.start as usize].trim_end() == ".";
    let most = match line.kind {
        _ if stop => 3,
        LineKind::Part => 12,
        _ => 6,
    };
    let few = has_at_most(most, words);
    // `What happened is always the same: …` is a sentence.
    let clause = words.split_whitespace().any(|word| ["is", "are", "was", "were"].contains(&word));
    (few && !clause).then(|| Heading {
        span: trimmed(text, Span::new(line.span.start, rest.start)),
        body: unmarked(text, title),
        rest: Some(rest),
    })
}

/// Whether a line with the words of a heading is one: the next line must not go on with it, nor with
/// the list that it is marked for.
fn stands_alone(text: &str, line: &Line, title: Span, next: Option<&Line>) -> bool {
    let Some(next) = next else { return false };
    let fits = |most| has_at_most(most, &text[title.range()]);
    let whole = &text[line.span.range()];
    let ends = whole.ends_with([':', '：', '*', '_']);
    if whole.ends_with(['.', '。']) && !fits(5) {
        return false;
    }
    if let Some((mark, number)) = line.mark {
        return fits(12) && next.mark != Some((mark, number + 1)) && (mark != Mark::Bullet || ends);
    }
    let fresh = next.after_blank || next.mark.is_some() || ends || next.kind != LineKind::Plain;
    fits(14) && (fresh || (fits(6) && !text[next.span.range()].starts_with(char::is_lowercase)))
}

/// Whether a short line without known words looks like a heading: a label before text, capitals, or a
/// few words by themselves.
fn is_heading_like(text: &str, line: &Line, next: Option<&Line>) -> bool {
    let Some(next) = next.filter(|next| matches!(next.kind, LineKind::Plain | LineKind::Quote))
    else {
        return false;
    };
    let body = &text[line.text.range()];
    if body.is_empty()
        || !has_at_most(8, body)
        || line.mark.is_some_and(|mark| next.mark.is_some_and(|(style, _)| style == mark.0))
    {
        return false;
    }
    let label = body.ends_with([':', '：']) && !is_clause(body);
    let plain = !body
        .ends_with(['.', ',', '!', ';', '。', '，', '！', '；', ':', '：', '?', '？', '"', '”']);
    let capitals = plain && is_capitals(body) && line.after_blank;
    let lone = plain
        && line.after_blank
        && (next.after_blank || next.mark.is_some())
        && has_at_most(6, body)
        && begins_like_title(body);
    label || capitals || lone
}

/// Whether the marks of this kind number the parts of a letter more often than the items of a list.
fn outlines(mark: Mark) -> bool {
    matches!(mark, Mark::Alphabetic | Mark::Roman | Mark::Chinese)
}

/// Whether a line begins with who does something, as sentences do and headings do not.
fn is_clause(body: &str) -> bool {
    let first =
        body.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    [
        "we", "i", "please", "here", "below", "there", "it", "this", "they", "you", "so", "as",
        "dear", "hello", "hi", "thank",
    ]
    .contains(&first.as_str())
}

/// Whether the first character fits a title, and no sentence is begun.
fn begins_like_title(body: &str) -> bool {
    let starts = body.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    starts && !is_clause(body) && body.chars().any(char::is_alphabetic)
}

/// Whether all letters are capitals, and there are some.
fn is_capitals(body: &str) -> bool {
    let letters = body.chars().filter(|letter| letter.is_alphabetic()).take(80);
    body.chars().filter(|letter| letter.is_uppercase()).take(5).count() >= 5
        && letters.into_iter().all(char::is_uppercase)
}

/// Whether the line is bold as a whole.
fn is_strong(line: &str) -> bool {
    let line = line.trim_end_matches([':', '：']);
    ["**", "__"]
        .iter()
        .any(|mark| line.len() > 5 && line.ends_with(mark) && line.match_indices(mark).count() == 2)
}

/// `【Account information】`
fn is_bracketed(body: &str) -> bool {
    body.starts_with('【') && body.find('】') == Some(body.len() - '】'.len_utf8())
}

/// A span without bold marks, closing hashes, brackets and a final colon.
pub(super) fn unmarked(text: &str, span: Span) -> Span {
    let marks =
        |letter: char| matches!(letter, '*' | '_' | '#' | '【' | '】') || letter.is_whitespace();
    let slice = &text[span.range()];
    let end = slice
        .trim_end_matches(|letter| marks(letter) || matches!(letter, ':' | '：' | '.' | '。'))
        .len();
    let start = end - slice[..end].trim_start_matches(marks).len();
    Span::new(span.start + start as u32, span.start + end as u32)
}

/// Whether a text has no more than so many words, where two Chinese characters are one.
fn has_at_most(most: usize, text: &str) -> bool {
    let han = || text.chars().filter(|letter| ('一'..='鿿').contains(letter)).count();
    text.len() <= 300 && text.split_whitespace().nth(most).is_none() && han() / 2 <= most
}
