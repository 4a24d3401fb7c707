//! All phrases that ship, compiled together, find in the examples of the lints what the naive matcher finds.

#![expect(clippy::unwrap_used, reason = "the files were read when the tests were built")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use appeal_lint::letter::cue::{CasesFile, SectionsFile};
use appeal_lint::lint::file::LintFile;
use appeal_lint::phrase::{Classes, Compiler, Node, Scanner, cut, parse};

use super::naive::{self, Naive};

/// Each example meets one phrase in so many: all of them would take minutes.
const SHARE: usize = 23;

#[derive(serde::Deserialize)]
struct Words {
    class: BTreeMap<String, Vec<String>>,
}

/// The phrases and the examples of all lint files, and the classes.
fn read() -> (Vec<String>, Vec<String>, BTreeMap<String, Vec<String>>) {
    let (mut phrases, mut texts, mut classes) = (Vec::new(), Vec::new(), BTreeMap::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lints");
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    for path in entries.map(|entry| entry.unwrap().into_path()) {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if path.parent().is_some_and(|folder| folder.ends_with("words")) {
            classes.extend(toml::from_str::<Words>(&text).unwrap().class);
        } else if path.ends_with("sections.toml") {
            let file: SectionsFile = toml::from_str(&text).unwrap();
            phrases.extend(file.cues().into_iter().map(|(phrase, _)| phrase.to_string()));
        } else if path.ends_with("cases.toml") {
            let file: CasesFile = toml::from_str(&text).unwrap();
            phrases.extend(file.cues().into_iter().map(|(phrase, _)| phrase.to_string()));
        } else {
            let file: LintFile = toml::from_str(&text).unwrap();
            for phrase in file.phrase {
                phrases.extend(phrase.phrases.as_slice().iter().cloned());
                phrases.extend([phrase.unless, phrase.unless_nearby, phrase.when].concat());
            }
            texts.extend(
                file.example.into_iter().filter_map(|example| example.bad.or(example.good)),
            );
        }
    }
    (phrases, texts, classes)
}

#[test]
fn shipped_phrases_find_what_the_naive_matcher_finds() {
    let (phrases, texts, words) = read();
    let mut classes = Classes::new();
    words.iter().for_each(|(name, entries)| drop(classes.add(name, entries)));
    assert_eq!(classes.check(), []);
    let mut compiler = Compiler::new(classes);
    for phrase in &phrases {
        compiler.add(phrase).unwrap();
    }
    let phrasebook = compiler.finish().unwrap();
    let trees: Vec<Node> = phrases.iter().map(|phrase| parse(phrase).unwrap()).collect();
    let classes =
        naive::classes(words.iter().map(|(name, entries)| (name.as_str(), entries.as_slice())));
    let mut scanner = Scanner::new(&phrasebook);
    for (number, text) in
        texts.iter().flat_map(|text| text.split(['.', '\n', '!', '?'])).enumerate()
    {
        let mut tokens = Vec::new();
        cut(text, 0..text.len(), &phrasebook, &mut tokens);
        let all = 0..tokens.len() as u32;
        let hits = scanner.scan(text, &tokens, &[all]);
        let words = naive::words(text);
        let naive = Naive { words: &words, classes: &classes, facts: &[] };
        for pattern in (number % SHARE..phrases.len()).step_by(SHARE) {
            let own = hits.iter().filter(|hit| hit.pattern == pattern as u32);
            let own: Vec<_> =
                own.map(|hit| (hit.tokens.start as usize, hit.tokens.end as usize)).collect();
            assert_eq!(own, naive.find(&trees[pattern]), "`{}` in `{text}`", phrases[pattern]);
        }
    }
}
