//! The tables that phrases are compiled to: a vocabulary and an automaton over it.
//!
//! The build script writes them down as statics, so that a start of the program costs nothing; phrases
//! read at run time are compiled to the same tables.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::{fold, fold_char};
use super::token::{FactKind, NO_ENTRY, Token};

/// A table in the program or on the heap.
pub type Table<T> = Cow<'static, [T]>;

/// What an edge of the automaton reads: a word, a set of words, a kind of token.
pub type Symbol = u16;

/// Any one word: `_`.
pub const ANY: Symbol = 0;
/// A word or a pause: what `...` is made of.
pub const GAP: Symbol = 1;
/// A pause: `,`.
pub const PAUSE: Symbol = 2;
/// A number in digits.
pub const NUMBER: Symbol = 3;
/// The start of a sentence, before its first word.
pub const START: Symbol = 4;
/// The end of a sentence, behind its last word.
pub const END: Symbol = 5;
/// The first kind of fact; the others follow in order.
const FACTS: Symbol = 6;
/// The first symbol that words have.
pub const FIRST_FREE: Symbol = FACTS + FactKind::ALL.len() as Symbol;

/// The symbol of a kind of fact.
#[must_use]
pub const fn fact_symbol(kind: FactKind) -> Symbol {
    FACTS + kind as Symbol
}

/// Phrases, ready to be found.
#[derive(Clone, Debug)]
pub struct Automaton {
    /// The number of phrases.
    pub patterns: u32,
    /// The number of symbols.
    pub symbols: u32,
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// Behind each symbol the edges that leave the start, as `targets`: `start_at[s]..start_at[s + 1]`.
    pub start_at: Table<u32>,
    /// Where they lead, coded as `targets`.
    pub start_targets: Table<u32>,
    /// Where the edges of each state begin in `labels` and `targets`, and one more: their end.
    pub edges_at: Table<u32>,
    /// The symbol of each edge, ascending within a state.
    pub labels: Table<Symbol>,
    /// Where each edge leads: twice the state, and one if the word belongs to the reported part.
    pub targets: Table<u32>,
    /// The first of the states at which phrases end; they are the last states.
    pub accepting: u32,
    /// Where their phrases begin in `accepts`, and one more: their end.
    pub accepts_at: Table<u32>,
    /// The phrases that end at each accepting state.
    pub accepts: Table<u32>,
    /// The classes by name, ascending, and the symbol of their single words.
    pub classes: Table<(Cow<'static, str>, Symbol)>,
}

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
    /// Endings and beginnings that phrases ask for.
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
        if word.len() < self.text.len() + Self::STEM {
            return false;
        }
        let mut affix = self.text.bytes();
        let mut letters = word.chars().map(fold_char);
        let is_next = |letter: char, byte| letter == char::from(byte);
        let has = match self.prefix {
            true => affix.all(|byte| letters.next().is_some_and(|letter| is_next(letter, byte))),
            false => affix.rev().all(|byte| letters.next_back().is_some_and(|l| is_next(l, byte))),
        };
        has && letters.nth(Self::STEM - 1).is_some()
    }
}

impl Automaton {
    /// The row of a word in the vocabulary, or [`NO_ENTRY`]. The word need not be folded.
    #[must_use]
    pub fn entry(&self, word: &str) -> u32 {
        self.vocabulary.row(word)
    }

    /// The symbol of the class `name`, for [`Self::is`].
    #[must_use]
    pub fn class(&self, name: &str) -> Option<Symbol> {
        let found = self.classes.binary_search_by(|(class, _)| class.as_ref().cmp(name));
        found.ok().map(|at| self.classes[at].1)
    }

    /// Whether the word of a token is a single-word entry of a class.
    #[must_use]
    pub fn is(&self, token: &Token, class: Symbol) -> bool {
        self.vocabulary.symbols(token.entry).binary_search(&class).is_ok()
    }

    /// The edges of a state, as a range of `labels` and `targets`.
    pub(super) fn edges(&self, state: u32) -> Range<usize> {
        let at = state as usize;
        self.edges_at[at] as usize..self.edges_at[at + 1] as usize
    }

    /// Where the edges of a symbol from the start lead.
    pub(super) fn first(&self, symbol: Symbol) -> &[u32] {
        let at = usize::from(symbol);
        &self.start_targets[self.start_at[at] as usize..self.start_at[at + 1] as usize]
    }

    /// The phrases that end at a state.
    pub(super) fn accepts(&self, state: u32) -> &[u32] {
        let Some(at) = state.checked_sub(self.accepting) else { return &[] };
        let at = at as usize;
        &self.accepts[self.accepts_at[at] as usize..self.accepts_at[at + 1] as usize]
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
            own.bytes().eq(word.bytes().map(fold_byte))
        } else {
            own.chars().eq(fold(word))
        }
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
