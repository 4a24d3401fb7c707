//! Finds all phrases in one pass over the words of a letter.
//!
//! The automaton is not deterministic: a list of threads walks it, one step a word. Threads that meet in
//! a state have the same future, so only the better of them goes on: the list is never longer than the
//! automaton has states, and the time is linear in the letter.

use std::cmp::Reverse;
use std::ops::Range;

use super::automaton::{ANY, Automaton, END, GAP, NUMBER, PAUSE, START, Symbol, fact_symbol};
use super::token::{FactWords, Hit, NO_ENTRY, Token, TokenKind};

/// A token index that is not set. As the first word of a reported part it means: not reached yet, which
/// is later than any word.
const UNSET: u32 = u32::MAX;

/// A phrase that may be under way.
#[derive(Clone, Copy, Debug)]
struct Thread {
    state: u32,
    /// The first token of the reported part.
    first: u32,
    /// The token behind its last.
    end: u32,
}

impl Thread {
    /// Whether it reports more to the left, or as far left and more.
    fn is_better(self, other: Self) -> bool {
        self.first < other.first || (self.first == other.first && self.end > other.end)
    }
}

/// A set of threads, one a state.
#[derive(Debug, Default)]
struct Threads {
    list: Vec<Thread>,
    /// For each state where its thread would stand in `list`; stale where another stands there.
    places: Vec<u32>,
}

impl Threads {
    fn push(&mut self, thread: Thread) {
        let place = &mut self.places[thread.state as usize];
        match self.list.get_mut(*place as usize) {
            Some(known) if known.state == thread.state => {
                if thread.is_better(*known) {
                    *known = thread;
                }
            }
            _ => {
                *place = self.list.len() as u32;
                self.list.push(thread);
            }
        }
    }
}

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
    /// For each symbol the last moment at which the word read had it.
    seen: Vec<u32>,
    moment: u32,
    /// The symbols of the word read.
    symbols: Vec<Symbol>,
    found: Vec<Found>,
    /// Facts of several tokens, by start; each may be read as one word or as its words.
    facts: &'a [FactWords],
    /// How many of them lie behind.
    passed: usize,
    /// The threads that read the fact under way as one word, and the token they wait for.
    waiting: Vec<Thread>,
    until: u32,
}

impl<'a> Scanner<'a> {
    /// A scanner for the phrases of `automaton`.
    #[must_use]
    pub fn new(automaton: &'a Automaton) -> Self {
        let states = automaton.edges_at.len() - 1;
        let threads = || Threads { list: Vec::new(), places: vec![0; states] };
        Self {
            automaton,
            now: threads(),
            next: threads(),
            seen: vec![0; automaton.symbols as usize],
            moment: 0,
            symbols: Vec::new(),
            found: Vec::new(),
            facts: &[],
            passed: 0,
            waiting: Vec::new(),
            until: UNSET,
        }
    }

    /// The same, with facts of several tokens, by start and without overlap. A phrase may read such a
    /// fact as one word, `{quantity}` or `_`, or as the words that it has.
    #[must_use]
    pub fn with_facts(mut self, facts: &'a [FactWords]) -> Self {
        self.facts = facts;
        self
    }

    /// The phrases in `sentences`, which are ranges of `tokens`; within a sentence, hits of one phrase do
    /// not overlap, the leftmost and longest counts. Ordered by start, then by phrase.
    pub fn scan(
        &mut self,
        text: &str,
        tokens: &[Token],
        sentences: impl IntoIterator<Item = Range<u32>>,
    ) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, sentence) in sentences.into_iter().enumerate() {
            self.read_sentence(text, tokens, sentence);
            self.settle(tokens, number as u32, &mut hits);
        }
        hits.sort_by_key(|hit| (hit.start, hit.pattern));
        hits
    }

    /// Walks one sentence and gathers what is found.
    fn read_sentence(&mut self, text: &str, tokens: &[Token], sentence: Range<u32>) {
        let bare = bare(tokens, &sentence);
        self.now.list.clear();
        for at in sentence {
            if at == bare.start {
                self.start_sentence();
            }
            self.enter_fact(at);
            let token = tokens[at as usize];
            self.read_token(text, token);
            self.step(at);
            self.leave_fact(at + 1);
            if at + 1 == bare.end {
                self.end_sentence(at + 1);
            }
        }
    }

    /// Adds the threads of phrases that begin with `^`.
    fn start_sentence(&mut self) {
        // The list's places are those of the step before: `next` and `now` change places as a whole.
        for target in self.automaton.first(START) {
            self.now.push(Thread { state: target >> 1, first: UNSET, end: 0 });
        }
    }

    /// Finds the phrases that end with `$`.
    fn end_sentence(&mut self, at: u32) {
        let automaton = self.automaton;
        for thread in &self.now.list {
            let edges = automaton.edges(thread.state);
            let places = edges.clone().filter(|edge| automaton.labels[*edge] == END);
            for target in places.map(|edge| automaton.targets[edge] >> 1) {
                note(&mut self.found, automaton.accepts(target), at, *thread);
            }
        }
    }

    /// Where a fact of several tokens begins, moves all threads over it, as over one word.
    fn enter_fact(&mut self, at: u32) {
        while self.facts.get(self.passed).is_some_and(|fact| fact.tokens.start < at) {
            self.passed += 1;
        }
        let Some(fact) = self.facts.get(self.passed).filter(|fact| fact.tokens.start == at) else {
            return;
        };
        self.passed += 1;
        self.until = fact.tokens.end;
        self.waiting.clear();
        let automaton = self.automaton;
        let over = |thread: Thread, target: u32| {
            let next = advance(thread, target, at);
            if target & 1 == 1 { Thread { end: fact.tokens.end, ..next } } else { next }
        };
        let symbols = [GAP, ANY, fact_symbol(fact.kind)];
        for thread in &self.now.list {
            for edge in automaton.edges(thread.state) {
                if symbols.contains(&automaton.labels[edge]) {
                    self.waiting.push(over(*thread, automaton.targets[edge]));
                }
            }
        }
        let fresh = Thread { state: 0, first: UNSET, end: 0 };
        for symbol in symbols {
            self.waiting.extend(automaton.first(symbol).iter().map(|target| over(fresh, *target)));
        }
    }

    /// Where that fact ends, its threads join those that read its words.
    fn leave_fact(&mut self, at: u32) {
        if self.until != at {
            return;
        }
        self.until = UNSET;
        for thread in self.waiting.drain(..) {
            note(&mut self.found, self.automaton.accepts(thread.state), at, thread);
            self.now.push(thread);
        }
    }

    /// Gathers the symbols of a token.
    fn read_token(&mut self, text: &str, token: Token) {
        self.symbols.clear();
        self.symbols.push(GAP);
        match token.kind {
            TokenKind::Pause => self.symbols.push(PAUSE),
            TokenKind::Fact(kind) => self.symbols.extend([ANY, fact_symbol(kind)]),
            TokenKind::Number => self.symbols.extend([ANY, NUMBER]),
            TokenKind::Word | TokenKind::Han => self.symbols.push(ANY),
        }
        if token.entry != NO_ENTRY {
            self.symbols.extend(self.automaton.vocabulary.symbols(token.entry));
        } else if token.kind == TokenKind::Word {
            let word = &text[token.start as usize..token.end as usize];
            let affixes = self.automaton.vocabulary.affixes.iter();
            self.symbols.extend(affixes.filter(|affix| affix.is_in(word)).map(|a| a.symbol));
        }
        self.moment = self.moment.wrapping_add(1);
        if self.moment == 0 {
            self.seen.fill(0);
            self.moment = 1;
        }
        for symbol in &self.symbols {
            self.seen[usize::from(*symbol)] = self.moment;
        }
    }

    /// Moves all threads over the token at index `at`, and starts new ones.
    fn step(&mut self, at: u32) {
        self.next.list.clear();
        let automaton = self.automaton;
        for thread in &self.now.list {
            let edges = automaton.edges(thread.state);
            for (label, target) in
                automaton.labels[edges.clone()].iter().zip(&automaton.targets[edges])
            {
                if self.seen[usize::from(*label)] == self.moment {
                    self.next.push(advance(*thread, *target, at));
                }
            }
        }
        let fresh = Thread { state: 0, first: UNSET, end: 0 };
        for symbol in &self.symbols {
            for target in automaton.first(*symbol) {
                self.next.push(advance(fresh, *target, at));
            }
        }
        std::mem::swap(&mut self.now, &mut self.next);
        for thread in self.now.list.iter().filter(|thread| thread.state >= automaton.accepting) {
            note(&mut self.found, automaton.accepts(thread.state), at + 1, *thread);
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

/// The thread behind an edge over the token at index `at`.
fn advance(thread: Thread, target: u32, at: u32) -> Thread {
    let (state, marked) = (target >> 1, target & 1 == 1);
    if marked {
        Thread { state, first: thread.first.min(at), end: at + 1 }
    } else {
        Thread { state, ..thread }
    }
}

/// Adds the phrases that end with a thread.
fn note(found: &mut Vec<Found>, patterns: &[u32], at: u32, thread: Thread) {
    let Thread { first, end, .. } = thread;
    found.extend(patterns.iter().map(|pattern| Found { pattern: *pattern, at, first, end }));
}

/// What is reported of a find.
fn hit(found: Found, tokens: &[Token], sentence: u32) -> Hit {
    let range = found.first..found.end;
    let start = tokens[range.start as usize].start;
    let end = tokens[range.end as usize - 1].end;
    Hit { pattern: found.pattern, start, end, tokens: range, sentence }
}
