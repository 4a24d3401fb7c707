//! A lint file compiles or is complained of with a place; its examples can be tried, and it judges.

use appeal_lint::check::trial::trials;
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Catalogue, LintSource};
use appeal_lint::{Settings, Source, lint_by};

/// The word classes that the file may use: all that ship would take most of the time.
const WORDS: &str =
    "we = [\"we\", \"i\", \"our (team | staff)\"]\nassure = [\"guarantee~\", \"promise~\"]\n";

pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data).into_owned();
    let own = LintSource { path: "house/tone/own.toml".to_owned(), text };
    let words = LintSource { path: "words/words.toml".to_owned(), text: WORDS.to_owned() };
    let catalogue = match Catalogue::compile(&[own.clone(), words]) {
        Ok(catalogue) => catalogue,
        Err(problems) => return super::can_be_shown(&problems),
    };
    // What the program asks beside that.
    let is_check = |name: &str| {
        let all = &appeal_lint::lint::shipped::CATALOGUE.lints;
        all.iter().any(|lint| lint.check.as_deref() == Some(name))
    };
    if catalogue.lints.iter().any(|lint| lint.check.as_deref().is_some_and(|name| !is_check(name)))
    {
        return;
    }
    let Ok(file) = toml::from_str::<LintFile>(&own.text) else { return };
    for trial in trials(&catalogue.lints[0], file) {
        // Whether the examples are right is the author's concern.
        let _ = trial.run(&catalogue);
    }
    let (source, settings) = (Source::new("letter", super::LETTER_AT_HAND), Settings::default());
    for found in lint_by(&catalogue, &source, &settings) {
        assert!(source.text().get(found.span.range()).is_some());
    }
}
