//! The words of a letter that its writer chose.

use super::Context;
use crate::fingerprint::{Word, words};
use crate::letter::BlockKind;
use crate::source::Span;

/// The letter's words, quoted text left out: a notice of Amazon's stands in many letters.
pub fn own_words(context: &Context<'_>) -> Vec<Word> {
    let blocks = context.letter.blocks.iter();
    let quotes = blocks.filter(|block| block.kind == BlockKind::Quote).map(|block| block.span);
    without(words(context.letter.text), quotes)
}

/// The words outside some places; both are in the order of the text.
fn without(mut words: Vec<Word>, places: impl Iterator<Item = Span>) -> Vec<Word> {
    let mut places = places.peekable();
    words.retain(|word| {
        while places.next_if(|place| place.end <= word.start).is_some() {}
        !places.peek().is_some_and(|place| place.start <= word.start && word.end <= place.end)
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_place_goes() {
        let places = [Span::new(4, 7), Span::new(7, 8), Span::new(12, 19)];
        let left = without(words("one two three four five"), places.into_iter());
        let starts: Vec<u32> = left.iter().map(|word| word.start).collect();
        assert_eq!(starts, [0, 8, 19]);
    }
}
