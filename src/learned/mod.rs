//! How much a sentence leans towards what a lint reports, learned from labelled sentences.
//!
//! Phrases say what a fault looks like; nobody can write down all that people say when they blame a
//! supplier. So each word, pair and triple of words has a weight for each lint that learns, and what the
//! weights of a sentence add up to says how much it leans. The weights stand in `lints/weights.tsv`, which
//! `cargo run --release --example train` makes from the sentences in `training/`.

mod around;
pub mod features;

use std::ops::Range;

use crate::lint::numbers::{u16s, u32s};

pub use around::{against, in_letter};

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

const NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights-table.bin"));
/// The rows of the table, a byte for each lint.
static WEIGHTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/weights.bin"));

/// A hash table: the key of each feature, and its row, counted from 1; 0 is no feature.
#[allow(long_running_const_eval, reason = "there are many numbers")]
static KEYS: [u32; SLOTS] = u32s(NUMBERS, 0);
#[allow(long_running_const_eval, reason = "there are many numbers")]
static ROWS: [u16; SLOTS] = u16s(NUMBERS, SLOTS * 4);

/// What a text adds to the leaning towards each lint of [`LINTS`], in the unit of `lints/weights.tsv`: 200
/// is the margin by which the trainer sets sentences apart.
pub type Adds = [i32; LINTS.len()];

/// The column of a lint, if it learns.
#[must_use]
pub fn column(lint: &str) -> Option<usize> {
    LINTS.iter().position(|one| *one == lint)
}

/// What a sentence is cut into: from its start or a pause to the next pause, if words enough stand between.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// The bytes from its first word to its last, in the sentence.
    pub place: Range<u32>,
    /// How many words it has.
    pub words: u32,
    /// What its words and pauses add to the leaning of the sentence: their own weights, and those of the
    /// pairs and triples that they end.
    pub adds: Adds,
}

impl Clause {
    /// How much it leans by itself towards the lint of a column.
    #[must_use]
    pub fn leaning(&self, column: usize) -> i32 {
        ALWAYS[column].saturating_add(self.adds[column])
    }
}

/// Appends the clauses of a sentence, from left to right; each has a word. What stands behind the last
/// word belongs to the last.
pub fn read(sentence: &str, clauses: &mut Vec<Clause>) {
    let before = clauses.len();
    let mut open = Clause::default();
    features::each(sentence, |word, keys| {
        for key in keys {
            for (sum, weight) in open.adds.iter_mut().zip(weights(*key)) {
                *sum = sum.saturating_add(i32::from(*weight as i8));
            }
        }
        if !word.place.is_empty() && !word.pause {
            let start = if open.words == 0 { word.place.start as u32 } else { open.place.start };
            open.place = start..word.place.end as u32;
            open.words += 1;
        }
        if word.ends {
            clauses.push(std::mem::take(&mut open));
        }
    });
    match clauses[before..].last_mut().filter(|_| open.words == 0) {
        Some(last) => {
            let sums = last.adds.iter_mut().zip(open.adds);
            sums.for_each(|(sum, add)| *sum = sum.saturating_add(add));
        }
        None if open.words > 0 => clauses.push(open),
        None => {}
    }
}

/// How much a sentence of these clauses leans towards the lint of a column.
#[must_use]
pub fn leaning(clauses: &[Clause], column: usize) -> i32 {
    let adds = clauses.iter().map(|clause| clause.adds[column]);
    adds.fold(ALWAYS[column], i32::saturating_add)
}

/// The weights of a feature, a byte for each lint; none for one that is not known.
fn weights(key: u32) -> &'static [u8] {
    let mut slot = key as usize & (SLOTS - 1);
    loop {
        match usize::from(ROWS[slot]) {
            0 => return &[],
            row if KEYS[slot] == key => {
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

    fn clauses(sentence: &str) -> Vec<Clause> {
        let mut clauses = Vec::new();
        read(sentence, &mut clauses);
        clauses
    }

    #[test]
    fn a_feature_is_found_by_its_words() {
        let sentence = "The Factory didn’t tell us, on 3 May!";
        let names: Vec<_> = words(sentence).into_iter().map(|(name, _)| name).collect();
        assert_eq!(
            names,
            ["^", "the", "factory", "didn't", "tell", "us", ",", "on", "0", "may", "!"]
        );
        let mut keys = Vec::new();
        each(sentence, |_, own| keys.extend_from_slice(own));
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
            let row = weights(key(name)).iter().map(|weight| i32::from(*weight as i8));
            let row: Vec<_> = row.take(columns.len()).collect();
            assert!(name == features::ALWAYS || row == columns, "{name}");
            found += usize::from(!row.is_empty());
        }
        assert_eq!(found, FEATURES);
    }

    #[test]
    fn a_clause_ends_at_a_pause_with_words_enough_before_it() {
        let places = |sentence: &str| -> Vec<String> {
            let place = |one: &Clause| one.place.start as usize..one.place.end as usize;
            clauses(sentence).iter().map(|one| sentence[place(one)].to_owned()).collect()
        };
        let cut = places("Well, we told him twice, (on 3 May), and he forgot it!");
        assert_eq!(cut, ["Well, we told him twice", "on 3 May), and he forgot it"]);
        assert_eq!(places("We told him twice, thanks!"), ["We told him twice", "thanks"]);
        assert_eq!(places("We told him twice (3 May)!"), ["We told him twice", "3 May"]);
        assert!(places("!?").is_empty());
    }

    #[test]
    fn the_clauses_of_a_sentence_add_up_to_its_leaning() {
        let sentence = "The supplier cheated us twice, and you never read our letters);!";
        let whole = clauses(sentence);
        let mut keys = Vec::new();
        each(sentence, |_, own| keys.extend_from_slice(own));
        for (column, always) in ALWAYS.iter().enumerate() {
            let weight =
                |key: &u32| weights(*key).get(column).map_or(0, |one| i32::from(*one as i8));
            let sum = always + keys.iter().map(weight).sum::<i32>();
            assert_eq!(leaning(&whole, column), sum);
        }
        assert!((0..LINTS.len()).any(|column| leaning(&whole, column) != ALWAYS[column]));
    }
}
