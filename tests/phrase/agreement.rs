//! The automaton finds what the naive matcher finds.

use appeal_lint::phrase::{Classes, Compiler, FactKind, FactWords, Scanner, cut, parse};
use proptest::prelude::*;

use super::naive::{self, Naive};

const CLASSES: &[(&str, &[&str])] = &[
    ("one", &["a", "b"]),
    ("many", &["a", "b c", "@one d", "c @tail"]),
    ("tail", &["d", "a b", "b , c"]),
];

/// A phrase as text: words, classes, brackets, gaps.
fn phrase() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        6 => prop::sample::select(vec!["a", "b", "c", "d", "aing"]).prop_map(str::to_string),
        3 => prop::sample::select(vec!["@one", "@many", "@tail", ",", "*ing", "{number}", "{date}", "{date}"]).prop_map(str::to_string),
        2 => prop::sample::select(vec!["_", "...", "...2", "_ _", "^", "$"]).prop_map(str::to_string),
    ];
    let inner = leaf.prop_recursive(3, 12, 3, |item| {
        let items = prop::collection::vec(item, 1..4).prop_map(|items| items.join(" "));
        prop_oneof![
            items.clone(),
            items.clone().prop_map(|items| format!("[{items}]")),
            (items.clone(), items).prop_map(|(one, other)| format!("({one} | {other})")),
        ]
    });
    let marked = (inner.clone(), inner.clone(), inner.clone())
        .prop_map(|(before, mark, after)| format!("{before} <{mark}> {after}"));
    prop_oneof![2 => inner, 1 => marked]
}

fn sentence(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let words = vec!["a", "b", "c", "d", "A", "e", "aing", "eting", "7", ","];
    prop::collection::vec(prop::sample::select(words), length).prop_map(|words| words.join(" "))
}

/// Facts side by side and apart: lengths above one are facts, others are words between them.
fn facts(lengths: &[u32], count: u32) -> Vec<FactWords> {
    let mut at = 0;
    let mut facts = Vec::new();
    for length in lengths {
        if *length > 1 && at + length <= count {
            let kind = if at % 2 == 0 { FactKind::Date } else { FactKind::Money };
            facts.push(FactWords { kind, tokens: at..at + length });
        }
        at += length.max(&1);
    }
    facts
}

/// Compiles the good ones among some phrases, and compares what both find.
fn compare(phrases: Vec<String>, text: &str, lengths: &[u32]) -> Result<(), TestCaseError> {
    let mut classes = Classes::new();
    for (name, entries) in CLASSES {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_string()).collect();
        classes.add(name, &entries);
    }
    prop_assert!(classes.check().is_empty());
    let mut compiler = Compiler::new(classes);
    let phrases: Vec<String> =
        phrases.into_iter().filter(|phrase| compiler.add(phrase).is_ok()).collect();
    let automaton = compiler.finish().expect("few words");

    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &automaton, &mut tokens);
    let facts = facts(lengths, tokens.len() as u32);
    let mut scanner = Scanner::new(&automaton).with_facts(&facts);
    let all = 0..tokens.len() as u32;
    let hits = scanner.scan(text, &tokens, &[all]);

    let words = naive::words(text);
    let classes = naive::classes(CLASSES.iter().copied());
    let naive = Naive { words: &words, classes: &classes, facts: &facts };
    for (pattern, phrase) in phrases.iter().enumerate() {
        let own = hits.iter().filter(|hit| hit.pattern == pattern as u32);
        let own: Vec<_> =
            own.map(|hit| (hit.tokens.start as usize, hit.tokens.end as usize)).collect();
        let expected = naive.find(&parse(phrase).expect("it was compiled"));
        prop_assert_eq!(own, expected, "`{}` in `{}`", phrase, text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn automaton_and_naive_matcher_agree(phrases in prop::collection::vec(phrase(), 1..6), text in sentence(0..14), lengths in prop::collection::vec(0u32..4, 0..6)) {
        compare(phrases, &text, &lengths)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn they_agree_on_sentences_without_an_end(phrases in prop::collection::vec(phrase(), 1..3), text in sentence(120..400), lengths in prop::collection::vec(0u32..4, 0..200)) {
        compare(phrases, &text, &lengths)?;
    }
}
