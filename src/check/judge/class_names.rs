//! The classes that checks ask for, word by word and always by the same few names.

use std::cell::Cell;

use crate::phrase::{Automaton, Symbol, Token};

/// How many names are remembered; a power of two.
const KNOWN: usize = 128;

/// Looks classes up, and remembers where a name has led: a check asks with the same text in the
/// program, whose address is told from others faster than its letters.
pub struct ClassNames<'a> {
    automaton: &'a Automaton,
    known: [Cell<(usize, usize, Option<Symbol>)>; KNOWN],
}

impl<'a> ClassNames<'a> {
    /// The classes of an automaton.
    #[must_use]
    pub fn new(automaton: &'a Automaton) -> Self {
        Self { automaton, known: [const { Cell::new((0, 0, None)) }; KNOWN] }
    }

    /// Whether a token's word is a single-word entry of a class.
    #[must_use]
    pub fn has(&self, token: &Token, class: &'static str) -> bool {
        self.symbol(class).is_some_and(|symbol| self.automaton.is(token, symbol))
    }

    fn symbol(&self, class: &'static str) -> Option<Symbol> {
        let (address, length) = (class.as_ptr().addr(), class.len());
        let known = &self.known[(address ^ address >> 7 ^ length) % KNOWN];
        match known.get() {
            (at, bytes, symbol) if (at, bytes) == (address, length) => symbol,
            _ => {
                let symbol = self.automaton.class(class);
                known.set((address, length, symbol));
                symbol
            }
        }
    }
}
