//! The words of one sentence as the automaton sees them.

use std::ops::Range;

use super::automaton::{
    ACCEPT, ANY, Automaton, GAP, NUMBER, PAUSE, Symbol, fact_symbol, filter_bit,
};
use super::token::{NO_ENTRY, Token, TokenKind};

/// The symbols of each token of a sentence.
#[derive(Debug, Default)]
pub struct Reading {
    /// The symbols of all tokens. Those of one token begin with those that its word does not have from
    /// the vocabulary.
    symbols: Vec<Symbol>,
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    symbols: Range<u32>,
    /// How many symbols are not from the vocabulary.
    kinds: u32,
    filter: u128,
}

impl Reading {
    /// Reads the tokens of a sentence.
    pub fn read(&mut self, automaton: &Automaton, text: &str, tokens: &[Token]) {
        self.symbols.clear();
        self.words.clear();
        for token in tokens {
            let start = self.symbols.len();
            self.read_kind(automaton, text, token);
            let kinds = (self.symbols.len() - start) as u32;
            self.symbols.extend_from_slice(automaton.vocabulary.symbols(token.entry));
            let own = &self.symbols[start..];
            let filter = own.iter().fold(0, |bits, symbol| bits | filter_bit(*symbol));
            self.words.push(Word {
                symbols: start as u32..self.symbols.len() as u32,
                kinds,
                filter,
            });
        }
    }

    /// The symbols that a token has for its kind, and for its ending if its word is not known.
    fn read_kind(&mut self, automaton: &Automaton, text: &str, token: &Token) {
        self.symbols.push(GAP);
        match token.kind {
            TokenKind::Pause => self.symbols.push(PAUSE),
            TokenKind::Fact(kind) => self.symbols.extend([ANY, fact_symbol(kind)]),
            TokenKind::Number => self.symbols.extend([ANY, NUMBER]),
            TokenKind::Word | TokenKind::Han => self.symbols.push(ANY),
        }
        if token.entry == NO_ENTRY && token.kind == TokenKind::Word {
            let word = &text[token.start as usize..token.end as usize];
            self.symbols.extend(automaton.vocabulary.affixes_of(word));
        }
    }

    /// The symbols of the token at this place of the sentence.
    pub fn symbols(&self, at: usize) -> &[Symbol] {
        let Range { start, end } = self.words[at].symbols;
        &self.symbols[start as usize..end as usize]
    }

    /// Those of them that its word does not have from the vocabulary.
    pub fn kinds(&self, at: usize) -> &[Symbol] {
        &self.symbols(at)[..self.words[at].kinds as usize]
    }

    /// The filter bits of the symbols.
    pub fn filter(&self, at: usize) -> u128 {
        self.words[at].filter
    }

    /// The filter bits of what can follow the token before this one: a phrase's end or this token.
    pub fn ahead(&self, at: usize) -> u128 {
        ACCEPT | self.words.get(at).map_or(0, |word| word.filter)
    }
}
