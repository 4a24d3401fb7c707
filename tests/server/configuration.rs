//! Configuration files and languages.

use std::path::Path;

use serde_json::{Value, json};

use super::lsp::framed;
use super::text::text_at;
use super::{BUFFER, Editor, PROGRAM, TWO_LINTS, editor, names, uri};

const LETTER: &str = "Our supplier is XXXX in Ningbo.\n";

fn write(dir: &Path, name: &str, text: &str) {
    let path = dir.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn save(editor: &mut Editor, uri: &str) {
    editor.notify("textDocument/didSave", json!({"textDocument": {"uri": uri}}));
}

#[test]
fn the_configuration_above_the_document_counts() {
    let dir = tempfile::TempDir::new().unwrap();
    write(dir.path(), "appeal-lint.toml", TWO_LINTS);
    let near = "extend = \"../appeal-lint.toml\"\nexclude = [\"old/\"]\n\
        [levels]\nplaceholder = \"note\"\n[per-file-ignores]\n\"*.md\" = [\"placeholder\"]\n";
    write(dir.path(), "信 件/appeal-lint.toml", near);
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    let mut severities = |name: &str| {
        let found = editor.open(&uri(dir.path(), name), "plaintext", LETTER);
        found.iter().map(|one| one["severity"].as_i64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(severities("a.txt"), [1]);
    assert_eq!(severities("%E4%BF%A1%20%E4%BB%B6/a.txt"), [3]);
    assert!(severities("%E4%BF%A1%20%E4%BB%B6/a.md").is_empty());
    assert!(severities("%E4%BF%A1%20%E4%BB%B6/old/a.txt").is_empty(), "editors name every file");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn a_broken_configuration_is_told_and_survived() {
    let dir = tempfile::TempDir::new().unwrap();
    let letter = uri(dir.path(), "a.txt");
    write(dir.path(), "appeal-lint.toml", TWO_LINTS);
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    assert_eq!(editor.open(&letter, "plaintext", LETTER).len(), 1);
    write(dir.path(), "appeal-lint.toml", "levles = {}\n");
    save(&mut editor, &letter);
    let told = editor.told("window/showMessage");
    assert_eq!(told["type"], 1);
    let message = told["message"].as_str().unwrap();
    assert!(message.contains("appeal-lint.toml:1:1") && message.contains("`levels`"), "{message}");
    assert_eq!(editor.found(&letter, 1).len(), 1, "what was known is still used");
    let other = uri(dir.path(), "b.txt");
    let found = editor.open(&other, "plaintext", LETTER);
    assert_eq!(found.len(), 1, "a letter that is not judged does not look right");
    assert_eq!((&found[0]["severity"], &found[0]["source"]), (&json!(1), &json!("appeal-lint")));
    assert_eq!(text_at(LETTER, &found[0]["range"]), LETTER.trim_end());
    assert!(found[0]["message"].as_str().unwrap().contains(message), "{found:?}");
    write(dir.path(), "appeal-lint.toml", &TWO_LINTS.replace("\"error\"", "\"note\""));
    save(&mut editor, &letter);
    assert_eq!(editor.found(&letter, 1)[0]["severity"], 3);
    assert_eq!(names(&editor.found(&other, 1)), ["placeholder"]);
    assert!(editor.early.iter().all(|one| one["method"] != "window/showMessage"), "told once");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn what_a_configuration_extends_may_be_broken_too() {
    let dir = tempfile::TempDir::new().unwrap();
    write(dir.path(), "appeal-lint.toml", "extend = \"house.toml\"\n");
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    for letter in ["a.txt", "b.txt"] {
        let found = editor.open(&uri(dir.path(), letter), "plaintext", LETTER);
        let message = found[0]["message"].as_str().unwrap();
        assert!(message.contains("appeal-lint.toml:1:10: house.toml: no such file"), "{message}");
    }
    assert_eq!(editor.quit(), 0);
}

#[test]
fn a_named_configuration_may_be_broken_too() {
    let dir = tempfile::TempDir::new().unwrap();
    let mut editor = Editor::start(PROGRAM, dir.path(), &["--config", "mine.toml", "--stdio"]);
    editor.introduce(json!({"capabilities": {}}));
    assert!(editor.told("window/showMessage")["message"].as_str().unwrap().contains("mine.toml"));
    for buffer in [BUFFER, "untitled:Untitled-2"] {
        let found = editor.open(buffer, "plaintext", LETTER);
        assert!(found[0]["message"].as_str().unwrap().contains("mine.toml"), "{found:?}");
    }
    write(dir.path(), "mine.toml", TWO_LINTS);
    editor.notify("workspace/didChangeWatchedFiles", json!({"changes": []}));
    assert_eq!(names(&editor.found(BUFFER, 1)), ["placeholder"]);
    assert_eq!(editor.quit(), 0);
}

#[test]
fn files_are_watched_by_those_who_can() {
    let dir = tempfile::TempDir::new().unwrap();
    let able = json!({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}}});
    let mut editor = editor(dir.path(), json!({ "capabilities": able }));
    let told = editor.told("client/registerCapability");
    let one = &told["registrations"][0];
    assert_eq!(one["method"], "workspace/didChangeWatchedFiles");
    assert!(one["registerOptions"]["watchers"][0]["globPattern"].is_string());
    assert_eq!(editor.quit(), 0);
}

#[test]
fn files_that_change_at_once_are_read_once() {
    let dir = tempfile::TempDir::new().unwrap();
    // Every time that it is read is heard of.
    write(dir.path(), "appeal-lint.toml", "levles = {}\n");
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    editor.open(BUFFER, "plaintext", LETTER);
    let changes = json!({"changes": [{"uri": "file:///other/Cargo.toml", "type": 2}]});
    let change = json!({"method": "workspace/didChangeWatchedFiles", "params": changes});
    let burst = framed(&change).repeat(500);
    editor.raw(&burst);
    editor.change(BUFFER, 2, json!([{"text": LETTER}]));
    editor.found(BUFFER, 2);
    let read = editor.early.iter().filter(|one| one["method"] == "window/showMessage").count();
    assert!(read < 250, "the configuration was read {read} times");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn buffers_that_are_no_file_have_the_configuration_of_the_folder() {
    let [here, folder] = [tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap()];
    write(folder.path(), "appeal-lint.toml", TWO_LINTS);
    write(here.path(), "appeal-lint.toml", "[levels]\nall = \"allow\"\n");
    let open = json!([{"uri": uri(folder.path(), ""), "name": "letters"}]);
    for params in [
        json!({"capabilities": {}, "workspaceFolders": open}),
        json!({"capabilities": {}, "rootUri": uri(folder.path(), "")}),
    ] {
        let mut editor = editor(here.path(), params);
        // As Neovim 0.7 calls a buffer without a name.
        for buffer in [BUFFER, "file://"] {
            assert_eq!(
                names(&editor.open(buffer, "markdown", LETTER)),
                ["placeholder"],
                "{buffer}"
            );
        }
        assert_eq!(editor.quit(), 0);
    }
}

#[test]
fn the_language_is_the_users() {
    let dir = tempfile::TempDir::new().unwrap();
    let message = |args: &[&str], locale: Value, configured: &str| {
        write(dir.path(), "appeal-lint.toml", &format!("{configured}{TWO_LINTS}"));
        let mut editor = Editor::start(PROGRAM, dir.path(), args);
        editor.introduce(json!({"capabilities": {}, "locale": locale}));
        let found = editor.open(BUFFER, "plaintext", LETTER);
        assert_eq!(editor.quit(), 0);
        found[0]["message"].as_str().unwrap().is_ascii()
    };
    let (zh, en) = (json!("zh-CN"), "lang = \"en\"\n");
    assert!(message(&[], json!(null), ""));
    assert!(message(&[], json!("en-US"), ""));
    assert!(!message(&[], zh.clone(), ""), "as the editor");
    assert!(message(&[], zh.clone(), en), "as configured");
    assert!(!message(&["--lang=zh"], json!("en"), en), "as the command line says");
}

#[test]
fn accepted_findings_are_not_told() {
    let dir = tempfile::TempDir::new().unwrap();
    write(dir.path(), "appeal-lint.toml", &format!("baseline = \"known.toml\"\n{TWO_LINTS}"));
    write(dir.path(), "letters/a.txt", LETTER);
    let letter = uri(dir.path(), "letters/a.txt");
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    assert_eq!(editor.open(&letter, "plaintext", LETTER).len(), 1);
    assert!(editor.told("window/showMessage")["message"].as_str().unwrap().contains("known.toml"));
    let mut command = std::process::Command::new(PROGRAM);
    command.current_dir(dir.path()).args(["--write-baseline", "letters"]);
    assert!(command.output().unwrap().status.success());
    save(&mut editor, &letter);
    assert_eq!(editor.found(&letter, 1), Vec::<Value>::new());
    editor.change(&letter, 2, json!([{"text": format!("{LETTER}Address: [Your Address]\n")}]));
    assert_eq!(editor.found(&letter, 2).len(), 1);
    assert_eq!(editor.quit(), 0);
}
