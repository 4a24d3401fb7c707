//! What the editor is told of a letter, and how it is explained.

use serde_json::{Value, json};

use super::lsp::framed;
use super::text::text_at;
use super::{BUFFER, TWO_LINTS, editor, everywhere, names, plain, uri};

const LETTER: &str = "我们认为😀 our supplier is XXXX in Ningbo.\r\nWe guarantee that this will never happen again.\r\n";

#[test]
fn findings_stand_at_their_text_in_every_unit() {
    let (dir, editor_of_utf16) = plain();
    assert_eq!(editor_of_utf16.quit(), 0);
    for (offered, agreed, [from, to]) in [
        (json!(null), "utf-16", [23, 27]),
        (json!(["utf-16"]), "utf-16", [23, 27]),
        (json!(["utf-8", "utf-16"]), "utf-8", [33, 37]),
        (json!(["utf-32", "utf-16"]), "utf-32", [22, 26]),
        (json!(["utf-7"]), "utf-16", [23, 27]),
    ] {
        let general = json!({"positionEncodings": offered});
        let mut editor = super::Editor::start(super::PROGRAM, dir.path(), &[]);
        let can = editor.introduce(json!({"capabilities": {"general": general}}));
        assert_eq!(can["positionEncoding"], agreed);
        let found = editor.open(BUFFER, "plaintext", LETTER);
        let range = &found[0]["range"];
        assert_eq!(
            (range["start"]["character"].as_i64(), range["end"]["character"].as_i64()),
            (Some(from), Some(to)),
            "{offered}"
        );
        assert_eq!(editor.quit(), 0);
    }
}

#[test]
fn a_finding_says_who_what_and_how_bad() {
    let (_dir, mut editor) = plain();
    let found = editor.open(BUFFER, "plaintext", LETTER);
    let brief = |one: &Value| {
        let place = text_at(LETTER, &one["range"]).to_owned();
        (one["code"].as_str().unwrap().to_owned(), one["severity"].as_i64().unwrap(), place)
    };
    let [placeholder, promise] = [brief(&found[0]), brief(&found[1])];
    assert_eq!(placeholder, ("placeholder".to_owned(), 1, "XXXX".to_owned()));
    assert_eq!((promise.0.as_str(), promise.1), ("absolute-promise", 2));
    assert_eq!(found[0]["source"], "appeal-lint");
    let message = found[0]["message"].as_str().unwrap();
    assert!(
        message.contains("`XXXX`") && message.contains('\n'),
        "the help is told too: {message}"
    );
    assert_eq!(editor.quit(), 0);
}

#[test]
fn names_may_have_characters_that_a_uri_has_encoded() {
    let (dir, mut editor) = plain();
    let file = uri(dir.path(), "客户 张/申诉[2].txt");
    for name in [file.as_str(), "untitled:未命名"] {
        let found = editor.open(name, "plaintext", LETTER);
        assert_eq!(names(&found), ["placeholder", "absolute-promise"], "{name}");
        let text = "We recieved it.";
        editor.change(name, 2, json!([{"text": text}]));
        assert!(editor.found(name, 2).is_empty());
    }
    // Where the configuration of the folder does not count, there is something to mend.
    let folder = tempfile::TempDir::new().unwrap();
    let mut editor = super::editor(folder.path(), json!({"capabilities": {}}));
    editor.open("untitled:未命名", "plaintext", "We recieved it.");
    let context = json!({"diagnostics": [], "only": ["quickfix"]});
    let asked = json!({
        "textDocument": {"uri": "untitled:未命名"}, "range": everywhere(), "context": context
    });
    let answer = editor.request("textDocument/codeAction", asked);
    let changes = answer["result"].as_array().unwrap().iter().map(|one| &one["edit"]["changes"]);
    assert!(changes.clone().count() > 0, "{answer}");
    assert!(changes.into_iter().all(|one| one["untitled:未命名"].is_array()), "{answer}");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn what_is_mended_or_closed_is_taken_back() {
    let (_dir, mut editor) = plain();
    assert_eq!(editor.open(BUFFER, "plaintext", LETTER).len(), 2);
    editor.change(BUFFER, 7, json!([{"text": "All is well.\n"}]));
    assert_eq!(editor.found(BUFFER, 7), Vec::<Value>::new());
    editor.change(BUFFER, 8, json!([{"text": LETTER}]));
    assert_eq!(editor.found(BUFFER, 8).len(), 2);
    editor.notify("textDocument/didClose", json!({"textDocument": {"uri": BUFFER}}));
    let told = editor.told("textDocument/publishDiagnostics");
    assert_eq!((&told["uri"], &told["diagnostics"]), (&json!(BUFFER), &json!([])));
    assert_eq!(editor.quit(), 0);
}

#[test]
fn a_letter_that_is_not_begun_lacks_nothing() {
    let dir = tempfile::TempDir::new().unwrap();
    let mut editor = editor(dir.path(), json!({"capabilities": {}}));
    assert_eq!(editor.open(BUFFER, "plaintext", " \n\n"), Vec::<Value>::new());
    editor.change(BUFFER, 2, json!([{"text": "Dear Amazon,\n\nplease help.\n"}]));
    assert!(names(&editor.found(BUFFER, 2)).contains(&"missing-root-cause"));
    assert_eq!(editor.quit(), 0);
}

#[test]
fn other_places_are_told_to_those_who_can_show_them() {
    let dir = tempfile::TempDir::new().unwrap();
    std::fs::write(
        dir.path().join("appeal-lint.toml"),
        TWO_LINTS.replace("language = \"allow\"\n", ""),
    )
    .unwrap();
    let letter = "We packed the box,and the tape.We sent it,too.The box was thin,old and big.\n";
    let related = |capability: Value| {
        let shows = json!({"textDocument": {"publishDiagnostics": capability}});
        let mut editor = editor(dir.path(), json!({ "capabilities": shows }));
        let found = editor.open(BUFFER, "plaintext", letter);
        assert_eq!(editor.quit(), 0);
        let many = found.into_iter().find(|one| one["code"] == "missing-space").unwrap();
        many["relatedInformation"].as_array().map(Vec::len)
    };
    assert_eq!(related(json!({})), None);
    assert!(related(json!({"relatedInformation": true})) > Some(1));
}

#[test]
fn only_the_newest_text_is_judged() {
    let (_dir, mut editor) = plain();
    editor.open(BUFFER, "plaintext", "");
    let change = |version: i64| {
        let text = format!("{LETTER}{version}\n");
        let document = json!({"uri": BUFFER, "version": version});
        let params = json!({"textDocument": document, "contentChanges": [{"text": text}]});
        framed(&json!({"method": "textDocument/didChange", "params": params}))
    };
    let burst: Vec<u8> = (2..=500).flat_map(change).collect();
    editor.raw(&burst);
    assert_eq!(editor.found(BUFFER, 500).len(), 2);
    let before = editor.early.len();
    assert!(before < 250, "{before} texts were judged that had been overtaken");
    assert_eq!(editor.quit(), 0);
}

#[test]
fn hovering_explains_the_lint() {
    let (dir, editor_without_markdown) = plain();
    let hover = |mut editor: super::Editor, column: u32| {
        editor.open(BUFFER, "plaintext", LETTER);
        let at = json!({"line": 0, "character": column});
        let asked = json!({"textDocument": {"uri": BUFFER}, "position": at});
        let answer = editor.request("textDocument/hover", asked)["result"].clone();
        assert_eq!(editor.quit(), 0);
        answer
    };
    let page = hover(editor_without_markdown, 25);
    assert_eq!(
        (&page["contents"]["kind"], &page["range"]["start"]["character"]),
        (&json!("plaintext"), &json!(23))
    );
    let text = page["contents"]["value"].as_str().unwrap();
    assert!(
        text.starts_with("placeholder (originality, error)") && text.contains("What to write:")
    );
    let mut pages =
        [["asciidoc", "markdown", "plaintext"], ["plaintext", "markdown", ""]].map(|formats| {
            let able = json!({"textDocument": {"hover": {"contentFormat": formats}}});
            let params = json!({"capabilities": able, "locale": "zh-cn"});
            hover(editor(dir.path(), params), 25)
        });
    assert_eq!(pages[1]["contents"]["kind"], "plaintext", "the editor likes it better");
    let page = pages[0].take();
    assert_eq!(page["contents"]["kind"], "markdown");
    assert!(page["contents"]["value"].as_str().unwrap().contains("**怎么写：**"));
    let (_dir, editor) = plain();
    assert_eq!(hover(editor, 2), Value::Null);
}

#[test]
fn the_ending_of_a_file_or_else_the_language_says_what_is_markdown() {
    let (dir, mut editor) = plain();
    let letter = "<!-- appeal-lint-disable-next-line placeholder: known -->\nSupplier: XXXX\n";
    for (name, language, is_markdown) in [
        ("a.md", "plaintext", true),
        ("a.markdown", "", true),
        ("a.txt", "markdown", false),
        ("draft", "markdown", true),
        ("draft", "gfm", true),
        ("draft", "text", false),
    ] {
        let found = editor.open(&uri(dir.path(), name), language, letter);
        // In plain text the comment would be sent to Amazon.
        assert_eq!(!names(&found).contains(&"placeholder"), is_markdown, "{name} {language}");
    }
    assert_eq!(editor.quit(), 0);
}
