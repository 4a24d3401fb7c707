//! Facts: dates, identifiers, amounts, documents.

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
    while at < slice.len() {
        let Some((start, end)) = next_word(slice, at) else { return };
        at = end;
        if !may_begin(slice, start, end) {
            continue;
        }
        if let Some((kind, fact)) = parse(&slice[start..]) {
            let base = sentence.start + start as u32;
            out.push(Fact { kind, span: Span::new(base + fact.start, base + fact.end) });
            at = start + fact.end as usize;
        }
    }
}

/// The next place where a fact could begin, and the end of the word there.
fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let begins = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'$' || *byte >= 0x80;
    let start = from + bytes[from..].iter().position(begins)?;
    let length = if bytes[start].is_ascii_alphanumeric() {
        bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
    } else {
        text[start..].chars().next().map_or(1, char::len_utf8)
    };
    Some((start, start + length))
}

/// Whether a fact may begin with this word: what most words are not is told here, at little cost.
fn may_begin(text: &str, start: usize, end: usize) -> bool {
    let bytes = text.as_bytes();
    let word = &bytes[start..end];
    match bytes[start] {
        b'0'..=b'9' | b'A'..=b'Z' | b'$' => true,
        0xC2 | 0xE2 | 0xEF => text[start..].starts_with(['€', '£', '¥', '￥']),
        0xE4..=0xE9 => {
            let inside = text[..start].ends_with(char::is_alphanumeric);
            text[start..].starts_with("附件") || !inside && begins_file(&text[start..])
        }
        b'a'..=b'z' => names_something(word) || begins_address(&bytes[start..]),
        _ => false,
    }
}

/// Whether a lower-case word begins a number, a month, a metric, a document or a reference.
fn names_something(word: &[u8]) -> bool {
    const WORDS: &[&[u8]] = &[
        b"account",
        b"annex",
        b"annexes",
        b"appendix",
        b"application",
        b"april",
        b"attachment",
        b"attachments",
        b"august",
        b"batch",
        b"buyer",
        b"cancel",
        b"cancellation",
        b"case",
        b"certificate",
        b"chargeback",
        b"complaint",
        b"december",
        b"eight",
        b"eighteen",
        b"eighty",
        b"eleven",
        b"enclosure",
        b"enclosures",
        b"exhibit",
        b"exhibits",
        b"february",
        b"fifteen",
        b"fifty",
        b"figure",
        b"five",
        b"forty",
        b"four",
        b"fourteen",
        b"half",
        b"hundred",
        b"invoice",
        b"invoices",
        b"january",
        b"july",
        b"june",
        b"late",
        b"licence",
        b"license",
        b"lot",
        b"march",
        b"may",
        b"negative",
        b"nine",
        b"nineteen",
        b"ninety",
        b"november",
        b"october",
        b"on",
        b"one",
        b"order",
        b"patent",
        b"pre",
        b"prefulfillment",
        b"ref",
        b"reference",
        b"reg",
        b"registration",
        b"removal",
        b"report",
        b"return",
        b"rmb",
        b"september",
        b"serial",
        b"seven",
        b"seventeen",
        b"seventy",
        b"shipment",
        b"six",
        b"sixteen",
        b"sixty",
        b"ten",
        b"thirteen",
        b"thirty",
        b"three",
        b"ticket",
        b"tracking",
        b"trademark",
        b"twelve",
        b"twenty",
        b"two",
        b"usd",
        b"valid",
    ];
    WORDS.binary_search(&word).is_ok()
}

/// Whether a word in small letters begins a mail or web address or a file name.
fn begins_address(bytes: &[u8]) -> bool {
    let length = bytes
        .iter()
        .take(64)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte))
        .count();
    let word = &bytes[..length];
    bytes.get(length) == Some(&b'@')
        || word.starts_with(b"www.")
        || bytes[length..].starts_with(b"://")
        || has_extension(word)
}

/// Whether Chinese characters begin a file name.
fn begins_file(text: &str) -> bool {
    let name = text
        .char_indices()
        .take(40)
        .find(|(_, letter)| !letter.is_alphanumeric() && !"_-()".contains(*letter));
    name.is_some_and(|(at, _)| has_extension(&text.as_bytes()[..text.len().min(at + 5)]))
}

/// Whether a name ends like a file.
fn has_extension(name: &[u8]) -> bool {
    let Some(dot) = memchr::memrchr(b'.', name) else { return false };
    let ending = name[dot + 1..].to_ascii_lowercase();
    [
        &b"pdf"[..],
        b"doc",
        b"docx",
        b"xls",
        b"xlsx",
        b"csv",
        b"jpg",
        b"jpeg",
        b"png",
        b"zip",
        b"rar",
        b"txt",
        b"mp4",
        b"eml",
    ]
    .iter()
    .any(|known| ending.starts_with(known))
}

/// The fact at the start of a text, and where it stands; a reference stands behind its name.
fn parse(text: &str) -> Option<(FactKind, Span)> {
    let mut end = text.len().min(WINDOW);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let fact = FactGrammar::parse(Rule::fact, &text[..end]).ok()?.next()?.into_inner().next()?;
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
        Rule::date => FactKind::Date,
        Rule::asin => FactKind::Asin,
        Rule::order_id => FactKind::OrderId,
        Rule::reference => FactKind::Reference,
        Rule::seller_id => FactKind::SellerId,
        Rule::percent => FactKind::Percent,
        Rule::money => FactKind::Money,
        Rule::quantity => FactKind::Quantity,
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
