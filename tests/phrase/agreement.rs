//! The phrasebook finds what the naive matcher finds.

use appeal_lint::phrase::{
    Classes, Compiler, FactKind, FactWords, Hit, Phrasebook, Scanner, Token, cut, parse,
};
use proptest::prelude::*;

use super::naive::{self, Naive};

const CLASSES: &[(&str, &[&str])] = &[
    ("one", &["a", "b"]),
    ("many", &["a", "b c", "@one d", "c @tail"]),
    ("tail", &["d", "a b", "b , c"]),
    // Classes within classes, which have many widths.
    ("deep", &["a", "a a"]),
    ("deeper", &["@deep @deep", "b @deep"]),
    ("deepest", &["@deeper @deeper", "@deeper @deep c"]),
];

/// A phrase as text: words, classes, brackets, gaps.
fn phrase() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        6 => prop::sample::select(vec!["a", "b", "c", "d", "aing"]).prop_map(str::to_string),
        3 => prop::sample::select(vec!["@one", "@many", "@tail", "@deepest", ",", "*ing", "{number}", "{date}", "{date}"]).prop_map(str::to_string),
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

/// A compiler that knows the classes.
fn compiler() -> Compiler {
    let mut classes = Classes::new();
    for (name, entries) in CLASSES {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_string()).collect();
        classes.add(name, &entries);
    }
    assert_eq!(classes.check(), []);
    Compiler::new(classes)
}

/// What the phrases of a phrasebook find in one sentence: the number of each, and its first and last word.
fn finds(
    phrasebook: &Phrasebook,
    text: &str,
    tokens: &[Token],
    facts: &[FactWords],
) -> Vec<(u32, usize, usize)> {
    let all = 0..tokens.len() as u32;
    let hits = Scanner::new(phrasebook).with_facts(facts).scan(text, tokens, &[all]);
    let range = |hit: &Hit| (hit.pattern, hit.tokens.start as usize, hit.tokens.end as usize);
    hits.iter().map(range).collect()
}

/// Compiles the good ones among some phrases, and compares what both find.
fn compare(phrases: Vec<String>, text: &str, lengths: &[u32]) -> Result<(), TestCaseError> {
    let mut compiler = compiler();
    let phrases: Vec<String> =
        phrases.into_iter().filter(|phrase| compiler.add(phrase).is_ok()).collect();
    let phrasebook = compiler.finish().expect("few words");
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let facts = facts(lengths, tokens.len() as u32);
    let found = finds(&phrasebook, text, &tokens, &facts);
    let words = naive::words(text);
    let classes = naive::classes(CLASSES.iter().copied());
    let naive = Naive { words: &words, classes: &classes, facts: &facts };
    for (pattern, phrase) in (0..).zip(&phrases) {
        let own = found.iter().filter(|(one, ..)| *one == pattern);
        let own: Vec<_> = own.map(|(_, start, end)| (*start, *end)).collect();
        let expected = naive.find(&parse(phrase).expect("it was compiled"));
        prop_assert_eq!(own, expected, "`{}` in `{}`", phrase, text);
    }
    Ok(())
}

/// Looks for a guard of a phrase, and compares whether both find it.
fn compare_guard(phrase: &str, guard: &str, text: &str) -> Result<(), TestCaseError> {
    let mut compiler = compiler();
    let (Ok(own), Ok(other)) = (compiler.add(phrase), compiler.add_guard(guard)) else {
        return Ok(());
    };
    compiler.guard(own, other, 1);
    let phrasebook = compiler.finish().expect("few words");
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let found = finds(&phrasebook, text, &tokens, &[]);
    let words = naive::words(text);
    let classes = naive::classes(CLASSES.iter().copied());
    let naive = Naive { words: &words, classes: &classes, facts: &[] };
    let stands = |phrase| !naive.find(&parse(phrase).expect("it was compiled")).is_empty();
    let times = found.iter().filter(|(one, ..)| *one == other).count();
    let expected = usize::from(stands(phrase) && stands(guard));
    prop_assert_eq!(times, expected, "`{}` guards `{}` in `{}`", guard, phrase, text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn phrasebook_and_naive_matcher_agree(phrases in prop::collection::vec(phrase(), 1..6), text in sentence(0..14), lengths in prop::collection::vec(0u32..4, 0..6)) {
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn they_agree_on_guards(own in phrase(), guard in phrase(), text in prop_oneof![sentence(0..10), sentence(100..300)]) {
        compare_guard(&own, &guard, &text)?;
    }
}

#[test]
fn classes_within_classes_have_few_widths() {
    let mut classes = Classes::new();
    classes.add("c0", &["a".to_string(), "a a".to_string()]);
    for depth in 1..6 {
        classes.add(&format!("c{depth}"), &[format!("@c{} @c{0}", depth - 1)]);
    }
    assert_eq!(classes.check(), []);
    let mut compiler = Compiler::new(classes);
    compiler.add("@c5").expect_err("64 words are too many");
    compiler.add("b @c4").expect("33 words");
    let phrasebook = compiler.finish().expect("few words");
    let text = format!("b {}", "a ".repeat(200));
    let mut tokens = Vec::new();
    cut(&text, 0..text.len(), &phrasebook, &mut tokens);
    assert_eq!(finds(&phrasebook, &text, &tokens, &[]), [(0, 0, 33)]);
}
