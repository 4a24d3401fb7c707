//! Facts: dates, identifiers, amounts, documents.

mod address;
mod guard;
#[cfg(test)]
mod tests;
mod words;

use pest::Parser;

use super::{Fact, FactKind};
use crate::source::Span;

/// No fact is looked for further than this, in bytes.
const WINDOW: usize = 160;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/fact.pest"]
struct FactGrammar;

/// Finds the facts of a sentence, in order, without overlap.
pub(super) fn find(text: &str, sentence: Span, out: &mut Vec<Fact>) {
    let slice = &text[sentence.range()];
    let mut at = 0;
    while let Some(word) = Word::next(slice, at) {
        at = word.end;
        let Some(rule) = guard::rule(slice, &word) else { continue };
        if let Some((kind, fact)) = parse(rule, &slice[word.start..]) {
            let base = sentence.start + word.start as u32;
            out.push(Fact { kind, span: Span::new(base + fact.start, base + fact.end) });
            at = word.start + fact.end as usize;
        }
    }
}

/// A place where a fact could begin: letters and digits, or one other character.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where it begins.
    start: usize,
    /// Where it ends.
    end: usize,
    /// Whether it has digits.
    digits: bool,
    /// Whether it may be the first of an address or of a file name, by what follows it.
    joined: bool,
}

impl Word {
    /// The next one from a place on.
    fn next(text: &str, from: usize) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut start = from;
        while BYTES[*bytes.get(start)? as usize] & (LETTER | DIGIT | OTHER) == 0 {
            start += 1;
        }
        if BYTES[bytes[start] as usize] & OTHER != 0 {
            let end = start + text[start..].chars().next().map_or(1, char::len_utf8);
            return Some(Self { start, end, digits: false, joined: false });
        }
        let (mut end, mut found) = (start, 0);
        let mut next = BYTES[bytes[start] as usize];
        while next & (LETTER | DIGIT) != 0 {
            found |= next;
            end += 1;
            next = bytes.get(end).map_or(0, |byte| BYTES[*byte as usize]);
        }
        Some(Self { start, end, digits: found & DIGIT != 0, joined: next & JOINT != 0 })
    }
}

/// An ASCII letter.
const LETTER: u8 = 1;
/// An ASCII digit.
const DIGIT: u8 = 2;
/// Another byte with which a fact may begin.
const OTHER: u8 = 4;

/// Stands between the words of an address or of a file name.
const JOINT: u8 = 8;

/// What each byte is.
static BYTES: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            0xE4..=0xE9 => OTHER | JOINT,
            b'$' | 0x80.. => OTHER,
            b'@' | b':' | b'.' | b'_' | b'%' | b'+' | b'-' | b'(' | b')' => JOINT,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// The fact that a rule reads at the start of a text, and where it stands; a reference stands behind its
/// name.
fn parse(rule: Rule, text: &str) -> Option<(FactKind, Span)> {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let fact = FactGrammar::parse(rule, text).ok()?.next()?;
    let kind = kind(fact.as_rule())?;
    let fact = fact.clone().into_inner().next().unwrap_or(fact);
    let words = fact.as_str().trim_end_matches(['.', '!', '?']);
    if words == "24/7" || is_masked(words) {
        return None;
    }
    let start = fact.as_span().start();
    Some((kind, Span::new(start as u32, (start + words.len()) as u32)))
}

/// The kind of fact that a rule of the grammar reads.
fn kind(rule: Rule) -> Option<FactKind> {
    Some(match rule {
        Rule::date | Rule::worded_date | Rule::numeric_date => FactKind::Date,
        Rule::asin => FactKind::Asin,
        Rule::order_id => FactKind::OrderId,
        Rule::reference => FactKind::Reference,
        Rule::seller_id => FactKind::SellerId,
        Rule::percent => FactKind::Percent,
        Rule::money => FactKind::Money,
        Rule::quantity | Rule::units => FactKind::Quantity,
        Rule::time => FactKind::Time,
        Rule::email => FactKind::Email,
        Rule::url => FactKind::Url,
        Rule::document => FactKind::Document,
        Rule::metric => FactKind::Metric,
        _ => return None,
    })
}

/// Whether a would-be fact is a gap to fill in: `B0XXXXXXXX`.
fn is_masked(words: &str) -> bool {
    words.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(b"xxx"))
}
