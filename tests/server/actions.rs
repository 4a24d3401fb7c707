//! Fixes at a click.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::text::{byte, text_at};
use super::{BUFFER, Editor, PROGRAM, editor, everywhere};

/// Faults that have one right form, and one that the writer decides, with long characters before
/// them.
const LETTER: &str =
    "我们😀 recieved 5 boxs.\r\nThis is a error in our adress,and teh staffs were sorry.\r\n";

fn fresh() -> (tempfile::TempDir, Editor) {
    let dir = tempfile::TempDir::new().unwrap();
    let editor = editor(dir.path(), json!({"capabilities": {}}));
    (dir, editor)
}

fn actions(editor: &mut Editor, range: &Value, only: Option<&[&str]>) -> Vec<Value> {
    let mut context = json!({"diagnostics": []});
    if let Some(only) = only {
        context["only"] = json!(only);
    }
    let asked = json!({"textDocument": {"uri": BUFFER}, "range": range, "context": context});
    editor.request("textDocument/codeAction", asked)["result"].as_array().unwrap().clone()
}

/// The letter after edits, made from the last to the first.
fn edited(letter: &str, edits: &[Value]) -> String {
    let mut text = letter.to_owned();
    let place = |edit: &Value| {
        let [start, end] = ["start", "end"].map(|end| byte(letter, &edit["range"][end]));
        (start, end)
    };
    let mut edits: Vec<_> = edits.iter().map(|edit| (place(edit), edit)).collect();
    edits.sort_by_key(|(place, _)| *place);
    for ((start, end), edit) in edits.into_iter().rev() {
        text.replace_range(start..end, edit["newText"].as_str().unwrap());
    }
    text
}

/// What `--fix` makes of a letter.
fn mended(dir: &Path, letter: &str) -> String {
    let path = dir.join("mended.txt");
    std::fs::write(&path, letter).unwrap();
    let done =
        Command::new(PROGRAM).args(["--quiet", "--fix", "--format=short"]).arg(&path).output();
    assert!(done.unwrap().status.code() < Some(2));
    std::fs::read_to_string(&path).unwrap()
}

#[test]
fn fixing_all_is_what_the_command_line_does() {
    let (dir, mut editor) = fresh();
    editor.open(BUFFER, "plaintext", LETTER);
    for only in ["source", "source.fixAll", "source.fixAll.appeal-lint"] {
        let all = actions(&mut editor, &everywhere(), Some(&[only]));
        let [all] = all.as_slice() else { panic!("{all:?}") };
        assert_eq!(all["kind"], "source.fixAll.appeal-lint");
        let now = edited(LETTER, all["edit"]["changes"][BUFFER].as_array().unwrap());
        assert_ne!(now, LETTER);
        assert_eq!(now, mended(dir.path(), LETTER));
    }
    assert!(actions(&mut editor, &everywhere(), Some(&["refactor"])).is_empty());
    // Whoever names no kind asks at every move of the cursor, and is not told of all.
    let any = actions(&mut editor, &everywhere(), None);
    assert!(!any.is_empty() && any.iter().all(|one| one["kind"] == "quickfix"), "{any:?}");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn each_fix_is_offered_at_its_place() {
    let (_dir, mut editor) = fresh();
    let found = editor.open(BUFFER, "plaintext", LETTER);
    let misspelt = found.iter().find(|one| text_at(LETTER, &one["range"]) == "recieved").unwrap();
    let here = actions(&mut editor, &misspelt["range"], Some(&["quickfix"]));
    let [fix] = here.as_slice() else { panic!("{here:?}") };
    assert_eq!((&fix["kind"], &fix["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(fix["title"], "Replace `recieved` with `received`");
    assert_eq!(fix["diagnostics"], json!([misspelt]));
    let now = edited(LETTER, fix["edit"]["changes"][BUFFER].as_array().unwrap());
    assert_eq!(now, LETTER.replace("recieved", "received"));
    let all = actions(&mut editor, &everywhere(), Some(&["quickfix"]));
    assert!(all.len() > 2 && all.iter().any(|one| one["isPreferred"] == false), "{all:?}");
    let start = json!({"line": 0, "character": 0});
    assert!(
        actions(&mut editor, &json!({"start": start, "end": start}), Some(&["quickfix"]))
            .is_empty()
    );
    assert_eq!(editor.quit(), 0);
}

#[test]
fn a_finding_in_many_places_is_mended_and_explained_at_each() {
    let (_dir, mut editor) = fresh();
    let letter =
        "We packed the box,and the tape.\nWe sent it,too.\nThe box was thin,old and big.\n";
    editor.open(BUFFER, "plaintext", letter);
    let many = |one: &Value| one["diagnostics"][0]["code"] == "missing-space";
    for (line, column) in [(0, 17), (1, 10), (2, 16)] {
        let at = json!({"line": line, "character": column});
        let here = actions(&mut editor, &json!({"start": at, "end": at}), Some(&["quickfix"]));
        let fix = here.into_iter().find(many).unwrap();
        let now = edited(letter, fix["edit"]["changes"][BUFFER].as_array().unwrap());
        assert_eq!(now, letter.replace(',', ", "));
        let asked = json!({"textDocument": {"uri": BUFFER}, "position": at});
        let page = editor.request("textDocument/hover", asked)["result"].clone();
        assert_eq!(page["range"]["start"]["line"], line, "{page}");
        assert!(page["contents"]["value"].as_str().unwrap().contains("missing-space"));
    }
    assert_eq!(editor.quit(), 0);
}

#[test]
fn edits_name_the_version_they_are_for() {
    let dir = tempfile::TempDir::new().unwrap();
    let can = json!({"workspace": {"workspaceEdit": {"documentChanges": true}}});
    let mut editor = editor(dir.path(), json!({"capabilities": can, "locale": "zh"}));
    editor.open(BUFFER, "plaintext", "");
    editor.change(BUFFER, 5, json!([{"text": LETTER}]));
    let all = actions(&mut editor, &everywhere(), Some(&["source.fixAll"]));
    assert!(all[0]["title"].as_str().unwrap().contains("处"), "{all:?}");
    let changes = &all[0]["edit"]["documentChanges"][0];
    assert_eq!(changes["textDocument"], json!({"uri": BUFFER, "version": 5}));
    assert!(edited(LETTER, changes["edits"].as_array().unwrap()).contains("received"));
    assert_eq!(editor.quit(), 0);
}
