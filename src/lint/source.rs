//! A file of `lints/`: what it holds, by its path, and where in it a problem is.

use super::kind::Group;
use super::model::Lint;
use super::problem::{Problem, meant};
use crate::phrase::PhraseError;

/// A file of `lints/`.
#[derive(Clone, Debug)]
pub struct LintSource {
    /// Its path below the project, with `/`: `lints/tone/pleading.toml`.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// What a file holds, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Words,
    Sections,
    Cases,
    Lint,
}

impl LintSource {
    pub(super) fn kind(&self) -> Kind {
        let (folder, name) = self.folder_and_name();
        match (folder, name) {
            ("words", _) => Kind::Words,
            (_, "sections") => Kind::Sections,
            (_, "cases") => Kind::Cases,
            _ => Kind::Lint,
        }
    }

    /// The last folder of the path, and the file's name without `.toml`.
    pub(super) fn folder_and_name(&self) -> (&str, &str) {
        let mut parts = self.path.rsplit('/');
        let file = parts.next().unwrap_or_default();
        (parts.next().unwrap_or_default(), file.strip_suffix(".toml").unwrap_or(file))
    }

    /// Whether lints build on the file: it holds word classes, cues or kinds of case.
    #[must_use]
    pub fn is_base(&self) -> bool {
        self.kind() != Kind::Lint
    }

    /// Whether the lint of that file is this one.
    #[must_use]
    pub fn is_of(&self, lint: &Lint) -> bool {
        self.folder_and_name() == (lint.group.name(), &*lint.name)
    }

    /// A problem near some text of the file.
    pub(super) fn problem(&self, needle: &str, message: impl Into<String>) -> Problem {
        Problem::near(&self.path, &self.text, needle, 0, message)
    }

    /// A problem with an empty string of the file, of those that there may be one of that key.
    pub(super) fn in_empty(&self, key: &str, message: impl Into<String>) -> Problem {
        let text = self.text.as_str();
        let quotes = ["\"\"", "''"].into_iter().flat_map(|two| text.match_indices(two));
        // Two quotes beside another one are half of a longer string's marks.
        let alone = |at: &usize| {
            let beside = [text[..*at].chars().next_back(), text[at + 2..].chars().next()];
            !beside.into_iter().flatten().any(|c| matches!(c, '"' | '\'' | '\\'))
        };
        let empty: Vec<_> = quotes.map(|(at, _)| at).filter(alone).collect();
        let line = |at: usize| text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
        let of_key = empty.iter().find(|at| line(**at).starts_with(key));
        match of_key.or(empty.first()) {
            Some(at) => Problem::span(&self.path, text, (*at, at + 2), message),
            None => self.problem(key, message),
        }
    }

    /// A problem with a phrase of the file.
    pub(super) fn in_phrase(&self, phrase: &str, error: &PhraseError) -> Problem {
        if phrase.is_empty() {
            return self.in_empty("match", error.message.as_str());
        }
        let message = format!("phrase `{phrase}`: {}", error.message);
        Problem::near(&self.path, &self.text, phrase, error.at, message)
    }

    /// That the file's folder is none for lints.
    pub(super) fn in_no_group(&self) -> Problem {
        let name = self.folder_and_name().0;
        let names: Vec<_> = Group::ALL.iter().map(|group| group.name()).collect();
        let near = meant(name, names.iter().copied());
        let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
        let message = format!(
            "`{name}` is no group of lints: the folder's name must be one of {}{near}",
            names.join(", ")
        );
        Problem::whole(self.path.rsplit_once('/').map_or(name, |(folder, _)| folder), message)
    }

    pub(super) fn read<T: serde::de::DeserializeOwned>(
        &self,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let read = toml::from_str(&self.text);
        read.map_err(|error| problems.push(Problem::toml(&self.path, &self.text, &error))).ok()
    }
}
