//! What the user asked for: language, kind of case, levels of lints.

use crate::lint::{Case, Lang, Level, Lint};

/// The settings under which one letter is judged.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of messages.
    pub lang: Lang,
    /// The kind of case, when the user says it; otherwise the letter's words decide.
    pub case: Option<Case>,
    /// Levels that differ from the lints' own: name of a lint or a group, and level; the last that
    /// fits a lint counts.
    pub levels: Vec<(String, Level)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { lang: Lang::En, case: None, levels: Vec::new() }
    }
}

impl Settings {
    /// The level of a lint's findings.
    #[must_use]
    pub fn level(&self, lint: &Lint) -> Level {
        let said = |(name, _): &&(String, Level)| *name == lint.name || *name == lint.group.name();
        self.levels.iter().rev().find(said).map_or(lint.level, |(_, level)| *level)
    }

    /// The value of a lint's option; 0 for one that the lint does not declare.
    #[must_use]
    pub fn option(&self, lint: &Lint, name: &str) -> u32 {
        lint.options.iter().find(|one| one.name == name).map_or(0, |one| one.default)
    }
}
