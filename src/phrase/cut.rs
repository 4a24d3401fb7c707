//! Text to words, numbers, Chinese characters and pauses.

use std::ops::Range;

use super::fold::{is_apostrophe, is_digit, is_han, is_invisible, is_word};
use super::phrasebook::Phrasebook;
use super::token::{FactKind, NO_ENTRY, Token, TokenKind};

/// Cuts the bytes `range` of `text`, which must lie on character boundaries, and appends the tokens.
/// Pauses without a word between them are one.
pub fn cut(text: &str, range: Range<usize>, phrasebook: &Phrasebook, tokens: &mut Vec<Token>) {
    let (offset, first) = (range.start, tokens.len());
    let Some(part) = text.get(range) else { return };
    for piece in Pieces::new(part) {
        let (start, end) = ((offset + piece.start) as u32, (offset + piece.end) as u32);
        let mut entry = NO_ENTRY;
        if piece.kind != TokenKind::Pause {
            entry = phrasebook.entry(&part[piece.start..piece.end]);
        } else if let Some(pause) = tokens[first..].last_mut().filter(|t| t.kind == piece.kind) {
            pause.end = end;
            continue;
        }
        tokens.push(Token { start, end, entry, kind: piece.kind });
    }
}

/// The token of a fact at the bytes `range` of `text`. A fact of one word can still be found as that
/// word.
#[must_use]
pub fn fact_token(
    text: &str,
    range: Range<usize>,
    kind: FactKind,
    phrasebook: &Phrasebook,
) -> Token {
    let entry = phrasebook.entry(text.get(range.clone()).unwrap_or_default());
    Token { start: range.start as u32, end: range.end as u32, entry, kind: TokenKind::Fact(kind) }
}

/// A piece of a text, in bytes of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// What it is; never a fact.
    pub kind: TokenKind,
}

/// The pieces of a text, in order.
#[derive(Clone, Debug)]
pub struct Pieces<'t> {
    text: &'t str,
    /// Offset of the first byte that is not read.
    at: usize,
}

impl<'t> Pieces<'t> {
    /// The pieces of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The character at a byte, which is a boundary or the end.
    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    /// The character before a byte.
    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// Reads the rest of the word that begins with `first`.
    fn word(&mut self, first: char) -> TokenKind {
        let bytes = self.text.as_bytes();
        let mut number = is_digit(first);
        let mut last = first;
        // Most words are ASCII letters, and nothing that holds words together follows them.
        while let Some(byte) = bytes.get(self.at).filter(|byte| byte.is_ascii_alphanumeric()) {
            number &= byte.is_ascii_digit();
            last = char::from(*byte);
            self.at += 1;
        }
        if matches!(bytes.get(self.at), Some(b' ' | b'\n') | None) {
            return if number { TokenKind::Number } else { TokenKind::Word };
        }
        while let Some(c) = self.char_at(self.at) {
            let behind = self.at + c.len_utf8();
            if is_word(c) {
                number &= is_digit(c);
                last = c;
            } else if joins(last, c, self.char_at(behind)) {
                last = c;
            } else if !is_invisible(c) {
                break;
            }
            self.at = behind;
        }
        if number { TokenKind::Number } else { TokenKind::Word }
    }

    /// Whether `c`, which was just read and began at `start`, is a pause.
    fn is_pause(&self, c: char, start: usize) -> bool {
        match c {
            ',' | ';' | '(' | ')' | '[' | ']' | '|' | '，' | '；' | '：' | '（' | '）' | '、'
            | '【' | '】' | '／' | '—' | '―' => true,
            // `https://` is none.
            ':' => !self.text.as_bytes()[self.at..].starts_with(b"//"),
            '/' => !matches!(self.char_before(start), Some(':' | '/')),
            '-' | '‐' | '‒' | '–' | '−' => self.is_dash(start),
            _ => false,
        }
    }

    /// Whether the hyphen that was just read is a dash: doubled, or with a space at its side. One that
    /// begins or ends the text is a mark of a list.
    fn is_dash(&self, start: usize) -> bool {
        let sides = self.char_before(start).zip(self.char_at(self.at));
        sides.is_some_and(|(before, after)| {
            after == '-' || before.is_whitespace() || after.is_whitespace()
        })
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let start = self.at;
            let c = self.char_at(start)?;
            self.at += c.len_utf8();
            let kind = match c {
                ' ' | '\n' => continue,
                '&' | '＆' => TokenKind::Word,
                _ if is_word(c) => self.word(c),
                _ if is_han(c) => TokenKind::Han,
                _ if self.is_pause(c, start) => TokenKind::Pause,
                _ => continue,
            };
            return Some(Piece { start, end: self.at, kind });
        }
    }
}

/// Whether `c` holds the characters at its sides together: an apostrophe, the point of a decimal number,
/// the colon of a time of day, a percent sign.
fn joins(before: char, c: char, after: Option<char>) -> bool {
    match c {
        ' ' | '\n' => false,
        '%' | '％' => is_digit(before),
        '.' | ',' | ':' | '/' => is_digit(before) && after.is_some_and(is_digit),
        _ if is_apostrophe(c) => {
            before.is_alphanumeric()
                && after.is_some_and(|after| after.is_alphabetic() && is_word(after))
        }
        _ => false,
    }
}
