//! The literals that the patterns of all lints wait for, found in one pass over a letter.

use std::collections::HashSet;

use super::model::List;
use super::store::Str;

/// A literal, and a pattern that needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// The literal, never empty; its ASCII letters are small and stand for capitals, too.
    pub text: Str,
    /// The lint, by its index in the catalogue.
    pub lint: u16,
    /// The pattern, by its index in the lint.
    pub pattern: u16,
    /// Whether the pattern reads the line that the literal stands in, so that one place in it is enough.
    pub line: bool,
}

/// Where a pattern's literal stands in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The lint, by its index in the catalogue.
    pub lint: u16,
    /// The pattern, by its index in the lint.
    pub pattern: u16,
    /// Offset of the literal's first byte.
    pub at: u32,
}

/// How many bytes of a literal the sieve knows.
const KNOWN: usize = 4;

/// Literals by their text, and a sieve for the bytes that they begin with.
#[derive(Clone, Debug)]
pub struct Literals {
    /// Ascending by text.
    pub all: List<Literal>,
    /// A bit for each hash of up to four first bytes of a literal.
    pub sieve: List<u64>,
}

impl Literals {
    /// The table of some literals.
    #[must_use]
    pub fn new(mut all: Vec<Literal>) -> Self {
        all.sort();
        all.dedup();
        let mut sieve = vec![0; (1 << 16) / 64];
        for literal in &all {
            let bytes = literal.text.as_bytes();
            let bit = hash(&bytes[..bytes.len().min(KNOWN)]);
            sieve[bit / 64] |= 1 << (bit % 64);
        }
        Self { all: all.into(), sieve: sieve.into() }
    }

    /// Where the literals stand, by pattern and place; of those that a pattern that reads lines waits
    /// for, the first in each line.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Place> {
        let mut places = Vec::new();
        let mut line = HashSet::new();
        for at in 0..text.len() {
            if text.as_bytes()[at] == b'\n' {
                line.clear();
            }
            let mut first = [0; KNOWN];
            let rest = &text.as_bytes()[at..];
            let known = rest.len().min(KNOWN);
            first[..known].copy_from_slice(&rest[..known]);
            first.make_ascii_lowercase();
            for length in 1..=known {
                let bit = hash(&first[..length]);
                if self.sieve[bit / 64] >> (bit % 64) & 1 != 0 {
                    for one in self.standing(rest, &first[..length]) {
                        let (lint, pattern) = (one.lint, one.pattern);
                        if !one.line || line.insert((lint, pattern)) {
                            places.push(Place { lint, pattern, at: at as u32 });
                        }
                    }
                }
            }
        }
        places.sort_unstable();
        places
    }

    /// The literals that `rest` begins with and that begin with `first`; those that are no longer than
    /// the sieve knows must be that.
    fn standing<'l>(
        &'l self,
        rest: &'l [u8],
        first: &'l [u8],
    ) -> impl Iterator<Item = &'l Literal> {
        let from = self.all.partition_point(|one| one.text.as_bytes() < first);
        let alike =
            self.all[from..].iter().take_while(|one| one.text.as_bytes().starts_with(first));
        alike.filter(|one| {
            let own = rest.get(..one.text.len());
            let long = first.len() == KNOWN || one.text.len() == first.len();
            long && own.is_some_and(|own| own.eq_ignore_ascii_case(one.text.as_bytes()))
        })
    }
}

/// A hash of up to four bytes.
fn hash(bytes: &[u8]) -> usize {
    let number = bytes.iter().fold(1, |number: u64, byte| number << 8 | u64::from(*byte));
    (number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_where_they_stand() {
        let texts = [("(", 0), ("in june", 1), ("in", 2), ("天", 3), ("x", 4)];
        let all = texts.map(|(text, pattern)| Literal {
            text: text.into(),
            lint: 7,
            pattern,
            line: pattern == 0,
        });
        let found = Literals::new(all.to_vec()).find("((In June) 一天\n(x");
        let found: Vec<_> = found.iter().map(|place| (place.pattern, place.at)).collect();
        assert_eq!(found, [(0, 0), (0, 18), (1, 2), (2, 2), (3, 14), (4, 19)]);
    }
}
