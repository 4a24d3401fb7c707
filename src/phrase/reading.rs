//! The words of one stretch of a sentence as phrases see them: where each symbol stands.

use super::phrasebook::{ANY, NUMBER, PAUSE, Phrasebook, Symbol, fact_symbol};
use super::places::{Places, STRETCH, Way, below};
use super::token::{FactWords, NO_ENTRY, Token, TokenKind};

/// No width.
const NONE: u32 = u32::MAX;

/// A stretch of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'s> {
    pub text: &'s str,
    pub tokens: &'s [Token],
    /// The number of the first token in the letter.
    pub base: u32,
    /// How many of the tokens phrases may begin with; the others are read again later.
    pub heads: u32,
    /// The place of the sentence's first word, and the place behind its last, where they lie here.
    pub start: Option<u32>,
    pub end: Option<u32>,
}

/// Where each symbol stands.
#[derive(Debug)]
pub struct Reading {
    /// For each symbol where in `stands` it is; 0, which stands nowhere, for those that are not.
    slots: Vec<u16>,
    stands: Vec<Stand>,
    /// Where symbols stand that read several words.
    wide: Vec<Wide>,
    /// All places of the stretch.
    pub all: Places,
    /// Those that phrases may begin at.
    pub heads: Places,
    pub start: Places,
    pub end: Places,
}

/// Where a symbol stands.
#[derive(Clone, Copy, Debug)]
struct Stand {
    symbol: Symbol,
    /// In front of these single words.
    places: Places,
    /// The first of its widths in `wide`.
    wide: u32,
}

/// Where a symbol stands in front of so many words that it reads as one.
#[derive(Clone, Copy, Debug)]
struct Wide {
    places: Places,
    words: u32,
    /// The symbol's next width.
    next: u32,
}

/// A symbol that stands nowhere.
const NOWHERE: Stand = Stand { symbol: ANY, places: 0, wide: NONE };

impl Reading {
    /// For that many symbols.
    pub fn new(symbols: u32) -> Self {
        Self {
            slots: vec![0; symbols as usize],
            stands: vec![NOWHERE],
            wide: Vec::new(),
            all: 0,
            heads: 0,
            start: 0,
            end: 0,
        }
    }

    /// Reads a stretch, with those of `facts` that lie in it.
    pub fn read(&mut self, phrasebook: &Phrasebook, stretch: &Stretch<'_>, facts: &[FactWords]) {
        self.clear();
        let count = stretch.tokens.len() as u32;
        let place = |place: Option<u32>| place.map_or(0, |place| 1 << place);
        self.all = below(count + 1);
        self.heads = if stretch.heads == count { self.all } else { below(stretch.heads) };
        (self.start, self.end) = (place(stretch.start), place(stretch.end));
        let mut place = 1;
        for token in stretch.tokens {
            self.read_token(phrasebook, stretch.text, token, place);
            place <<= 1;
        }
        let first = facts.partition_point(|fact| fact.tokens.start < stretch.base);
        let within = |fact: &&FactWords| fact.tokens.end <= stretch.base + count;
        for fact in facts[first..].iter().take_while(within) {
            let places = 1 << (fact.tokens.start - stretch.base);
            for symbol in [ANY, fact_symbol(fact.kind)] {
                self.add_wide(symbol, fact.tokens.len() as u32, places);
            }
        }
    }

    fn read_token(&mut self, phrasebook: &Phrasebook, text: &str, token: &Token, place: Places) {
        match token.kind {
            TokenKind::Pause => return self.add(PAUSE, place),
            TokenKind::Fact(kind) => self.add(fact_symbol(kind), place),
            TokenKind::Number => self.add(NUMBER, place),
            TokenKind::Word | TokenKind::Han => {}
        }
        self.add(ANY, place);
        for symbol in phrasebook.vocabulary.symbols(token.entry) {
            self.add(*symbol, place);
        }
        // A word that stands in no phrase still has an ending and a beginning.
        if token.entry == NO_ENTRY && token.kind == TokenKind::Word {
            let word = &text[token.start as usize..token.end as usize];
            for symbol in phrasebook.vocabulary.affixes_of(word) {
                self.add(symbol, place);
            }
        }
    }

    /// Forgets what it has read, at the cost of that.
    fn clear(&mut self) {
        for stand in self.stands.drain(1..) {
            self.slots[usize::from(stand.symbol)] = 0;
        }
        self.wide.clear();
    }

    #[inline]
    fn add(&mut self, symbol: Symbol, place: Places) {
        self.stand(symbol).places |= place;
    }

    /// Adds the entry of a class where it stands. It reads words and pauses, one behind the other.
    pub fn add_entry(&mut self, class: Symbol, entry: &[Symbol]) {
        let mut places = self.all;
        for (words, symbol) in (0..).zip(entry) {
            let stand = self.stands[usize::from(self.slots[usize::from(*symbol)])];
            if stand.wide != NONE {
                return self.add_wide_entry(class, entry);
            }
            places &= stand.places.checked_shr(words).unwrap_or(0);
            if places == 0 {
                return;
            }
        }
        self.add_wide(class, entry.len() as u32, places);
    }

    /// The same for an entry with classes that have such entries: places by how many words it has there,
    /// which is no more than a stretch has.
    fn add_wide_entry(&mut self, class: Symbol, entry: &[Symbol]) {
        let mut by_words = [0; STRETCH as usize + 1];
        by_words[0] = self.all;
        for symbol in entry {
            let mut wider = [0; STRETCH as usize + 1];
            for (words, places) in by_words.iter().enumerate().filter(|(_, places)| **places != 0) {
                for (own, at) in self.widths(*symbol) {
                    if let Some(known) = wider.get_mut(words + own as usize) {
                        *known |= places & at.checked_shr(words as u32).unwrap_or(0);
                    }
                }
            }
            by_words = wider;
        }
        for (words, places) in (0..).zip(by_words).filter(|(_, places)| *places != 0) {
            self.add_wide(class, words, places);
        }
    }

    /// Adds places where a symbol reads several words. Each width stands once: classes within classes
    /// would have too many.
    fn add_wide(&mut self, symbol: Symbol, words: u32, places: Places) {
        let first = self.stand(symbol).wide;
        let mut next = first;
        while let Some(wide) = self.wide.get_mut(next as usize) {
            if wide.words == words {
                wide.places |= places;
                return;
            }
            next = wide.next;
        }
        self.stand(symbol).wide = self.wide.len() as u32;
        self.wide.push(Wide { places, words, next: first });
    }

    #[inline]
    fn stand(&mut self, symbol: Symbol) -> &mut Stand {
        let slot = &mut self.slots[usize::from(symbol)];
        if *slot == 0 {
            // There are no more symbols than that.
            *slot = self.stands.len() as u16;
            self.stands.push(Stand { symbol, ..NOWHERE });
        }
        &mut self.stands[usize::from(*slot)]
    }

    /// Behind the words with a symbol that stand at these places; or before those that end there.
    #[inline(always)]
    pub fn over(&self, symbol: Symbol, places: Places, way: Way) -> Places {
        let slot = usize::from(self.slots[usize::from(symbol)]);
        if slot == 0 {
            return 0;
        }
        let stand = &self.stands[slot];
        let mut there = way.over(1, stand.places, places);
        let mut next = stand.wide;
        while next != NONE {
            let wide = &self.wide[next as usize];
            there |= way.over(wide.words, wide.places, places);
            next = wide.next;
        }
        there
    }

    /// How many symbols stand somewhere.
    pub fn count(&self) -> usize {
        self.stands.len() - 1
    }

    /// The symbols that stand somewhere, but for the first so many.
    pub fn symbols_from(&self, first: usize) -> impl Iterator<Item = Symbol> {
        self.stands[1 + first..].iter().map(|stand| stand.symbol)
    }

    /// Whether a symbol stands anywhere.
    #[inline]
    pub fn has(&self, symbol: Symbol) -> bool {
        self.slots[usize::from(symbol)] != 0
    }

    /// The widths of a symbol: how many words, and where.
    fn widths(&self, symbol: Symbol) -> impl Iterator<Item = (u32, Places)> {
        let stand = self.stands[usize::from(self.slots[usize::from(symbol)])];
        let mut next = stand.wide;
        let wide = std::iter::from_fn(move || {
            let wide = self.wide.get(next as usize)?;
            next = wide.next;
            Some((wide.words, wide.places))
        });
        std::iter::once((1, stand.places)).chain(wide).filter(|(_, places)| *places != 0)
    }

    /// These places, and those up to so many words, pauses and facts further.
    pub fn over_gap(&self, most: u32, places: Places, way: Way) -> Places {
        let (mut all, mut last) = (places, places);
        for _ in 0..most {
            last = way.over(1, self.all >> 1, last) | self.over(ANY, last, way);
            all |= last;
        }
        all
    }
}
