//! The language server as editors meet it: the program is driven over its standard input and output.
#![expect(clippy::unwrap_used, reason = "what fails here fails the test")]

mod actions;
mod configuration;
mod findings;
#[path = "../support/lsp.rs"]
mod lsp;
mod session;
mod text;

use std::path::Path;

use serde_json::{Value, json};

use lsp::Editor;

const PROGRAM: &str = env!("CARGO_BIN_EXE_appeal-lint");

/// A buffer that is no file.
const BUFFER: &str = "untitled:Untitled-1";

/// Only two lints, whatever else there is in a letter: in any configuration that says no more.
const TWO_LINTS: &str = "[levels]\nstructure = \"allow\"\nroot-cause = \"allow\"\nplan = \"allow\"\n\
    tone = \"allow\"\nrelevance = \"allow\"\noriginality = \"allow\"\npolicy = \"allow\"\n\
    evidence = \"allow\"\nlanguage = \"allow\"\nplaceholder = \"error\"\nabsolute-promise = \"warning\"\n";

/// An editor that can do little, in a folder with [`TWO_LINTS`].
fn plain() -> (tempfile::TempDir, Editor) {
    let dir = tempfile::TempDir::new().unwrap();
    std::fs::write(dir.path().join("appeal-lint.toml"), TWO_LINTS).unwrap();
    let editor = editor(dir.path(), json!({"capabilities": {}}));
    (dir, editor)
}

impl Editor {
    /// Waits until the server tells something, and gives what.
    fn told(&mut self, method: &str) -> Value {
        self.wait(|message| message["method"] == method)["params"].clone()
    }
}

/// An editor that introduces itself so.
fn editor(dir: &Path, params: Value) -> Editor {
    let mut editor = Editor::start(PROGRAM, dir, &[]);
    editor.introduce(params);
    editor
}

/// The URI of a file whose name needs no escapes.
fn uri(dir: &Path, name: &str) -> String {
    format!("file://{}/{name}", dir.display())
}

/// The names of the lints that found something, in order.
fn names(found: &[Value]) -> Vec<&str> {
    found.iter().map(|one| one["code"].as_str().unwrap()).collect()
}

/// The range of all.
fn everywhere() -> Value {
    json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}})
}
