//! From the growing net to tables.

use std::borrow::Cow;

use super::automaton::{ACCEPT, Automaton, SIEVE, Symbol, filter_bit, sieve_bit};
use super::merge::{Future, Merged};
use super::need::{NOTHING, needs};
use super::net::Net;
use super::vocabulary::Vocabulary;

/// From how many edges on a state has a sieve.
const WIDE: usize = 16;

/// What the tables hold beside the net.
pub struct Frame {
    pub vocabulary: Vocabulary,
    pub symbols: u32,
    pub patterns: u32,
    pub classes: Vec<(Cow<'static, str>, Symbol)>,
}

/// Lays the net out.
pub fn freeze(net: &Net, frame: Frame) -> Automaton {
    let mut merged = Merged::new(net);
    let start = merged.edges_of(0);
    let order = order(&merged.states);
    let mut place = vec![0; order.len()];
    for (at, id) in (1..).zip(&order) {
        place[*id] = at;
    }
    // State 0 is the start, whose edges stand elsewhere.
    let mut tables =
        Tables { edges_at: vec![0, 0], filters: vec![0], accepts_at: vec![0], ..Tables::default() };
    for id in &order {
        let (edges, accepts) = &merged.states[*id];
        tables.push(&renumbered(edges, &place), accepts);
    }
    let accepting = order.iter().position(|id| !merged.states[*id].1.is_empty());
    let accepting = accepting.map_or(0, |at| at as u32 + 1);
    let start = renumbered(&start, &place);
    let own_needs = needs(&merged.states, &frame.vocabulary, frame.symbols);
    let needs: Vec<Symbol> =
        std::iter::once(NOTHING).chain(order.iter().map(|id| own_needs[*id])).collect();
    let (start_at, start_targets) = by_symbol(&start, frame.symbols);
    let (rows_start_at, row_targets) = by_row(&start, &frame.vocabulary);
    Automaton {
        patterns: frame.patterns,
        symbols: frame.symbols,
        vocabulary: frame.vocabulary,
        start_at: start_at.into(),
        start_targets: start_targets.into(),
        rows_start_at: rows_start_at.into(),
        row_targets: row_targets.into(),
        accepting,
        edges_at: tables.edges_at.into(),
        filters: tables.filters.into(),
        needs: needs.into(),
        sieves: tables.sieves.into(),
        labels: tables.labels.into(),
        targets: tables.targets.into(),
        accepts_at: tables.accepts_at.into(),
        accepts: tables.accepts.into(),
        classes: frame.classes.into(),
    }
}

/// The states in the order of the tables: those with many edges first, those that accept side by side.
fn order(states: &[Future]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..states.len()).collect();
    order.sort_by_key(|id| match &states[*id] {
        (edges, accepts) if edges.len() >= WIDE => u8::from(!accepts.is_empty()),
        (_, accepts) => 2 + u8::from(accepts.is_empty()),
    });
    order
}

/// Edges with the numbers that the tables give to states.
fn renumbered(edges: &[(Symbol, u32)], place: &[u32]) -> Vec<(Symbol, u32)> {
    let edges = edges.iter();
    let mut edges: Vec<_> = edges
        .map(|(symbol, target)| (*symbol, place[(target >> 1) as usize] << 1 | (target & 1)))
        .collect();
    edges.sort_unstable();
    edges
}

#[derive(Default)]
struct Tables {
    edges_at: Vec<u32>,
    filters: Vec<u128>,
    sieves: Vec<u64>,
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
        let accept = if accepts.is_empty() { 0 } else { ACCEPT };
        self.filters
            .push(edges.iter().fold(accept, |bits, (symbol, _)| bits | filter_bit(*symbol)));
        if !accepts.is_empty() {
            self.accepts.extend(accepts);
            self.accepts_at.push(self.accepts.len() as u32);
        }
        if edges.len() >= WIDE {
            let mut sieve = [0; SIEVE];
            for (word, bit) in edges.iter().map(|(symbol, _)| sieve_bit(*symbol)) {
                sieve[word] |= bit;
            }
            self.sieves.extend(sieve);
        }
    }
}

/// The edges of the start, found by symbol.
fn by_symbol(edges: &[(Symbol, u32)], symbols: u32) -> (Vec<u32>, Vec<u32>) {
    let behind = |symbol: u32| edges.partition_point(|(own, _)| u32::from(*own) < symbol) as u32;
    let at = (0..=symbols).map(behind).collect();
    (at, edges.iter().map(|(_, target)| *target).collect())
}

/// Where each word of the vocabulary leads from the start.
fn by_row(edges: &[(Symbol, u32)], vocabulary: &Vocabulary) -> (Vec<u32>, Vec<u32>) {
    let (mut at, mut targets) = (vec![0], Vec::new());
    for row in 0..vocabulary.rows_at.len() as u32 - 1 {
        let symbols = vocabulary.symbols(row).iter();
        let mut own: Vec<u32> = symbols
            .flat_map(|symbol| {
                let from = edges.partition_point(|(own, _)| own < symbol);
                edges[from..].iter().take_while(move |(own, _)| own == symbol)
            })
            .map(|(_, target)| *target)
            .collect();
        own.sort_unstable();
        own.dedup();
        targets.extend(own);
        at.push(targets.len() as u32);
    }
    (at, targets)
}
