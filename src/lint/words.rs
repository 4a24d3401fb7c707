//! The word classes of `lints/words/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::problem::Problem;
use super::source::LintSource;
use crate::phrase::{ClassError, Classes, PhraseError};

/// The schema of a file of word classes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    /// The classes by name, and their entries.
    class: BTreeMap<String, Vec<String>>,
}

/// Reads the classes of all files; what is wrong is told and left out.
pub(super) fn read(files: &[&LintSource], problems: &mut Vec<Problem>) -> Classes {
    let mut classes = Classes::new();
    let mut homes: BTreeMap<String, &LintSource> = BTreeMap::new();
    for file in files {
        match toml::from_str::<WordsFile>(&file.text) {
            Ok(words) => {
                for (name, entries) in &words.class {
                    if let Some(home) = homes.get(name) {
                        problems.push(twice(file, name, home));
                        continue;
                    }
                    let errors = classes.add(name, entries);
                    problems.extend(errors.iter().map(|error| problem(file, error)));
                    homes.insert(name.clone(), *file);
                }
            }
            Err(error) => problems.push(Problem::toml(&file.path, &file.text, &error)),
        }
    }
    for error in classes.check() {
        if let Some(file) = homes.get(&error.class) {
            problems.push(problem(file, &error));
        }
    }
    classes
}

/// That a class is in another file already.
fn twice(file: &LintSource, class: &str, home: &LintSource) -> Problem {
    let message = format!("there is another class of this name, in {}", home.path);
    let error = PhraseError { at: 0, message };
    problem(file, &ClassError { class: class.to_owned(), entry: String::new(), error })
}

fn problem(file: &LintSource, error: &ClassError) -> Problem {
    let ClassError { class, entry, error } = error;
    // The entry may stand in several classes: look for it behind the name of its own.
    let start = class_start(&file.text, class);
    let inside = file.text[start..].find(&format!("\"{entry}\"")).filter(|_| !entry.is_empty());
    let about = if entry.is_empty() { String::new() } else { format!("entry `{entry}`: ") };
    let message = format!("class `{class}`: {about}{}", error.message);
    let place = match inside.map(|at| start + at + 1) {
        Some(at) => (at + error.at, at + entry.len()),
        None => (start, start + class.len()),
    };
    Problem::span(&file.path, &file.text, place, message)
}

/// Where the definition of a class begins.
fn class_start(text: &str, class: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let name = line.split('=').next().unwrap_or_default().trim().trim_matches('"');
        if name == class {
            return at;
        }
        at += line.len();
    }
    0
}
