//! Lines that are read piece by piece, where the guards allow it, are what the grammar says of them.

use proptest::prelude::*;

use super::{Line, LineGrammar, LineKind, Rule, guard, label, line, mark, span, special, trimmed};
use crate::letter::grammar_words::literals;
use crate::source::Span;
use pest::Parser;

const GRAMMAR: &str = include_str!("../../../grammar/letter.pest");

/// What stands around the words of the grammar in lines.
const PIECES: &[&str] = &[
    " ",
    " ",
    "",
    ",",
    ":",
    "：",
    ".",
    "。",
    "**",
    "__",
    "!",
    "-",
    "1",
    "12",
    "1.2",
    ")",
    "(",
    "（",
    "）",
    "、",
    "①",
    "a",
    "B",
    "# ",
    "---",
    "\t",
    "\u{a0}",
    "\u{2003}",
    "We did this. ",
    "Amazon Team",
    "我们",
    "一",
    "the ",
    "s",
    "\r",
];

/// A line by the grammar alone.
fn alone(text: &str) -> Option<Line> {
    let raw = Span::new(0, text.len() as u32);
    let whole = trimmed(text, raw);
    let mut read = Line {
        span: whole,
        kind: LineKind::Plain,
        after_blank: false,
        indent: whole.start,
        mark: None,
        title: None,
        text: whole,
    };
    let mut pieces = LineGrammar::parse(Rule::line, text).unwrap().peekable();
    // The grammar says nothing of a blank line.
    pieces.peek()?;
    for pair in pieces {
        match pair.as_rule() {
            Rule::opening => {
                for inner in pair.into_inner() {
                    match inner.as_rule() {
                        Rule::hashes => read.kind = LineKind::Hashes,
                        _ => mark::mark(&mut read, inner),
                    }
                }
            }
            Rule::label => {
                label(text, 0, raw, pair, &mut read);
            }
            Rule::tail if read.title.is_none() => {
                read.text = trimmed(text, span(0, &pair));
            }
            Rule::tail => {}
            _ => special(text, 0, pair, &mut read),
        }
    }
    Some(read)
}

/// The same, as letters are read.
fn guarded(text: &str) -> Option<Line> {
    let spaces = text.len() - text.trim_start_matches(guard::is_space).len();
    let raw = Span::new(0, text.len() as u32);
    (spaces < text.len()).then(|| line(text, raw, spaces as u32))
}

fn check(text: &str) {
    assert_eq!(alone(text), guarded(text), "{text:?}");
}

/// A word in small letters and with a capital.
fn cases(word: &str) -> [String; 2] {
    let mut capital = word.to_owned();
    if let Some(first) = capital.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    [word.to_owned(), capital]
}

#[test]
fn every_word_of_the_grammar_passes_the_guards() {
    const BEFORE: &[&str] = &["", "**", "1. ", "# ", "the ", "  Root ", "我们"];
    const BEHIND: &[&str] = &[
        "", ":", " : text", "**: text", ".", ". We did", ",", " team,", " id: 5", "s", ") text",
        "、", " 1: text", " regards", " cause",
    ];
    let mut told = 0;
    for word in literals(GRAMMAR).iter().filter(|word| !word.contains('\n')) {
        for word in cases(word) {
            for before in BEFORE {
                for behind in BEHIND {
                    let text = format!("{before}{word}{behind}");
                    check(&text);
                    told +=
                        usize::from(alone(&text).is_some_and(|line| line.kind != LineKind::Plain));
                }
            }
        }
    }
    assert!(told > 5_000, "{told}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, ..ProptestConfig::default() })]

    #[test]
    fn lines_are_what_the_grammar_says(text in text()) {
        check(&text);
    }
}

/// Words of the grammar and what stands around them, as they come.
fn text() -> impl Strategy<Value = String> {
    let words = literals(GRAMMAR)
        .iter()
        .filter(|word| !word.contains('\n'))
        .flat_map(|word| cases(word))
        .collect::<Vec<_>>();
    let piece = prop_oneof![
        prop::sample::select(words),
        prop::sample::select(PIECES).prop_map(str::to_owned)
    ];
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat())
}
