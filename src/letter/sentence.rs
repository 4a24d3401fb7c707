//! Blocks to sentences.

use super::endings;
use super::line::trimmed;
use crate::source::Span;

/// Words before a full stop that is not the end of a sentence: something always follows them.
const LEADING: &[&str] = &[
    "mr", "ms", "mrs", "dr", "prof", "no", "nos", "vs", "approx", "fig", "ref", "tel", "attn",
    "dept", "st", "messrs", "e.g", "i.e", "cf", "art", "reg", "ca", "incl", "exh", "tm", "para",
    "sec", "max", "min", "p", "pp", "vol", "hr",
];

/// Words before a full stop that may also be the last of a sentence.
const TRAILING: &[&str] = &[
    "inc", "ltd", "co", "corp", "llc", "etc", "a.m", "p.m", "jr", "sr", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "pcs", "pvt", "gmbh", "est", "al",
    "u.s", "u.k", "e.u", "u.s.a", "v", "ph.d", "qty", "amt", "avg", "temp", "wt", "dia", "lb",
    "lbs", "oz", "ft", "sq", "yr", "yrs", "mo", "mos", "wk", "wks", "hrs", "mins", "secs", "doz",
    "ctn", "ctns", "pkg", "pkgs", "pc", "bros", "sdn", "bhd", "pte", "pty", "plc", "llp", "acct",
    "mgr", "mfr", "mfg", "misc", "intl", "govt", "assoc", "bldg", "blvd", "std", "ext", "rev",
    "ver",
];

/// Of these, those that stand before names as often as at the end.
const NAMING: &[&str] = &["u.s", "u.k", "e.u", "u.s.a", "v", "ph.d", "co", "est"];

/// Words that begin a new sentence behind such an abbreviation.
const STARTERS: &[&str] = &[
    "we", "i", "our", "my", "the", "this", "that", "these", "those", "it", "in", "on", "at",
    "after", "before", "all", "they", "he", "she", "please", "as", "for", "because", "if", "when",
    "then", "so", "to", "you", "your", "however", "since", "there", "from", "now", "also", "each",
    "every", "no", "by", "with", "although", "but", "and", "an", "a", "its", "their", "his", "her",
    "both", "one", "two", "not",
];

/// Cuts the body of a block into sentences, in order; every character that is no white space is in one.
pub(super) fn cut(text: &str, body: Span, out: &mut Vec<Span>) {
    let slice = &text[body.range()];
    let mut start = 0;
    let mut from = 0;
    while let Some(at) = next_stop(slice, from) {
        let end = run_end(slice, at);
        from = end;
        if ends_sentence(slice, at, end) {
            push(text, body.start, start, end, out);
            start = end;
        }
    }
    push(text, body.start, start, slice.len(), out);
}

/// Adds a sentence, unless it holds nothing but white space.
fn push(text: &str, base: u32, start: usize, end: usize, out: &mut Vec<Span>) {
    let span = trimmed(text, Span::new(base + start as u32, base + end as u32));
    if !span.is_empty() {
        out.push(span);
    }
}

/// The next character that may end a sentence.
fn next_stop(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes
            .get(at..)?
            .iter()
            .position(|byte| matches!(byte, b'.' | b'!' | b'?' | 0xE2 | 0xE3 | 0xEF))?;
        if text
            .get(at..)
            .is_some_and(|rest| rest.starts_with(['.', '!', '?', '…', '。', '！', '？', '｡', '．']))
        {
            return Some(at);
        }
        at += 1;
    }
}

/// The end of a run of stops, with the quotation marks and parentheses that close behind it.
fn run_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let stops = rest.trim_start_matches(['.', '!', '?', '…', '。', '！', '？', '｡', '．']);
    let closed = stops.trim_start_matches(['"', '”', '’', ')', '）', '」', '』', '*']);
    // `end."Next` closes before the next sentence; `end. "Next"` opens the next one.
    let quoted = !closed.starts_with(char::is_alphanumeric)
        || stops.len() == closed.len()
        || stops.starts_with(['”', '’', ')', '）']);
    text.len() - if quoted { closed.len() } else { stops.len() }
}

/// Whether the stops from `at` to `end` close a sentence.
fn ends_sentence(text: &str, at: usize, end: usize) -> bool {
    let stops = &text[at..end];
    let after = &text[end..];
    if after.trim_start().is_empty() || stops.contains(['。', '！', '？', '｡']) {
        return true;
    }
    let spaced = after.starts_with(char::is_whitespace);
    if !spaced && in_address(text, at) {
        return false;
    }
    let next = after.trim_start();
    if stops.starts_with(['!', '?', '．']) {
        return spaced || !next.starts_with([',', ';', ')', '-', '/', '，', '=', '&']);
    }
    if stops.starts_with("..") || stops.starts_with('…') {
        return next.starts_with(|letter: char| letter.is_uppercase());
    }
    if next.starts_with([',', ';', ':', '，', '；', '?']) {
        return false;
    }
    if spaced { spaced_stop(text, at, next) } else { tight_stop(text, at, next) }
}

/// A full stop before a space: the end, unless it belongs to an abbreviation or an initial.
fn spaced_stop(text: &str, at: usize, next: &str) -> bool {
    let word = word_before(text, at).to_lowercase();
    let initial =
        word.chars().count() == 1 && text[..at].ends_with(char::is_uppercase) && word != "i";
    if initial {
        return false;
    }
    if word == "no" || word == "reg" || word == "p" || word == "max" || word == "min" {
        return !next.starts_with(|next: char| next.is_ascii_digit() || next == '#' || next == ':')
            && word == "no";
    }
    if LEADING.contains(&word.as_str()) {
        return false;
    }
    !TRAILING.contains(&word.as_str()) || begins_anew(&word, next)
}

/// Whether a sentence begins behind an abbreviation that may end one.
fn begins_anew(word: &str, next: &str) -> bool {
    let following = first_word(next).to_lowercase();
    let starts = STARTERS.contains(&following.as_str());
    let names = TRAILING.contains(&following.as_str()) || NAMING.contains(&word);
    next.starts_with(char::is_uppercase) && (starts || !names)
}

/// A full stop without a space behind it: the end when a word was finished and another begins.
fn tight_stop(text: &str, at: usize, next: &str) -> bool {
    let word = word_before(text, at);
    let Some(first) = next.chars().next() else { return true };
    let last = text[..at].chars().next_back().unwrap_or(' ');
    let known = word.to_lowercase();
    if LEADING.contains(&known.as_str()) {
        return false;
    }
    if TRAILING.contains(&known.as_str()) {
        return begins_anew(&known, next);
    }
    if !first.is_alphabetic() {
        return first == '<'
            || matches!(first, '(' | '（' | '"' | '“' | '*') && last.is_alphabetic();
    }
    let following = first_word(next);
    if word.contains('.')
        || word.chars().count() < 2
            && !last.is_ascii_digit()
            && !matches!(last, ')' | '"' | '”' | '%')
    {
        return !first.is_ascii() && !last.is_ascii();
    }
    if endings::is_name(word, following)
        && (first.is_lowercase() || following.len() > 2 && following == following.to_uppercase())
    {
        return false;
    }
    first.is_uppercase() || !first.is_ascii() || known.len() > 2 && following.len() > 1
}

/// Whether the stop stands in a web or mail address.
fn in_address(text: &str, at: usize) -> bool {
    let mut start = at.saturating_sub(120);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let word = text[start..at]
        .rsplit(|letter: char| {
            letter.is_whitespace() || matches!(letter, ',' | '，' | '(' | '<' | '（')
        })
        .next()
        .unwrap_or("");
    word.contains("://") || word.starts_with("www.") || word.contains('@')
}

/// The letters, digits and inner full stops right before `at`.
fn word_before(text: &str, at: usize) -> &str {
    let mut start = at.saturating_sub(24);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let head = &text[start..at];
    let word =
        head.trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '.').len();
    head[word..].trim_start_matches('.')
}

/// The letters and digits at the start of a text.
fn first_word(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}
