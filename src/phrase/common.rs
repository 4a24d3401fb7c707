//! How often words stand in letters: phrases are looked for by their rarest word.
//!
//! The figures only decide what is quick, never what is found.

use std::collections::BTreeMap;

use super::vocabulary::Affix;

/// Words and how often they stand in ten thousand, in letters to marketplaces of many hands; the most
/// frequent ones. Counted, not copied from a list.
const WORDS: &str = include_str!("common.txt");

/// How often words stand.
#[derive(Debug)]
pub struct Common {
    words: BTreeMap<&'static str, u32>,
}

impl Common {
    /// Every word.
    pub const ALL: u32 = 10_000;
    /// Pauses.
    pub const PAUSE: u32 = 600;
    /// Numbers in digits.
    pub const NUMBER: u32 = 100;
    /// Facts of a kind.
    pub const FACT: u32 = 50;
    /// Words that are not in the list.
    const RARE: u32 = 1;
    /// Of the words with an affix most are not in the list.
    const AFFIX: u32 = 100;

    pub fn new() -> Self {
        let entry = |line: &'static str| {
            let (word, count) = line.split_once(' ')?;
            Some((word, count.parse().ok()?))
        };
        Self { words: WORDS.lines().filter_map(entry).collect() }
    }

    /// How often a word stands in ten thousand.
    pub fn weight(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(Self::RARE)
    }

    /// How often words with an affix do.
    pub fn weight_of(&self, affix: &Affix) -> u32 {
        let known = self.words.iter().filter(|(word, _)| affix.is_in(word));
        known.map(|(_, weight)| weight).sum::<u32>() + Self::AFFIX
    }
}
