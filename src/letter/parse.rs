//! Text to letter: lines, blocks, sentences, facts, words, phrases, parts.

use super::{
    Block, BlockKind, KnownBy, Language, Letter, Sentence, block, case, fact, line, part, quote,
    section, sentence,
};
use crate::lint::Part;
use crate::phrase::{FactKind, FactWords, Phrasebook, Scanner, cut, fact_token};
use crate::source::Span;

impl<'s> Letter<'s> {
    /// Parses a letter. Any text parses, in time linear in its length.
    #[must_use]
    pub fn parse(text: &'s str, language: &Language<'_>) -> Self {
        let mut letter =
            Letter { text, blocks: block::blocks(text, &line::lines(text)), ..Letter::default() };
        let facts = letter.cut(language.phrasebook);
        let sentences: Vec<_> =
            letter.sentences.iter().map(|sentence| sentence.tokens.clone()).collect();
        let mut scanner = Scanner::new(language.phrasebook).with_facts(&facts);
        letter.hits = scanner.scan(text, &letter.tokens, &sentences);
        let read = part::read(&mut letter, language.cues);
        section::read(&mut letter, &read);
        letter.case = case::guess(&letter, language.cues);
        letter
    }

    /// Cuts the blocks into sentences, and these into facts and words. Returns the facts of several
    /// words.
    fn cut(&mut self, phrasebook: &Phrasebook) -> Vec<FactWords> {
        let (mut spans, mut wide) = (Vec::new(), Vec::new());
        let mut blocks = std::mem::take(&mut self.blocks);
        for (number, block) in blocks.iter_mut().enumerate() {
            let first = self.sentences.len() as u32;
            spans.clear();
            if speaks(block) {
                sentence::cut(self.text, block.body, &mut spans);
            }
            if block.kind.is_own_text() {
                quote::within(self.text, block.body, &mut self.quotations, &mut self.terms);
            }
            for span in &spans {
                self.add_sentence(*span, number as u32, phrasebook, &mut wide);
            }
            block.sentences = first..self.sentences.len() as u32;
        }
        self.blocks = blocks;
        wide
    }

    /// Adds a sentence with its facts and words.
    fn add_sentence(
        &mut self,
        span: Span,
        block: u32,
        phrasebook: &Phrasebook,
        wide: &mut Vec<FactWords>,
    ) {
        let facts = self.facts.len();
        fact::find(self.text, span, &mut self.facts);
        let first = self.tokens.len() as u32;
        self.cut_words(span, facts, phrasebook, wide);
        self.sentences.push(Sentence {
            span,
            tokens: first..self.tokens.len() as u32,
            block,
            section: 0,
            part: Part::Other,
            known_by: KnownBy::Position,
            shows: 0,
            hints_at_cause: false,
        });
    }

    /// Cuts a sentence into words and pauses. Its facts, from the one of that index on, are one word
    /// each, or `wide` says which words they have.
    fn cut_words(
        &mut self,
        span: Span,
        facts: usize,
        phrasebook: &Phrasebook,
        wide: &mut Vec<FactWords>,
    ) {
        let mut at = span.start;
        for fact in &self.facts[facts..] {
            cut(self.text, Span::new(at, fact.span.start).range(), phrasebook, &mut self.tokens);
            at = fact.span.end;
            let first = self.tokens.len() as u32;
            if is_words(fact.kind) {
                cut(self.text, fact.span.range(), phrasebook, &mut self.tokens);
                wide.push(FactWords { kind: fact.kind, tokens: first..self.tokens.len() as u32 });
            } else {
                self.tokens.push(fact_token(self.text, fact.span.range(), fact.kind, phrasebook));
            }
        }
        cut(self.text, Span::new(at, span.end).range(), phrasebook, &mut self.tokens);
    }
}

/// The sentences of a letter, in order, for who needs nothing else of it.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    for block in block::blocks(text, &line::lines(text)).iter().filter(|block| speaks(block)) {
        sentence::cut(text, block.body, &mut spans);
    }
    spans
}

/// Whether a block holds sentences.
fn speaks(block: &Block) -> bool {
    block.kind != BlockKind::Directive
}

/// Whether a fact of that kind is made of words that phrases may look at: `21 staffs`. The commas and
/// points within the others are no pauses and no ends.
const fn is_words(kind: FactKind) -> bool {
    use FactKind::{Document, Metric, Quantity, Reference};
    matches!(kind, Quantity | Metric | Document | Reference)
}
