//! Names of companies: words with capitals before `Inc`, `Ltd` and the like.

use super::address::REACH;
use crate::source::Span;

/// What the name of a company ends with.
const FORMS: &[&str] = &[
    "inc",
    "ltd",
    "limited",
    "llc",
    "llp",
    "co",
    "corp",
    "corporation",
    "gmbh",
    "pte",
    "pty",
    "plc",
    "sdn",
    "bhd",
    "sarl",
    "srl",
];

/// A name has at most so many words before its form.
const MOST: usize = 6;

/// The names that begin within a span or go on there, without the form; each word of a name begins one.
/// At the start of a sentence any word has a capital: there only a name of one word is known.
pub(super) fn places(text: &str, span: Span) -> impl Iterator<Item = Span> {
    let head = text[..span.start as usize].chars().rev().take(REACH).take_while(|c| is_part(*c));
    let start = span.start as usize - head.map(char::len_utf8).sum::<usize>();
    let words = text[start..span.end as usize].split(|c| !is_part(c));
    words.filter_map(move |word| {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        let (words, length) = name(&text[at..])?;
        (words == 1 || !opens_sentence(&text[..at]))
            .then(|| Span::new(at as u32, (at + length) as u32))
    })
}

/// How many words, and how many bytes, the name has that a text begins with, if a form follows.
fn name(text: &str) -> Option<(usize, usize)> {
    let mut length = 0;
    for words in 1..=MOST {
        let word = word(&text[length..]);
        if !word.starts_with(|c: char| c.is_uppercase() || c == '&') || is_form(word) {
            return None;
        }
        length += word.len();
        let (has_comma, behind) = match &text[length..] {
            behind if behind.starts_with(", ") => (true, &behind[2..]),
            behind => (false, behind.strip_prefix(' ')?),
        };
        if is_form(self::word(behind)) {
            return Some((words, length));
        }
        if has_comma {
            return None;
        }
        length += 1;
    }
    None
}

/// The word that a text begins with, as far as it is looked at.
fn word(text: &str) -> &str {
    let parts = text.char_indices().take(REACH).take_while(|(_, c)| is_part(*c) || *c == '&');
    &text[..parts.last().map_or(0, |(at, c)| at + c.len_utf8())]
}

/// Whether a character is part of a word.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '-')
}

fn is_form(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && FORMS.iter().any(|form| form.eq_ignore_ascii_case(word))
}

/// Whether a sentence begins behind a text.
fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\t', '*', '"', '“']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}
