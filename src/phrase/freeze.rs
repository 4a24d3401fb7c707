//! From the growing net to tables.

use std::borrow::Cow;

use super::automaton::{Automaton, Symbol};
use super::merge::{Future, Merged};
use super::net::Net;
use super::vocabulary::Vocabulary;

/// What the tables hold beside the net.
pub struct Frame {
    pub vocabulary: Vocabulary,
    pub symbols: u32,
    pub reported: u32,
    pub classes: Vec<(Cow<'static, str>, Symbol)>,
}

/// Lays the net out.
pub fn freeze(net: &Net, frame: Frame) -> Automaton {
    let mut merged = Merged::new(net);
    let start = merged.edges_of(0);
    let order = order(&merged.states, &start);
    let mut numbers = vec![0; order.len()];
    for (number, id) in (1..).zip(&order) {
        numbers[*id as usize] = number;
    }
    // State 0 is the start, whose edges stand elsewhere.
    let mut tables = Tables { edges_at: vec![0, 0], accepts_at: vec![0, 0], ..Tables::default() };
    for id in &order {
        let (edges, accepts) = &merged.states[*id as usize];
        tables.push(&renumbered(edges, &numbers), accepts);
    }
    let start = renumbered(&start, &numbers);
    let (start_at, start_targets) = by_symbol(&start, frame.symbols);
    let (rows_start_at, row_targets) = by_row(&start, &frame.vocabulary);
    Automaton {
        reported: frame.reported,
        symbols: frame.symbols,
        vocabulary: frame.vocabulary,
        start_at: start_at.into(),
        start_targets: start_targets.into(),
        rows_start_at: rows_start_at.into(),
        row_targets: row_targets.into(),
        edges_at: tables.edges_at.into(),
        labels: tables.labels.into(),
        targets: tables.targets.into(),
        accepts_at: tables.accepts_at.into(),
        accepts: tables.accepts.into(),
        classes: frame.classes.into(),
    }
}

/// The states in the order of walks, in which edges only lead on: by how far they are from the start at
/// most. So those that follow first words, which are looked at the most, lie side by side.
fn order(states: &[Future], start: &[(Symbol, u32)]) -> Vec<u32> {
    let mut depth = vec![0u32; states.len()];
    for (_, target) in start {
        depth[(target >> 1) as usize] = 1;
    }
    // Merging has put each state behind those that its edges lead to.
    for id in (0..states.len()).rev() {
        let own = depth[id];
        for (_, target) in &states[id].0 {
            let next = &mut depth[(target >> 1) as usize];
            *next = (*next).max(own + 1);
        }
    }
    let mut order: Vec<u32> = (0..states.len() as u32).collect();
    order.sort_by_key(|id| depth[*id as usize]);
    order
}

/// Edges with the numbers that the tables give to states.
fn renumbered(edges: &[(Symbol, u32)], numbers: &[u32]) -> Vec<(Symbol, u32)> {
    let number = |target: u32| numbers[(target >> 1) as usize] << 1 | (target & 1);
    let mut edges: Vec<_> =
        edges.iter().map(|(symbol, target)| (*symbol, number(*target))).collect();
    edges.sort_unstable();
    edges
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
        self.accepts.extend(accepts);
        self.accepts_at.push(self.accepts.len() as u32);
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
