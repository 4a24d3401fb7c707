//! The alphabet of phrases while they are compiled: every word of the vocabulary has a set of symbols,
//! one for each set of words that some phrase asks for.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::code::SYMBOLS;
use super::common::Common;
use super::phrasebook::{ANY, FIRST_FREE, NUMBER, PAUSE, Symbol};
use super::token::NO_ENTRY;
use super::vocabulary::{Affix, Vocabulary, hash};

/// Symbols and their words.
#[derive(Debug)]
pub struct Symbols {
    /// The symbol of each set of words; a plain word is a set of one.
    sets: BTreeMap<Vec<String>, Symbol>,
    vocabulary: BTreeMap<String, BTreeSet<Symbol>>,
    affixes: Vec<Affix>,
    /// How often each symbol stands in letters. There are as many symbols; more than [`Symbol`] can
    /// count are an error in the end.
    weights: Vec<u32>,
    common: Common,
}

impl Symbols {
    pub fn new() -> Self {
        let mut weights = vec![Common::FACT; usize::from(FIRST_FREE)];
        weights[usize::from(ANY)] = Common::ALL;
        weights[usize::from(PAUSE)] = Common::PAUSE;
        weights[usize::from(NUMBER)] = Common::NUMBER;
        Self {
            sets: BTreeMap::new(),
            vocabulary: BTreeMap::new(),
            affixes: Vec::new(),
            weights,
            common: Common::new(),
        }
    }

    fn fresh(&mut self, weight: u32) -> Symbol {
        self.weights.push(weight);
        Symbol::try_from(self.weights.len() - 1).unwrap_or(Symbol::MAX)
    }

    /// The symbol that exactly these words have.
    pub fn of_words(&mut self, mut words: Vec<String>) -> Symbol {
        words.sort();
        words.dedup();
        if let Some(symbol) = self.sets.get(&words) {
            return *symbol;
        }
        let symbol = self.of_class(&words);
        self.sets.insert(words, symbol);
        symbol
    }

    /// A symbol that these words have, and whatever else is told of it later.
    pub fn of_class(&mut self, words: &[String]) -> Symbol {
        let weight = words.iter().map(|word| self.common.weight(word)).sum();
        let symbol = self.fresh(weight);
        for word in words {
            self.vocabulary.entry(word.clone()).or_default().insert(symbol);
        }
        symbol
    }

    /// The symbol of the words with an ending or a beginning.
    pub fn of_affix(&mut self, text: &str, prefix: bool) -> Symbol {
        let known = self.affixes.iter().find(|affix| affix.text == text && affix.prefix == prefix);
        if let Some(known) = known {
            return known.symbol;
        }
        let mut affix = Affix { text: Cow::Owned(text.to_owned()), prefix, symbol: 0 };
        affix.symbol = self.fresh(self.common.weight_of(&affix));
        let symbol = affix.symbol;
        self.affixes.push(affix);
        symbol
    }

    /// How often words with a symbol stand in letters, in ten thousand words.
    pub fn weight(&self, symbol: Symbol) -> u32 {
        self.weights.get(usize::from(symbol)).copied().unwrap_or(Common::ALL)
    }

    /// Adds to how often a symbol stands.
    pub fn add_weight(&mut self, symbol: Symbol, more: u32) {
        if let Some(weight) = self.weights.get_mut(usize::from(symbol)) {
            *weight += more;
        }
    }

    /// The number of symbols, or nothing when there are too many.
    pub fn count(&self) -> Option<u32> {
        (self.weights.len() <= usize::from(SYMBOLS)).then_some(self.weights.len() as u32)
    }

    /// The tables of the vocabulary.
    pub fn freeze(mut self) -> Vocabulary {
        self.affixes.sort_by_key(Affix::outermost);
        for (word, symbols) in &mut self.vocabulary {
            let letters = word.bytes().all(|byte| byte.is_ascii_digit());
            let affixes = self.affixes.iter().filter(|affix| !letters && affix.is_in(word));
            symbols.extend(affixes.map(|affix| affix.symbol));
        }
        let mut text = String::new();
        let (mut text_at, mut rows_at, mut row_symbols) = (vec![0], vec![0], Vec::new());
        for (word, symbols) in &self.vocabulary {
            text.push_str(word);
            text_at.push(text.len() as u32);
            row_symbols.extend(symbols);
            rows_at.push(row_symbols.len() as u32);
        }
        Vocabulary {
            slots: Cow::Owned(slots(self.vocabulary.keys())),
            text: Cow::Owned(text),
            text_at: Cow::Owned(text_at),
            rows_at: Cow::Owned(rows_at),
            row_symbols: Cow::Owned(row_symbols),
            affixes: Cow::Owned(self.affixes),
        }
    }
}

/// A hash table with open addressing, at most half full.
fn slots<'w>(words: impl ExactSizeIterator<Item = &'w String>) -> Vec<u32> {
    let size = (words.len() * 2 + 1).next_power_of_two();
    let mut slots = vec![NO_ENTRY; size];
    for (row, word) in words.enumerate() {
        let mut slot = hash(word) as usize & (size - 1);
        while slots[slot] != NO_ENTRY {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = row as u32;
    }
    slots
}
