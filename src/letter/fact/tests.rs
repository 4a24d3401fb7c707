//! The guards refuse nothing that the grammar would read, and name no rule that reads something else.

use proptest::prelude::*;

use super::{FactKind, Rule, Span, Word, guard, parse};
use crate::letter::grammar_words::literals;

const GRAMMAR: &str = include_str!("../../../grammar/fact.pest");

/// What stands around the words of the grammar in facts.
const PIECES: &[&str] = &[
    " ",
    " ",
    "",
    "-",
    "\n  ",
    "\u{a0}",
    ", ",
    ".",
    ":",
    "：",
    "/",
    "–",
    "#",
    "(",
    ")",
    "$",
    "%",
    "3",
    "12",
    "30",
    "2024",
    "1,200",
    "2.5",
    "250",
    "77120",
    "1234567",
    "a",
    "X",
    "A12B34",
    "B0ABCD1234",
    "A1B2C3D4E5F6G7",
    "two",
    "to",
    "件",
    "附件",
    "_",
];

/// The fact at the start of a text by the grammar alone, and with the guard before it.
fn both(text: &str) -> [Option<(FactKind, Span)>; 2] {
    let word = Word::next(text, 0).filter(|word| word.start == 0);
    let Some(word) = word else { return [None, None] };
    let guarded = guard::rule(text, &word).and_then(|rule| parse(rule, text));
    [parse(Rule::fact, text), guarded]
}

/// Compares the two; whether the text begins with a fact.
fn check(text: &str) -> bool {
    let [alone, guarded] = both(text);
    assert_eq!(alone, guarded, "{text:?}");
    alone.is_some()
}

/// A word in small letters, in capitals, with a capital.
fn cases(word: &str) -> [String; 3] {
    let mut capital = word.to_ascii_lowercase();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    [word.to_ascii_lowercase(), word.to_ascii_uppercase(), capital]
}

#[test]
fn every_word_of_the_grammar_passes_the_guards() {
    const BEFORE: &[&str] = &["", "3 ", "case ", "1,200 new ", "two ", "2 to ", "late ", "US"];
    const BEHIND: &[&str] =
        &["", " 3", "1", " units", " A12-345", " 12, 2024", ": 77120", " rate", ".pdf"];
    let mut facts = 0;
    for word in literals(GRAMMAR) {
        for word in cases(&word) {
            for before in BEFORE {
                for behind in BEHIND {
                    let text = format!("{before}{word}{behind}");
                    facts += usize::from(check(&text));
                }
            }
        }
    }
    assert!(facts > 8_000, "{facts}");
}

#[test]
fn facts_of_every_kind_pass_the_guards() {
    let texts = [
        "B0ABCD1234",
        "111-1234567-1234567",
        "A1B2C3D4E5F6G7",
        "case ID: 12345678",
        "FBA15KQ7WD3N",
        "US D912,345 S",
        "ZL201830123456.7",
        "trade mark no. 1234567",
        "removal order\n AB12-34",
        "info@example.com",
        "www.example.com/a",
        "https://example.com",
        "invoice(1).pdf",
        "发票(1).pdf",
        "附件三",
        "Exhibits A to 3",
        "a-b_c.xlsx",
        "USD 1,200",
        "US$30",
        "€5 million",
        "30 us dollars",
        "9:30 a.m.",
        "5 点",
        "5 o'clock",
        "12.5%",
        "3 per cent",
        "2024-05-03",
        "2024.5.3",
        "2024年5月3日",
        "3rd of May, 2024",
        "May the 3rd",
        "sept. 2024",
        "Q3 2024",
        "03/05/24",
        "twenty-one full staff",
        "two\u{a0}units",
        "10 – 15 days",
        "10～15 天",
        "half a day",
        "3 A-to-z claims",
        "order defect rate (ODR)",
        "ODR",
        "pre-fulfillment cancel rate",
        "may20",
        "attachment1",
    ];
    for text in texts {
        assert!(check(text), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn what_the_guards_refuse_is_no_fact(text in text()) {
        check(&text);
    }
}

/// Words of the grammar and what stands around them, as they come.
fn text() -> impl Strategy<Value = String> {
    let words = literals(GRAMMAR).iter().flat_map(|word| cases(word)).collect::<Vec<_>>();
    let piece = prop_oneof![
        prop::sample::select(words),
        prop::sample::select(PIECES).prop_map(str::to_owned)
    ];
    prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
}

#[test]
fn a_number_of_times_is_no_number_of_a_document() {
    let document = |text: &str| {
        let fact = parse(Rule::fact, text).filter(|(kind, _)| *kind == FactKind::Document);
        fact.map_or("", |(_, span)| &text[span.range()]).to_owned()
    };
    for text in ["documents 3 times", "evidence 10 days later", "documents 1 by 1"] {
        assert_eq!(document(text), "", "{text}");
    }
    for (text, wanted) in [
        ("document 3, the lease", "document 3"),
        ("document 3", "document 3"),
        ("document no. 3 shows", "document no. 3"),
        ("Document 3 shows", "Document 3"),
        ("exhibit 3 shows", "exhibit 3"),
    ] {
        assert_eq!(document(text), wanted, "{text}");
    }
}
