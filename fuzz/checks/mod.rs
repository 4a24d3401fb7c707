//! What must hold of any input. Each check is a fuzz target; `tests/seeds.rs` runs all of them on the
//! seeds, so that they keep compiling.

mod config;
mod decode;
mod docx;
mod fix;
mod letter;
mod lint_file;
mod phrase;

use appeal_lint::lint::{Case, Lang, Level, Problem, shipped};
use appeal_lint::{Settings, Source, report};

/// A property of every input.
pub struct Check {
    /// Its name, and that of the folder with its seeds.
    pub name: &'static str,
    /// Ends if it holds.
    ///
    /// # Panics
    /// If it does not.
    pub holds: fn(&[u8]),
    /// The memory that it may take whatever the input, in bytes.
    pub base: usize,
    /// The memory that it may take for each byte of the input, in bytes.
    pub multiple: usize,
}

/// Bytes to text.
pub const DECODE: Check =
    Check { name: "decode", holds: decode::holds, base: 64 << 10, multiple: 32 };
/// Text to findings to reports.
pub const LETTER: Check =
    Check { name: "letter", holds: letter::holds, base: 2 << 20, multiple: 1000 };
/// The phrase language: parsed, compiled, looked for.
pub const PHRASE: Check =
    Check { name: "phrase", holds: phrase::holds, base: 1 << 20, multiple: 2000 };
/// A lint file: compiled, its examples tried, a letter judged.
pub const LINT_FILE: Check =
    Check { name: "lint_file", holds: lint_file::holds, base: 1 << 20, multiple: 2000 };
/// A configuration: read, and asked about letters.
pub const CONFIG: Check =
    Check { name: "config", holds: config::holds, base: 2 << 20, multiple: 1000 };
/// A Word document, as the XML in it or as an archive, which may unpack to a thousand times its size.
pub const DOCX: Check = Check { name: "docx", holds: docx::holds, base: 1 << 20, multiple: 4000 };
/// Fixes.
pub const FIX: Check = Check { name: "fix", holds: fix::holds, base: 2 << 20, multiple: 1500 };

/// All of them.
pub const ALL: &[Check] = &[DECODE, LETTER, PHRASE, LINT_FILE, CONFIG, DOCX, FIX];

/// A letter with some of everything, for checks whose input is something else.
const LETTER_AT_HAND: &str = "Dear Amazon,\n\nRoot cause: our staffs of Best Shop did not check 12 lids \
    on 3 May 2026.\n\n1. We will try our best. 我们保证。\n2. We guarantee that this never happens \
    again!!!\n\nBest regards,\nXXXX\n";

/// The last byte, which chooses among ways to look at the rest; for a text file it is 0.
fn choice(data: &[u8]) -> (usize, &[u8]) {
    data.split_last().map_or((0, data), |(last, rest)| (usize::from(last ^ b'\n'), rest))
}

/// A letter with the settings to judge it under: every lint is on.
fn chosen(choice: usize, text: &[u8]) -> (Source, Settings) {
    let name = if choice & 1 == 0 { "letter.txt" } else { "letter.md" };
    let source = Source::new(name, String::from_utf8_lossy(text));
    let cases = Case::ALL.iter().copied().map(Some);
    let mut settings = Settings {
        lang: if choice & 2 == 0 { Lang::En } else { Lang::Zh },
        case: std::iter::once(None).chain(cases).cycle().nth(choice >> 2).flatten(),
        ..Settings::default()
    };
    let off = shipped::CATALOGUE.lints.iter().filter(|lint| lint.level == Level::Allow);
    settings.levels = off.map(|lint| (lint.name.to_string(), Level::Note)).collect();
    (source, settings)
}

/// A complaint about a file can be shown.
fn can_be_shown(problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(problem.line > 0 && problem.column() > 0);
        assert!(problem.excerpt.get(problem.place.0..problem.place.1).is_some());
        assert!(!report::problem(problem, 80, false).is_empty());
    }
}
