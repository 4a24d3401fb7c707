//! The words that phrases know, found by hash.

use std::borrow::Cow;

use super::fold::{fold, fold_char};
use super::phrasebook::{Symbol, Table};
use super::token::NO_ENTRY;

/// The words of all phrases and classes, and which symbols each has.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// A hash table of rows; its length is a power of two.
    pub slots: Table<u32>,
    /// The words, one behind the other, row by row.
    pub text: Cow<'static, str>,
    /// Where each word begins in `text`, and one more: the end.
    pub text_at: Table<u32>,
    /// Where each row begins in `row_symbols`, and one more: the end.
    pub rows_at: Table<u32>,
    /// The symbols of each row, ascending.
    pub row_symbols: Table<Symbol>,
    /// Endings and beginnings that phrases ask for, in the order of `Affix::outermost`.
    pub affixes: Table<Affix>,
}

/// An ending or a beginning of words, in ASCII letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affix {
    /// Its letters, in lower case.
    pub text: Cow<'static, str>,
    /// Whether it is a beginning.
    pub prefix: bool,
    /// The symbol of words that have it.
    pub symbol: Symbol,
}

impl Affix {
    /// How many letters more a word must have.
    const STEM: usize = 2;

    /// Whether a word has it.
    #[must_use]
    pub fn is_in(&self, word: &str) -> bool {
        let mut affix = self.text.bytes();
        let mut letters = word.chars().map(fold_char);
        let is_next = |letter: char, byte| letter == char::from(byte);
        let has = match self.prefix {
            true => affix.all(|byte| letters.next().is_some_and(|letter| is_next(letter, byte))),
            false => affix.rev().all(|byte| letters.next_back().is_some_and(|l| is_next(l, byte))),
        };
        has && letters.nth(Self::STEM - 1).is_some()
    }

    /// What affixes are sorted by: kind, and the letter at the word's end or beginning.
    pub(super) fn outermost(&self) -> (bool, Option<u8>) {
        let letters = self.text.as_bytes();
        (self.prefix, if self.prefix { letters.first() } else { letters.last() }.copied())
    }
}

impl Vocabulary {
    /// The row of a word, or [`NO_ENTRY`].
    #[must_use]
    pub fn row(&self, word: &str) -> u32 {
        let word = written_out(word);
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) as usize & mask;
        loop {
            let row = self.slots[slot];
            if row == NO_ENTRY || self.is_row(row, word) {
                return row;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Whether `word`, folded, is the word of a row.
    fn is_row(&self, row: u32, word: &str) -> bool {
        let at = row as usize;
        let own = &self.text[self.text_at[at] as usize..self.text_at[at + 1] as usize];
        if word.is_ascii() {
            let same = |(own, byte): (&u8, &u8)| *own == fold_byte(*byte);
            own.len() == word.len() && own.as_bytes().iter().zip(word.as_bytes()).all(same)
        } else {
            own.chars().eq(fold(word))
        }
    }

    /// The symbols of the affixes that a word has.
    pub(super) fn affixes_of(&self, word: &str) -> impl Iterator<Item = Symbol> {
        let letter = |c: Option<char>| c.and_then(|c| u8::try_from(fold_char(c)).ok());
        let ending = (false, letter(word.chars().next_back()));
        let beginning = (true, letter(word.chars().next()));
        let like = move |key: (bool, Option<u8>)| {
            let from = self.affixes.partition_point(|affix| affix.outermost() < key);
            self.affixes[from..].iter().take_while(move |affix| affix.outermost() == key)
        };
        let affixes = like(ending).chain(like(beginning));
        affixes.filter(move |affix| affix.is_in(word)).map(|affix| affix.symbol)
    }

    /// The symbols of a row, ascending; none for [`NO_ENTRY`].
    #[must_use]
    pub fn symbols(&self, row: u32) -> &[Symbol] {
        if row == NO_ENTRY {
            return &[];
        }
        let at = row as usize;
        &self.row_symbols[self.rows_at[at] as usize..self.rows_at[at + 1] as usize]
    }
}

/// What a sign that is read as a word stands for.
#[must_use]
pub fn written_out(word: &str) -> &str {
    if matches!(word, "&" | "＆") { "and" } else { word }
}

/// An ASCII byte, folded.
fn fold_byte(byte: u8) -> u8 {
    match byte {
        b'`' => b'\'',
        _ => byte.to_ascii_lowercase(),
    }
}

/// The hash of a word, folded (FNV-1a over characters). The build script and the program must agree
/// on it, which hashers of the standard library do not promise.
#[must_use]
pub fn hash(word: &str) -> u32 {
    const SEED: u32 = 0x811C_9DC5;
    let mix = |hash: u32, code: u32| (hash ^ code).wrapping_mul(0x0100_0193);
    let hash = if word.is_ascii() {
        word.bytes().fold(SEED, |hash, byte| mix(hash, u32::from(fold_byte(byte))))
    } else {
        fold(word).fold(SEED, |hash, c| mix(hash, u32::from(c)))
    };
    // The low bits pick the slot; FNV leaves them weaker than the high ones.
    hash ^ (hash >> 15)
}

/// A word as the vocabulary has it.
#[must_use]
pub fn folded(word: &str) -> String {
    let word = written_out(word);
    if word.is_ascii() {
        word.bytes().map(|b| char::from(fold_byte(b))).collect()
    } else {
        fold(word).map(fold_char).collect()
    }
}
