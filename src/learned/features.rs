//! What of a sentence is weighed: its words, its pairs and its triples of words. The build script
//! includes this module, for it must see the same.

use std::ops::Range;

use crate::hash::Hash;
use crate::phrase::{Pieces, TokenKind, fold};

/// The most words of a feature.
const LONGEST: usize = 3;

/// A pause ends a clause if it has at least so many words, not to weigh "therefore," by itself.
const CLAUSE: usize = 4;

/// What stands in every sentence and in every clause: its weight is what the sum begins with.
pub const ALWAYS: &str = "^";

/// What stands for numbers, for Chinese characters, for pauses.
const NUMBER: &str = "0";
const HAN: &str = "汉";
const PAUSE: &str = ",";

/// A word of a sentence, or what stands there for something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The bytes of it in the sentence; of [`ALWAYS`] and of marks, an empty place.
    pub place: Range<usize>,
    /// Whether it is a pause.
    pub pause: bool,
    /// Whether it is the last of a clause.
    pub ends: bool,
}

/// Calls `act` with each word of a sentence, from left to right, and the keys of the features that it
/// ends: the word, and the pair and the triple of words.
pub fn each(sentence: &str, mut act: impl FnMut(Word, &[u32])) {
    let mut window = Window::default();
    for (text, word) in units(sentence) {
        window.push(word_hash(text));
        let mut keys = [0; LONGEST];
        for (words, key) in (1..=window.count).zip(&mut keys) {
            *key = window.key(words);
        }
        act(word, &keys[..window.count]);
    }
}

/// The words of a sentence as features name them, each with whether it ends a clause.
pub fn words(sentence: &str) -> Vec<(String, Word)> {
    units(sentence).map(|(text, word)| (fold(text).collect(), word)).collect()
}

/// The words of a sentence, or what stands for them; before them what stands in every sentence, behind
/// them its marks.
fn units(sentence: &str) -> impl Iterator<Item = (&str, Word)> {
    let mut count = 0;
    let pieces = Pieces::new(sentence).map(move |piece| {
        let place = piece.start..piece.end;
        let pause = piece.kind == TokenKind::Pause;
        let ends = pause && count >= CLAUSE;
        count = if ends { 0 } else { count + usize::from(!pause) };
        (named(&sentence[place.clone()], piece.kind), Word { place, pause, ends })
    });
    let none = |at: usize| Word { place: at..at, pause: false, ends: false };
    let marks = marks(sentence).map(move |mark| (mark, none(sentence.len())));
    std::iter::once((ALWAYS, none(0))).chain(pieces).chain(marks)
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
fn named(text: &str, kind: TokenKind) -> &str {
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
