//! Text to words, numbers, Chinese characters and pauses.

use std::ops::Range;
use std::str::Chars;

use super::automaton::Automaton;
use super::fold::{is_apostrophe, is_digit, is_han, is_invisible, is_word};
use super::token::{FactKind, NO_ENTRY, Token, TokenKind};

/// Cuts the bytes `range` of `text`, which must lie on character boundaries, and appends the tokens.
/// Pauses without a word between them are one.
pub fn cut(text: &str, range: Range<usize>, automaton: &Automaton, tokens: &mut Vec<Token>) {
    let (offset, first) = (range.start, tokens.len());
    let Some(part) = text.get(range) else { return };
    for piece in Pieces::new(part) {
        let (start, end) = ((offset + piece.start) as u32, (offset + piece.end) as u32);
        let mut entry = NO_ENTRY;
        if piece.kind != TokenKind::Pause {
            entry = automaton.entry(&part[piece.start..piece.end]);
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
pub fn fact_token(text: &str, range: Range<usize>, kind: FactKind, automaton: &Automaton) -> Token {
    let entry = automaton.entry(text.get(range.clone()).unwrap_or_default());
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
    rest: Chars<'t>,
    /// The character before `rest`.
    before: Option<char>,
}

impl<'t> Pieces<'t> {
    /// The pieces of `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, rest: text.chars(), before: None }
    }

    /// Offset of the first character that is not read.
    fn at(&self) -> usize {
        self.text.len() - self.rest.as_str().len()
    }

    /// The character that comes next.
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    /// Reads the rest of the word that begins with `first`.
    fn word(&mut self, first: char) -> TokenKind {
        let mut number = is_digit(first);
        let mut last = first;
        while let Some(c) = self.peek() {
            let mut ahead = self.rest.clone();
            ahead.next();
            let joined = is_word(c) || is_invisible(c) || joins(last, c, ahead.clone().next());
            if !joined {
                break;
            }
            number &= !is_word(c) || is_digit(c);
            self.rest = ahead;
            if !is_invisible(c) {
                last = c;
            }
        }
        if number { TokenKind::Number } else { TokenKind::Word }
    }

    /// Whether `c`, which was just read, is a pause.
    fn is_pause(&self, c: char) -> bool {
        match c {
            ',' | ';' | '(' | ')' | '[' | ']' | '|' | '，' | '；' | '：' | '（' | '）' | '、'
            | '【' | '】' | '／' | '—' | '―' => true,
            // `https://` is none.
            ':' => !self.rest.as_str().starts_with("//"),
            '/' => self.before != Some(':') && self.before != Some('/'),
            '-' | '‐' | '‒' | '–' | '−' => self.is_dash(),
            _ => false,
        }
    }

    /// Whether the hyphen that was just read is a dash: doubled, or with a space at its side. One that
    /// begins or ends the text is a mark of a list.
    fn is_dash(&self) -> bool {
        let (Some(before), Some(after)) = (self.before, self.peek()) else { return false };
        after == '-' || before.is_whitespace() || after.is_whitespace()
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        loop {
            let start = self.at();
            let c = self.rest.next()?;
            let kind = match c {
                '&' | '＆' => Some(TokenKind::Word),
                _ if is_word(c) => Some(self.word(c)),
                _ if is_han(c) => Some(TokenKind::Han),
                _ => self.is_pause(c).then_some(TokenKind::Pause),
            };
            let end = self.at();
            self.before = self.text[..end].chars().next_back();
            if let Some(kind) = kind {
                return Some(Piece { start, end, kind });
            }
        }
    }
}

/// Whether `c` holds the characters at its sides together: an apostrophe, the point of a decimal number,
/// the colon of a time of day, a percent sign.
fn joins(before: char, c: char, after: Option<char>) -> bool {
    if matches!(c, '%' | '％') {
        return is_digit(before);
    }
    let Some(after) = after else { return false };
    if is_apostrophe(c) {
        return before.is_alphanumeric() && after.is_alphabetic() && is_word(after);
    }
    matches!(c, '.' | ',' | ':' | '/') && is_digit(before) && is_digit(after)
}
