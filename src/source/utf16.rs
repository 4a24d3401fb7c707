//! UTF-16 without a byte order mark, and UTF-16 out of text.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::{Encoding, decode};

/// The byte order in which `bytes` are a letter in UTF-16, if they are.
///
/// The parity of NULs alone does not tell: `一`, the most common Chinese character, has its NUL
/// where an ASCII letter has none. So both orders are read, and the one that gives the characters
/// of letters is taken.
pub(super) fn guess(bytes: &[u8]) -> Option<Encoding> {
    if !bytes.len().is_multiple_of(2) || memchr::memchr(0, bytes).is_none() {
        return None;
    }
    let share = |charset| {
        let text = decode::strict(charset, bytes).ok()?;
        let count = |of: fn(char) -> bool| text.chars().filter(|one| of(*one)).count();
        let (all, usual, of_words) = (text.chars().count(), count(is_usual), count(is_of_words));
        let sound = usual * 10 > all * 9 && of_words * 2 >= all && !text.contains('\0');
        sound.then_some((usual, charset))
    };
    // Both are sound for a text of two or three characters; then Windows' order is meant.
    let best = [UTF_16BE, UTF_16LE].into_iter().filter_map(share).max_by_key(|(usual, _)| *usual);
    best.map(|(_, charset)| Encoding::new(charset))
}

/// Whether letters are written with such characters: European scripts, punctuation, kana, Han, and
/// full-width forms.
fn is_usual(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\u{B}' | '\r' | ' '..='~' | '\u{A0}'..='\u{24F}' | '\u{370}'..='\u{4FF}'
        | '\u{2000}'..='\u{20CF}' | '\u{2100}'..='\u{214F}' | '\u{2460}'..='\u{24FF}'
        | '\u{25A0}'..='\u{27BF}' | '\u{3000}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF00}'..='\u{FFEF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Whether words of letters are made of such characters, or stand between them: most of a text is, and
/// not of what may be in one as well.
fn is_of_words(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r' | ' '..='~' | 'À'..='ÿ' | '\u{370}'..='\u{4FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// The text in UTF-16, without a byte order mark; encoding_rs has no encoder for it.
pub(super) fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let bytes = if encoding.charset() == UTF_16BE { u16::to_be_bytes } else { u16::to_le_bytes };
    text.encode_utf16().flat_map(bytes).collect()
}
