//! What a phrase is found by, and what else a sentence that has it must hold.

use super::ast::Node;
use super::code::push_counted;
use super::compile::Compiler;
use super::phrasebook::{ANY, Symbol};
use super::rules::Anchor;

/// What a phrase needs.
pub struct Needs {
    /// The part that it is found by.
    pub at: usize,
    pub anchor: Anchor,
    /// The code of what else it needs; see [`Draft`](super::phrase_code::Draft).
    pub code: Vec<u16>,
}

/// Symbols one of which any match of a node reads.
#[derive(Debug)]
struct Needed {
    symbols: Vec<Symbol>,
    /// How often they stand in letters.
    weight: u32,
}

impl Needed {
    /// Whether it is worth a look if one of the symbols stands in a sentence: in most none does, and
    /// there are few.
    fn is_selective(&self) -> bool {
        self.weight < 400 && self.symbols.len() < 20
    }
}

impl Compiler {
    /// What a phrase of these parts needs.
    pub(super) fn needs(&mut self, parts: &[&Node]) -> Needs {
        let mut needed: Vec<_> = parts.iter().map(|part| self.needed(part)).collect();
        let weight = |at: &usize| needed[*at].as_ref().map_or(u32::MAX, |needed| needed.weight);
        let at = (0..parts.len()).min_by_key(weight).unwrap_or(0);
        // A phrase of which nothing is needed could be anywhere.
        let symbols = needed.get_mut(at).and_then(Option::take).map(|needed| needed.symbols);
        let (need, code) = others(needed.into_iter().flatten().collect());
        Needs { at, anchor: Anchor { symbols: symbols.unwrap_or(vec![ANY]), need }, code }
    }

    /// The rarest symbols one of which a match of the node reads, if there are such.
    fn needed(&mut self, node: &Node) -> Option<Needed> {
        match node {
            Node::Start | Node::End | Node::Gap(_) | Node::Option(_) => None,
            Node::Marked(node) => self.needed(node),
            Node::Sequence(nodes) => {
                let needed = nodes.iter().filter_map(|node| self.needed(node));
                needed.min_by_key(|needed| needed.weight)
            }
            Node::Choice(nodes) => {
                let mut all = Needed { symbols: Vec::new(), weight: 0 };
                for node in nodes {
                    let needed = self.needed(node)?;
                    all.symbols.extend(needed.symbols);
                    all.weight += needed.weight;
                }
                Some(all)
            }
            Node::Any | Node::Pause | Node::Number | Node::Fact(_) | Node::Atom(_) => {
                let symbol = self.symbol(node)?;
                Some(Needed { symbols: vec![symbol], weight: self.symbols.weight(symbol) })
            }
        }
    }
}

/// Of what else a phrase needs the rarest symbol, and the other sets of symbols that are worth a look.
fn others(mut needed: Vec<Needed>) -> (Option<Symbol>, Vec<u16>) {
    needed.sort_by_key(|needed| needed.weight);
    let single = needed.iter().position(|needed| needed.symbols.len() == 1);
    let need = single.map(|at| needed.remove(at).symbols[0]);
    let mut needs = Vec::new();
    for needed in needed.iter().filter(|needed| needed.is_selective()) {
        push_counted(&needed.symbols, &mut needs);
    }
    (need, needs)
}
