//! How much a sentence leans towards what a lint reports, learned from labelled sentences.
//!
//! Phrases say what a fault looks like; nobody can write down all that people say when they blame a
//! supplier. So each word, pair and triple of words has a weight for each lint that learns, and what the
//! weights of a sentence add up to says how much it leans. The weights stand in `lints/weights.tsv`, which
//! `cargo run --release --example train` makes from the sentences in `training/`.

pub mod features;

use std::ops::Range;

use crate::lint::numbers::{u16s, u32s};
use features::Feature;

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

const NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights-table.bin"));
/// The rows of the table, a byte for each lint.
static WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));

/// A hash table: the key of each feature, and its row, counted from 1; 0 is no feature.
#[allow(long_running_const_eval, reason = "there are many numbers")]
static KEYS: [u32; SLOTS] = u32s(NUMBERS, 0);
#[allow(long_running_const_eval, reason = "there are many numbers")]
static ROWS: [u16; SLOTS] = u16s(NUMBERS, SLOTS * 4);

/// How much a sentence leans towards each lint of [`LINTS`], in the unit of `lints/weights.tsv`: 200 is
/// the margin by which the trainer sets sentences apart.
pub type Leaning = [i32; LINTS.len()];

/// The column of a lint, if it learns.
#[must_use]
pub fn column(lint: &str) -> Option<usize> {
    LINTS.iter().position(|one| *one == lint)
}

/// How much a sentence leans towards each lint.
#[must_use]
pub fn leaning(sentence: &str) -> Leaning {
    let mut sum = ALWAYS;
    features::each(sentence, |feature| {
        for (sum, weight) in sum.iter_mut().zip(weights(&feature)) {
            *sum = sum.saturating_add(i32::from(*weight as i8));
        }
    });
    sum
}

/// What a word adds to the leaning of its sentence: its own weight, and those of the pairs and triples
/// that it ends.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The bytes of the word in the sentence.
    pub place: Range<usize>,
    /// Whether it is a pause.
    pub pause: bool,
    /// What it adds, in the unit of [`Leaning`].
    pub weight: i32,
}

/// The words of a sentence with what they add to its leaning towards the lint of one column. Marks at its
/// end are words without bytes.
#[must_use]
pub fn by_word(sentence: &str, column: usize) -> Vec<Weighed> {
    let mut words: Vec<Weighed> = Vec::new();
    features::each(sentence, |feature| {
        let weight = weights(&feature).get(column).map_or(0, |weight| i32::from(*weight as i8));
        match words.last_mut().filter(|last| last.place == feature.last) {
            Some(last) => last.weight = last.weight.saturating_add(weight),
            None => words.push(Weighed { place: feature.last, pause: feature.pause, weight }),
        }
    });
    words
}

/// The weights of a feature, a byte for each lint; none for one that is not known.
fn weights(feature: &Feature) -> &'static [u8] {
    let mut slot = feature.key as usize & (SLOTS - 1);
    loop {
        match usize::from(ROWS[slot]) {
            0 => return &[],
            row if KEYS[slot] == feature.key => {
                let at = (row - 1) * LINTS.len();
                return &WEIGHTS[at..at + LINTS.len()];
            }
            _ => slot = (slot + 1) & (SLOTS - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::features::{each, key, words};
    use super::*;

    #[test]
    fn a_feature_is_found_by_its_words() {
        let sentence = "The Factory didn’t tell us, on 3 May!";
        let names = words(sentence);
        assert_eq!(
            names,
            ["^", "the", "factory", "didn't", "tell", "us", ",", "on", "0", "may", "!"]
        );
        let mut keys = Vec::new();
        each(sentence, |feature| keys.push(feature.key));
        for count in 1..=3 {
            for window in names.windows(count) {
                assert!(keys.contains(&key(&window.join(" "))), "{window:?}");
            }
        }
        assert_eq!(keys.len(), 3 * names.len() - 3);
    }

    #[test]
    fn each_feature_of_the_file_is_in_the_table() {
        let file = include_str!("../../lints/weights.tsv");
        let lines = file.lines().skip_while(|line| line.starts_with('#')).skip(1);
        let mut found = 0;
        for (name, columns) in lines.filter_map(|line| line.split_once('\t')) {
            let columns: Vec<_> = columns.split('\t').map(|one| one.parse().unwrap_or(0)).collect();
            let feature = Feature { key: key(name), last: 0..0, pause: false };
            let row = weights(&feature).iter().map(|weight| i32::from(*weight as i8));
            let row: Vec<_> = row.take(columns.len()).collect();
            assert!(name == features::ALWAYS || row == columns, "{name}");
            found += usize::from(!row.is_empty());
        }
        assert_eq!(found, FEATURES);
    }

    #[test]
    fn the_words_of_a_sentence_add_up_to_its_leaning() {
        let sentence = "The supplier cheated us, and you never read our letters!";
        let sum = leaning(sentence);
        for (column, leaning) in sum.iter().enumerate() {
            let words = by_word(sentence, column);
            let words = words.iter().map(|word| word.weight).sum::<i32>();
            assert_eq!(ALWAYS[column] + words, *leaning);
        }
        assert!(sum.iter().any(|leaning| *leaning != 0));
    }
}
