//! Merges states that have the same future, which phrases that end alike have.
//!
//! Merging keeps what is reported: a way back from an end goes over all edges that lead to a state.

use std::collections::BTreeMap;

use super::automaton::Symbol;
use super::net::Net;

/// Edges and patterns of a state: all that is to know of its future.
pub type Future = (Vec<(Symbol, u32)>, Vec<u32>);

/// The states that are left.
pub struct Merged<'n> {
    net: &'n Net,
    /// For each state of the net the one it became.
    ids: Vec<Option<u32>>,
    known: BTreeMap<Future, u32>,
    /// The futures of the states that are left.
    pub states: Vec<Future>,
}

impl<'n> Merged<'n> {
    pub fn new(net: &'n Net) -> Self {
        let ids = vec![None; net.edges.len()];
        Self { net, ids, known: BTreeMap::new(), states: Vec::new() }
    }

    /// The edges of a state of the net, leading to merged states. The net has no cycles and is as deep
    /// as the longest phrase.
    pub fn edges_of(&mut self, state: u32) -> Vec<(Symbol, u32)> {
        let net = self.net;
        let edges = net.edges[state as usize].iter();
        let mut edges: Vec<(Symbol, u32)> = edges
            .map(|(symbol, target)| (*symbol, self.merge(target >> 1) << 1 | (target & 1)))
            .collect();
        edges.sort_unstable();
        edges.dedup();
        edges
    }

    fn merge(&mut self, state: u32) -> u32 {
        if let Some(id) = self.ids[state as usize] {
            return id;
        }
        let future = (self.edges_of(state), self.net.accepts[state as usize].clone());
        let next = self.states.len() as u32;
        let id = *self.known.entry(future.clone()).or_insert(next);
        if id == next {
            self.states.push(future);
        }
        self.ids[state as usize] = Some(id);
        id
    }
}
