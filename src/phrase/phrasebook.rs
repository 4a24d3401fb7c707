//! The tables that phrases are compiled to: a vocabulary, the code of each phrase, and the words that
//! make a phrase worth a look.
//!
//! The build script writes them down as statics, so that a start of the program costs nothing; phrases
//! read at run time are compiled to the same tables.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::phrase_code::PhraseCode;
use super::token::{FactKind, Token};
use super::vocabulary::Vocabulary;

/// A table in the program or on the heap.
pub type Table<T> = Cow<'static, [T]>;

/// What a phrase reads: a word, a set of words, a kind of token.
pub type Symbol = u16;

/// Any one word: `_`.
pub const ANY: Symbol = 0;
/// A pause: `,`.
pub const PAUSE: Symbol = 1;
/// A number in digits.
pub const NUMBER: Symbol = 2;
/// The first kind of fact; the others follow in order.
const FACTS: Symbol = NUMBER + 1;
/// The first symbol that words have.
pub const FIRST_FREE: Symbol = FACTS + FactKind::ALL.len() as Symbol;

/// The symbol of a kind of fact.
#[must_use]
pub const fn fact_symbol(kind: FactKind) -> Symbol {
    FACTS + kind as Symbol
}

/// How many bits say how far a guard reaches.
pub const REACH_BITS: u32 = 3;

/// Phrases, ready to be found.
///
/// A *rule* is one of the entries of several words of a class, or a phrase, or an alternative of one.
/// Entries come first, and one that reads a class behind the entries of that class.
#[derive(Clone, Debug)]
pub struct Phrasebook {
    /// How many phrases are looked for everywhere; the others, which follow, are guards.
    pub reported: u32,
    /// The number of symbols.
    pub symbols: u32,
    /// The vocabulary.
    pub vocabulary: Vocabulary,
    /// Where the code of each rule begins in `code`, and one more: its end.
    pub code_at: Table<u32>,
    /// The code of all rules: of an entry the symbol of its class, and the symbols that it reads; of a
    /// phrase what `PhraseCode` holds.
    pub code: Table<u16>,
    /// The entries of classes that are worth a look where a symbol stands.
    pub entry_anchors: Anchors,
    /// The phrases that are; guards are not among them.
    pub phrase_anchors: Anchors,
    /// Where the guards of each phrase begin in `guards`, and one more: their end.
    pub guards_at: Table<u32>,
    /// The guards of phrases: the number of the guard's phrase, and how many sentences away it counts, in
    /// the lowest `REACH_BITS`.
    pub guards: Table<u32>,
    /// The rule of the first guard; the others follow.
    pub first_guard: u32,
    /// The classes by name.
    pub classes: ClassSymbols,
}

/// The symbols of the single words of classes.
#[derive(Clone, Debug)]
pub struct ClassSymbols {
    /// The names, ascending, one behind the other.
    pub names: Cow<'static, str>,
    /// Where each name begins in `names`, and one more: the end.
    pub at: Table<u32>,
    /// The symbol of each.
    pub symbols: Table<Symbol>,
}

impl ClassSymbols {
    /// The symbols of classes that come in the order of their names.
    pub(super) fn new<'n>(classes: impl IntoIterator<Item = (&'n str, Symbol)>) -> Self {
        let (mut names, mut at, mut symbols) = (String::new(), vec![0], Vec::new());
        for (name, symbol) in classes {
            names.push_str(name);
            at.push(names.len() as u32);
            symbols.push(symbol);
        }
        Self { names: names.into(), at: at.into(), symbols: symbols.into() }
    }

    fn symbol(&self, name: &str) -> Option<Symbol> {
        let own = |at: usize| &self.names[self.at[at] as usize..self.at[at + 1] as usize];
        let mut rest = 0..self.symbols.len();
        while !rest.is_empty() {
            let middle = rest.start + rest.len() / 2;
            match own(middle).cmp(name) {
                Ordering::Less => rest.start = middle + 1,
                Ordering::Equal => return Some(self.symbols[middle]),
                Ordering::Greater => rest.end = middle,
            }
        }
        None
    }
}

/// Rules by the symbols one of which any match of them reads, the rarest that there are.
#[derive(Clone, Debug)]
pub struct Anchors {
    /// Where the rules of each symbol begin in `rules`, and one more: their end.
    pub at: Table<u32>,
    /// The rules.
    pub rules: Table<u32>,
    /// For each of them another symbol that any match of it reads; the same if there is none.
    pub needs: Table<Symbol>,
}

impl Anchors {
    /// The rules of a symbol, and what each needs.
    #[inline]
    pub(super) fn of(&self, symbol: Symbol) -> impl Iterator<Item = (u32, Symbol)> {
        let at = usize::from(symbol);
        let range = self.at[at] as usize..self.at[at + 1] as usize;
        let needs = self.needs[range.clone()].iter().copied();
        self.rules[range].iter().copied().zip(needs)
    }
}

impl Phrasebook {
    /// The row of a word in the vocabulary, or [`NO_ENTRY`](super::NO_ENTRY). The word need not be folded.
    #[must_use]
    pub fn entry(&self, word: &str) -> u32 {
        self.vocabulary.row(word)
    }

    /// The symbol of the class `name`, for [`Self::is`].
    #[must_use]
    pub fn class(&self, name: &str) -> Option<Symbol> {
        self.classes.symbol(name)
    }

    /// Whether the word of a token is a single-word entry of a class.
    #[must_use]
    pub fn is(&self, token: &Token, class: Symbol) -> bool {
        self.vocabulary.symbols(token.entry).binary_search(&class).is_ok()
    }

    /// The number of rules.
    pub(super) fn rules(&self) -> usize {
        self.code_at.len() - 1
    }

    /// The code of a rule.
    #[inline]
    fn code(&self, rule: u32) -> &[u16] {
        let at = rule as usize;
        &self.code[self.code_at[at] as usize..self.code_at[at + 1] as usize]
    }

    /// The class of a rule that is an entry, and what the entry reads.
    pub(super) fn entry_code(&self, rule: u32) -> (Symbol, &[u16]) {
        let code = self.code(rule);
        (code[0], &code[1..])
    }

    /// The code of a rule that is a phrase.
    #[inline]
    pub(super) fn phrase_code(&self, rule: u32) -> PhraseCode<'_> {
        PhraseCode::new(self.code(rule))
    }

    /// The guards of a phrase: the number of each, and how many sentences away it counts.
    pub(super) fn guards_of(&self, pattern: u32) -> impl Iterator<Item = (u32, u32)> {
        let at = pattern as usize;
        let guards = &self.guards[self.guards_at[at] as usize..self.guards_at[at + 1] as usize];
        guards.iter().map(|guard| (guard >> REACH_BITS, guard & ((1 << REACH_BITS) - 1)))
    }

    /// The code of a guard, by the number of its phrase.
    pub(super) fn guard_code(&self, pattern: u32) -> PhraseCode<'_> {
        self.phrase_code(self.first_guard + pattern - self.reported)
    }
}
