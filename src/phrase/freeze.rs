//! From the growing net to tables.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::automaton::{Automaton, Symbol, Vocabulary};
use super::net::Net;

/// Edges and patterns of a state: all that is to know of its future.
type Future = (Vec<(Symbol, u32)>, Vec<u32>);

/// Merges states that have the same future, which phrases that end alike have, and lays the rest out.
///
/// Merging keeps what is reported: of two threads in a state the one that reports more to the left
/// goes on, and words of the same future are added to both.
pub fn freeze(
    net: Net,
    vocabulary: Vocabulary,
    symbols: u32,
    patterns: u32,
    classes: Vec<(Cow<'static, str>, Symbol)>,
) -> Automaton {
    let mut merged = Merged::new(&net);
    let start = merged.edges_of(0);
    let order = merged.order();
    let states = order.iter().map(|id| &merged.states[*id as usize]);
    let mut place = vec![0; order.len()];
    for (at, id) in order.iter().enumerate() {
        place[*id as usize] = at as u32 + 1;
    }
    let renumbered = |edges: &[(Symbol, u32)]| {
        let mut edges: Vec<(Symbol, u32)> = edges
            .iter()
            .map(|(symbol, target)| (*symbol, place[(target >> 1) as usize] << 1 | (target & 1)))
            .collect();
        edges.sort_unstable();
        edges
    };
    let (start_at, start_targets) = by_symbol(&renumbered(&start), symbols);
    // State 0 is the start, whose edges stand elsewhere.
    let mut tables = Tables { edges_at: vec![0, 0], accepts_at: vec![0], ..Tables::default() };
    for (edges, accepts) in states {
        tables.push(&renumbered(edges), accepts);
    }
    Automaton {
        patterns,
        symbols,
        vocabulary,
        start_at: start_at.into(),
        start_targets: start_targets.into(),
        accepting: (order.len() + 2 - tables.accepts_at.len()) as u32,
        edges_at: tables.edges_at.into(),
        labels: tables.labels.into(),
        targets: tables.targets.into(),
        accepts_at: tables.accepts_at.into(),
        accepts: tables.accepts.into(),
        classes: classes.into(),
    }
}

#[derive(Default)]
struct Tables {
    edges_at: Vec<u32>,
    labels: Vec<Symbol>,
    targets: Vec<u32>,
    accepts_at: Vec<u32>,
    accepts: Vec<u32>,
}

impl Tables {
    fn push(&mut self, edges: &[(Symbol, u32)], accepts: &[u32]) {
        self.labels.extend(edges.iter().map(|(symbol, _)| *symbol));
        self.targets.extend(edges.iter().map(|(_, target)| *target));
        self.edges_at.push(self.labels.len() as u32);
        if !accepts.is_empty() {
            self.accepts.extend(accepts);
            self.accepts_at.push(self.accepts.len() as u32);
        }
    }
}

/// The edges of the start, found by symbol.
fn by_symbol(edges: &[(Symbol, u32)], symbols: u32) -> (Vec<u32>, Vec<u32>) {
    let behind = |symbol: u32| edges.partition_point(|(own, _)| u32::from(*own) < symbol) as u32;
    let at = (0..=symbols).map(behind).collect();
    (at, edges.iter().map(|(_, target)| *target).collect())
}

/// The states that are left.
struct Merged<'n> {
    net: &'n Net,
    /// For each state of the net the one it became.
    ids: Vec<Option<u32>>,
    known: BTreeMap<Future, u32>,
    states: Vec<Future>,
}

impl<'n> Merged<'n> {
    fn new(net: &'n Net) -> Self {
        let ids = vec![None; net.edges.len()];
        Self { net, ids, known: BTreeMap::new(), states: Vec::new() }
    }

    /// The edges of a state of the net, leading to merged states. The net has no cycles and is as deep
    /// as the longest phrase.
    fn edges_of(&mut self, state: u32) -> Vec<(Symbol, u32)> {
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

    /// The states in the order of the tables: those that accept come last.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.states.len() as u32).collect();
        order.sort_by_key(|id| !self.states[*id as usize].1.is_empty());
        order
    }
}
