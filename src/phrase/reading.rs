//! The words of one stretch of a sentence as the automaton sees them: where each symbol stands.

use super::automaton::{ANY, Automaton, END, GAPS, NUMBER, PAUSE, Symbol, fact_symbol};
use super::places::{Leap, Places};
use super::token::{NO_ENTRY, Token, TokenKind};
use super::walk::Stretch;

/// Where each symbol stands.
#[derive(Debug)]
pub struct Reading {
    /// For each symbol where in `places` its set is; 0, the empty set, for those that stand nowhere.
    slots: Vec<u16>,
    places: Vec<Places>,
    /// The symbols that stand somewhere.
    known: Vec<Symbol>,
    /// A bit for each symbol, set for those that stand somewhere and for gaps: most edges of a state are
    /// passed over by it.
    present: Box<[u64; SYMBOLS / 64]>,
}

/// How many symbols there can be.
const SYMBOLS: usize = Symbol::MAX as usize + 1;

impl Reading {
    /// For that many symbols.
    pub fn new(symbols: u32) -> Self {
        let mut present = Box::new([0; SYMBOLS / 64]);
        present[usize::from(GAPS) / 64..].fill(u64::MAX);
        Self { slots: vec![0; symbols as usize], places: vec![0], known: Vec::new(), present }
    }

    /// Reads the tokens of a stretch, and the place of the sentence's end.
    pub fn read(&mut self, automaton: &Automaton, stretch: &Stretch<'_>, leaps: &[Leap]) {
        self.clear();
        let Stretch { text, tokens, end, .. } = *stretch;
        if let Some(end) = end {
            self.put(END, end);
        }
        for leap in leaps {
            self.show(fact_symbol(leap.kind));
        }
        for (at, token) in (0..).zip(tokens) {
            for symbol in kind_symbols(token).into_iter().flatten() {
                self.put(symbol, at);
            }
            for symbol in automaton.vocabulary.symbols(token.entry) {
                self.put(*symbol, at);
            }
            let unknown = unknown_word(text, token);
            for symbol in unknown.into_iter().flat_map(|word| automaton.vocabulary.affixes_of(word))
            {
                self.put(symbol, at);
            }
        }
    }

    /// Forgets what it has read, at the cost of that.
    fn clear(&mut self) {
        for symbol in self.known.drain(..) {
            self.slots[usize::from(symbol)] = 0;
            self.present[usize::from(symbol) / 64] &= !(1 << (symbol % 64));
        }
        self.places.truncate(1);
    }

    #[inline]
    fn put(&mut self, symbol: Symbol, at: u32) {
        let mut slot = self.slots[usize::from(symbol)];
        if slot == 0 {
            // A stretch has too few words to have more symbols than that.
            slot = self.places.len() as u16;
            self.slots[usize::from(symbol)] = slot;
            self.places.push(0);
            self.show(symbol);
        }
        self.places[usize::from(slot)] |= 1 << at;
    }

    /// Notes that a symbol stands somewhere.
    fn show(&mut self, symbol: Symbol) {
        self.known.push(symbol);
        self.present[usize::from(symbol) / 64] |= 1 << (symbol % 64);
    }

    /// Adds the indexes of those symbols that stand somewhere or are of a gap.
    pub fn pick(&self, symbols: &[Symbol], indexes: &mut Vec<u32>) {
        let present = &*self.present;
        for (index, symbol) in (0..).zip(symbols) {
            if present[usize::from(*symbol) / 64] >> (symbol % 64) & 1 != 0 {
                indexes.push(index);
            }
        }
    }

    /// The places in front of words that have a symbol.
    #[inline]
    pub fn places(&self, symbol: Symbol) -> Places {
        self.places[usize::from(self.slots[usize::from(symbol)])]
    }
}

/// The symbols that a token has for its kind.
pub fn kind_symbols(token: &Token) -> [Option<Symbol>; 2] {
    match token.kind {
        TokenKind::Pause => [Some(PAUSE), None],
        TokenKind::Fact(kind) => [Some(ANY), Some(fact_symbol(kind))],
        TokenKind::Number => [Some(ANY), Some(NUMBER)],
        TokenKind::Word | TokenKind::Han => [Some(ANY), None],
    }
}

/// The word of a token that stands in no phrase; it still has an ending and a beginning.
pub fn unknown_word<'t>(text: &'t str, token: &Token) -> Option<&'t str> {
    let unknown = token.entry == NO_ENTRY && token.kind == TokenKind::Word;
    unknown.then(|| &text[token.start as usize..token.end as usize])
}
