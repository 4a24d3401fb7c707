//! Names and sentences that begin with a small letter.

use super::around::{in_fact, is_label, own_blocks, span};
use super::judge::{Context, Finding, Findings};
use crate::letter::{Block, BlockKind, FactKind, Sentence};
use crate::lint::Applicability;
use crate::phrase::{NO_ENTRY, Token, TokenKind};

/// Facts in which case does not matter.
const ADDRESSES: &[FactKind] = &[FactKind::Email, FactKind::Url, FactKind::Document];
/// So many characters of a title are looked at before a word and behind it.
const TITLE: usize = 40;
/// A paragraph of fewer words is a fragment: a table cell, a name.
const PARAGRAPH: u32 = 5;
/// Fewer words before or behind a full stop are hardly a sentence.
const SENTENCE: u32 = 3;
/// The shortest word that is no abbreviation, in letters.
const WHOLE: usize = 4;
/// Endings that abbreviations do not have.
const WHOLE_ENDINGS: &[&str] = &[
    "e", "y", "ed", "ing", "ion", "ions", "es", "ers", "ment", "ments", "ness", "ght", "ful", "ble",
];

/// Reports names, `i`, and the first words of sentences.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let is_name = cx.class("capital-name");
    for block in own_blocks(cx) {
        let sentences =
            &cx.letter.sentences[block.sentences.start as usize..block.sentences.end as usize];
        for sentence in sentences {
            names(cx, &is_name, sentence, found);
        }
        for pair in sentences.windows(2) {
            after_stop(cx, &pair[0], &pair[1], found);
        }
        opening(cx, block, sentences, found);
    }
}

/// Names of companies, countries, days and months; `i`.
fn names(
    cx: &Context<'_>,
    is_name: &impl Fn(&Token) -> bool,
    sentence: &Sentence,
    found: &mut Findings,
) {
    let tokens = &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
    for (at, token) in tokens.iter().enumerate() {
        let small = cx.letter.text.as_bytes()[token.start as usize].is_ascii_lowercase();
        if token.kind != TokenKind::Word || !small {
            continue;
        }
        let meant = (is_name(token) && !is_word(cx, tokens, at)) || is_speaker(cx, tokens, at);
        if meant && !in_address(cx, token) && !is_title(cx.letter.text, token) {
            let sure = cx.word(token) != "china" || is_country(cx, tokens, at);
            report(cx, token.start as usize, token, sure, found);
        }
    }
}

/// Whether a token is the `i` that somebody calls himself, no number: `point i is`.
fn is_speaker(cx: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let is_verb = |next: &Token| {
        let finite =
            cx.is(next, "finite") && !matches!(cx.word(next), "is" | "are" | "has" | "does");
        finite || cx.is(next, "plain-verb") || cx.is(next, "middle-adverb")
    };
    cx.word(&tokens[at]) == "i"
        && tokens.get(at + 1).is_some_and(is_verb)
        && !is_label(cx, tokens, at)
}

/// Whether what may be a name is a word here: bone china, china mugs, our china, black japan, french
/// fries, please google it.
fn is_word(cx: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let is = |beside: Option<&Token>, class| beside.is_some_and(|token| cx.is(token, class));
    let (before, next) = (at.checked_sub(1).map(|at| &tokens[at]), tokens.get(at + 1));
    match cx.word(&tokens[at]) {
        "china" => {
            let owned = is(before, "determiner") && !is(next, "china-place");
            is(before, "before-china") || is(next, "chinaware") || owned
        }
        "japan" => is(before, "before-japan"),
        "french" => is(next, "french-thing"),
        "google" => is(before, "before-googling"),
        _ => false,
    }
}

/// Whether `china` can only be the country.
fn is_country(cx: &Context<'_>, tokens: &[Token], at: usize) -> bool {
    let is = |beside: Option<&Token>, class| beside.is_some_and(|token| cx.is(token, class));
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    is(before, "before-country") || is(tokens.get(at + 1), "china-place")
}

/// Whether a word stands in quotation marks with few others: the name of a store or of a product may be
/// written in small letters.
fn is_title(text: &str, token: &Token) -> bool {
    let is_mark = |c: &char| matches!(c, '"' | '“' | '”');
    let mut before = text[..token.start as usize].chars().rev().take(TITLE);
    let mut beside = text[..token.start as usize].chars().next_back();
    let opens = loop {
        match before.next() {
            Some('“') => break true,
            Some('"') => {
                let closes = before.next().is_some_and(char::is_alphanumeric)
                    || beside.is_some_and(char::is_whitespace);
                break !closes;
            }
            Some('”') | None => break false,
            other => beside = other,
        }
    };
    let mut behind = text[token.end as usize..].chars().take(TITLE);
    opens && behind.find(is_mark).is_some_and(|mark| mark != '“')
}

/// Whether the word is part of an address or a handle: `amazon.com`, `@amazon`, `amazon-fba`.
fn in_address(cx: &Context<'_>, token: &Token) -> bool {
    let (start, end) = (token.start as usize, token.end as usize);
    let before = cx.letter.text[..start].chars().next_back();
    let mut behind = cx.letter.text[end..].chars();
    let (next, over) = (behind.next(), behind.next());
    in_fact(cx, start, ADDRESSES)
        || before.is_some_and(|c| matches!(c, '@' | '/' | '.' | '-' | '_' | '#'))
        || next.is_some_and(|c| matches!(c, '@' | '/' | '_' | '-'))
        || (next == Some('.') && over.is_some_and(char::is_alphanumeric))
}

/// `issue. but also`: a full stop, a space and a small letter.
fn after_stop(cx: &Context<'_>, before: &Sentence, sentence: &Sentence, found: &mut Findings) {
    let text = cx.letter.text;
    let end = before.span.end as usize;
    let spaced = text[end..sentence.span.start as usize].chars().any(char::is_whitespace);
    let stopped = text[..end].ends_with('.') && !text[..end].ends_with("..");
    let (Some(last), Some(first)) = (word_token(cx, before, true), word_token(cx, sentence, false))
    else {
        return;
    };
    let starts = first.start == sentence.span.start;
    let word = cx.word(last);
    let counts = last.kind == TokenKind::Word && word.len() > 2 && !word.contains('.');
    let whole = is_whole(cx, last);
    let ended = whole || cx.is(first, "sentence-opener");
    if spaced && stopped && starts && counts && ended && is_plain_small(cx, first) {
        let long = |one: &Sentence| one.tokens.end - one.tokens.start >= SENTENCE;
        let sure = whole && is_known(first) && long(before) && long(sentence);
        report(cx, last.start as usize, first, sure, found);
    }
}

/// Whether a word before a full stop is no abbreviation: small letters that the lints' files know, or that
/// end as abbreviations do not.
fn is_whole(cx: &Context<'_>, token: &Token) -> bool {
    let word = cx.word(token);
    word.len() >= WHOLE
        && word.chars().all(|c| c.is_ascii_lowercase())
        && !cx.is(token, "abbreviation")
        && (is_known(token) || WHOLE_ENDINGS.iter().any(|ending| word.ends_with(ending)))
}

/// Whether the lints' files have the word: a brand or a unit in small letters is in none.
fn is_known(token: &Token) -> bool {
    token.entry != NO_ENTRY
}

/// The first or the last word of a sentence.
fn word_token<'c>(cx: &Context<'c>, sentence: &Sentence, last: bool) -> Option<&'c Token> {
    let tokens = &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
    if last { tokens.last() } else { tokens.first() }
}

/// A word in small letters throughout; `eBay` and `iPhone` are names, and some that should be written
/// in that way.
fn is_plain_small(cx: &Context<'_>, token: &Token) -> bool {
    let word = cx.word(token);
    let small = |c: char| c.is_ascii_lowercase() || matches!(c, '\'' | '’');
    word.len() > 1 && word.chars().all(small) && !cx.is(token, "small-brand")
}

/// The first sentence of a paragraph.
fn opening(cx: &Context<'_>, block: &Block, sentences: &[Sentence], found: &mut Findings) {
    let Some(sentence) = sentences.first().filter(|_| opens(block.kind)) else {
        return;
    };
    let Some(first) = word_token(cx, sentence, false) else { return };
    let words = sentence.tokens.end - sentence.tokens.start;
    let before =
        cx.letter.text[..block.span.start as usize].trim_end_matches([' ', '\t', '\u{a0}']);
    let alone = before.is_empty() || before.ends_with('\n') && !goes_on(before);
    let starts = alone && first.start == block.span.start && is_plain_small(cx, first);
    let complete = cx.text(sentence.span).ends_with(['.', '!', '?', ':', '。']);
    let greets = block.kind == BlockKind::Salutation;
    if starts && (greets || (complete && words >= PARAGRAPH)) {
        report(cx, first.start as usize, first, greets || is_known(first), found);
    }
}

/// Whether a block begins with a capital.
fn opens(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Salutation)
}

/// Whether the text before a paragraph breaks off in the middle of a sentence.
fn goes_on(before: &str) -> bool {
    before.trim_end().ends_with(|c: char| c.is_lowercase())
}

/// From `start` to the end of the word, which gets its capital.
fn report(cx: &Context<'_>, start: usize, token: &Token, sure: bool, found: &mut Findings) {
    let (at, end) = (token.start as usize, token.end as usize);
    let Some(first) = cx.letter.text[at..end].chars().next() else { return };
    let letter = span(at, at + first.len_utf8());
    let capital: String = first.to_uppercase().collect();
    let finding = Finding::at(span(start, end));
    let by = if sure { Applicability::MachineApplicable } else { Applicability::MaybeIncorrect };
    found.push(finding.replace(letter, capital, by));
}
