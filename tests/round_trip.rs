//! Letters fixed by the lints that ship, in every encoding and with every line ending: what changes in
//! the bytes of the file, and what does not. Bytes are made here by other code than the program's.

#![allow(clippy::unwrap_used, reason = "a test ends where something is lacking")]

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use appeal_lint::diagnostic::Edit;
use appeal_lint::fix::{Fixed, fix};
use appeal_lint::lint::{Catalogue, shipped::CATALOGUE};
use appeal_lint::source::{Encoding, Source};
use appeal_lint::{Diagnostic, Settings, lint_by};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};

/// So many letters for each encoding with each line ending.
const LETTERS: u32 = 12;

/// What a writer with one kind of editor saves.
struct Editor {
    /// The encoding's label.
    label: &'static str,
    bom: &'static [u8],
    /// Sentences in this encoding beside the English ones.
    local: &'static [&'static str],
}

const CHINESE: &[&str] =
    &["我们的仓库主管核对了标签，", "“是的”，买家说。", "Our shop 晨光厨具 sells lids."];
const RARE: &[&str] = &["店主𠀀先生核对了标签，", "买家说：“是的”。"];
const TAIWANESE: &[&str] = &["我們的倉庫主管核對了標籤，", "買家說：「是的」。"];
const WESTERN: &[&str] = &["It’s Jürgen’s café – “done”.", "The lid costs € 5."];
const ALL: &[&str] = &["Jürgen’s café sells 锅盖, 𠀀 and 鍋蓋.", "买家说：“是的”。"];

const EDITORS: [Editor; 10] = [
    Editor { label: "utf-8", bom: b"", local: ALL },
    Editor { label: "utf-8", bom: b"\xEF\xBB\xBF", local: ALL },
    Editor { label: "utf-16le", bom: b"", local: ALL },
    Editor { label: "utf-16le", bom: b"\xFF\xFE", local: ALL },
    Editor { label: "utf-16be", bom: b"", local: ALL },
    Editor { label: "utf-16be", bom: b"\xFE\xFF", local: ALL },
    Editor { label: "gbk", bom: b"", local: CHINESE },
    Editor { label: "gb18030", bom: b"", local: RARE },
    Editor { label: "big5", bom: b"", local: TAIWANESE },
    Editor { label: "windows-1252", bom: b"", local: WESTERN },
];

/// Sentences of which lints that ship can mend something, and some in which they cannot.
const ENGLISH: [&str; 9] = [
    "We sent the informations to the buyer on 3 May 2026.",
    "Our supplier sent a evidence to the the buyer.",
    "we recieved 12 lids , and checked each one.",
    "The equipments was checked.Then it was packed.",
    "We can not ship it alot.",
    "Dear Amazon,",
    "We guarantee that this will never happen again!!!",
    "Our supplier is XXXX in Ningbo.",
    "- The shift leader signs the packing list",
];

const ENDS: [&[&str]; 3] = [&["\n"], &["\r\n"], &["\n", "\r\n", "\r\n\r\n", " \n\n"]];

impl Editor {
    /// The bytes of a text, without a byte order mark.
    fn bytes(&self, text: &str) -> Vec<u8> {
        match self.label {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            label => {
                let charset = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
                let (bytes, _, lacking) = charset.encode(text);
                assert!(!lacking, "{label} lacks something of {text}");
                bytes.into_owned()
            }
        }
    }

    fn file(&self, text: &str) -> Vec<u8> {
        [self.bom, &self.bytes(text)].concat()
    }

    fn read(&self, file: &[u8]) -> Source {
        let encoding = Encoding::from_label(self.label).unwrap();
        Source::decode_as("letter.txt", file.to_vec(), encoding).unwrap()
    }

    /// The file with the edits made: what stands between them is copied as bytes.
    fn edited(&self, file: &[u8], text: &str, edits: &[Edit]) -> Vec<u8> {
        let place = |at: u32| self.bom.len() + self.bytes(&text[..at as usize]).len();
        let (mut edited, mut at) = (Vec::new(), 0);
        for edit in edits {
            edited.extend_from_slice(&file[at..place(edit.span.start)]);
            edited.extend(self.bytes(&edit.text));
            at = place(edit.span.end);
        }
        edited.extend_from_slice(&file[at..]);
        edited
    }

    fn letters(&self, ends: &'static [&'static str]) -> impl Strategy<Value = String> {
        let sentence = prop_oneof![3 => select(&ENGLISH[..]), 1 => select(self.local)];
        let line = (sentence, select(ends)).prop_map(|(sentence, end)| [sentence, end].concat());
        (proptest::collection::vec(line, 1..12), any::<bool>()).prop_map(|(lines, ended)| {
            let letter = lines.concat();
            if ended { letter } else { letter.trim_end().to_owned() }
        })
    }
}

/// The lints without their weights: one word more or less moves what these say of a whole letter.
static UNLEARNED: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut catalogue = CATALOGUE.clone();
    for lint in catalogue.lints.to_mut() {
        (lint.learned, lint.shown) = (None, None);
    }
    catalogue
});

/// For each lint, at how many places it found something.
fn places<'f>(found: &'f [Diagnostic<'_>]) -> BTreeMap<&'f str, usize> {
    let mut counts = BTreeMap::new();
    for one in found {
        let related = one.related.iter().filter(|_| one.lint.gathers.is_none());
        let spans: BTreeSet<_> = related.map(|one| one.span).chain([one.span]).collect();
        *counts.entry(&*one.lint.name).or_default() += spans.len();
    }
    counts
}

/// Fixes a letter as the program does; whether anything was mended in its file.
fn check(editor: &Editor, letter: &str, unsafe_too: bool) -> Result<bool, TestCaseError> {
    let settings = Settings::default();
    let file = editor.file(letter);
    let source = editor.read(&file);
    prop_assert_eq!(source.text(), letter);
    let Fixed { text, edits, left, .. } = fix(&source, &settings, unsafe_too);
    let made: Vec<_> = edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect();
    // What would be read in another encoding afterwards is refused; never so in Unicode.
    let Ok(patched) = source.patch(&file, &made) else {
        prop_assert!(!editor.label.starts_with("utf"));
        return Ok(false);
    };
    prop_assert_eq!(&patched, &editor.edited(&file, letter, &edits));
    let again = editor.read(&patched);
    prop_assert_eq!(again.text(), &text);
    prop_assert_eq!(again.encoding().bom(), editor.bom);

    let second = fix(&again, &settings, unsafe_too);
    prop_assert_eq!((second.text, second.edits), (text, Vec::new()));
    let found = appeal_lint::lint(&again, &settings);
    prop_assert_eq!(places(&left), places(&found));
    // What one finding had gathered may be seen one by one.
    let before = lint_by(&UNLEARNED, &source, &settings);
    let gathered: BTreeSet<_> = before.iter().filter_map(|one| one.lint.gathers).collect();
    let mut after = lint_by(&UNLEARNED, &again, &settings);
    after.retain(|one| !gathered.contains(&one.lint.group));
    let before = places(&before);
    for (lint, count) in places(&after) {
        prop_assert!(before.get(lint).is_some_and(|before| count <= *before), "new: {}", lint);
    }
    Ok(!edits.is_empty())
}

#[test]
fn a_fixed_file_differs_in_the_fixes_only() {
    for editor in &EDITORS {
        for ends in ENDS {
            let mended = Cell::new(0);
            let mut runner = TestRunner::new(Config { cases: LETTERS, ..Config::default() });
            let letters = (editor.letters(ends), any::<bool>());
            let done = runner.run(&letters, |(letter, unsafe_too)| {
                let done = check(editor, &letter, unsafe_too)?;
                mended.set(mended.get() + u32::from(done));
                Ok(())
            });
            let Editor { label, bom, .. } = editor;
            assert_eq!(done, Ok(()), "{label} {bom:?} {ends:?}");
            let mended = mended.get();
            assert!(mended > LETTERS / 3, "{label} {ends:?}: {mended} letters mended");
        }
    }
}
