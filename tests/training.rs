//! The learned weights belong to the sentences in `training/` and to the lints that learn.

use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::hash::fnv;
use appeal_lint::learned::{self, Clause, LINTS};
use appeal_lint::lint::{Group, Lang, Level, Part, shipped::CATALOGUE};
use appeal_lint::{Settings, Source};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The files of sentences, in the order in which they are learned from.
fn files() -> Vec<PathBuf> {
    let folder = |name: &str| {
        let entries = fs::read_dir(Path::new(ROOT).join("training").join(name));
        let mut paths: Vec<_> =
            entries.expect("it is there").map(|entry| entry.expect("it is read").path()).collect();
        paths.sort();
        paths
    };
    [folder("letters"), folder("parts"), folder("sentences")].concat()
}

#[test]
fn the_weights_are_those_of_the_sentences() {
    let bytes =
        files().iter().flat_map(|file| fs::read(file).expect("it is read")).collect::<Vec<_>>();
    let weights =
        fs::read_to_string(Path::new(ROOT).join("lints/weights.tsv")).expect("it is read");
    let from = format!("# training {:016x}", fnv(bytes));
    assert!(weights.lines().any(|line| line == from), "run `cargo run --release --example train`");
}

#[test]
fn each_sentence_has_labels_that_exist() {
    for file in files() {
        let text = fs::read_to_string(&file).expect("it is text");
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
            let at = format!("{}:{}", file.display(), number + 1);
            let (labels, sentence) =
                line.split_once('\t').unwrap_or_else(|| panic!("{at}: no tab"));
            assert!(!sentence.trim().is_empty() && !sentence.contains('\t'), "{at}");
            let marks: Vec<_> = sentence.matches(['«', '»']).collect();
            assert!(marks.chunks(2).all(|pair| pair == ["«", "»"]), "{at}: marks");
            let whole = file.parent().is_some_and(|folder| folder.ends_with("letters"));
            assert!(whole || marks.is_empty(), "{at}: nobody reads these marks");
            let known = |label| {
                let of_letter =
                    Group::from_name(label).is_some() || Part::from_name(label).is_some();
                of_letter || CATALOGUE.lint(label).is_some()
            };
            assert!(labels == "-" || labels.split(',').all(known), "{at}: {labels}");
        }
    }
}

#[test]
fn the_lints_that_learn_have_weights() {
    let learn: Vec<_> = CATALOGUE
        .lints
        .iter()
        .filter(|lint| lint.learns())
        .map(|lint| lint.name.to_string())
        .collect();
    assert_eq!(learn, LINTS);
    let shown = CATALOGUE.lints.iter().filter_map(|lint| lint.shown.as_ref());
    for against in shown.flat_map(|shown| shown.against.iter()) {
        assert!(learned::column(against).is_some(), "{against}");
    }
}

/// What a lint says of a letter.
fn said(lint: &str, text: &str) -> Vec<String> {
    let source = Source::new("letter.txt", text);
    let settings = Settings::default();
    let all = appeal_lint::lint(&source, &settings).into_iter();
    all.filter(|one| one.lint.name == lint).map(|one| one.message).collect()
}

/// How much a lint finds in a letter.
fn found(lint: &str, text: &str) -> usize {
    said(lint, text).len()
}

/// The labelled sentences, each with its clauses.
fn sentences() -> Vec<(String, Vec<Clause>)> {
    let read = |line: &str| {
        let sentence = line.split_once('\t')?.1.replace(['«', '»'], "");
        let mut clauses = Vec::new();
        learned::read(&sentence, &mut clauses);
        Some((sentence, clauses))
    };
    let texts = files().into_iter().map(|file| fs::read_to_string(file).expect("it is text"));
    texts.flat_map(|text| text.lines().filter_map(read).collect::<Vec<_>>()).collect()
}

#[test]
fn sentences_that_no_phrase_finds_count_where_there_are_two_and_not_in_a_sober_letter() {
    let sentences = sentences();
    for lint in CATALOGUE.lints.iter() {
        let Some(limits) = lint.learned.filter(|limits| !limits.fills) else { continue };
        let (name, column) = (&*lint.name, learned::column(&lint.name).expect("it learns"));
        let mut leaning: Vec<_> = sentences
            .iter()
            .map(|(sentence, clauses)| (learned::leaning(clauses, column), sentence.as_str()))
            .collect();
        leaning.sort();
        let alone = |one: &&(i32, &str)| found(name, one.1) == 0;
        let sober: Vec<_> = leaning.iter().filter(alone).map(|one| one.1).take(12).collect();
        let sober = sober.join("\n\n");
        // What leans the other way speaks against its neighbour.
        let least = i32::from(limits.report).max(0);
        let enough = leaning.partition_point(|one| one.0 < least);
        let alone: Vec<_> = leaning[enough..].iter().filter(alone).take(8).collect();
        let pairs = alone.windows(2).map(|pair| format!("{}\n\n{}", pair[0].1, pair[1].1));
        let pair = pairs.into_iter().find(|pair| found(name, pair) >= 2);
        let pair = pair.unwrap_or_else(|| panic!("{name}: {alone:?}"));
        assert_eq!(found(name, &format!("{sober}\n\n{pair}\n\n{sober}")), 0, "{name}: {pair}");
    }
}

#[test]
fn a_cause_among_blame_and_denials_is_said_to_be_unclear() {
    let quarrel = "The carrier lost the parcels and lied to us. The buyers complain because they want \
                   free goods. Our competitor attacks us. We have never shipped late.";
    let letter = |quarrel: &str| {
        let cause = "Our staff only once forgot to print a label in April.";
        let steps = "On 6 May we refunded the nine buyers. Every morning Ms. Orban compares the list of \
                     orders with the shelf.";
        format!("Our account was deactivated for late parcels. {cause} {quarrel}\n\n{steps}\n")
    };
    let lint = CATALOGUE.lint("missing-root-cause").expect("it is there");
    let unclear = lint.text(Lang::En).variant("unclear").expect("it has that wording");
    assert_eq!(said(&lint.name, &letter("")), [""; 0]);
    assert_eq!(said(&lint.name, &letter(quarrel)), [unclear.message.as_str()]);
}

#[test]
fn a_lint_that_fills_up_its_group_knows_what_lints_that_are_off_would_find() {
    let lint = CATALOGUE.lint("word-for-word").expect("it is there");
    let bad = lint.examples.iter().filter(|example| example.bad).map(|example| &*example.text);
    for text in bad.map(|text| text.replace(['«', '»'], "")) {
        let source = Source::new("letter.txt", &text);
        let all = Settings::default();
        let levels =
            vec![("language".to_owned(), Level::Allow), (lint.name.to_string(), Level::Note)];
        let only = Settings { levels, ..Settings::default() };
        let places = |settings: &Settings| -> Vec<_> {
            let all = appeal_lint::lint(&source, settings);
            all.iter().filter(|one| one.lint.name == lint.name).map(|one| one.span).collect()
        };
        assert!(!places(&all).is_empty(), "{text}");
        assert_eq!(places(&all), places(&only), "{text}");
    }
}
