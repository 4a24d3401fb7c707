//! What of a sentence is weighed: its words, its pairs and its triples of words. The build script and
//! the trainer include this module, for all must see the same.

use std::ops::Range;

use crate::hash::Hash;
use crate::phrase::{Pieces, TokenKind, fold};

/// The most words of a feature.
const LONGEST: usize = 3;

/// What stands in every sentence: its weight is what the sum begins with.
pub const ALWAYS: &str = "^";

/// What stands for numbers, for Chinese characters, for pauses.
const NUMBER: &str = "0";
const HAN: &str = "汉";
const PAUSE: &str = ",";

/// A word, a pair or a triple of words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// What it is looked up by.
    pub key: u32,
    /// How many words it has.
    pub words: usize,
    /// The bytes of its last word in the sentence; of [`ALWAYS`] and of marks, an empty place.
    pub last: Range<usize>,
}

/// Calls `act` with each feature of a sentence, from left to right; one that stands there twice comes
/// twice.
pub fn each(sentence: &str, mut act: impl FnMut(Feature)) {
    let mut window = Window::default();
    let mut push = |word: u64, last: Range<usize>| {
        window.push(word);
        for words in 1..=window.count {
            act(Feature { key: window.key(words), words, last: last.clone() });
        }
    };
    push(word_hash(ALWAYS), 0..0);
    for piece in Pieces::new(sentence) {
        push(
            word_hash(word(&sentence[piece.start..piece.end], piece.kind)),
            piece.start..piece.end,
        );
    }
    for mark in marks(sentence) {
        push(word_hash(mark), sentence.len()..sentence.len());
    }
}

/// The words of a sentence as features name them.
pub fn words(sentence: &str) -> Vec<String> {
    let pieces = Pieces::new(sentence);
    let piece = |at: Range<usize>, kind| fold(word(&sentence[at], kind)).collect();
    let marks = marks(sentence).map(str::to_owned);
    let pieces = pieces.map(|one| piece(one.start..one.end, one.kind));
    [ALWAYS.to_owned()].into_iter().chain(pieces).chain(marks).collect()
}

/// The marks that say how a sentence is meant, where it has them.
fn marks(sentence: &str) -> impl Iterator<Item = &'static str> {
    let either = [("!", '！'), ("?", '？')].into_iter();
    let either = either.filter(|(mark, wide)| sentence.contains(*mark) || sentence.contains(*wide));
    either.map(|(mark, _)| mark)
}

/// What a feature is looked up by, when its words are given with spaces between them.
pub fn key(words: &str) -> u32 {
    let mut window = Window::default();
    let count = words.split(' ').map(|word| window.push(word_hash(word))).count();
    window.key(count.min(LONGEST))
}

/// A word, or what stands for it.
fn word(text: &str, kind: TokenKind) -> &str {
    match kind {
        TokenKind::Number => NUMBER,
        TokenKind::Han => HAN,
        TokenKind::Pause => PAUSE,
        TokenKind::Word | TokenKind::Fact(_) => text,
    }
}

fn word_hash(word: &str) -> u64 {
    let mut hash = Hash::default();
    fold(word).for_each(|c| hash.add(u32::from(c)));
    hash.finish()
}

/// The last words read, as hashes.
#[derive(Default)]
struct Window {
    last: [u64; LONGEST],
    count: usize,
}

impl Window {
    fn push(&mut self, word: u64) {
        self.last.rotate_left(1);
        self.last[LONGEST - 1] = word;
        self.count = (self.count + 1).min(LONGEST);
    }

    /// The key of so many of the last words.
    fn key(&self, words: usize) -> u32 {
        let mix = |hash: u64, word: &u64| {
            (hash.rotate_left(23) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        };
        let hash = self.last[LONGEST - words..].iter().fold(words as u64, mix);
        (hash >> 32) as u32
    }
}
