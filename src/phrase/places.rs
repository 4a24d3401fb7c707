//! Places in a stretch of a sentence, as sets of bits: all that stands at many places is moved at once.

use std::ops::Range;

use super::token::{FactKind, FactWords};

/// A set of places: bit 0 is in front of the first word of the stretch, bit 1 behind it, and so on.
pub type Places = u128;

/// The most words of a stretch.
pub const STRETCH: u32 = Places::BITS - 1;

/// A fact of several words, within the stretch.
#[derive(Clone, Copy, Debug)]
pub struct Leap {
    /// The place in front of it.
    pub from: u32,
    /// How many words it has.
    pub words: u32,
    /// What it is.
    pub kind: FactKind,
}

/// How far an edge leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nowhere: to the edge of the sentence.
    Here,
    /// Over a word, or over a fact of so many.
    Words(u32),
    /// Over up to so many words or facts.
    Gap(u32),
}

/// The words of a stretch, as far as gaps care.
#[derive(Debug, Default)]
pub struct Ground {
    /// All places of the stretch.
    all: Places,
    /// The facts that a phrase may read as one word, by start.
    pub leaps: Vec<Leap>,
}

impl Ground {
    /// Takes the stretch of `tokens` as the ground, with those of `facts` that lie in it.
    pub fn lay(&mut self, tokens: Range<u32>, facts: &[FactWords]) {
        self.all = Places::MAX >> (STRETCH - (tokens.end - tokens.start));
        self.leaps.clear();
        let first = facts.partition_point(|fact| fact.tokens.start < tokens.start);
        let within = facts[first..].iter().take_while(|fact| fact.tokens.end <= tokens.end);
        self.leaps.extend(within.map(|fact| Leap {
            from: fact.tokens.start - tokens.start,
            words: fact.tokens.end - fact.tokens.start,
            kind: fact.kind,
        }));
    }

    /// Where an edge leads from these places.
    pub fn forth(&self, reach: Reach, places: Places) -> Places {
        match reach {
            Reach::Here => places,
            Reach::Words(words) => places << words,
            Reach::Gap(most) => spread(places, most, |places| self.next(places)),
        }
    }

    /// From where it leads to them.
    pub fn back(&self, reach: Reach, places: Places) -> Places {
        match reach {
            Reach::Here => places,
            Reach::Words(words) => places >> words,
            Reach::Gap(most) => spread(places, most, |places| self.before(places)),
        }
    }

    /// One word or fact further.
    pub fn next(&self, places: Places) -> Places {
        let leaps = self.leaps.iter().filter(|leap| places >> leap.from & 1 != 0);
        leaps.fold(places << 1 & self.all, |next, leap| next | 1 << (leap.from + leap.words))
    }

    /// One word or fact back.
    pub fn before(&self, places: Places) -> Places {
        let leaps = self.leaps.iter().filter(|leap| places >> (leap.from + leap.words) & 1 != 0);
        leaps.fold(places >> 1, |before, leap| before | 1 << leap.from)
    }
}

/// The places, and all that up to so many steps lead to.
fn spread(places: Places, most: u32, step: impl Fn(Places) -> Places) -> Places {
    let mut all = places;
    let mut last = places;
    for _ in 0..most {
        last = step(last);
        all |= last;
    }
    all
}

/// The first of some places.
pub fn first(places: Places) -> u32 {
    places.trailing_zeros()
}

/// The last of some places, of which there is one at least.
pub fn last(places: Places) -> u32 {
    STRETCH - places.leading_zeros()
}

/// Some places one by one, in order.
pub fn each(mut places: Places) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (places != 0).then(|| first(places));
        places &= places.wrapping_sub(1);
        next
    })
}
