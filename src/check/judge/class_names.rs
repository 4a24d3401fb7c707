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
    /// Classes by name, and the bits that stand for them, of which there are 32.
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

/// The address and the length of a name.
type Name = (usize, usize);

/// How many names are remembered; a power of two.
const KNOWN: usize = 128;

/// In how many more places a name may be remembered.
const PROBES: usize = 8;

/// Looks classes up, and remembers where a name has led: a check asks with the same text in the
/// program, whose address is told from others faster than its letters.
pub struct ClassNames<'a> {
    phrasebook: &'a Phrasebook,
    known: [Cell<(Name, Option<Symbol>)>; KNOWN],
}

impl<'a> ClassNames<'a> {
    /// The classes of a phrasebook.
    #[must_use]
    pub fn new(phrasebook: &'a Phrasebook) -> Self {
        Self { phrasebook, known: [const { Cell::new(((0, 0), None)) }; KNOWN] }
    }

    /// Some of the classes, for checks that ask for all of them at every word.
    #[must_use]
    pub fn bits(&self, classes: &[(&str, u32)]) -> ClassBits<'a> {
        ClassBits::new(self.phrasebook, classes)
    }

    /// Tells of words whether they are in a class.
    pub fn class(&self, class: &'static str) -> impl Fn(&Token) -> bool + use<'a> {
        let (phrasebook, symbol) = (self.phrasebook, self.symbol(class));
        move |token| symbol.is_some_and(|symbol| phrasebook.is(token, symbol))
    }

    /// Whether a token's word is a single-word entry of a class.
    #[must_use]
    pub fn has(&self, token: &Token, class: &'static str) -> bool {
        self.symbol(class).is_some_and(|symbol| self.phrasebook.is(token, symbol))
    }

    fn symbol(&self, class: &'static str) -> Option<Symbol> {
        let name = (class.as_ptr().addr(), class.len());
        let first = (name.0 ^ name.0 >> 7 ^ name.1) % KNOWN;
        match self.known[first].get() {
            (known, symbol) if known == name => symbol,
            _ => self.look_up(class, name, first),
        }
    }

    /// The symbol of a class that does not stand in its own place.
    #[cold]
    fn look_up(&self, class: &str, name: Name, first: usize) -> Option<Symbol> {
        let mut slots = (first + 1..=first + PROBES).map(|at| &self.known[at % KNOWN]);
        match slots.find(|slot| slot.get().0 == name || slot.get().0.1 == 0) {
            Some(slot) if slot.get().0 == name => slot.get().1,
            slot => {
                let symbol = self.phrasebook.class(class);
                let own = &self.known[first];
                slot.filter(|_| own.get().0.1 > 0).unwrap_or(own).set((name, symbol));
                symbol
            }
        }
    }
}
