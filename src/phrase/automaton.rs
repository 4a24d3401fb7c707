//! The tables that phrases are compiled to: a vocabulary and an automaton over it.
//!
//! The build script writes them down as statics, so that a start of the program costs nothing; phrases
//! read at run time are compiled to the same tables.

use std::borrow::Cow;
use std::ops::Range;

use super::token::{FactKind, NO_ENTRY, Token};
use super::vocabulary::Vocabulary;

/// A table in the program or on the heap.
pub type Table<T> = Cow<'static, [T]>;

/// What an edge of the automaton reads: a word, a set of words, a kind of token.
pub type Symbol = u16;

/// Any one word: `_`.
pub const ANY: Symbol = 0;
/// A pause: `,`.
pub const PAUSE: Symbol = 1;
/// A number in digits.
pub const NUMBER: Symbol = 2;
/// The start of a sentence, before its first word.
pub const START: Symbol = 3;
/// The end of a sentence, behind its last word.
pub const END: Symbol = 4;
/// The first kind of fact; the others follow in order.
const FACTS: Symbol = 5;
/// The first symbol that words have.
pub const FIRST_FREE: Symbol = FACTS + FactKind::ALL.len() as Symbol;
/// A gap of no word; gaps of up to one, two … words follow.
pub const GAPS: Symbol = Symbol::MAX - u8::MAX as Symbol;

/// The symbol of a kind of fact.
#[must_use]
pub const fn fact_symbol(kind: FactKind) -> Symbol {
    FACTS + kind as Symbol
}

/// The symbol of a gap of up to so many words.
#[must_use]
pub const fn gap_symbol(most: u8) -> Symbol {
    GAPS + most as Symbol
}

/// How many words a gap may have, if the symbol is one of a gap.
#[inline]
#[must_use]
pub const fn gap_bound(symbol: Symbol) -> Option<u32> {
    match symbol.checked_sub(GAPS) {
        Some(most) => Some(most as u32),
        None => None,
    }
}

/// Phrases, ready to be found.
#[derive(Clone, Debug)]
pub struct Automaton {
    /// How many phrases are reported; of the others, which follow, it only matters whether a sentence has
    /// them.
    pub reported: u32,
    /// The number of symbols.
    pub symbols: u32,
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// Where the edges that leave the start with each symbol begin in `start_targets`, and one more.
    pub start_at: Table<u32>,
    /// Where they lead, coded as `targets`.
    pub start_targets: Table<u32>,
    /// The same for the words of the vocabulary: where those of each row begin in `row_targets`.
    pub rows_start_at: Table<u32>,
    /// Where a word leads from the start, whichever of its symbols.
    pub row_targets: Table<u32>,
    /// Where the edges of each state begin in `labels` and `targets`, and one more: their end. Edges lead
    /// to states behind their own.
    pub edges_at: Table<u32>,
    /// The symbol of each edge, ascending within a state.
    pub labels: Table<Symbol>,
    /// Where each edge leads: twice the state, and one if the word belongs to the reported part.
    pub targets: Table<u32>,
    /// Where the phrases that end at each state begin in `accepts`, and one more: their end.
    pub accepts_at: Table<u32>,
    /// The phrases that end at the states.
    pub accepts: Table<u32>,
    /// The classes by name, ascending, and the symbol of their single words.
    pub classes: Table<(Cow<'static, str>, Symbol)>,
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
    #[inline]
    pub(super) fn edges(&self, state: u32) -> Range<usize> {
        let at = state as usize;
        self.edges_at[at] as usize..self.edges_at[at + 1] as usize
    }

    /// Where the edges of a symbol from the start lead.
    pub(super) fn first(&self, symbol: Symbol) -> &[u32] {
        let at = usize::from(symbol);
        &self.start_targets[self.start_at[at] as usize..self.start_at[at + 1] as usize]
    }

    /// Where a word of the vocabulary leads from the start.
    pub(super) fn first_of_row(&self, row: u32) -> &[u32] {
        if row == NO_ENTRY {
            return &[];
        }
        let at = row as usize;
        &self.row_targets[self.rows_start_at[at] as usize..self.rows_start_at[at + 1] as usize]
    }

    /// The number of states.
    pub(super) fn states(&self) -> usize {
        self.edges_at.len() - 1
    }

    /// The phrases that end at a state.
    #[inline]
    pub(super) fn accepts(&self, state: u32) -> &[u32] {
        let at = state as usize;
        &self.accepts[self.accepts_at[at] as usize..self.accepts_at[at + 1] as usize]
    }

    /// Whether a phrase ends at a state.
    #[inline]
    pub(super) fn is_end(&self, state: u32) -> bool {
        !self.accepts(state).is_empty()
    }
}
