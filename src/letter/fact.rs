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
        b'0'..=b'9' | b'$' => true,
        0xC2 | 0xE2 | 0xEF => text[start..].starts_with(['€', '£', '¥', '￥']),
        0xE4..=0xE9 => {
            let inside = text[..start].ends_with(char::is_alphanumeric);
            text[start..].starts_with("附件") || !inside && begins_file(&text[start..])
        }
        b'A'..=b'Z' if is_code(word) || bytes.get(end) == Some(&b'$') => true,
        b'a'..=b'z' | b'A'..=b'Z' => {
            names_something(word, &bytes[end..]) || begins_address(&bytes[start..])
        }
        _ => false,
    }
}

/// Whether a word in capitals may be an identifier or an abbreviation: `B0ABC…`, `USD`, `ODR`.
fn is_code(word: &[u8]) -> bool {
    word.iter().any(u8::is_ascii_digit)
        || word == b"A"
        || (2..=5).contains(&word.len()) && word.iter().all(u8::is_ascii_uppercase)
}

/// Whether a word, with what follows it, begins a number, a month, a metric, a document or a reference.
fn names_something(word: &[u8], behind: &[u8]) -> bool {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else { return false };
    small.copy_from_slice(word);
    small.make_ascii_lowercase();
    let small = &*small;
    WORDS.binary_search(&small).is_ok() || begins_metric(small, behind)
}

/// Whether a word begins the name of a metric: with the word behind it, for alone it is common.
fn begins_metric(word: &[u8], behind: &[u8]) -> bool {
    const METRICS: &[(&[u8], &[&[u8]])] = &[
        (b"account", &[b"health"]),
        (b"buyer", &[b"dissatisfaction"]),
        (b"cancel", &[b"rate"]),
        (b"cancellation", &[b"rate"]),
        (b"chargeback", &[b"rate"]),
        (b"late", &[b"shipment", b"dispatch"]),
        (b"negative", &[b"feedback"]),
        (b"on", &[b"time"]),
        (b"order", &[b"defect"]),
        (b"return", &[b"dissatisfaction"]),
        (b"valid", &[b"tracking"]),
    ];
    let Ok(at) = METRICS.binary_search_by_key(&word, |(first, _)| first) else { return false };
    let next = behind.get(1..).unwrap_or_default();
    METRICS[at]
        .1
        .iter()
        .any(|second| next.get(..second.len()).is_some_and(|own| own.eq_ignore_ascii_case(second)))
}

/// The length of the longest of [`WORDS`].
const LONGEST: usize = 14;

/// Words that begin facts, in small letters.
const WORDS: &[&[u8]] = &[
    b"annex",
    b"annexes",
    b"appendix",
    b"application",
    b"apr",
    b"april",
    b"attachment",
    b"attachments",
    b"aug",
    b"august",
    b"batch",
    b"case",
    b"certificate",
    b"cny",
    b"complaint",
    b"dec",
    b"december",
    b"eight",
    b"eighteen",
    b"eighty",
    b"eleven",
    b"enclosure",
    b"enclosures",
    b"eur",
    b"exhibit",
    b"exhibits",
    b"feb",
    b"february",
    b"fifteen",
    b"fifty",
    b"figure",
    b"five",
    b"forty",
    b"four",
    b"fourteen",
    b"gbp",
    b"half",
    b"hundred",
    b"invoice",
    b"invoices",
    b"jan",
    b"january",
    b"jul",
    b"july",
    b"jun",
    b"june",
    b"licence",
    b"license",
    b"lot",
    b"mar",
    b"march",
    b"may",
    b"nine",
    b"nineteen",
    b"ninety",
    b"nov",
    b"november",
    b"oct",
    b"october",
    b"one",
    b"patent",
    b"pre",
    b"prefulfillment",
    b"ref",
    b"reference",
    b"reg",
    b"registration",
    b"removal",
    b"report",
    b"rmb",
    b"sep",
    b"sept",
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
    b"trade",
    b"trademark",
    b"twelve",
    b"twenty",
    b"two",
    b"usd",
];

/// Whether a word in small letters begins a mail or web address or a file name.
fn begins_address(bytes: &[u8]) -> bool {
    let length = bytes
        .iter()
        .take(64)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte))
        .count();
    let word = &bytes[..length];
    bytes.get(length) == Some(&b'@')
        || word.get(..4).is_some_and(|own| own.eq_ignore_ascii_case(b"www."))
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
    let text = &text[..end];
    let fact = FactGrammar::parse(rule(text), text).ok()?.next()?.into_inner().next()?;
    let kind = kind(fact.as_rule())?;
    let fact = fact.clone().into_inner().next().unwrap_or(fact);
    let words = fact.as_str().trim_end_matches(['.', '!', '?']);
    if words == "24/7" || is_masked(words) {
        return None;
    }
    let start = fact.as_span().start();
    Some((kind, Span::new(start as u32, (start + words.len()) as u32)))
}

/// The rule for facts that begin as this text does: the fewer a rule tries, the faster it is.
fn rule(text: &str) -> Rule {
    match text.as_bytes() {
        bytes if begins_address(bytes) => Rule::fact,
        [b'0'..=b'9', ..] => Rule::number_fact,
        [b'A'..=b'Z' | b'a'..=b'z', ..] => Rule::word_fact,
        _ => Rule::fact,
    }
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
        Rule::document | Rule::named_document => FactKind::Document,
        Rule::metric => FactKind::Metric,
        _ => return None,
    })
}

/// Whether a would-be fact is a gap to fill in: `B0XXXXXXXX`.
fn is_masked(words: &str) -> bool {
    words.as_bytes().windows(3).any(|three| three.eq_ignore_ascii_case(b"xxx"))
}
