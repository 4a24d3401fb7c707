//! What of a sentence is weighed: its words, its pairs and its triples of words. The build script
//! includes this module, for it must see the same.

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

/// A word, a pair or a triple of words of a sentence, told by its last word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// What it is looked up by.
    pub key: u32,
    /// The bytes of its last word in the sentence; of [`ALWAYS`] and of marks, an empty place.
    pub last: Range<usize>,
    /// Whether its last word is a pause.
    pub pause: bool,
}

/// Calls `act` with each feature of a sentence, from left to right; one that stands there twice comes
/// twice.
pub fn each(sentence: &str, mut act: impl FnMut(Feature)) {
    let mut window = Window::default();
    for (word, last, pause) in units(sentence) {
        window.push(word_hash(word));
        for words in 1..=window.count {
            act(Feature { key: window.key(words), last: last.clone(), pause });
        }
    }
}

/// The words of a sentence as features name them.
pub fn words(sentence: &str) -> Vec<String> {
    units(sentence).map(|(word, ..)| fold(word).collect()).collect()
}

/// The words of a sentence, or what stands for them, with their bytes, and whether they are pauses; before
/// them what stands in every sentence, behind them its marks.
fn units(sentence: &str) -> impl Iterator<Item = (&str, Range<usize>, bool)> {
    let pieces = Pieces::new(sentence).map(|piece| {
        let at = piece.start..piece.end;
        (word(&sentence[at.clone()], piece.kind), at, piece.kind == TokenKind::Pause)
    });
    let end = sentence.len();
    let marks = marks(sentence).map(move |mark| (mark, end..end, false));
    std::iter::once((ALWAYS, 0..0, false)).chain(pieces).chain(marks)
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
