//! Positions, and text that is edited piece by piece.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

use super::lsp::framed;
use super::{BUFFER, Editor, everywhere, plain};

/// The byte at a position in UTF-16, found the slow way.
pub fn byte(text: &str, position: &Value) -> usize {
    let (mut line, mut column) = (position["line"].as_u64().unwrap(), 0);
    let wanted = position["character"].as_u64().unwrap();
    for (at, character) in text.char_indices() {
        let is_end = character == '\n' || (character == '\r' && !text[at..].starts_with("\r\n"));
        if line == 0 && (column >= wanted || is_end || character == '\r') {
            return at;
        }
        match (line, is_end) {
            (0, _) => column += character.len_utf16() as u64,
            (_, true) => line -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The position of a byte in UTF-16, found the slow way.
fn position(text: &str, at: usize) -> Value {
    let before = text[..at].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap().encode_utf16().count();
    json!({"line": line, "character": column})
}

/// The text of a range.
pub fn text_at<'t>(text: &'t str, range: &Value) -> &'t str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

/// Pieces that letters are made of here; some of them are findings, which would move or go if a
/// single character were lost.
const PIECES: &[&str] = &[
    "Our supplier is XXXX in Ningbo. ",
    "We guarantee that this will never happen again. ",
    "[Your Name]",
    "我们认为",
    "😀",
    "👨‍👩‍👧",
    "é",
    "\n",
    "\r\n",
    "\r",
    " ",
    "word",
    "\n\n",
    "",
];

fn text(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..longest).prop_map(|pieces| pieces.concat())
}

/// A place between two characters that a position can name.
fn place(text: &str, at: &Index) -> usize {
    let mut at = at.index(text.len() + 1);
    while !text.is_char_boundary(at) || (text[..at].ends_with('\r') && text[at..].starts_with('\n'))
    {
        at -= 1;
    }
    at
}

#[test]
fn edits_lead_where_the_whole_text_leads() {
    let (_dir, editor) = plain();
    let (editor, opened) = (RefCell::new(editor), RefCell::new(0));
    let edits = prop::collection::vec((any::<Index>(), any::<Index>(), text(3)), 1..6);
    let mut runner =
        TestRunner::new(Config { cases: 100, failure_persistence: None, ..Config::default() });
    let done = runner.run(&(text(12), edits, any::<bool>()), |(start, edits, at_once)| {
        let mut editor = editor.borrow_mut();
        *opened.borrow_mut() += 1;
        let [edited, whole] =
            ["edited", "whole"].map(|kind| format!("untitled:{kind}-{}", opened.borrow()));
        editor.open(&edited, "plaintext", &start);
        let (mut text, mut changes) = (start, Vec::new());
        for (one, other, new) in &edits {
            let (one, other) = (place(&text, one), place(&text, other));
            let (from, to) = (one.min(other), one.max(other));
            let range = json!({"start": position(&text, from), "end": position(&text, to)});
            changes.push(json!({"range": range, "text": new}));
            text.replace_range(from..to, new);
        }
        let last = if at_once {
            editor.change(&edited, 2, Value::from(changes));
            2
        } else {
            let count = changes.len() as i64;
            for (version, change) in (2..).zip(changes) {
                editor.change(&edited, version, json!([change]));
            }
            count + 1
        };
        prop_assert_eq!(editor.found(&edited, last), editor.open(&whole, "plaintext", &text));
        Ok(())
    });
    done.unwrap();
    assert_eq!(editor.into_inner().quit(), 0);
}

#[test]
fn positions_that_do_not_exist_are_cut_off() {
    let (_dir, mut editor) = plain();
    editor.open(BUFFER, "plaintext", "我们😀\r\n");
    let far = json!({"line": u32::MAX, "character": u32::MAX});
    let cut = json!({"line": 0, "character": 3});
    let changes = json!([
        {"range": {"start": far, "end": far}, "text": "XXXX"},
        // Backwards, and inside the emoji.
        {"range": {"start": {"line": 0, "character": 99}, "end": cut}, "text": "[Your Name]"},
    ]);
    editor.change(BUFFER, 2, changes);
    let found = editor.found(BUFFER, 2);
    let now = "我们[Your Name]\r\nXXXX";
    let places: Vec<_> = found.iter().map(|one| text_at(now, &one["range"])).collect();
    assert_eq!(places, ["[Your Name]", "XXXX"]);
    assert_eq!(editor.quit(), 0);
}

/// The texts where a document's fixes and findings are, after a change that inserts a word at its
/// beginning.
fn places(editor: &mut Editor, version: i64, now: &str) -> Vec<String> {
    let start = json!({"line": 0, "character": 0});
    let range = json!({"start": start, "end": start});
    editor.change(BUFFER, version, json!([{"range": range, "text": "So: "}]));
    let found = editor.found(BUFFER, version);
    found.iter().map(|one| text_at(now, &one["range"]).to_owned()).collect()
}

#[test]
fn half_an_emoji_is_a_character() {
    let (_dir, mut editor) = plain();
    editor.open(BUFFER, "plaintext", "Supplier: XXXX\n");
    // As JavaScript writes a string that was cut inside an emoji.
    let body = json!({
        "method": "textDocument/didChange",
        "params": {
            "textDocument": {"uri": BUFFER, "version": 2},
            "contentChanges": [{
                "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
                "text": "HALF ",
            }],
        },
    });
    let body = body.to_string().replace("HALF", r"\ud83d\\ud83d");
    editor.raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    let now = "So: \u{fffd}\\ud83d Supplier: XXXX\n";
    assert_eq!(places(&mut editor, 3, now), ["XXXX"]);
    assert_eq!(editor.quit(), 0);
}

#[test]
fn after_a_change_that_is_not_understood_only_the_whole_text_counts() {
    let text = "Supplier: XXXX, and we recieved it.\n";
    let start = json!({"line": -1, "character": 0});
    let change = json!({"range": {"start": start, "end": start}, "text": "Hello.\n"});
    let params = json!({
        "textDocument": {"uri": BUFFER, "version": 2}, "contentChanges": [change]
    });
    let odd = framed(&json!({"method": "textDocument/didChange", "params": params}));
    let cut = b"Content-Length: 35\r\n\r\n{\"method\":\"textDocument/didChange\",".to_vec();
    for broken in [odd, cut] {
        let dir = tempfile::TempDir::new().unwrap();
        let mut editor = super::editor(dir.path(), json!({"capabilities": {}}));
        editor.open(BUFFER, "plaintext", text);
        // What cannot have been a change of a document does no harm.
        let files = br#"{"method":"workspace/didChangeWatchedFiles","#;
        editor.raw(&[b"Content-Length: 44\r\n\r\n", &files[..]].concat());
        editor.change(BUFFER, 2, json!([{"range": everywhere(), "text": text}]));
        assert!(!editor.found(BUFFER, 2).is_empty());
        editor.raw(&broken);
        editor.change(BUFFER, 3, json!([{"range": everywhere(), "text": text}]));
        let asked = json!({
            "textDocument": {"uri": BUFFER}, "range": everywhere(), "context": {"diagnostics": []}
        });
        let answer = editor.request("textDocument/codeAction", asked.clone());
        assert_eq!(answer["result"], json!([]), "the text is another one");
        let told = |one: &Value| one["method"] == "textDocument/publishDiagnostics";
        assert!(!editor.early.iter().any(told), "{:?}", editor.early);
        editor.change(BUFFER, 4, json!([{"text": text}]));
        assert!(!editor.found(BUFFER, 4).is_empty());
        let answer = editor.request("textDocument/codeAction", asked);
        assert_ne!(answer["result"], json!([]));
        assert_eq!(editor.quit(), 0);
    }
}
