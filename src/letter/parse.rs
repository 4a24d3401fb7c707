//! Text to letter: lines, blocks, sentences, facts, words, phrases, parts.

use super::{
    Block, BlockKind, Fact, KnownBy, Language, Letter, Sentence, block, case, fact, line, part,
    section, sentence,
};
use crate::lint::Part;
use crate::phrase::{Automaton, Scanner, Token, cut, fact_token};
use crate::source::Span;

impl<'s> Letter<'s> {
    /// Parses a letter. Any text parses, in time linear in its length.
    #[must_use]
    pub fn parse(text: &'s str, language: &Language<'_>) -> Self {
        let mut letter =
            Letter { text, blocks: block::blocks(text, &line::lines(text)), ..Letter::default() };
        letter.cut(language.automaton);
        let sentences = letter.sentences.iter().map(|sentence| sentence.tokens.clone());
        letter.hits = Scanner::new(language.automaton).scan(text, &letter.tokens, sentences);
        let read = part::read(&mut letter, language.cues);
        section::read(&mut letter, &read);
        letter.case = case::guess(&letter, language.cues);
        letter
    }

    /// Cuts the blocks into sentences, and these into facts and words.
    fn cut(&mut self, automaton: &Automaton) {
        let mut spans = Vec::new();
        let mut blocks = std::mem::take(&mut self.blocks);
        for (number, block) in blocks.iter_mut().enumerate() {
            let first = self.sentences.len() as u32;
            spans.clear();
            if speaks(block) {
                sentence::cut(self.text, block.body, &mut spans);
            }
            spans.iter().for_each(|span| self.add_sentence(*span, number as u32, automaton));
            block.sentences = first..self.sentences.len() as u32;
        }
        self.blocks = blocks;
    }

    /// Adds a sentence with its facts and words.
    fn add_sentence(&mut self, span: Span, block: u32, automaton: &Automaton) {
        let facts = self.facts.len();
        fact::find(self.text, span, &mut self.facts);
        let first = self.tokens.len() as u32;
        tokens(self.text, span, &self.facts[facts..], automaton, &mut self.tokens);
        self.sentences.push(Sentence {
            span,
            tokens: first..self.tokens.len() as u32,
            block,
            section: 0,
            part: Part::Other,
            known_by: KnownBy::Position,
        });
    }
}

/// Whether a block holds sentences.
fn speaks(block: &Block) -> bool {
    block.kind != BlockKind::Directive
}

/// Cuts a sentence into words and pauses; a fact is one word.
fn tokens(text: &str, span: Span, facts: &[Fact], automaton: &Automaton, tokens: &mut Vec<Token>) {
    let mut at = span.start;
    for fact in facts {
        cut(text, Span::new(at, fact.span.start).range(), automaton, tokens);
        tokens.push(fact_token(text, fact.span.range(), fact.kind, automaton));
        at = fact.span.end;
    }
    cut(text, Span::new(at, span.end).range(), automaton, tokens);
}
