//! Phrases that match nothing, or everywhere, are refused.

use super::ast::Node;
use super::parse::PhraseError;

/// Refuses phrases that match nothing, or everywhere.
pub fn check(node: &Node) -> Result<(), PhraseError> {
    if node.is_nullable() {
        return Err(PhraseError::new(
            0,
            "the phrase can be empty: give it a word that must be there",
        ));
    }
    if begins_open(node) {
        let message =
            "a phrase cannot begin with `_` or `...`, which begin everywhere; `^ ...` can";
        return Err(PhraseError::new(0, message));
    }
    let first = |node: &Node| matches!(node, Node::Start);
    let last = |node: &Node| matches!(node, Node::End);
    if !stays_at_edge(node, &first, false, true).0 {
        return Err(PhraseError::new(
            0,
            "`^` is the start of a sentence: nothing can stand before it",
        ));
    }
    if !stays_at_edge(node, &last, true, true).0 {
        return Err(PhraseError::new(
            0,
            "`$` is the end of a sentence: nothing can stand behind it",
        ));
    }
    Ok(())
}

/// Whether any word at all can be the first.
fn begins_open(node: &Node) -> bool {
    match node {
        Node::Any | Node::Gap(_) => true,
        Node::Sequence(nodes) => {
            let closed = nodes.iter().position(|node| !is_skippable(node));
            nodes[..closed.map_or(nodes.len(), |at| at + 1)].iter().any(begins_open)
        }
        Node::Choice(nodes) => nodes.iter().any(begins_open),
        Node::Option(node) | Node::Marked(node) => begins_open(node),
        _ => false,
    }
}

/// Whether what follows can come first.
fn is_skippable(node: &Node) -> bool {
    match node {
        Node::Start | Node::End => false,
        Node::Sequence(nodes) => nodes.iter().all(is_skippable),
        Node::Choice(nodes) => nodes.iter().any(is_skippable),
        Node::Marked(node) => is_skippable(node),
        node => node.is_nullable(),
    }
}

/// Reads a phrase from one edge: whether every `^` (or `$`) stands where it can match, and whether
/// what follows can still stand at the edge.
fn stays_at_edge(node: &Node, edge: &impl Fn(&Node) -> bool, back: bool, at: bool) -> (bool, bool) {
    match node {
        _ if edge(node) => (at, false),
        Node::Sequence(nodes) => {
            let mut state = (true, at);
            for step in 0..nodes.len() {
                let index = if back { nodes.len() - 1 - step } else { step };
                let (good, at) = stays_at_edge(&nodes[index], edge, back, state.1);
                state = (state.0 && good, at);
            }
            state
        }
        Node::Choice(nodes) => nodes.iter().fold((true, false), |(good, still), node| {
            let (own, at) = stays_at_edge(node, edge, back, at);
            (good && own, still || at)
        }),
        Node::Option(node) => (stays_at_edge(node, edge, back, at).0, at),
        Node::Marked(node) => stays_at_edge(node, edge, back, at),
        node => (true, at && node.is_nullable()),
    }
}
