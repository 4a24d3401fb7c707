//! The automaton while it grows: states and edges on the heap, shared by phrases that begin alike.

use std::collections::BTreeMap;

use super::automaton::Symbol;

/// A sorted set of states.
pub type Set = Vec<u32>;

/// What a state is reached by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// One word with this symbol.
    Symbol(Symbol),
    /// Any entry of this class, words and phrases alike.
    Class(String),
}

/// States and edges. The start is state 0.
#[derive(Debug)]
pub struct Net {
    /// The states by how they are reached: phrases that begin alike share their states.
    known: BTreeMap<(Set, Key, bool), u32>,
    /// The edges of each state: symbol, and twice the target plus one if marked.
    pub edges: Vec<Vec<(Symbol, u32)>>,
    /// The patterns that end at each state.
    pub accepts: Vec<Vec<u32>>,
}

impl Net {
    pub fn new() -> Self {
        Self { known: BTreeMap::new(), edges: vec![Vec::new()], accepts: vec![Vec::new()] }
    }

    /// The state that one word leads to from any of `entries`.
    pub fn step(&mut self, entries: &Set, symbol: Symbol, marked: bool) -> u32 {
        let (state, fresh) = self.state(entries, Key::Symbol(symbol), marked);
        if fresh {
            self.connect(entries, symbol, state, marked);
        }
        state
    }

    /// The state reached by `key`, and whether it is new; then its edges are still missing.
    pub fn state(&mut self, entries: &Set, key: Key, marked: bool) -> (u32, bool) {
        let next = self.edges.len() as u32;
        let state = *self.known.entry((entries.clone(), key, marked)).or_insert(next);
        if state == next {
            self.edges.push(Vec::new());
            self.accepts.push(Vec::new());
        }
        (state, state == next)
    }

    /// Adds an edge from each of `entries`.
    pub fn connect(&mut self, entries: &Set, symbol: Symbol, target: u32, marked: bool) {
        for entry in entries {
            self.edges[*entry as usize].push((symbol, target << 1 | u32::from(marked)));
        }
    }
}

/// Both sets.
pub fn union(mut one: Set, other: &[u32]) -> Set {
    one.extend(other);
    one.sort_unstable();
    one.dedup();
    one
}
