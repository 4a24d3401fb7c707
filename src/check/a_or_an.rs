//! `a` before a vowel sound, `an` before a consonant sound.

use super::around::span;
use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::Applicability;
use crate::phrase::{Token, TokenKind};

/// Beginnings that are written with a vowel and spoken with a consonant.
const CONSONANTS: &[&str] = &[
    "uni", "use", "usa", "usu", "uti", "ubi", "eur", "eu", "ewe", "one", "once", "ufo", "ura",
    "ure", "uku",
];
/// Among those beginnings, the ones that are spoken with a vowel after all.
const VOWELS: &[&str] = &["unin", "unim", "unid", "univo", "urea", "oner"];
/// Beginnings with a silent `h`.
const SILENT: &[&str] = &["hour", "honest", "honor", "honour", "heir"];

/// Reports the article with the word behind it.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for sentence in &cx.letter.sentences {
        if cx.letter.blocks[sentence.block as usize].kind == BlockKind::Quote {
            continue;
        }
        let tokens =
            &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let is_short = |pair: &&[Token]| pair[0].end - pair[0].start <= 2;
        for pair in tokens.windows(2).filter(is_short) {
            found.extend(fault(cx, &pair[0], &pair[1]));
        }
    }
}

fn fault(cx: &Context<'_>, article: &Token, next: &Token) -> Option<Finding> {
    let (word, vowel) = (cx.word(article), || vowel(cx.word(next)));
    let right = match word {
        "a" if vowel()? => "an",
        "an" | "An" if !vowel()? => &word[..1],
        "A" if vowel()? && starts_sentence(cx, article) => "An",
        _ => return None,
    };
    let gap = span(article.end as usize, next.start as usize);
    if next.kind != TokenKind::Word || !cx.text(gap).chars().all(char::is_whitespace) {
        return None;
    }
    let finding = Finding::at(span(article.start as usize, next.end as usize));
    let place = span(article.start as usize, article.end as usize);
    Some(finding.replace(place, right, Applicability::MachineApplicable))
}

/// `A` elsewhere is a name: option A, vitamin A.
fn starts_sentence(cx: &Context<'_>, article: &Token) -> bool {
    let before = cx.letter.text[..article.start as usize].trim_end_matches([' ', '\t', '*', '-']);
    before.is_empty() || before.ends_with(['\n', '.', '!', '?', ':'])
}

/// Whether a word begins with a vowel sound; nothing where it cannot be told.
fn vowel(word: &str) -> Option<bool> {
    let first = word.chars().next().filter(char::is_ascii_alphabetic)?;
    let acronym = word.len() >= 2 && !word.contains(|c: char| c.is_ascii_lowercase());
    let coined = !acronym && word[1..].contains(|c: char| c.is_ascii_uppercase());
    // `a is`, `an Rc`: the article is a name here, or the word is.
    let short = word.len() < if acronym { 2 } else { 3 };
    if short || coined || word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if acronym {
        return match first {
            'A' | 'E' | 'I' | 'O' => Some(true),
            'B' | 'C' | 'D' | 'G' | 'J' | 'K' | 'P' | 'Q' | 'T' | 'V' | 'W' | 'Y' | 'Z' => {
                Some(false)
            }
            // Spoken as letters or as a word: an FBA order, a FIFA ball.
            _ => None,
        };
    }
    let word = word.to_ascii_lowercase();
    let begins = |list: &[&str]| list.iter().any(|start| word.starts_with(start));
    Some(match first.to_ascii_lowercase() {
        'a' | 'i' => true,
        'e' | 'o' | 'u' => !begins(CONSONANTS) || begins(VOWELS),
        'h' => begins(SILENT).then_some(true).or(consonant_h(&word))?,
        _ => false,
    })
}

/// `an historic` is old, not wrong; `an herb` is American.
fn consonant_h(word: &str) -> Option<bool> {
    let both = ["hist", "herb", "hotel", "hered", "habit"];
    (!both.iter().any(|start| word.starts_with(start))).then_some(false)
}
