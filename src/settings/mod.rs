//! What the user asked for. [`Settings`] is what one letter is judged under; [`Config`] is what
//! configuration files say for the letters of a folder, and [`ConfigFile`] what such a file looks like.
//!
//! Nothing here reads files: who finds them hands them over as [`Layer`]s.

mod allow;
mod config;
mod drafts;
mod file;
mod globs;
mod layer;
mod names;
mod pattern;

use std::sync::Arc;

pub use allow::Allowed;
pub use config::Config;
pub use file::{ConfigFile, FailOn, SameAppeal};
pub use layer::{Layer, Named};
pub use names::Names;

use crate::fingerprint::{Run, Set};
use crate::lint::{ALL, Case, Catalogue, Lang, Level, Lint, Marketplace, shipped};

/// The JSON schema of a configuration file.
pub const SCHEMA: &str = include_str!("../../appeal-lint.schema.json");

/// The settings under which one letter is judged.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The language of messages.
    pub lang: Lang,
    /// The kind of case, when the user says it; otherwise the letter's words decide.
    pub case: Option<Case>,
    /// The marketplace that the letter is for, when the user says it.
    pub marketplace: Option<Marketplace>,
    /// Levels that differ from the lints' own: name of a lint or a group, or [`ALL`], and level; the
    /// last that fits a lint counts. Only a lint's own name wakes what is off by default.
    pub levels: Vec<(String, Level)>,
    /// Options that differ from the lints' own: lint, option, value; the last counts.
    pub options: Vec<(String, String, u32)>,
    /// Words that are right here, whatever the lints think of them.
    pub allow: Arc<Allowed>,
    /// The lints of the user's team.
    pub team: Option<Arc<Catalogue>>,
    /// Texts of the user's own that letters are compared with, as with published templates.
    pub fingerprints: Arc<[Set]>,
    /// The letters of the run, for lints that compare them; a letter finds itself by its name.
    pub run: Option<Arc<Run>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::En,
            case: None,
            marketplace: None,
            levels: Vec::new(),
            options: Vec::new(),
            allow: Arc::default(),
            team: None,
            fingerprints: Arc::default(),
            run: None,
        }
    }
}

impl Settings {
    /// The level of a lint's findings.
    #[must_use]
    pub fn level(&self, lint: &Lint) -> Level {
        let wakes = |level: Level| level > Level::Allow && lint.level == Level::Allow;
        let said = |(name, level): &&(String, Level)| {
            let wide = *name == lint.group.name() || *name == ALL;
            *name == *lint.name || (wide && !wakes(*level))
        };
        self.levels.iter().rev().find(said).map_or(lint.level, |(_, level)| *level)
    }

    /// The value of a lint's option; 0 for one that the lint does not declare.
    #[must_use]
    pub fn option(&self, lint: &Lint, name: &str) -> u32 {
        let mut set = self.options.iter().rev();
        let set = set.find(|(of, option, _)| *of == *lint.name && option == name);
        let default = || lint.options.iter().find(|one| one.name == name).map(|one| one.default);
        set.map(|(_, _, value)| *value).or_else(default).unwrap_or(0)
    }

    /// The lints of the user's team.
    #[must_use]
    pub fn team(&self) -> &[Lint] {
        self.team.as_deref().map_or(&[], |team| &team.lints)
    }

    /// The names of all lints and groups.
    #[must_use]
    pub fn names(&self) -> Names<'_> {
        Names::new(self.team())
    }

    /// All lints: those of the program, and those of the team.
    pub fn lints(&self) -> impl Iterator<Item = &Lint> {
        shipped::CATALOGUE.lints.iter().chain(self.team())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_level_counts_and_a_group_wakes_nothing() {
        let lint = &shipped::CATALOGUE.lints[0];
        let mut settings = Settings::default();
        settings.levels.push((lint.group.name().into(), Level::Note));
        assert_eq!(settings.level(lint), Level::Note);
        settings.levels.push((lint.name.to_string(), Level::Error));
        assert_eq!(settings.level(lint), Level::Error);
        let off = Lint { level: Level::Allow, ..lint.clone() };
        settings.levels.pop();
        assert_eq!(settings.level(&off), Level::Allow);
    }

    #[test]
    fn options_are_those_of_the_lint_unless_set() {
        let lint =
            shipped::CATALOGUE.lints.iter().find(|lint| !lint.options.is_empty()).expect("a lint");
        let option = &lint.options[0];
        let mut settings = Settings::default();
        assert_eq!(settings.option(lint, &option.name), option.default);
        settings.options.push((lint.name.to_string(), option.name.to_string(), 7));
        assert_eq!(settings.option(lint, &option.name), 7);
        assert_eq!(settings.option(lint, "no-such-option"), 0);
    }
}
