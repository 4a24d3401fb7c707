//! What a phrase still needs: for each state one word that must come before any phrase can end. A thread
//! whose word does not stand in the rest of the sentence is dropped, and most are.

use super::automaton::{END, GAP, Symbol};
use super::merge::Future;
use super::vocabulary::Vocabulary;

/// Nothing: a phrase ends here, or its ways on have no word in common.
pub const NOTHING: Symbol = GAP;

/// Words that stand in most sentences; hardly a sentence lacks them.
const COMMON: &[&str] = &[
    "a", "all", "amazon", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have",
    "i", "in", "is", "it", "my", "no", "not", "of", "on", "or", "our", "product", "products", "so",
    "that", "the", "this", "to", "us", "was", "we", "will", "with", "you", "your",
];

/// How common a word of [`COMMON`] is beside another.
const OFTEN: u32 = 100;

/// The need of each state. Edges lead to states before their own, so one pass finds them.
pub fn needs(states: &[Future], vocabulary: &Vocabulary, symbols: u32) -> Vec<Symbol> {
    let frequency = frequencies(vocabulary, symbols);
    let mut must: Vec<Vec<Symbol>> = Vec::with_capacity(states.len());
    for (edges, accepts) in states {
        let mut common: Option<Vec<Symbol>> = (!accepts.is_empty()).then(Vec::new);
        for (symbol, target) in edges {
            let mut way = must[(target >> 1) as usize].clone();
            if *symbol > END && !way.contains(symbol) {
                way.push(*symbol);
            }
            match &mut common {
                None => common = Some(way),
                Some(common) => common.retain(|symbol| way.contains(symbol)),
            }
        }
        must.push(common.unwrap_or_default());
    }
    let rarest = |must: &Vec<Symbol>| {
        must.iter().copied().min_by_key(|symbol| (frequency[usize::from(*symbol)], *symbol))
    };
    must.iter().map(|must| rarest(must).unwrap_or(NOTHING)).collect()
}

/// How often a word with each symbol may stand in a letter, as a guess. Facts and endings are no words
/// of the vocabulary.
fn frequencies(vocabulary: &Vocabulary, symbols: u32) -> Vec<u32> {
    let mut frequency = vec![0; symbols as usize];
    for row in 0..vocabulary.rows_at.len() - 1 {
        let word = vocabulary.text_at[row] as usize..vocabulary.text_at[row + 1] as usize;
        let common = COMMON.binary_search(&&vocabulary.text[word]).is_ok();
        for symbol in vocabulary.symbols(row as u32) {
            frequency[usize::from(*symbol)] += if common { OFTEN } else { 1 };
        }
    }
    frequency.iter_mut().filter(|count| **count == 0).for_each(|count| *count = OFTEN);
    frequency
}
