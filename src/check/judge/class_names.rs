//! The classes that checks ask for, word by word and always by the same few names.

use std::cell::Cell;

use crate::phrase::{Phrasebook, Symbol, Token};

/// Tells of some classes which of them a word is in, by one look at its symbols.
pub struct ClassBits<'a> {
    phrasebook: &'a Phrasebook,
    /// For each symbol where its bits stand.
    at: Vec<u8>,
    /// The bits of no class, then those of the symbols of the classes.
    bits: Vec<u32>,
}

impl<'a> ClassBits<'a> {
    /// Classes by name, and the bits that stand for them.
    #[must_use]
    pub fn new(phrasebook: &'a Phrasebook, classes: &[(&str, u32)]) -> Self {
        let mut at = vec![0; phrasebook.symbols as usize];
        let mut all = vec![0];
        for (class, bits) in classes {
            let Some(symbol) = phrasebook.class(class) else { continue };
            match &mut at[usize::from(symbol)] {
                // Classes of the same words share their symbol.
                known if *known > 0 => all[usize::from(*known)] |= bits,
                new => {
                    *new = all.len() as u8;
                    all.push(*bits);
                }
            }
        }
        Self { phrasebook, at, bits: all }
    }

    /// The bits of the classes that a token's word is in, all together.
    #[must_use]
    pub fn of(&self, token: &Token) -> u32 {
        let symbols = self.phrasebook.vocabulary.symbols(token.entry);
        let bits = |symbol: &Symbol| self.bits[usize::from(self.at[usize::from(*symbol)])];
        symbols.iter().fold(0, |all, symbol| all | bits(symbol))
    }
}

/// How many names are remembered; a power of two.
const KNOWN: usize = 128;

/// Looks classes up, and remembers where a name has led: a check asks with the same text in the
/// program, whose address is told from others faster than its letters.
pub struct ClassNames<'a> {
    phrasebook: &'a Phrasebook,
    known: [Cell<(usize, usize, Option<Symbol>)>; KNOWN],
}

impl<'a> ClassNames<'a> {
    /// The classes of a phrasebook.
    #[must_use]
    pub fn new(phrasebook: &'a Phrasebook) -> Self {
        Self { phrasebook, known: [const { Cell::new((0, 0, None)) }; KNOWN] }
    }

    /// Some of the classes, for checks that ask for all of them at every word.
    #[must_use]
    pub fn bits(&self, classes: &[(&str, u32)]) -> ClassBits<'a> {
        ClassBits::new(self.phrasebook, classes)
    }

    /// Whether a token's word is a single-word entry of a class.
    #[must_use]
    pub fn has(&self, token: &Token, class: &'static str) -> bool {
        self.symbol(class).is_some_and(|symbol| self.phrasebook.is(token, symbol))
    }

    fn symbol(&self, class: &'static str) -> Option<Symbol> {
        let (address, length) = (class.as_ptr().addr(), class.len());
        let known = &self.known[(address ^ address >> 7 ^ length) % KNOWN];
        match known.get() {
            (at, bytes, symbol) if (at, bytes) == (address, length) => symbol,
            _ => {
                let symbol = self.phrasebook.class(class);
                known.set((address, length, symbol));
                symbol
            }
        }
    }
}
