//! The phrase language, phrasebooks, and what they find.

mod agreement;
mod errors;
mod finds;
mod inflection;
mod naive;
mod shipped;
mod words;

use appeal_lint::phrase::{Classes, Compiler, Phrasebook, Scanner, cut};

/// A phrasebook of phrases over classes.
fn phrasebook(classes: &[(&str, &[&str])], phrases: &[&str]) -> Phrasebook {
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
fn finds<'t>(phrasebook: &Phrasebook, text: &'t str) -> Vec<(u32, &'t str)> {
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), phrasebook, &mut tokens);
    let all = 0..tokens.len() as u32;
    let hits = Scanner::new(phrasebook).scan(text, &tokens, &[all]);
    hits.iter().map(|hit| (hit.pattern, &text[hit.start as usize..hit.end as usize])).collect()
}
