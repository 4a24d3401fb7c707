//! Every example of every lint file is a test: `group/name::bad[0]`, `group/name::good[1]`; and
//! `group/name::file` is what holds for the file as a whole. `words::used` says which word classes nothing
//! uses.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::check::trial::trials;
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Lang, Lint, shipped::CATALOGUE};
use libtest_mimic::{Arguments, Failed, Trial};
use walkdir::WalkDir;

fn main() {
    let arguments = Arguments::from_args();
    let tests = CATALOGUE.lints.iter().flat_map(tests);
    let tests = tests.chain([Trial::test("words::used", classes_are_used)]);
    libtest_mimic::run(&arguments, tests.collect()).exit();
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

/// Each word class stands in a phrase or in another class, or a check asks for it by its name.
fn classes_are_used() -> Result<(), Failed> {
    let (lints, checks) = (texts("lints"), texts("src"));
    let word = |c: char| !c.is_alphanumeric() && c != '-';
    let named: BTreeSet<&str> = (lints.iter())
        .flat_map(|(_, text)| text.split('@').skip(1).filter_map(|rest| rest.split(word).next()))
        .chain(checks.iter().flat_map(|(_, text)| text.split('"')))
        .collect();
    let words =
        lints.iter().filter(|(path, _)| path.parent().is_some_and(|at| at.ends_with("words")));
    let unused: Vec<String> = words
        .flat_map(|(_, text)| text.parse::<toml::Table>().expect("it was compiled"))
        .filter_map(|(_, classes)| classes.as_table().cloned())
        .flat_map(|classes| classes.into_iter().map(|(name, _)| name))
        .filter(|name| !named.contains(name.as_str()))
        .collect();
    if unused.is_empty() {
        Ok(())
    } else {
        Err(format!("nothing uses {}", unused.join(", ")).into())
    }
}

/// The files of a folder of the repository that are text.
fn texts(folder: &str) -> Vec<(PathBuf, String)> {
    let files = WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).into_iter();
    let paths = files.filter_map(Result::ok).map(walkdir::DirEntry::into_path);
    paths.filter_map(|path| fs::read_to_string(&path).ok().map(|text| (path, text))).collect()
}
