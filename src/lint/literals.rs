//! The literals that the patterns of all lints wait for, found in one pass over a letter.

use super::model::{List, Str};

/// A literal, and a pattern that needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// The literal, never empty; its ASCII letters are small and stand for capitals, too.
    pub text: Str,
    /// The lint, by its index in the catalogue.
    pub lint: u16,
    /// The pattern, by its index in the lint.
    pub pattern: u16,
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

/// Literals by their text, and a sieve for the pairs of bytes that they begin with.
#[derive(Clone, Debug)]
pub struct Literals {
    /// Ascending by text.
    pub all: List<Literal>,
    /// A bit for each pair of bytes that some literal begins with.
    pub pairs: List<u64>,
}

impl Literals {
    /// The table of some literals.
    #[must_use]
    pub fn new(mut all: Vec<Literal>) -> Self {
        all.sort();
        let mut pairs = vec![0; (1 << 16) / 64];
        let mut add = |first: u8, second: u8| {
            let pair = pair(first, second);
            pairs[pair / 64] |= 1 << (pair % 64);
        };
        for literal in &all {
            match *literal.text.as_bytes() {
                [first] => (0..=u8::MAX).for_each(|second| add(first, second)),
                [first, second, ..] => add(first, second),
                [] => {}
            }
        }
        Self { all: all.into(), pairs: pairs.into() }
    }

    /// Where the literals stand, by pattern and place.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Place> {
        let bytes = text.as_bytes();
        let mut places = Vec::new();
        for (at, first) in bytes.iter().enumerate() {
            let second = bytes.get(at + 1).copied().unwrap_or_default();
            let pair = pair(first.to_ascii_lowercase(), second.to_ascii_lowercase());
            if self.pairs[pair / 64] >> (pair % 64) & 1 != 0 {
                self.find_at(bytes, at, &mut places);
            }
        }
        places.sort_unstable();
        places
    }

    /// Adds the literals that stand at a byte.
    fn find_at(&self, bytes: &[u8], at: usize, places: &mut Vec<Place>) {
        let rest = &bytes[at..];
        let small = |at: usize| rest.get(at).copied().unwrap_or_default().to_ascii_lowercase();
        let pair = &[small(0), small(1)][..rest.len().min(2)];
        let single = self.from(&pair[..1]).take_while(|one| one.text.len() == 1);
        let longer = self.from(pair).take_while(|one| one.text.as_bytes().starts_with(pair));
        let longer = longer.filter(|one| one.text.len() > 1);
        let stands = |one: &&Literal| {
            let own = rest.get(..one.text.len());
            own.is_some_and(|own| own.eq_ignore_ascii_case(one.text.as_bytes()))
        };
        for one in single.chain(longer).filter(stands) {
            places.push(Place { lint: one.lint, pattern: one.pattern, at: at as u32 });
        }
    }

    /// The literals from that text on.
    fn from(&self, text: &[u8]) -> impl Iterator<Item = &Literal> {
        self.all[self.all.partition_point(|one| one.text.as_bytes() < text)..].iter()
    }
}

fn pair(first: u8, second: u8) -> usize {
    usize::from(first) << 8 | usize::from(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_where_they_stand() {
        let texts = [("(", 0), ("in june", 1), ("in", 2), ("天", 3), ("x", 4)];
        let all = texts.map(|(text, pattern)| Literal { text: text.into(), lint: 7, pattern });
        let found = Literals::new(all.to_vec()).find("(In June) 一天(x");
        let found: Vec<_> = found.iter().map(|place| (place.pattern, place.at)).collect();
        assert_eq!(found, [(0, 0), (0, 16), (1, 1), (2, 1), (3, 13), (4, 17)]);
    }
}
