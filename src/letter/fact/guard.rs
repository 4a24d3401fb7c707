//! Where a fact may begin, and by which rule of the grammar.
//!
//! Most words begin none, and a rule that fails costs as much as one that reads a fact. So each word is
//! asked here first, by itself and by what follows it. What is refused here, the grammar would refuse as
//! well; a rule that is named here reads what `fact` would read.

use super::address::{begins_address, has_extension, name};
use super::words::{
    BEGIN, BEHIND, BOTH, COUNTED, CURRENCY, DATED, DOCUMENT, METRIC, MONEY, MONTH, NUMBER, PERCENT,
    REFERENCE, SECOND, SHORT_METRIC, TIME, UNIT,
};
use super::{Rule, WINDOW, Word};
use crate::letter::words::{begins_with, letters};

/// The rule for a fact that begins with a word of a text.
pub(super) fn rule(text: &str, word: &Word) -> Option<Rule> {
    let bytes = &text.as_bytes()[word.start..];
    let rest = || &text[word.start..];
    match bytes[0] {
        b'a'..=b'z' if !word.digits && !word.joined => {
            let (word, behind) = bytes.split_at(word.end - word.start);
            lettered(word, behind)
        }
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'
            if word.joined && begins_address(bytes, word.end - word.start) =>
        {
            Some(Rule::fact)
        }
        b'0'..=b'9' => number(bytes),
        b'A'..=b'Z' | b'a'..=b'z' => worded(bytes, word),
        b'$' => Some(Rule::money_fact),
        0xC2 | 0xE2 | 0xEF => rest().starts_with(['€', '£', '¥', '￥']).then_some(Rule::money_fact),
        0xE4..=0xE9 => {
            let inside = || text[..word.start].ends_with(char::is_alphanumeric);
            (rest().starts_with("附件") || has_extension(name(bytes)) && !inside())
                .then_some(Rule::document_fact)
        }
        _ => None,
    }
}

/// The rule for a fact that begins with digits: what stands behind them tells.
fn number(bytes: &[u8]) -> Option<Rule> {
    let bytes = &bytes[..bytes.len().min(WINDOW)];
    let (length, separators) = digits(bytes);
    // `2022.5.3` needs nothing behind it.
    if separators > 1 {
        return Some(Rule::number_fact);
    }
    let behind = bytes.get(length..)?;
    match behind.first()? {
        b'%' => return Some(Rule::percent_fact),
        b'/' => return Some(Rule::slashed_fact),
        b':' => return Some(Rule::time_fact),
        _ => {}
    }
    let behind = without_gap(behind);
    match behind.first()? {
        b'-' => Some(Rule::dashed_fact),
        b'~' | b'$' | b'%' | 0x80.. => Some(Rule::number_fact),
        _ => counted(letters(behind)),
    }
}

/// The rule for a fact that begins with a number and goes on with a word.
fn counted(word: &[u8]) -> Option<Rule> {
    match BEHIND.get(word) {
        DATED => Some(Rule::date_fact),
        UNIT => Some(Rule::units_fact),
        COUNTED | BOTH => Some(Rule::quantity_fact),
        MONEY => Some(Rule::money_fact),
        PERCENT => Some(Rule::percent_fact),
        TIME => Some(Rule::time_fact),
        0 => {
            // `3rd ofMay`.
            begins_with(word, b"of").then_some(Rule::date_fact)
        }
        _ => Some(Rule::number_fact),
    }
}

/// The length of a number, and how many points and commas it has.
fn digits(bytes: &[u8]) -> (usize, usize) {
    let (mut length, mut separators) = (0, 0);
    loop {
        length += bytes[length..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        match bytes[length..] {
            [b'.' | b',', b'0'..=b'9', ..] => (length, separators) = (length + 1, separators + 1),
            _ => return (length, separators),
        }
    }
}

/// The rule for a fact that begins with a word that has capitals or digits.
fn worded(bytes: &[u8], word: &Word) -> Option<Rule> {
    let length = word.end - word.start;
    if bytes[0].is_ascii_uppercase() && is_code(bytes, length, word.digits) {
        return Some(Rule::word_fact);
    }
    let word = letters(&bytes[..length]);
    let behind = &bytes[word.len()..];
    match (word, length) {
        (b"B", 10) if behind.starts_with(b"0") => Some(Rule::asin_fact),
        (b"Q", 2) => Some(Rule::word_fact),
        _ => lettered(word, behind),
    }
}

/// The rule for a fact that begins with these letters.
#[inline]
fn lettered(word: &[u8], behind: &[u8]) -> Option<Rule> {
    let may = BEGIN.get(word);
    let is = |what: u16, fits: fn(&[u8]) -> bool| may & what != 0 && fits(behind);
    match may {
        0 => None,
        SHORT_METRIC => Some(Rule::metric_fact),
        _ if is(MONTH, has_day) => Some(Rule::date_fact),
        _ if is(NUMBER, is_counted) => Some(Rule::quantity_fact),
        _ if is(DOCUMENT, has_number) => Some(Rule::document_fact),
        _ if is(REFERENCE, has_code) => Some(Rule::reference_fact),
        _ if is(METRIC, has_second) => Some(Rule::metric_fact),
        _ if is(CURRENCY, has_amount) => Some(Rule::money_fact),
        _ => None,
    }
}

/// Whether a word, which begins with a capital, may be an identifier, or the sign of a currency.
fn is_code(bytes: &[u8], length: usize, digits: bool) -> bool {
    match bytes {
        [b'A', ..] if matches!(length, 13 | 14) && digits => true,
        [b'F', b'B', b'A', ..] if digits => true,
        [b'U', b'S', rest @ ..]
        | [b'E', b'P' | b'U', rest @ ..]
        | [b'C', b'N', rest @ ..]
        | [b'Z', b'L', rest @ ..]
            if matches!(rest, [b'D' | b'0'..=b'9', ..] | [b' ', b'D' | b'0'..=b'9', ..]) =>
        {
            true
        }
        _ => match bytes[length..] {
            [b'$', ..] => length <= 2,
            [b'-', b'A'..=b'Z' | b'0'..=b'9', ..] => {
                (2..=5).contains(&length) && bytes[..length].iter().all(u8::is_ascii_uppercase)
            }
            _ => false,
        },
    }
}

/// Whether a day or a year may stand behind a month.
fn has_day(behind: &[u8]) -> bool {
    let behind = without_gap(behind.strip_prefix(b".").unwrap_or(behind));
    matches!(behind, [b'0'..=b'9' | b',' | b't' | b'T' | b'o' | b'O', ..])
}

/// Whether something that is counted may stand behind a number in words, or more of the number.
fn is_counted(behind: &[u8]) -> bool {
    let mut behind = without_gap(behind);
    while let Some(rest) = behind.strip_prefix(b"-") {
        behind = without_gap(rest);
    }
    match behind {
        [b'0'..=b'9' | b'~' | 0x80.., ..] => true,
        _ => {
            let next = letters(behind);
            BEHIND.get(next) & BOTH != 0 || BEGIN.get(next) & NUMBER != 0
        }
    }
}

/// Whether the number or the letter of a document may stand behind its name.
fn has_number(behind: &[u8]) -> bool {
    matches!(without_gap(behind), [b'0'..=b'9' | b'A'..=b'Z', ..] | [b'n', b'o' | b'O', ..])
}

/// Whether a code may stand behind what it is the code of.
fn has_code(behind: &[u8]) -> bool {
    const BETWEEN: [&[u8]; 7] = [b"id", b"number", b"no", b"nr", b"code", b"order", b"mark"];
    let behind = without_gap(behind.strip_prefix(b".").unwrap_or(behind));
    let colon = "：".as_bytes();
    let begins = |word: &[u8]| begins_with(behind, word);
    match behind {
        [b':' | b'#', ..] => true,
        _ if behind.starts_with(colon) || BETWEEN.into_iter().any(begins) => true,
        [b'0'..=b'9' | b'A'..=b'Z', ..] => {
            let letters = |byte: &&u8| byte.is_ascii_uppercase() || matches!(byte, b'-' | b'/');
            let letters = behind.iter().take(WINDOW).take_while(letters).count();
            behind.get(letters).is_some_and(u8::is_ascii_digit)
        }
        _ => false,
    }
}

/// Whether the second word of a metric stands behind the first.
fn has_second(behind: &[u8]) -> bool {
    matches!(behind, [b' ' | b'-', ..]) && SECOND.get(letters(&behind[1..])) != 0
}

/// Whether an amount stands behind a currency.
fn has_amount(behind: &[u8]) -> bool {
    without_gap(behind).first().is_some_and(u8::is_ascii_digit)
}

/// A text without the spaces and line breaks at its start.
fn without_gap(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] | [0xC2, 0xA0, rest @ ..] = bytes {
        bytes = rest;
    }
    bytes
}
