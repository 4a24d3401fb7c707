//! Every example of every lint file is a test: `group/name::bad[0]`, `group/name::good[1]`; and
//! `group/name::file` is what holds for the file as a whole. No class of words stands there for nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::check::trial::trials;
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Lang, Lint, shipped::CATALOGUE};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let tests = CATALOGUE.lints.iter().flat_map(tests);
    let classes = Trial::test("words::each_class_is_used", each_class_is_used);
    libtest_mimic::run(&arguments, tests.chain([classes]).collect()).exit();
}

/// The tests of one lint file.
fn tests(lint: &'static Lint) -> Vec<Trial> {
    let examples = trials(lint, read(lint)).into_iter();
    let examples = examples.map(|trial| {
        Trial::test(trial.name.clone(), move || trial.run(&CATALOGUE).map_err(Failed::from))
    });
    let chinese = format!("{}/{}::chinese", lint.group, lint.name);
    examples.chain([Trial::test(chinese, || speaks_chinese(lint))]).collect()
}

/// Classes are asked for by phrases, as `@name`, and by checks, as `"name"`.
fn each_class_is_used() -> Result<(), Failed> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (lints, program) = (texts(&root.join("lints"), "toml"), texts(&root.join("src"), "rs"));
    let name = |c: char| !(c.is_ascii_alphanumeric() || c == '-');
    let asked: BTreeSet<_> = lints
        .iter()
        .flat_map(|(_, text)| text.split('@').skip(1).filter_map(|rest| rest.split(name).next()))
        .chain(program.iter().flat_map(|(_, text)| text.split('"')))
        .collect();
    for (path, text) in lints.iter().filter(|(path, _)| path.starts_with(root.join("lints/words")))
    {
        let file: toml::Table = text.parse()?;
        let classes = file.get("class").and_then(toml::Value::as_table);
        let unused = classes.into_iter().flatten().find(|(name, _)| !asked.contains(name.as_str()));
        if let Some((unused, _)) = unused {
            return Err(format!("{}: nothing uses `{unused}`", path.display()).into());
        }
    }
    Ok(())
}

/// The files of that extension below a folder, with their texts.
fn texts(folder: &Path, extension: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("it is a folder") {
        let path = entry.expect("it is read").path();
        if path.is_dir() {
            found.extend(texts(&path, extension));
        } else if path.extension().is_some_and(|one| one == extension) {
            let text = fs::read_to_string(&path).expect("it is text");
            found.push((path, text));
        }
    }
    found
}

fn read(lint: &Lint) -> LintFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lints").join(lint.group.name());
    let path = folder.join(format!("{}.toml", lint.name));
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn speaks_chinese(lint: &Lint) -> Result<(), Failed> {
    let text = lint.text(Lang::Zh);
    let mut texts = [&text.summary, &text.message, &text.help, &text.explain].into_iter();
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    texts.find(|text| !han(text)).map_or(Ok(()), |text| Err(format!("not Chinese: {text}").into()))
}
