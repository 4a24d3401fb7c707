//! Text to letter.

use super::{Letter, Sentence, block, fact, line, sentence};
use super::{KnownBy};
use crate::lint::Part;

impl<'s> Letter<'s> {
    /// Parses a letter.
    #[must_use]
    pub fn parse(text: &'s str) -> Self {
        let mut letter = Letter { text, ..Letter::default() };
        letter.blocks = block::blocks(text, &line::lines(text));
        let mut spans = Vec::new();
        for index in 0..letter.blocks.len() {
            let first = letter.sentences.len() as u32;
            spans.clear();
            sentence::cut(text, letter.blocks[index].body, &mut spans);
            for span in &spans {
                fact::find(text, *span, &mut letter.facts);
                letter.sentences.push(Sentence { span: *span, tokens: 0..0, block: index as u32, section: 0, part: Part::Other, known_by: KnownBy::Content });
            }
            letter.blocks[index].sentences = first..letter.sentences.len() as u32;
        }
        letter
    }
}
