//! The letters of an agency, from the first run to the day that nothing is found: one story. Its last
//! part, the hooks of pre-commit, is told by `.ci/run`.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::support::{FINE, LEFTOVER, PROMISE, Run, letters, run, write};

/// What a run that fixes says of a Word document.
const WORD_NOTE: &str = "1 Word document is only judged, not fixed\n";

/// Letters of writers with all kinds of editors: the file, what its encoding is called, and what the
/// writer says in their own language.
const WRITERS: [(&str, &str, &str); 8] = [
    ("letters/linux.txt", "UTF-8", "Jürgen’s café sells 锅盖.\n"),
    ("letters/notepad.txt", "UTF-8 with BOM", "我们的仓库主管核对了标签。\r\n"),
    ("letters/unicode.txt", "UTF-16LE with BOM", "我們的倉庫主管核對了標籤。\r\n"),
    ("letters/mac.txt", "UTF-16BE", "Jürgen’s café.\n"),
    ("letters/shenzhen.txt", "GBK", "我们的仓库主管核对了标签。\r\n"),
    ("letters/rare name.txt", "gb18030", "店主𠀀先生核对了标签。\n"),
    ("letters/taipei.txt", "Big5", "我們的倉庫主管核對了標籤。\r\n"),
    ("letters/berlin.txt", "windows-1252", "Jürgen’s café – “done”.\r\n"),
];

/// What is wrong in each of them, and can be mended.
const WRONG: &str = "We sent the informations to the buyer.\n";
const RIGHT: &str = "We sent the information to the buyer.\n";

/// What Amazon will hear of the shop, in each of them.
fn letter(own: &str, wrong: &str) -> String {
    format!("{own}\n{wrong}Our shop Best Staffs sells lids.\n")
}

/// The bytes of a text in an encoding, as another program than this one writes them.
fn bytes(encoding: &str, text: &str) -> Vec<u8> {
    let (name, mark) = match encoding.strip_suffix(" with BOM") {
        Some(name) => (name, "\u{FEFF}"),
        None => (encoding, ""),
    };
    let text = format!("{mark}{text}");
    match name {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => {
            let charset = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, _, lacking) = charset.encode(&text);
            assert!(!lacking, "{text}");
            bytes.into_owned()
        }
    }
}

/// A Word document of these paragraphs.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", text.trim_end()))
        .collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    write!(zip, r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#).unwrap();
    zip.finish().unwrap().into_inner()
}

/// The agency looks for few things.
const CONFIG: &str = r#"
exclude = ["archive/"]
allow = ["Best Staffs"]
lint-dirs = ["house"]
baseline = "accepted.toml"

[levels]
structure = "allow"
root-cause = "allow"
plan = "allow"
tone = "allow"
relevance = "allow"
originality = "allow"
policy = "allow"
evidence = "allow"
language = "allow"
placeholder = "error"
absolute-promise = "warning"
uncountable-plural = "warning"
old-name = "note"

[per-file-ignores]
"drafts/*" = ["originality"]
"#;

/// A lint of its own, for one kind of case.
const OLD_NAME: &str = r#"
level = "warning"
sources = ["house style"]
[en]
summary = "a client's old name"
message = "`{match}` is the old name"
help = "write `Harbour Lamps`"
explain = "The account was renamed; Amazon compares names."
[zh]
summary = "客户旧名"
message = "“{match}”是旧名"
help = "写“Harbour Lamps”"
explain = "店铺已改名，亚马逊会核对名称。"
[[phrase]]
match = "@our (store | shop) seaside lamps"
case = ["performance"]
[[example]]
bad = "«Our shop Seaside Lamps» was closed."
case = "performance"
[[example]]
bad = "The order came from «our store Seaside Lamps»."
case = "performance"
[[example]]
good = "Our shop Harbour Lamps was closed."
[[example]]
good = "Our shop Seaside Lamps was closed."
case = "counterfeit"
"#;

const RENAMED: &str = "Our shop Seaside Lamps was closed on 3 May 2026.\n";

const MARKDOWN: &str = "\
# A plan

<!-- appeal-lint-disable-next-line absolute-promise: the client's lawyer wants it -->
We guarantee that this will never happen again.

<!-- appeal-lint-disable-next-line placeholder -->
We refunded 12 buyers on 3 May 2026.
";

fn repository() -> TempDir {
    let late = "extend = \"../appeal-lint.toml\"\ncase = \"performance\"\n";
    let dir = letters(&[
        ("appeal-lint.toml", CONFIG),
        ("house/evidence/old-name.toml", OLD_NAME),
        ("late/appeal-lint.toml", late),
        ("late/a.txt", RENAMED),
        ("fake/appeal-lint.toml", &late.replace("performance", "counterfeit")),
        ("fake/b.txt", RENAMED),
        ("letters/plan.md", MARKDOWN),
        ("drafts/c.txt", LEFTOVER),
        ("archive/d.txt", LEFTOVER),
        ("accepted.toml", "version = 1\n"),
    ]);
    for (path, encoding, own) in WRITERS {
        write(dir.path(), path, bytes(encoding, &letter(own, WRONG)));
    }
    write(dir.path(), "letters/brief.docx", word(&[FINE, LEFTOVER, WRONG]));
    write(dir.path(), "letters/photo.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    dir
}

/// A run over the repository; what it reports, as `path:line:column level lint`.
fn check(dir: &Path, args: &[&str]) -> (Run, Vec<String>) {
    let done = run(dir, &[&["check", "--format=short", "."], args].concat());
    let brief = |line: &str| {
        let (place, rest) = line.strip_prefix("./").unwrap().split_once(": ").unwrap();
        let (level, rest) = rest.split_once(": ").unwrap();
        format!("{place} {level} {}", &rest[rest.rfind('[').unwrap()..])
    };
    let found = done.out.lines().map(brief).collect();
    (done, found)
}

#[test]
fn an_agency_puts_its_letters_in_order() {
    let dir = repository();
    let root = dir.path();
    let tried = run(root, &["test-lints", "house"]);
    assert_eq!((tried.code, &*tried.out), (0, "5 passed, 0 failed\n"), "{}", tried.err);

    // What is found: in every encoding, in Word, by the team's lint in the case it is for; nothing in
    // excluded files, ignored ones, pictures, and where a comment says so.
    let (done, found) = check(root, &[]);
    let first = [
        "late/a.txt:1:1 note [old-name]",
        "letters/berlin.txt:3:13 warning [uncountable-plural]",
        "letters/brief.docx:2:17 error [placeholder]",
        "letters/brief.docx:3:13 warning [uncountable-plural]",
        "letters/linux.txt:3:13 warning [uncountable-plural]",
        "letters/mac.txt:3:13 warning [uncountable-plural]",
        "letters/notepad.txt:3:13 warning [uncountable-plural]",
        "letters/plan.md:6:1 note [unused-directive]",
        "letters/rare name.txt:3:13 warning [uncountable-plural]",
        "letters/shenzhen.txt:3:13 warning [uncountable-plural]",
        "letters/taipei.txt:3:13 warning [uncountable-plural]",
        "letters/unicode.txt:3:13 warning [uncountable-plural]",
    ];
    assert_eq!((done.code, &*done.err), (1, ""));
    assert_eq!(found, first);
    programs_are_told_the_encodings(root);

    // What can be mended is, in the files' encodings and byte for byte; the rest is still found.
    let (done, found) = check(root, &["--fix"]);
    assert_eq!((done.code, &*done.err), (1, &*format!("9 places fixed\n{WORD_NOTE}")));
    let left = |line: &&&str| line.contains("old-name") || line.contains("docx");
    assert_eq!(found, first.iter().filter(left).copied().collect::<Vec<_>>());
    for (path, encoding, own) in WRITERS {
        let wanted = bytes(encoding, &letter(own, RIGHT));
        assert_eq!(fs::read(root.join(path)).unwrap(), wanted, "{path}");
    }
    let markdown = fs::read_to_string(root.join("letters/plan.md")).unwrap();
    let unused = "<!-- appeal-lint-disable-next-line placeholder -->\n";
    assert_eq!(markdown, MARKDOWN.replace(unused, ""));
    let brief = word(&[FINE, LEFTOVER, WRONG]);
    assert_eq!(fs::read(root.join("letters/brief.docx")).unwrap(), brief);
    let (again, still) = check(root, &["--fix"]);
    assert_eq!((again.err, still), (format!("0 places fixed\n{WORD_NOTE}"), found));

    // What is left is accepted, until the client sends a new document.
    let (done, found) = check(root, &["--write-baseline"]);
    assert_eq!((done.code, found.len()), (0, 0), "{}", done.err);
    assert_eq!(done.err, "3 findings written to accepted.toml\n");
    let (done, found) = check(root, &["--fail-on=note"]);
    assert_eq!((done.code, found.len()), (0, 0));
    assert_eq!(done.err, "3 accepted findings not shown\n");
    write(root, "letters/brief.docx", word(&[FINE, WRONG, PROMISE]));
    let (done, found) = check(root, &[]);
    assert_eq!(
        (done.code, found),
        (1, vec!["letters/brief.docx:3:1 warning [absolute-promise]".into()])
    );
    let gone =
        "--prune-baseline takes out:\n  letters/brief.docx: placeholder: Our supplier is XXXX";
    assert!(done.err.contains(gone), "{}", done.err);
    let (done, _) = check(root, &["--prune-baseline"]);
    assert!(done.err.contains("1 entry taken out of accepted.toml\n"), "{}", done.err);
    let (done, _) = check(root, &[]);
    assert_eq!((done.code, &*done.err), (1, "2 accepted findings not shown\n"));

    // What cannot be read is told, and does not keep the others from being judged.
    write(root, "letters/broken.txt", b"It is \xE6\x88\xFF\xFE\x81 so.\n");
    let (done, found) = check(root, &[]);
    assert_eq!((done.code, found.len()), (2, 1), "{}", done.err);
    assert!(done.err.starts_with("error: ./letters/broken.txt: not text in "), "{}", done.err);
}

/// The same findings as JSON lines, each with the encoding of its letter.
fn programs_are_told_the_encodings(root: &Path) {
    let done = run(root, &["check", "--format=jsonl", "--lang=zh", "."]);
    assert_eq!((done.code, &*done.err), (1, ""));
    let all: Vec<Value> =
        done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(all.len(), 12);
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    let encodings: BTreeMap<_, _> =
        all.iter().map(|one| (text(one, "path"), text(one, "encoding"))).collect();
    for (path, encoding, _) in WRITERS {
        assert_eq!(encodings[&format!("./{path}")], encoding);
    }
    assert_eq!(encodings["./letters/brief.docx"], "docx");
    let (path, old_name) = (text(&all[0], "path"), text(&all[0], "message"));
    assert_eq!((&*path, &*old_name), ("./late/a.txt", "“Our shop Seaside Lamps”是旧名"));
    let fix = &all[1]["fix"];
    let said = (fix["applicability"].as_str(), fix["edits"][0]["text"].as_str());
    assert_eq!(said, (Some("machine-applicable"), Some("information")));
}
