//! What docs/lints.md tells authors of lints: its files work, its phrases find what it says, and it leaves
//! out nothing that there is.

use std::fmt::Write as _;

use appeal_lint::lint::{Case, Group, Part};
use appeal_lint::phrase::{FactKind, Form};
use regex_lite::Regex;
use tempfile::TempDir;

use super::support::{Run, letters, run, write};

const PAGE: &str = include_str!("../../docs/lints.md");

/// The blocks that are complete files, with the paths in their first lines.
fn files() -> Vec<(&'static str, &'static str)> {
    let blocks = PAGE.split("\n```toml ").skip(1);
    blocks.filter_map(|block| block.split("\n```").next()?.split_once('\n')).collect()
}

/// A folder of the page's files, with one text in the smallest of them replaced.
fn folder(old: &str, new: &str) -> TempDir {
    let dir = letters(&[("appeal-lint.toml", "lint-dirs = [\"house-lints\"]\n")]);
    for (path, text) in files() {
        let smallest = path.ends_with("no-deadline.toml");
        assert!(!smallest || text.contains(old), "{path} holds no {old}");
        let text = if smallest { text.replacen(old, new, 1) } else { text.to_owned() };
        write(dir.path(), path, text);
    }
    dir
}

fn tested(dir: &TempDir) -> Run {
    run(dir.path(), &["test-lints", "house-lints"])
}

#[test]
fn the_files_shown_work() {
    let dir = folder("", "");
    let done = tested(&dir);
    let examples: usize = files().iter().map(|(_, text)| text.matches("[[example]]").count()).sum();
    let lints = files().iter().filter(|(_, text)| text.contains("[[example]]")).count();
    let all = format!("{} passed, 0 failed\n", examples + lints);
    assert_eq!((done.code, done.out), (0, all), "{}", done.err);
    write(dir.path(), "a.txt", "Our file is HL-20417.\n");
    let found = run(dir.path(), &["--format=short", "--select=file-number", "a.txt"]);
    assert!(found.out.starts_with("a.txt:1:13: error: "), "{}{}", found.out, found.err);
}

/// The rows of tables whose first cell is a phrase and whose second holds examples of what it finds: the
/// phrase, what it finds, what it does not.
fn phrases() -> Vec<(String, Vec<String>, Vec<String>)> {
    let code = Regex::new("`([^`]+)`").unwrap();
    let codes = |cell: &str| code.captures_iter(cell).map(|one| one[1].to_owned()).collect();
    let tables = PAGE.split("\n| phrase | finds |").skip(1);
    let rows =
        tables.flat_map(|table| table.lines().skip(2).take_while(|line| line.starts_with('|')));
    rows.map(|row| {
        let row = row.replace(r"\|", "\u{0}");
        let mut cells = row.split('|').skip(1).map(|cell| cell.replace('\u{0}', "|"));
        let mut next = || -> Vec<String> { codes(&cells.next().unwrap_or_default()) };
        (next().remove(0), next(), next())
    })
    .collect()
}

#[test]
fn the_phrases_shown_find_what_is_marked() {
    let (head, _) = files()[0].1.split_once("[[phrase]]").unwrap();
    let dir = letters(&[]);
    let all = phrases();
    assert!(all.len() > 30, "{all:?}");
    for (number, (phrase, finds, leaves)) in all.into_iter().enumerate() {
        let mut text = format!("{head}[[phrase]]\nmatch = \"{phrase}\"\n");
        let mut add = |key, example: &str| {
            writeln!(text, "[[example]]\n{key} = \"{example}\"").unwrap();
        };
        // A file needs two of each.
        finds.iter().chain(&finds).for_each(|example| add("bad", example));
        let nothing = ["Nothing.", "Nothing."].map(str::to_owned);
        leaves.iter().chain(&nothing).for_each(|example| add("good", example));
        text = text.replace("good =", "allow = [\"*\"]\ngood =");
        write(dir.path(), format!("house-lints/tone/row-{number}.toml"), text);
    }
    let done = tested(&dir);
    assert!(done.out.ends_with(" 0 failed\n"), "{}{}", done.out, done.err);
}

/// Mistakes in the smallest file, and the row of the page that is about them.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("The scale is mended «ASAP».", "The «scale» is mended.", "missing"),
    ("unless = [\"{date}\"]", "case = [\"performance\"]", "does not count in the kind of case"),
    ("unless = [\"{date}\"]", "in = [\"corrective\"]", "does not count in the part"),
    ("The scale is", "> The scale is", "does not count in quoted text"),
    (
        "The scale is mended «ASAP».",
        "Lin wrote: \\\"The scale is mended «ASAP» by us.\\\"",
        "does not count in quotation marks",
    ),
    ("{date}", "(mended | labels)", "is kept silent by its `unless`"),
    (
        "unless = [\"{date}\"]",
        "unless-nearby = [\"(mended | labels)\"]",
        "is kept silent by its `unless-nearby`",
    ),
    ("unless", "when", "needs its `when`"),
    ("unless = [\"{date}\"]", "rough = true", "its phrase is `rough`"),
    ("level =", "whole-letter = true\nlevel =", "the lint judges whole letters"),
    ("«ASAP»", "«ASAP» or asap", "noisy"),
    ("mended «ASAP»", "«mended ASAP»", "wrong place"),
    ("[[phrase]]", "[[phrase]]\nmatch = \"zebra\"\n[[phrase]]", "no example shows the phrase"),
    ("the label fell", "our client fell", "also reports"),
    ("is no date", "is {count} no date", "not filled"),
    ("[[example]]", "[[examples]]", "did you mean"),
    ("[zh]", "[zh]\nwhole-letter = true", "there is no key `whole-letter`; there are `summary`"),
    ("unless = [\"{date}\"]", "in = \"corrective\"", "expected a list"),
];

/// Files that must not be there, and the row of the page that is about them. Those of lints hold the
/// smallest lint.
const MISPLACED: &[(&str, &str)] = &[
    ("house-lints/moods/no-deadline.toml", "is no group of lints"),
    ("house-lints/tone/blame.toml", "is a lint of appeal-lint"),
    ("house-lints/words/own.toml", "there is another class of this name"),
];

/// What the program says, by the page's table of what goes wrong.
fn sayings() -> Vec<&'static str> {
    let (_, table) = PAGE.split_once("\n| it says | because |\n").unwrap();
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = rows.map(|row| row.split('|').nth(1).unwrap().trim());
    cells.map(|cell| cell.trim_matches(['…', ' ', ',', ';']).trim_start_matches("NAME ")).collect()
}

#[test]
fn mistakes_are_told_as_the_page_says() {
    let mistaken = MISTAKES.iter().map(|(old, new, saying)| (*new, *saying, folder(old, new)));
    let (_, smallest) = files()[0];
    let misplaced = MISPLACED.iter().map(|(path, saying)| {
        let dir = folder("", "");
        let class = "[class]\nwe = [\"them\"]\n";
        write(dir.path(), path, if path.contains("/words/") { class } else { smallest });
        (*path, *saying, dir)
    });
    let mut untold = sayings();
    for (what, saying, dir) in mistaken.chain(misplaced) {
        let done = tested(&dir);
        let told = format!("{}{}", done.out, done.err);
        assert!(told.contains(saying), "{what}: {told}");
        assert_ne!(done.code, 0, "{what}");
        assert!(sayings().contains(&saying), "docs/lints.md has no row {saying}");
        untold.retain(|one| *one != saying);
    }
    assert!(untold.is_empty(), "said by docs/lints.md, and by no mistake here: {untold:?}");
}

#[test]
fn nothing_is_left_out() {
    let dir = folder("", "");
    let names = Group::ALL.iter().map(|one| one.name());
    let names = names.chain(Part::ALL.iter().map(|one| one.name()));
    let names = names.chain(Case::ALL.iter().map(|one| one.name())).map(str::to_owned);
    let facts = FactKind::ALL.iter().map(|one| format!("{{{}}}", one.name()));
    let forms = Form::NAMES.iter().map(|(name, _)| format!("~{name}"));
    let mut wanted: Vec<String> = names.chain(facts).chain(forms).collect();
    for table in ["", "[[phrase]]", "[[pattern]]", "[[example]]", "[en]", "[option.a]"] {
        write(dir.path(), "house-lints/tone/odd.toml", format!("{table}\nzzz = 1\n"));
        let told = tested(&dir).err;
        let (_, keys) = told.split_once("there are").unwrap_or_else(|| panic!("{told}"));
        let keys = keys.split('`').skip(1).step_by(2);
        wanted.extend(keys.map(str::to_owned));
    }
    wanted.retain(|name| !PAGE.contains(&format!("`{name}`")));
    assert!(wanted.is_empty(), "docs/lints.md does not describe {wanted:?}");
}

#[test]
fn the_classes_named_are_there() {
    let (_, section) = PAGE.split_once("\n## Word classes\n").unwrap();
    let table = section.lines().filter(|line| line.starts_with("| `@"));
    let cells: String = table.filter_map(|line| line.split('|').nth(1)).collect();
    let classes: Vec<_> = cells.split_whitespace().map(|name| name.trim_matches('`')).collect();
    assert!(classes.len() > 12, "{classes:?}");
    let phrase = format!("match = [\"({})\", ", classes.join(" | "));
    let done = tested(&folder("match = [", &phrase));
    assert!(done.err.is_empty(), "{}", done.err);
}
