//! Regular expressions: the escape hatch for what is no phrase. None is compiled unless the letter
//! holds a literal that it waits for, and it reads no more of the letter than it must.

use std::cell::OnceCell;
use std::ops::Range;

use memchr::{memchr, memrchr};
use regex_lite::{Captures, Regex};

use super::replace::like;
use super::{Context, Finding, Findings};
use crate::letter::{BlockKind, Letter};
use crate::lint::{Pattern, Place, Tried};
use crate::source::Span;

/// How far from a literal another one is near.
const NEAR: u32 = 256;

/// The letter as patterns read it.
pub(super) struct Read<'l> {
    text: &'l str,
    /// In small letters, once that was needed.
    small: OnceCell<String>,
}

impl<'l> Read<'l> {
    pub(super) fn new(text: &'l str) -> Self {
        Self { text, small: OnceCell::new() }
    }

    fn by(&self, pattern: &Pattern) -> &str {
        if pattern.small {
            self.small.get_or_init(|| self.text.to_ascii_lowercase())
        } else {
            self.text
        }
    }
}

/// What the lint's patterns find, without quoted text and places found already. Its literals are by
/// pattern and place.
pub(super) fn run(
    context: &Context<'_>,
    read: &Read<'_>,
    literals: &[Place],
    found: &mut Findings,
) {
    if literals.is_empty() {
        return;
    }
    let first = context.lint.phrases.len();
    let mut taken: Vec<Span> = found.iter().map(|one| one.span).collect();
    for places in literals.chunk_by(|one, next| one.pattern == next.pattern) {
        let index = usize::from(places[0].pattern);
        let pattern = &context.lint.patterns[index];
        let starts = starts(context.letter.text, pattern, places);
        let Some(regex) = (!starts.is_empty()).then(|| pattern.regex()).flatten() else { continue };
        taken.sort_unstable_by_key(|span| (span.start, span.end));
        let known = taken.len();
        for (captures, base) in matches(read.by(pattern), pattern.tried, regex, starts) {
            let span = place(&captures, base);
            let overlaps = overlaps(&taken[..known], span) || overlaps(&taken[known..], span);
            if !span.is_empty() && !overlaps && !quoted(context.letter, span) {
                taken.push(span);
                found.push(report(context.letter.text, pattern, first + index, span, &captures));
            }
        }
    }
}

/// The places that a pattern is tried at or around.
fn starts(text: &str, pattern: &Pattern, places: &[Place]) -> Vec<usize> {
    let (own, near) = places.split_at(places.partition_point(|place| !place.near));
    let is_near = |place: &&Place| {
        let first = near.partition_point(|one| one.at + NEAR < place.at);
        near.get(first).is_some_and(|one| one.at <= place.at + NEAR)
    };
    let own = own.iter().filter(|place| !pattern.near || is_near(place));
    let starts = own.map(|place| place.at as usize);
    let fits = |start: &usize| match pattern.tried {
        Tried::AtLiteral => begins_word(text, *start),
        Tried::AtHead => begins_line(text, *start),
        _ => true,
    };
    starts.filter(fits).collect()
}

/// What a pattern matches, each with the offset of the text that it was tried on.
fn matches<'t>(
    text: &'t str,
    tried: Tried,
    regex: &Regex,
    starts: Vec<usize>,
) -> Vec<(Captures<'t>, usize)> {
    match tried {
        Tried::AtLiteral | Tried::AtHead => tried_at(text, regex, starts),
        Tried::AtLine => tried_at(text, regex, lines(text, starts).map(|line| line.start)),
        Tried::InWords => in_words(text, regex, starts),
        Tried::InLine => {
            let lines = lines(text, starts);
            let all = lines.flat_map(|line| {
                regex.captures_iter(&text[line.clone()]).map(move |found| (found, line.start))
            });
            all.collect()
        }
    }
}

/// What an expression matches at some places, without those that an earlier match has taken: else one
/// that reads many lines would read them again from each of them.
fn tried_at<'t>(
    text: &'t str,
    regex: &Regex,
    starts: impl IntoIterator<Item = usize>,
) -> Vec<(Captures<'t>, usize)> {
    let mut taken = 0;
    let mut found = Vec::new();
    for start in starts {
        if let Some(captures) = (start >= taken).then(|| regex.captures(&text[start..])).flatten() {
            taken = place(&captures, start).end as usize;
            found.push((captures, start));
        }
    }
    found
}

/// Whether no word goes on at a byte.
fn begins_word(text: &str, at: usize) -> bool {
    let is_word = |letter: char| letter.is_ascii_alphanumeric();
    !(text[at..].starts_with(is_word) && text[..at].ends_with(is_word))
}

/// Whether nothing but spaces stands before a byte in its line.
fn begins_line(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// What an expression matches in the words that some places lie in, each of which is read once.
fn in_words<'t>(text: &'t str, regex: &Regex, starts: Vec<usize>) -> Vec<(Captures<'t>, usize)> {
    let mut found = Vec::new();
    let mut line = line_of(text, 0);
    // What was read ends here, and so does the last match, which may reach beyond.
    let (mut read, mut taken) = (0, 0);
    for start in starts {
        if start > line.end {
            line = line_of(text, start);
        }
        read = read.max(line.start);
        let start = start.min(line.end);
        if start < read {
            continue;
        }
        let space = text[read..start].rfind(char::is_whitespace);
        taken = taken.max(read + space.unwrap_or(0));
        read = word_end(&text[..line.end], start);
        let seen = &text[line.start..end_of_view(&text[..line.end], read)];
        while let Some(captures) = regex.captures_at(seen, taken - line.start) {
            let whole = captures.get(0).map_or(0..0, |whole| whole.range());
            // What begins behind the word is left to a literal there, which sees one word more.
            if whole.is_empty() || line.start + whole.start >= read {
                break;
            }
            taken = line.start + whole.end;
            found.push((captures, line.start));
        }
    }
    found
}

/// Where the word that stands at a place ends.
fn word_end(text: &str, at: usize) -> usize {
    text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length)
}

/// How much an expression sees of a text for a word that ends there: the next word, and the character
/// behind that. It sees the line from its start, so `^` is that.
fn end_of_view(text: &str, word: usize) -> usize {
    let next = text.len() - text[word..].trim_start().len();
    let end = word_end(text, next);
    end + text[end..].chars().next().map_or(0, char::len_utf8)
}

/// The lines that these offsets lie in, each once. The offsets are ascending.
fn lines(
    text: &str,
    starts: impl IntoIterator<Item = usize>,
) -> impl Iterator<Item = Range<usize>> {
    let mut end = None;
    starts.into_iter().filter_map(move |start| {
        if end.is_some_and(|end| start <= end) {
            return None;
        }
        let line = line_of(text, start);
        end = Some(line.end);
        Some(line)
    })
}

/// The line that an offset lies in, without its break.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let start = memrchr(b'\n', &bytes[..at]).map_or(0, |at| at + 1);
    let end = memchr(b'\n', &bytes[at..]).map_or(text.len(), |length| at + length);
    start..start + text[start..end].trim_end_matches('\r').len()
}

/// Whether a span shares a byte with one of some that are ascending and do not overlap much.
fn overlaps(taken: &[Span], span: Span) -> bool {
    let from = taken.partition_point(|one| one.end <= span.start);
    taken[from..].iter().take_while(|one| one.start < span.end).any(|one| one.overlaps(span))
}

/// The place that a match reports: the group `here`, or all of it. The text that was read begins at
/// `base`.
fn place(captures: &Captures<'_>, base: usize) -> Span {
    let range = captures.name("here").or(captures.get(0)).map_or(0..0, |found| found.range());
    Span::new((base + range.start) as u32, (base + range.end) as u32)
}

/// Whether a place lies in text that is not the writer's.
fn quoted(letter: &Letter<'_>, span: Span) -> bool {
    let at = letter.blocks.partition_point(|block| block.span.end <= span.start);
    letter.blocks.get(at).is_some_and(|block| {
        block.span.overlaps(span) && matches!(block.kind, BlockKind::Quote | BlockKind::Directive)
    })
}

/// A finding for a match; wordings of patterns are numbered behind those of the phrases.
fn report(
    letter: &str,
    pattern: &Pattern,
    wording: usize,
    span: Span,
    captures: &Captures<'_>,
) -> Finding {
    let finding = Finding::at(span).variant(wording.to_string());
    if pattern.replace.is_empty() {
        return finding;
    }
    let mut text = String::new();
    captures.expand(&pattern.replace, &mut text);
    let text = like(letter, span, &pattern.replace, text);
    finding.replace(span, text, pattern.applicability)
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;
    use crate::lint::Applicability;

    fn pattern(tried: Tried, regex: &str, near: bool) -> Pattern {
        Pattern {
            source: regex.into(),
            small: false,
            tried,
            near,
            replace: "".into(),
            applicability: Applicability::MaybeIncorrect,
            compiled: OnceLock::new(),
        }
    }

    fn place_at(at: u32, near: bool) -> Place {
        Place { lint: 0, pattern: 0, near, at }
    }

    fn found<'t>(text: &'t str, tried: Tried, regex: &str, places: &[u32]) -> Vec<&'t str> {
        let pattern = pattern(tried, regex, false);
        let places: Vec<Place> = places.iter().map(|at| place_at(*at, false)).collect();
        let regex = pattern.regex().expect("a good one");
        let all = matches(text, tried, regex, starts(text, &pattern, &places));
        all.iter().map(|(captures, base)| &text[place(captures, *base).range()]).collect()
    }

    #[test]
    fn matches_side_by_side_are_two() {
        let regex = r"^(?:(?P<here>\[[A-Z]+\])(?:[^(]|$))";
        assert_eq!(found("[NAME][DATE]", Tried::AtLiteral, regex, &[0, 6]), ["[NAME]", "[DATE]"]);
    }

    #[test]
    fn a_match_over_several_lines_is_not_tried_again_in_them() {
        let regex = r"^(?:(?:[a-z]+:\n)+)";
        assert_eq!(found("a:\nb:\nc:\n", Tried::AtLine, regex, &[1, 4, 7]), ["a:\nb:\nc:\n"]);
    }

    #[test]
    fn words_are_read_with_the_next_one_and_what_stands_beside_them() {
        let regex = r"(?:^|[^\w-])(?P<here>xx(?: days)?)(?:[^\w-]|$)";
        let text = "xx 2xx a-xx (xx) xx days\r\nxx xx-\nxx";
        let places = [0, 4, 9, 13, 17, 26, 29, 33];
        assert_eq!(
            found(text, Tried::InWords, regex, &places),
            ["xx", "xx", "xx days", "xx", "xx"]
        );
        // A line that is one word is read once.
        assert_eq!(found("\u{5929}xx,xx", Tried::InWords, "xx", &[3, 6]), ["xx", "xx"]);
    }

    #[test]
    fn lines_are_read_without_their_breaks_and_words_from_their_start() {
        assert_eq!(found("x\r\nTBD\r\n", Tried::InLine, "TBD$", &[3]), ["TBD"]);
        assert_eq!(
            found("cabin jan 3 in jan 3", Tried::AtLiteral, "^in jan", &[3, 12]),
            ["in jan"]
        );
    }

    #[test]
    fn some_patterns_wait_for_what_stands_near_or_for_the_head_of_a_line() {
        let waiting = pattern(Tried::AtLine, "x", true);
        let places = [place_at(10, false), place_at(900, false), place_at(644, true)];
        assert_eq!(starts("", &waiting, &places), [900]);
        assert_eq!(found("Name x\n \tName x", Tried::AtHead, "Name", &[0, 9]), ["Name", "Name"]);
        assert_eq!(found("My Name x", Tried::AtHead, "Name", &[3]), [""; 0]);
    }
}
