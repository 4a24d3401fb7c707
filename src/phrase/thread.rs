//! The threads that walk the automaton.

use std::ops::Range;

use super::automaton::Automaton;

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

/// The step of threads over one token.
pub struct Step<'s> {
    pub automaton: &'s Automaton,
    /// The index of the token.
    pub at: u32,
    /// The filter bits of what follows the token: a thread that they do not let on ends here.
    pub ahead: u128,
    /// Where the threads go.
    pub next: &'s mut Threads,
}

impl Step<'_> {
    /// Leads a thread over the token along edges.
    #[inline]
    pub fn follow(&mut self, thread: Thread, targets: &[u32]) {
        for target in targets {
            if self.automaton.filters[(target >> 1) as usize] & self.ahead != 0 {
                self.next.push(thread.over(*target, self.at..self.at + 1));
            }
        }
    }
}
