//! Beginning and end, and what is no message.

use serde_json::{Value, json};

use super::lsp::framed;
use super::{BUFFER, Editor, PROGRAM, everywhere, names, plain};

fn silent() -> (tempfile::TempDir, Editor) {
    let dir = tempfile::TempDir::new().unwrap();
    let editor = Editor::start(PROGRAM, dir.path(), &[]);
    (dir, editor)
}

#[test]
fn who_leaves_without_a_word_is_told_so() {
    let (_dir, editor) = silent();
    assert_eq!(editor.leave(), 1);
    let (_dir, mut editor) = plain();
    editor.notify("exit", Value::Null);
    assert_eq!(editor.leave(), 1);
    let (_dir, editor) = plain();
    assert_eq!(editor.quit(), 0);
}

#[test]
fn nothing_is_answered_before_the_beginning_or_after_the_end() {
    let (_dir, mut editor) = silent();
    editor.notify("textDocument/didClose", json!({"textDocument": {"uri": BUFFER}}));
    let code = |answer: Value| answer["error"]["code"].as_i64();
    assert_eq!(code(editor.request("textDocument/hover", json!({}))), Some(-32002));
    // What an editor says wrongly of itself is no reason to turn it away.
    editor.introduce(json!({"capabilities": {"textDocument": 7}, "locale": [], "rootUri": "?"}));
    assert_eq!(code(editor.request("initialize", json!({"capabilities": {}}))), Some(-32600));
    assert_eq!(code(editor.request("textDocument/rename", json!({}))), Some(-32601));
    assert_eq!(
        code(editor.request("textDocument/hover", json!({"textDocument": []}))),
        Some(-32602)
    );
    editor.request("shutdown", Value::Null);
    let document = json!({"uri": BUFFER, "languageId": "", "version": 1, "text": "XXXX"});
    editor.notify("textDocument/didOpen", json!({ "textDocument": document }));
    for _ in 0..2 {
        assert_eq!(code(editor.request("textDocument/hover", json!({}))), Some(-32600));
    }
    assert!(editor.early.iter().all(|one| one["method"] != "textDocument/publishDiagnostics"));
    editor.notify("exit", Value::Null);
    assert_eq!(editor.leave(), 0);
}

#[test]
fn what_is_no_message_does_no_harm() {
    let (_dir, mut editor) = plain();
    let deep = "[".repeat(100_000);
    let broken: [&[u8]; 9] = [
        b"\r\n\r\n",
        b"no header at all\r\n\r\n",
        b"Content-Length: -1\r\n\r\n",
        b"Content-Length: 99999999999999999999999\r\n\r\n",
        b"\xff\xfe\x00: \xff\r\n",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 3\r\n\r\n\xff\xfe\xfd",
        b"Content-Length: 0\r\n\r\n",
        b"Content-Length: 36\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":7}",
    ];
    broken.iter().for_each(|bytes| editor.raw(bytes));
    editor.raw(format!("Content-Length: {}\r\n\r\n{deep}", deep.len()).as_bytes());
    for (method, params) in [
        ("textDocument/didOpen", json!({"textDocument": 1})),
        (
            "textDocument/didOpen",
            json!({"textDocument": {"uri": "no uri", "languageId": "", "version": 1, "text": ""}}),
        ),
        (
            "textDocument/didChange",
            json!({"textDocument": {"uri": BUFFER, "version": 2}, "contentChanges": [{"text": ""}]}),
        ),
        ("textDocument/didClose", json!(null)),
        ("no/such/thing", json!([])),
        ("$/cancelRequest", json!({"id": 1})),
    ] {
        editor.raw(&framed(&json!({"method": method, "params": params})));
    }
    editor.raw(&framed(&json!({"id": "who", "result": null})));
    let asked = json!({"textDocument": {"uri": BUFFER}, "range": everywhere(), "context": {"diagnostics": []}});
    assert_eq!(editor.request("textDocument/codeAction", asked)["result"], Value::Null);
    assert_eq!(names(&editor.open(BUFFER, "plaintext", "Supplier: XXXX\n")), ["placeholder"]);
    assert!(editor.early.iter().any(|one| one["method"] == "window/logMessage"));
    assert_eq!(editor.quit(), 0);
}
