//! Runs of words into hashes, and the choice among them.

use super::{WINDOW, WORDS};
use crate::hash::fnv;

/// A word of a text: its hash, and the bytes it stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Hash of the word in lower case.
    pub hash: u64,
    /// Offset of its first byte.
    pub start: u32,
    /// Offset behind its last byte.
    pub end: u32,
}

impl Word {
    /// A word as written, and where it begins; letters count in lower case.
    #[must_use]
    pub fn new(text: &str, start: u32) -> Self {
        let hash = if text.is_ascii() {
            fnv(text.bytes().map(|letter| letter.to_ascii_lowercase()))
        } else {
            let folded = text.chars().flat_map(char::to_lowercase).map(|letter| match letter {
                '’' | '‘' => '\'',
                other => other,
            });
            fnv(folded.map(u32::from))
        };
        Self { hash, start, end: start + text.len() as u32 }
    }
}

/// A hashed run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shingle {
    /// The hash.
    pub hash: u64,
    /// The index of its first word in the text.
    pub word: u32,
}

/// The hashes of all runs of [`WORDS`] words.
pub fn shingles(words: &[Word]) -> impl Iterator<Item = Shingle> + '_ {
    words.windows(WORDS).enumerate().map(|(at, run)| {
        let joined = run.iter().fold(0u64, |hash, word| {
            (hash.rotate_left(5) ^ word.hash).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        Shingle { hash: joined ^ (joined >> 29), word: at as u32 }
    })
}

/// Of every [`WINDOW`] neighbouring hashes the smallest, the last of equals; each once. A text with
/// fewer hashes keeps its smallest one.
#[must_use]
pub fn winnow(words: &[Word]) -> Vec<Shingle> {
    let all: Vec<Shingle> = shingles(words).collect();
    let mut kept: Vec<Shingle> = Vec::with_capacity(all.len() / 2 + 1);
    for window in all.windows(WINDOW.min(all.len()).max(1)) {
        let smallest = window.iter().rev().min_by_key(|shingle| shingle.hash);
        if let Some(shingle) = smallest.filter(|one| kept.last() != Some(one)) {
            kept.push(*shingle);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(words: &[u8]) -> Vec<Word> {
        words
            .iter()
            .enumerate()
            .map(|(at, word)| Word::new(&format!("w{word}"), at as u32 * 4))
            .collect()
    }

    proptest! {
        /// What the paper promises: a shared run of the guaranteed length is found wherever it stands.
        #[test]
        fn a_shared_run_is_always_found(
            run in prop::collection::vec(any::<u8>(), super::super::GUARANTEE..40),
            before in prop::collection::vec(any::<u8>(), 0..30),
            behind in prop::collection::vec(any::<u8>(), 0..30),
        ) {
            let alone = text(&run);
            let among = text(&[before, run, behind].concat());
            let known: Vec<u64> = winnow(&alone).iter().map(|one| one.hash).collect();
            prop_assert!(winnow(&among).iter().any(|one| known.contains(&one.hash)));
        }

        #[test]
        fn few_are_kept_and_none_twice(words in prop::collection::vec(any::<u8>(), 0..200)) {
            let kept = winnow(&text(&words));
            prop_assert!(kept.windows(2).all(|pair| pair[0].word < pair[1].word));
            prop_assert!(kept.len() <= words.len());
        }
    }

    #[test]
    fn case_and_quotes_do_not_matter() {
        assert_eq!(Word::new("Don’t", 0).hash, Word::new("don't", 0).hash);
        assert_ne!(Word::new("do", 0).hash, Word::new("don't", 0).hash);
    }
}
