//! The phrase language, its automaton, and what they find.

mod agreement;
mod errors;
mod finds;
mod inflection;
mod naive;
mod shipped;
mod words;

use appeal_lint::phrase::{Automaton, Classes, Compiler, Scanner, cut};

/// An automaton of phrases over classes.
fn automaton(classes: &[(&str, &[&str])], phrases: &[&str]) -> Automaton {
    let mut known = Classes::new();
    for (name, entries) in classes {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_string()).collect();
        assert_eq!(known.add(name, &entries), []);
    }
    assert_eq!(known.check(), []);
    let mut compiler = Compiler::new(known);
    for phrase in phrases {
        compiler.add(phrase).unwrap_or_else(|error| panic!("`{phrase}`: {error}"));
    }
    compiler.finish().expect("few words")
}

/// What phrases find in one sentence, in the order found.
fn finds<'t>(automaton: &Automaton, text: &'t str) -> Vec<(u32, &'t str)> {
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), automaton, &mut tokens);
    let all = 0..tokens.len() as u32;
    let hits = Scanner::new(automaton).scan(text, &tokens, &[all]);
    hits.iter().map(|hit| (hit.pattern, &text[hit.start as usize..hit.end as usize])).collect()
}
