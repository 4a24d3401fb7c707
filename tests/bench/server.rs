//! The language server: how soon an edit is answered.

use std::hint::black_box;
use std::time::{Duration, Instant};

use appeal_lint::{Settings, Source, lint};
use serde_json::json;

use super::lsp::Editor;
use super::{best, process, text};

const EDITS: i64 = 300;
const LETTER: &str = "untitled:letter";

/// One character typed into a letter of 1,000 words, until its findings are there; beside judging the
/// letter.
pub fn run() {
    let letter = text::paragraphs(6_100);
    let words = letter.text().split_whitespace().count();
    let settings = Settings::default();
    let judged = best(50, || drop(black_box(lint(&letter, &settings))));
    let dir = process::scratch("server");
    let mut editor = Editor::start(process::PROGRAM, &dir, &["--isolated"]);
    editor.introduce(json!({"capabilities": {}}));
    let found = editor.open(LETTER, "plaintext", letter.text()).len();
    let mut times: Vec<_> = (2..EDITS).map(|version| edit(&mut editor, &letter, version)).collect();
    times.sort_unstable();
    editor.quit();
    let median = times[times.len() / 2];
    let row = |name: &str, time: Duration| {
        println!("  {name:28} {:8.2} ms", time.as_secs_f64() * 1e3);
    };
    println!("server, an edit in a letter of {words} words, {found} findings");
    row("best", times[0]);
    row("median", median);
    row("worst", times[times.len() - 1]);
    row("lint() alone, best", judged);
    println!(
        "  ratio of the best            {:8.2}",
        times[0].as_secs_f64() / judged.as_secs_f64()
    );
}

/// The time of one edit in the middle of the letter.
fn edit(editor: &mut Editor, letter: &Source, version: i64) -> Duration {
    let line = letter.lines().number(letter.text().len() as u32 / 2);
    let at = json!({"line": line, "character": 0});
    // Typed, and taken back.
    let end = json!({"line": line, "character": version % 2});
    let new = if version % 2 == 0 { "x" } else { "" };
    let start = Instant::now();
    let range = json!({"start": at, "end": end});
    editor.change(LETTER, version, json!([{"range": range, "text": new}]));
    black_box(editor.found(LETTER, version));
    start.elapsed()
}
