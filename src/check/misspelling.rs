//! Words that are misspelt, from a list of misspellings that are no words.

mod key;
mod name;

use super::around::{in_fact, span};
use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind, Sentence};
use crate::lint::Applicability;
use crate::lint::numbers::u32s;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;
use key::{SHORTEST, SIGNS, key, sign};
use name::is_no_name;
use std::collections::HashSet;

/// A line each: a misspelling and what it may stand for, with a question mark behind it if it is not
/// surely meant.
static MISSPELLINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/misspellings.txt"));

const SLOT_BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/misspellings.bin"));

/// A hash table: where each line begins, and one more; 0 is no line.
#[allow(long_running_const_eval, reason = "there are many numbers")]
static SLOTS: [u32; SLOT_BYTES.len() / 4] = u32s(SLOT_BYTES, 0);

/// The signs of all misspellings; what is spelt right rarely finds its sign in them, and so does not touch
/// the tables above, of which each place would have to be paged in.
static SIGNED: [u32; SIGNS] =
    u32s(include_bytes!(concat!(env!("OUT_DIR"), "/misspellings-signs.bin")), 0);

/// Facts that are not spelt but named.
const NAMES: &[FactKind] =
    &[FactKind::Email, FactKind::Url, FactKind::Document, FactKind::Reference];

/// Reports misspellings, with the right word where there is one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut slips = Vec::new();
    for sentence in &cx.letter.sentences {
        if is_prose(cx, sentence) {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            slips.extend(
                cx.letter.tokens[tokens].iter().filter_map(|one| misspelt(cx, sentence, one)),
            );
        }
    }
    let small: HashSet<_> =
        slips.iter().map(|slip| slip.wrong).filter(|wrong| !has_capital(wrong)).collect();
    found.extend(slips.iter().map(|slip| slip.finding(&small)));
}

/// A misspelt word.
struct Slip<'c> {
    place: Span,
    wrong: &'c str,
    /// What it may stand for, as its line in the list says it.
    right: &'static str,
}

impl Slip<'_> {
    /// The finding, in a letter with these misspellings in small letters. With a capital a word may be a
    /// name that begins a sentence, unless the letter has it in small letters too.
    fn finding(&self, small: &HashSet<&str>) -> Finding {
        let (right, doubt) =
            self.right.strip_suffix(" ?").map_or((self.right, false), |right| (right, true));
        let first = right.split(' ').next().unwrap_or(right);
        let capital = has_capital(self.wrong);
        let text = if capital { capitalised(first) } else { first.to_string() };
        let may_name = capital
            && !is_no_name(self.wrong, first)
            && !small.contains(self.wrong.to_ascii_lowercase().as_str());
        let sure = if right == first && !doubt && !may_name {
            Applicability::MachineApplicable
        } else {
            Applicability::MaybeIncorrect
        };
        let finding = Finding::at(self.place).argument("right", right.replace(' ', "` or `"));
        finding.replace(self.place, text, sure)
    }
}

fn has_capital(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_uppercase())
}

/// Whether a sentence is the writer's, and no list of names.
fn is_prose(cx: &Context<'_>, sentence: &Sentence) -> bool {
    use BlockKind::{Address, Directive, Quote, Row, Signature};
    let block = &cx.letter.blocks[sentence.block as usize];
    !matches!(block.kind, Address | Directive | Quote | Row | Signature)
}

fn misspelt<'c>(cx: &Context<'c>, sentence: &Sentence, token: &Token) -> Option<Slip<'c>> {
    let word = cx.word(token);
    if token.kind != TokenKind::Word || word.len() < SHORTEST {
        return None;
    }
    if is_name(word, token.start == sentence.span.start) {
        return None;
    }
    let right = meant(word)?;
    if cx.is(token, "misspelt-elsewhere")
        || in_fact(cx, token.start as usize, NAMES)
        || in_identifier(cx, token)
    {
        return None;
    }
    let place = span(token.start as usize, token.end as usize);
    Some(Slip { place, wrong: word, right })
}

/// Whether a word may be a name: a capital anywhere but at the start of a sentence.
fn is_name(word: &str, opens: bool) -> bool {
    let Some((first, letters)) = word.as_bytes().split_first() else { return true };
    (first.is_ascii_uppercase() && !opens) || letters.iter().any(|one| !one.is_ascii_lowercase())
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

/// What a misspelling, in any case, may stand for, as its line says it.
fn meant(word: &str) -> Option<&'static str> {
    let key = key(word);
    let (at, bits) = sign(key);
    if SIGNED[at] & bits != bits {
        return None;
    }
    let mut slot = key as usize % SLOTS.len();
    while let Some(start) = SLOTS[slot].checked_sub(1) {
        let entry = &MISSPELLINGS[start as usize..];
        if let Some((wrong, behind)) = entry.split_at_checked(word.len())
            && wrong.eq_ignore_ascii_case(word)
            && let Some(right) = behind.strip_prefix(' ')
        {
            return right.lines().next();
        }
        slot = (slot + 1) % SLOTS.len();
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
    fn only_what_nobody_could_have_meant_otherwise_is_sure() {
        for (wrong, right) in [
            ("recieved", "received"),
            ("accomodate", "accommodate"),
            ("stoped", "stopped"),
            ("delievery", "delivery"),
            ("beleive", "believe"),
            ("guage", "gauge"),
            ("payed", "paid ?"),
            ("alway", "always ?"),
            ("direccion", "direction ?"),
            ("certificat", "certificate ?"),
            ("projet", "project ?"),
            ("companys", "company's companies"),
            ("countrys", "countries country's"),
            ("manufactureers", "manufacturers manufactures"),
        ] {
            assert_eq!(meant(wrong), Some(right), "{wrong}");
        }
    }

    #[test]
    fn words_are_not_found() {
        for word in ["letter", "aaaaa", "zzzzz", "", "amazon", "collet", "focusses", "excluder"] {
            assert_eq!(meant(word), None);
        }
    }
}
