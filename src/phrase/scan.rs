//! Finds all phrases in one pass over the words of a letter.
//!
//! The automaton is not deterministic: a list of threads walks it, one step a word. Threads that meet in
//! a state have the same future, so only the better of them goes on: the list is never longer than the
//! automaton has states, and the time is linear in the letter.

use std::cmp::Reverse;
use std::ops::Range;

use super::automaton::{Automaton, END, GAP, START, Symbol, fact_symbol, filter_bit, sieve_bit};
use super::facts::Facts;
use super::reading::Reading;
use super::thread::{Last, Step, Thread, Threads};
use super::token::{FactWords, Hit, Token, TokenKind};

/// A phrase found, before overlaps are settled.
#[derive(Clone, Copy, Debug)]
struct Found {
    pattern: u32,
    /// The token behind the whole match.
    at: u32,
    /// The first token of the reported part.
    first: u32,
    /// The token behind its last.
    end: u32,
}

/// Looks for the phrases of one automaton; keeps its memory from letter to letter.
#[derive(Debug)]
pub struct Scanner<'a> {
    automaton: &'a Automaton,
    now: Threads,
    next: Threads,
    reading: Reading,
    /// For each symbol the last moment at which the word read had it.
    seen: Vec<u32>,
    moment: u32,
    last: Last,
    found: Vec<Found>,
    facts: Facts<'a>,
}

impl<'a> Scanner<'a> {
    /// A scanner for the phrases of `automaton`.
    #[must_use]
    pub fn new(automaton: &'a Automaton) -> Self {
        let states = automaton.filters.len();
        Self {
            automaton,
            now: Threads::new(states),
            next: Threads::new(states),
            reading: Reading::default(),
            seen: vec![0; automaton.symbols as usize],
            moment: 0,
            last: Last::new(automaton.symbols as usize),
            found: Vec::new(),
            facts: Facts::new(&[]),
        }
    }

    /// The same, with facts of several tokens, by start and without overlap. A phrase may read such a
    /// fact as one word, `{quantity}` or `_`, or as the words that it has.
    #[must_use]
    pub fn with_facts(mut self, facts: &'a [FactWords]) -> Self {
        self.facts = Facts::new(facts);
        self
    }

    /// The phrases in `sentences`, which are ranges of `tokens`; within a sentence, hits of one phrase do
    /// not overlap, the leftmost and longest counts. Ordered by sentence, start and phrase.
    pub fn scan(
        &mut self,
        text: &str,
        tokens: &[Token],
        sentences: impl IntoIterator<Item = Range<u32>>,
    ) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, sentence) in sentences.into_iter().enumerate() {
            let first = hits.len();
            self.read_sentence(text, tokens, sentence);
            self.settle(tokens, number as u32, &mut hits);
            hits[first..].sort_unstable_by_key(|hit| (hit.start, hit.pattern));
        }
        hits
    }

    /// Walks one sentence and gathers what is found.
    fn read_sentence(&mut self, text: &str, tokens: &[Token], sentence: Range<u32>) {
        let bare = bare(tokens, &sentence);
        let own = &tokens[sentence.start as usize..sentence.end as usize];
        self.reading.read(self.automaton, text, own);
        self.note_symbols(&sentence);
        self.now.clear();
        self.facts.start_sentence();
        for (at, token) in own.iter().enumerate() {
            let index = sentence.start + at as u32;
            if index == bare.start {
                self.start_sentence();
            }
            self.facts.enter(self.automaton, index, &self.now);
            let behind = index + 1;
            let end = if behind == bare.end { filter_bit(END) } else { 0 };
            let ahead = self.reading.ahead(at + 1) | self.facts.filter(behind) | end;
            self.step(at, index, token, ahead);
            self.leave_fact(behind);
            if behind == bare.end {
                self.end_sentence(bare.end);
            }
        }
    }

    /// Notes where each symbol of a sentence stands last.
    fn note_symbols(&mut self, sentence: &Range<u32>) {
        for (at, index) in sentence.clone().enumerate() {
            for symbol in self.reading.symbols(at) {
                self.last.note(*symbol, index);
            }
        }
        for fact in self.facts.within(sentence) {
            self.last.note(fact_symbol(fact.kind), fact.tokens.start);
        }
    }

    /// Where a fact ends, the threads that read it as one word join those that read its words.
    fn leave_fact(&mut self, at: u32) {
        for thread in self.facts.leave(at) {
            note(&mut self.found, self.automaton.accepts(thread.state), at, thread);
            self.now.push(thread);
        }
    }

    /// Adds the threads of phrases that begin with `^`.
    fn start_sentence(&mut self) {
        for target in self.automaton.first(START) {
            self.now.push(Thread::START.at(*target));
        }
    }

    /// Finds the phrases that end with `$`.
    fn end_sentence(&mut self, at: u32) {
        let automaton = self.automaton;
        for thread in self.now.iter() {
            let edges = automaton.edges(thread.state);
            let places = edges.filter(|edge| automaton.labels[*edge] == END);
            for end in places.map(|edge| thread.at(automaton.targets[edge])) {
                note(&mut self.found, automaton.accepts(end.state), at, end);
            }
        }
    }

    /// Notes which symbols a word has, in a way that is quick to ask.
    fn mark_symbols(&mut self, at: usize) {
        self.moment = self.moment.wrapping_add(1);
        if self.moment == 0 {
            self.seen.fill(0);
            self.moment = 1;
        }
        for symbol in self.reading.symbols(at) {
            self.seen[usize::from(*symbol)] = self.moment;
        }
    }

    /// Moves all threads over a token, and starts new ones; `ahead` holds the filter bits of what follows.
    fn step(&mut self, at: usize, index: u32, token: &Token, ahead: u128) {
        self.mark_symbols(at);
        let automaton = self.automaton;
        let filter = self.reading.filter(at);
        self.next.clear();
        let mut step = Step { automaton, at: index, ahead, last: &self.last, next: &mut self.next };
        for thread in self.now.iter() {
            // Most threads end here, or sit in a gap.
            let hot = automaton.filters[thread.state as usize] & filter;
            if hot == 0 {
                continue;
            }
            let edges = automaton.edges(thread.state);
            let labels = &automaton.labels[edges.clone()];
            let targets = &automaton.targets[edges];
            if hot == filter_bit(GAP) {
                // Behind the edges of any one word, which a pause is not.
                let from = labels.iter().take_while(|label| **label < GAP).count();
                let gaps = labels[from..].iter().take_while(|label| **label == GAP).count();
                step.follow(*thread, &targets[from..from + gaps]);
            } else if let Some(sieve) = automaton.sieve(thread.state) {
                for symbol in sifted(self.reading.symbols(at), sieve) {
                    let from = labels.partition_point(|label| *label < symbol);
                    let same = labels[from..].iter().take_while(|label| **label == symbol).count();
                    step.follow(*thread, &targets[from..from + same]);
                }
            } else {
                for (label, target) in labels.iter().zip(targets) {
                    if self.seen[usize::from(*label)] == self.moment {
                        step.follow(*thread, std::slice::from_ref(target));
                    }
                }
            }
        }
        for symbol in self.reading.kinds(at) {
            step.follow(Thread::START, automaton.first(*symbol));
        }
        step.follow(Thread::START, automaton.first_of_row(token.entry));
        std::mem::swap(&mut self.now, &mut self.next);
        for thread in self.now.iter() {
            note(&mut self.found, automaton.accepts(thread.state), index + 1, *thread);
        }
    }

    /// Keeps of each phrase's finds those that do not overlap. Of the finds with one end only the best
    /// is looked at: which others there are depends on how phrases share states.
    fn settle(&mut self, tokens: &[Token], sentence: u32, hits: &mut Vec<Hit>) {
        self.found.sort_unstable_by_key(|f| (f.pattern, f.at, f.first, Reverse(f.end)));
        self.found.dedup_by_key(|found| (found.pattern, found.at));
        self.found.sort_unstable_by_key(|f| (f.pattern, f.first, Reverse(f.end)));
        let mut last: Option<Found> = None;
        for found in self.found.drain(..) {
            if last.is_none_or(|l| l.pattern != found.pattern || l.end <= found.first) {
                hits.push(hit(found, tokens, sentence));
                last = Some(found);
            }
        }
    }
}

/// The tokens of a sentence without the pauses at its ends, which `^` and `$` do not mind.
fn bare(tokens: &[Token], sentence: &Range<u32>) -> Range<u32> {
    let is_pause = |at: u32| tokens[at as usize].kind == TokenKind::Pause;
    let mut bare = sentence.clone();
    while bare.start < bare.end && is_pause(bare.start) {
        bare.start += 1;
    }
    while bare.start < bare.end && is_pause(bare.end - 1) {
        bare.end -= 1;
    }
    bare
}

/// The symbols that an edge of a state with this sieve may read.
fn sifted<'s>(symbols: &'s [Symbol], sieve: &'s [u64]) -> impl Iterator<Item = Symbol> + 's {
    symbols.iter().copied().filter(|symbol| {
        let (word, bit) = sieve_bit(*symbol);
        sieve[word] & bit != 0
    })
}

/// Adds the phrases that end with a thread.
fn note(found: &mut Vec<Found>, patterns: &[u32], at: u32, thread: Thread) {
    let Thread { first, end, .. } = thread;
    for pattern in patterns {
        found.push(Found { pattern: *pattern, at, first, end });
    }
}

/// What is reported of a find.
fn hit(found: Found, tokens: &[Token], sentence: u32) -> Hit {
    let range = found.first..found.end;
    let start = tokens[range.start as usize].start;
    let end = tokens[range.end as usize - 1].end;
    Hit { pattern: found.pattern, start, end, tokens: range, sentence }
}
