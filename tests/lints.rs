//! Every example of every lint file is a test: `group/name::bad[0]`, `group/name::good[1]`; and
//! `group/name::file` is what holds for the file as a whole.

use std::fs;
use std::path::Path;

use appeal_lint::check::trial::trials;
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Lang, Lint, shipped::CATALOGUE};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let tests = CATALOGUE.lints.iter().flat_map(tests);
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
