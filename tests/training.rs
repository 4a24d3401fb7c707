//! The learned weights belong to the sentences in `training/` and to the lints that learn.

use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::hash::fnv;
use appeal_lint::learned::{self, LINTS};
use appeal_lint::lint::{Group, Part, shipped::CATALOGUE};
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
    [folder("letters"), folder("sentences")].concat()
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
            assert_eq!(sentence.matches('«').count(), sentence.matches('»').count(), "{at}");
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
}

/// What a lint finds in a letter.
fn found(lint: &str, text: &str) -> usize {
    let source = Source::new("letter.txt", text);
    let settings = Settings::default();
    let all = appeal_lint::lint(&source, &settings);
    all.iter().filter(|one| one.lint.name == lint).count()
}

/// The labelled sentences that lean so much towards a lint.
fn leaning_to(lint: &str, least: i32) -> Vec<String> {
    let column = learned::column(lint).expect("it learns");
    let texts: Vec<_> =
        files().iter().map(|file| fs::read_to_string(file).expect("text")).collect();
    let lines = texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once('\t'));
    let sentences = lines.map(|(_, sentence)| sentence.replace(['«', '»'], ""));
    let leans = |one: &String| learned::leaning(&learned::clauses(one), column) >= least;
    sentences.filter(leans).collect()
}

#[test]
fn sentences_that_no_phrase_finds_count_where_there_are_two() {
    for lint in CATALOGUE.lints.iter() {
        let Some(limits) = lint.learned.filter(|limits| !limits.fills) else { continue };
        let (name, least) = (&*lint.name, i32::from(limits.report).max(0));
        let alone = leaning_to(name, least).into_iter().filter(|one| found(name, one) == 0);
        let alone: Vec<_> = alone.take(8).collect();
        let letters = alone.windows(2).map(|pair| pair.join("\n\n"));
        assert!(letters.into_iter().any(|letter| found(name, &letter) >= 2), "{name}: {alone:?}");
    }
}
