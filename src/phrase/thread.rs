//! The threads that walk the automaton.

use std::ops::Range;

use super::automaton::{Automaton, Symbol};
use super::need::NOTHING;

/// A token index that is not set. As the first word of a reported part it means: not reached yet, which
/// is later than any word.
const UNSET: u32 = u32::MAX;

/// A phrase that may be under way.
#[derive(Clone, Copy, Debug)]
pub struct Thread {
    /// How far it has come.
    pub state: u32,
    /// The first token of the reported part.
    pub first: u32,
    /// The token behind its last.
    pub end: u32,
}

impl Thread {
    /// A phrase that begins.
    pub const START: Self = Self { state: 0, first: UNSET, end: 0 };

    /// The thread behind an edge that reads no token.
    pub fn at(self, target: u32) -> Self {
        Self { state: target >> 1, ..self }
    }

    /// The thread behind an edge over tokens.
    #[inline]
    pub fn over(self, target: u32, tokens: Range<u32>) -> Self {
        let (state, marked) = (target >> 1, target & 1 == 1);
        if !marked {
            return Self { state, ..self };
        }
        Self { state, first: self.first.min(tokens.start), end: tokens.end }
    }

    /// Whether it reports more to the left, or as far left and more.
    fn is_better(self, other: Self) -> bool {
        self.first < other.first || (self.first == other.first && self.end > other.end)
    }
}

/// A set of threads, one a state: of two threads in a state, which have the same future, the better one.
#[derive(Debug)]
pub struct Threads {
    list: Vec<Thread>,
    /// For each state where its thread would stand in `list`; stale where another stands there.
    places: Vec<u32>,
}

impl Threads {
    /// An empty set for that many states.
    pub fn new(states: usize) -> Self {
        Self { list: Vec::new(), places: vec![0; states] }
    }

    pub fn clear(&mut self) {
        self.list.clear();
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Thread> {
        self.list.iter()
    }

    #[inline]
    pub fn push(&mut self, thread: Thread) {
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

/// Where the words of a sentence stand last, by symbol.
#[derive(Debug)]
pub struct Last {
    /// For each symbol the token behind the last that has it, in this sentence or one before.
    behind: Vec<u32>,
}

impl Last {
    /// For that many symbols.
    pub fn new(symbols: usize) -> Self {
        Self { behind: vec![0; symbols] }
    }

    /// Notes that the token at that index has a symbol; told in the order of the letter.
    #[inline]
    pub fn note(&mut self, symbol: Symbol, at: u32) {
        let behind = &mut self.behind[usize::from(symbol)];
        *behind = (*behind).max(at + 1);
    }

    /// Whether a token at that index or behind it has the symbol; of what none needs it is always so.
    #[inline]
    pub fn is_ahead(&self, symbol: Symbol, at: u32) -> bool {
        symbol == NOTHING || self.behind[usize::from(symbol)] > at
    }
}

/// The step of threads over one token.
pub struct Step<'s> {
    pub automaton: &'s Automaton,
    /// The index of the token.
    pub at: u32,
    /// The filter bits of what follows the token: a thread that they do not let on ends here.
    pub ahead: u128,
    /// Where each symbol stands last in the sentence.
    pub last: &'s Last,
    /// Where the threads go.
    pub next: &'s mut Threads,
}

impl Step<'_> {
    /// Leads a thread over the token along edges.
    #[inline]
    pub fn follow(&mut self, thread: Thread, targets: &[u32]) {
        for target in targets {
            let state = (target >> 1) as usize;
            if self.automaton.filters[state] & self.ahead != 0
                && self.last.is_ahead(self.automaton.needs[state], self.at + 1)
            {
                self.next.push(thread.over(*target, self.at..self.at + 1));
            }
        }
    }
}
