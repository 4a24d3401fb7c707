//! Facts of several words, which a phrase may read as one word or as the words that they have.

use std::ops::Range;

use super::automaton::{ANY, Automaton, GAP, Symbol, fact_symbol, filter_bit};
use super::thread::{Thread, Threads};
use super::token::FactWords;

/// No token.
const NEVER: u32 = u32::MAX;

/// The facts of a letter, and the threads that pass over one as over one word.
#[derive(Debug)]
pub struct Facts<'a> {
    /// By start, without overlap.
    all: &'a [FactWords],
    /// How many of them lie behind.
    passed: usize,
    /// The threads that have read the fact under way as one word.
    waiting: Vec<Thread>,
    /// The token behind that fact.
    until: u32,
}

/// The symbols of a fact as one word.
fn symbols(fact: &FactWords) -> [Symbol; 3] {
    [GAP, ANY, fact_symbol(fact.kind)]
}

impl<'a> Facts<'a> {
    pub fn new(all: &'a [FactWords]) -> Self {
        Self { all, passed: 0, waiting: Vec::new(), until: NEVER }
    }

    /// The fact that begins with the token at index `at`; asked in the order of tokens.
    fn at(&self, at: u32) -> Option<&'a FactWords> {
        let rest = &self.all[self.passed..];
        rest.iter().find(|fact| fact.tokens.start >= at).filter(|fact| fact.tokens.start == at)
    }

    /// The facts of the sentence that is to be read next.
    pub fn within(&self, sentence: &Range<u32>) -> impl Iterator<Item = &'a FactWords> {
        let end = sentence.end;
        self.all[self.passed..].iter().take_while(move |fact| fact.tokens.start < end)
    }

    /// The filter bits of the fact that begins with that token.
    pub fn filter(&self, at: u32) -> u128 {
        let fact = self.at(at);
        fact.map_or(0, |fact| {
            symbols(fact).into_iter().fold(0, |bits, symbol| bits | filter_bit(symbol))
        })
    }

    /// Where a fact begins, takes all threads over it, and starts new ones.
    pub fn enter(&mut self, automaton: &Automaton, at: u32, now: &Threads) {
        let Some(fact) = self.at(at) else { return };
        let behind =
            self.all[self.passed..].iter().take_while(|fact| fact.tokens.start <= at).count();
        self.passed += behind;
        self.until = fact.tokens.end;
        self.waiting.clear();
        let symbols = symbols(fact);
        for thread in now.iter() {
            for edge in automaton.edges(thread.state) {
                if symbols.contains(&automaton.labels[edge]) {
                    self.waiting.push(thread.over(automaton.targets[edge], fact.tokens.clone()));
                }
            }
        }
        for target in symbols.into_iter().flat_map(|symbol| automaton.first(symbol)) {
            self.waiting.push(Thread::START.over(*target, fact.tokens.clone()));
        }
    }

    /// The threads that come out of a fact in front of the token at index `at`.
    pub fn leave(&mut self, at: u32) -> impl Iterator<Item = Thread> {
        let count = if self.until == at { self.waiting.len() } else { 0 };
        self.waiting.drain(..count)
    }

    /// Forgets a fact that the sentence cuts off.
    pub fn start_sentence(&mut self) {
        self.until = NEVER;
    }
}
