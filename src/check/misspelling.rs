//! Words that are misspelt, from a list of misspellings that are no words.

use super::around::{in_fact, span};
use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind, Sentence};
use crate::lint::Applicability;
use crate::phrase::{Token, TokenKind};

/// A line each: a misspelling and what it may stand for, sorted.
static MISSPELLINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misspellings.txt"));

/// Facts that are not spelt but named.
const NAMES: &[FactKind] =
    &[FactKind::Email, FactKind::Url, FactKind::Document, FactKind::Reference];

/// Reports misspellings, with the right word where there is one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for sentence in &cx.letter.sentences {
        if is_prose(cx, sentence) {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            found.extend(
                cx.letter.tokens[tokens].iter().filter_map(|one| misspelt(cx, sentence, one)),
            );
        }
    }
}

/// Whether a sentence is the writer's, and no list of names.
fn is_prose(cx: &Context<'_>, sentence: &Sentence) -> bool {
    use BlockKind::{Address, Directive, Quote, Row, Signature};
    let block = &cx.letter.blocks[sentence.block as usize];
    !matches!(block.kind, Address | Directive | Quote | Row | Signature)
}

fn misspelt(cx: &Context<'_>, sentence: &Sentence, token: &Token) -> Option<Finding> {
    let word = cx.word(token);
    if token.kind != TokenKind::Word
        || cx.is(token, "misspelt-elsewhere")
        || in_fact(cx, token.start as usize, NAMES)
        || is_name(word, token.start == sentence.span.start)
        || in_identifier(cx, token)
    {
        return None;
    }
    let right = meant(&word.to_ascii_lowercase())?;
    let first = right.split(' ').next().unwrap_or(right);
    let capital = word.starts_with(|letter: char| letter.is_uppercase());
    let text = if capital { capitalised(first) } else { first.to_string() };
    let place = span(token.start as usize, token.end as usize);
    let finding = Finding::at(place).argument("right", right.replace(' ', "` or `"));
    let sure = if right == first {
        Applicability::MachineApplicable
    } else {
        Applicability::MaybeIncorrect
    };
    Some(finding.replace(place, text, sure))
}

/// Whether a word may be a name: a capital anywhere but at the start of a sentence.
fn is_name(word: &str, opens: bool) -> bool {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    (first && !opens) || letters.any(|letter| !letter.is_ascii_lowercase())
}

/// Whether a word is part of something technical: `foo_bar`, `@name`, `a/b`.
fn in_identifier(cx: &Context<'_>, token: &Token) -> bool {
    let (start, end) = (token.start as usize, token.end as usize);
    let before = cx.letter.text[..start].chars().next_back();
    let mut behind = cx.letter.text[end..].chars();
    let next = behind.next();
    before.is_some_and(|c| matches!(c, '@' | '/' | '_' | '#' | '.' | '\\'))
        || next.is_some_and(|c| matches!(c, '@' | '/' | '_' | '\\'))
        || (next == Some('.') && behind.next().is_some_and(char::is_alphanumeric))
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// What a misspelling may stand for, separated by spaces.
fn meant(word: &str) -> Option<&'static str> {
    let (mut low, mut high) = (0, MISSPELLINGS.len());
    while low < high {
        let middle = (low + high) / 2;
        let start = MISSPELLINGS[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = start + MISSPELLINGS[start..].find('\n')?;
        let (wrong, right) = MISSPELLINGS[start..end].split_once(' ')?;
        match wrong.cmp(word) {
            std::cmp::Ordering::Equal => return Some(right),
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{MISSPELLINGS, meant};

    #[test]
    fn every_entry_is_found() {
        for line in MISSPELLINGS.lines().step_by(97) {
            let (wrong, right) = line.split_once(' ').unwrap();
            assert_eq!(meant(wrong), Some(right));
        }
    }

    #[test]
    fn words_are_not_found() {
        for word in ["letter", "aaaaa", "zzzzz", "", "amazon"] {
            assert_eq!(meant(word), None);
        }
    }
}
