//! The words around a place, for checks that read characters.

use std::iter;

use super::Context;
use crate::letter::{Block, BlockKind, FactKind};
use crate::phrase::{Token, is_han};
use crate::source::Span;

/// Endings in parentheses that make a noun one or several: `item(s)`.
pub const ENDINGS: &[&str] = &["s", "es", "ies"];

/// Beginnings in parentheses that a word may have or not: `(re)labelling`, `(s)he`.
pub const PREFIXES: &[&str] = &[
    "re", "un", "non", "pre", "de", "dis", "im", "ir", "mis", "over", "under", "co", "sub", "semi",
    "inter", "anti", "fe", "wo", "s", "e", "in", "bi", "multi", "out", "micro",
];

/// The blocks that the writer wrote.
pub fn own_blocks<'c>(cx: &Context<'c>) -> impl Iterator<Item = &'c Block> {
    let quoted = |block: &&Block| !matches!(block.kind, BlockKind::Quote | BlockKind::Directive);
    cx.letter.blocks.iter().filter(quoted)
}

/// So many bytes are looked at together.
const CHUNK: usize = 32;

/// The characters of a text that are not ASCII, which in English are few, with their offsets.
pub fn beyond_ascii(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut at = 0;
    iter::from_fn(move || {
        let rest = &text.as_bytes()[at..];
        let plain = rest.chunks(CHUNK).take_while(|chunk| chunk.is_ascii()).count() * CHUNK;
        let start = at + plain + rest.get(plain..)?.iter().position(|byte| !byte.is_ascii())?;
        let c = text[start..].chars().next()?;
        at = start + c.len_utf8();
        Some((start, c))
    })
}

/// No word is read further than so many characters.
const LONGEST: usize = 256;

/// Where the word that ends at `at` begins, but not before `from`.
pub fn word_start(text: &str, from: usize, at: usize) -> usize {
    let letters = text[from..at].chars().rev().take(LONGEST).take_while(|c| is_word(*c));
    at - letters.map(char::len_utf8).sum::<usize>()
}

/// Where the word that begins at `at` ends, but not behind `to`.
pub fn word_end(text: &str, at: usize, to: usize) -> usize {
    let letters = text[at..to].chars().take(LONGEST).take_while(|c| is_word(*c));
    at + letters.map(char::len_utf8).sum::<usize>()
}

/// A letter or digit that is no Chinese character, or an apostrophe.
pub fn is_word(c: char) -> bool {
    (c.is_alphanumeric() && !is_han(c)) || matches!(c, '\'' | '’')
}

/// Whether `at` lies in a fact of one of these kinds.
pub fn in_fact(cx: &Context<'_>, at: usize, kinds: &[FactKind]) -> bool {
    let at = at as u32;
    let next = cx.letter.facts.partition_point(|fact| fact.span.end <= at);
    cx.letter
        .facts
        .get(next)
        .is_some_and(|fact| fact.span.start <= at && kinds.contains(&fact.kind))
}

/// A span of byte offsets.
pub fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// Whether the token at that index is the letter of a label: option a, the point i. Not behind `each` or
/// `this`: at this point a buyer wrote.
pub fn is_label(cx: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let before = |by: usize| at.checked_sub(by).map(|before| &tokens[before]);
    let is_any = |one: &Token| {
        cx.is(one, "determiner") && !matches!(cx.word(one), "a" | "an" | "the" | "The" | "A")
    };
    before(1).is_some_and(|noun| cx.is(noun, "label-noun")) && !before(2).is_some_and(is_any)
}
