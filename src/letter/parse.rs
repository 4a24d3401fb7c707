//! Text to letter.

use std::ops::Range;

use super::{Fact, KnownBy, Language, Letter, Sentence, block, fact, line, sentence};
use crate::lint::Part;
use crate::phrase::{Scanner, cut, fact_token};

impl<'s> Letter<'s> {
    /// Parses a letter.
    #[must_use]
    pub fn parse(text: &'s str, language: &Language<'_>) -> Self {
        let mut letter = Letter { text, ..Letter::default() };
        letter.blocks = block::blocks(text, &line::lines(text));
        let mut spans = Vec::new();
        for index in 0..letter.blocks.len() {
            let first = letter.sentences.len() as u32;
            spans.clear();
            sentence::cut(text, letter.blocks[index].body, &mut spans);
            for span in &spans {
                let facts = letter.facts.len();
                fact::find(text, *span, &mut letter.facts);
                let from = letter.tokens.len() as u32;
                letter.cut_words(span.range(), facts, language);
                letter.sentences.push(Sentence {
                    span: *span,
                    tokens: from..letter.tokens.len() as u32,
                    block: index as u32,
                    section: 0,
                    part: Part::Other,
                    known_by: KnownBy::Content,
                });
            }
            letter.blocks[index].sentences = first..letter.sentences.len() as u32;
        }
        let sentences = letter.sentences.iter().map(|one| one.tokens.clone());
        letter.hits = Scanner::new(language.automaton).scan(text, &letter.tokens, sentences);
        letter
    }

    /// Cuts a sentence into words; each of its facts, from the one of that index on, is one word.
    fn cut_words(&mut self, sentence: Range<usize>, facts: usize, language: &Language<'_>) {
        let mut at = sentence.start;
        for Fact { kind, span } in &self.facts[facts..] {
            let fact = span.range();
            cut(self.text, at..fact.start, language.automaton, &mut self.tokens);
            at = fact.end;
            self.tokens.push(fact_token(self.text, fact, *kind, language.automaton));
        }
        cut(self.text, at..sentence.end, language.automaton, &mut self.tokens);
    }
}
