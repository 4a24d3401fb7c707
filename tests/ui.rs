//! What a report looks like. A case is `tests/ui/<name>.toml`: the letter (or `<name>.txt` beside
//! it), how to look at it, and what was found in it; without `[[found]]` the letter is linted. The
//! output of each format is compared with `<name>.<format>`; `SNAPSHOTS=overwrite cargo test --test
//! ui` writes it anew.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::diagnostic::{Diagnostic, Edit, Fix, Related};
use appeal_lint::lint::{Applicability, Group, Lang, Level, Lint};
use appeal_lint::report::{Format, Look};
use appeal_lint::source::{Source, Span, Unit};
use appeal_lint::{Settings, lint};
use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Case {
    lang: Lang,
    #[serde(default = "full")]
    formats: Vec<String>,
    #[serde(default = "eighty")]
    width: usize,
    #[serde(default)]
    styled: bool,
    letter: Option<String>,
    found: Option<Vec<Found>>,
}

fn full() -> Vec<String> {
    vec!["full".to_owned()]
}

const fn eighty() -> usize {
    80
}

#[derive(Deserialize)]
struct Found {
    lint: String,
    group: Group,
    level: Level,
    #[serde(default)]
    summary: String,
    message: String,
    #[serde(default)]
    help: String,
    #[serde(flatten)]
    place: Place,
    #[serde(default)]
    related: Vec<Explained>,
    #[serde(default)]
    edits: Vec<Change>,
}

/// A place in the letter: `at` a text, or the gap `after` a text; without either, the end.
#[derive(Deserialize)]
struct Place {
    at: Option<String>,
    after: Option<String>,
}

#[derive(Deserialize)]
struct Explained {
    #[serde(flatten)]
    place: Place,
    message: String,
}

#[derive(Deserialize)]
struct Change {
    #[serde(flatten)]
    place: Place,
    text: String,
}

impl Place {
    fn span(&self, letter: &str) -> Span {
        let find = |text: &str| letter.find(text).unwrap_or_else(|| panic!("no {text:?}")) as u32;
        match (&self.at, &self.after) {
            (Some(at), _) => Span::new(find(at), find(at) + at.len() as u32),
            (_, Some(after)) => {
                Span::new(find(after) + after.len() as u32, find(after) + after.len() as u32)
            }
            _ => Span::new(letter.len() as u32, letter.len() as u32),
        }
    }
}

impl Found {
    fn lint(&self) -> Lint {
        support::lint(&self.lint, self.group, self.level, &self.summary)
    }

    fn diagnostic<'l>(&self, lint: &'l Lint, letter: &str) -> Diagnostic<'l> {
        let related =
            |r: &Explained| Related { span: r.place.span(letter), message: r.message.clone() };
        let edit = |e: &Change| Edit { span: e.place.span(letter), text: e.text.clone() };
        let edits: Vec<_> = self.edits.iter().map(edit).collect();
        Diagnostic {
            lint,
            level: lint.level,
            message: self.message.clone(),
            help: self.help.clone(),
            span: self.place.span(letter),
            related: self.related.iter().map(related).collect(),
            fix: (!edits.is_empty())
                .then_some(Fix { edits, applicability: Applicability::MaybeIncorrect }),
        }
    }
}

impl Case {
    fn print(&self, source: &Source, format: &str) -> String {
        let settings = Settings { lang: self.lang, ..Settings::default() };
        let found = self.found.as_deref();
        let lints: Vec<_> = found.unwrap_or_default().iter().map(Found::lint).collect();
        let pairs = found.map(|found| found.iter().zip(&lints));
        let diagnostics = pairs.map_or_else(
            || lint(source, &settings),
            |pairs| pairs.map(|(found, lint)| found.diagnostic(lint, source.text())).collect(),
        );
        let look = Look {
            lang: self.lang,
            width: self.width,
            styled: self.styled,
            closing: true,
            unit: Unit::CodePoint,
        };
        let mut report = Format::from_name(format).expect("a format").report(look);
        let mut out = Vec::new();
        report.letter(source, &diagnostics, &mut out).expect("memory to write to");
        report.finish(&mut out).expect("memory to write to");
        String::from_utf8(out).expect("UTF-8")
    }
}

/// One format of one case.
fn check(path: &Path, format: &str) -> Result<(), Failed> {
    let case: Case = toml::from_str(&fs::read_to_string(path)?)?;
    let letter = path.with_extension("txt");
    let text = case.letter.clone().map_or_else(|| fs::read_to_string(&letter), Ok)?;
    let source = Source::new("letter.txt", text);
    let printed = case.print(&source, format);
    let expected = path.with_extension(format);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        return Ok(fs::write(expected, printed)?);
    }
    if fs::read_to_string(&expected).unwrap_or_default() == printed {
        return Ok(());
    }
    Err(format!("{} differs; printed:\n{printed}", expected.display()).into())
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let entries =
        fs::read_dir(folder).expect("tests/ui").map(|entry| entry.expect("a file").path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|kind| kind == "toml")).collect();
    paths.sort();
    let trials = paths.iter().flat_map(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let case = toml::from_str::<Case>(&fs::read_to_string(path).unwrap_or_default());
        let formats = case.unwrap_or_else(|error| panic!("{name}: {error}")).formats;
        let path = path.clone();
        formats.into_iter().map(move |format| {
            let path = path.clone();
            Trial::test(format!("{name}::{format}"), move || check(&path, &format))
        })
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
}
