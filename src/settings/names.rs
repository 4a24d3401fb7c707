//! The names that configurations, options and comments may use.

use crate::lint::{ALL, Group, Lint, Problem, meant, shipped};

use super::Layer;

/// The names of groups and lints: those of the program, and those of a team.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'l> {
    team: &'l [Lint],
}

impl<'l> Names<'l> {
    /// With the lints of a team.
    #[must_use]
    pub const fn new(team: &'l [Lint]) -> Self {
        Self { team }
    }

    /// The lint of that name.
    #[must_use]
    pub fn lint(&self, name: &str) -> Option<&'l Lint> {
        shipped::CATALOGUE.lint(name).or_else(|| self.team.iter().find(|lint| lint.name == name))
    }

    /// Whether there is a lint or a group of that name.
    #[must_use]
    pub fn is_known(&self, name: &str) -> bool {
        Group::from_name(name).is_some() || self.lint(name).is_some()
    }

    /// The name of a lint or a group that somebody meant who wrote `name`.
    #[must_use]
    pub fn meant(&self, name: &str) -> Option<&'l str> {
        meant(name, Group::ALL.iter().map(|group| group.name()).chain(self.lints()))
    }

    /// Says that there is no lint of that name, and which one may be meant.
    #[must_use]
    pub fn no_lint(&self, name: &str) -> String {
        complaint(&format!("there is no lint `{name}`"), name, self.lints())
    }

    /// Says that there is no lint or group of that name, and which one may be meant.
    #[must_use]
    pub fn no_lint_or_group(&self, name: &str) -> String {
        let groups = Group::ALL.iter().map(|group| group.name()).chain([ALL]);
        complaint(&format!("there is no lint or group `{name}`"), name, groups.chain(self.lints()))
    }

    fn lints(&self) -> impl Iterator<Item = &'l str> {
        shipped::CATALOGUE.lints.iter().chain(self.team).map(|lint| lint.name.as_ref())
    }

    /// What is wrong with the names in a configuration file.
    pub(super) fn check(&self, layer: &Layer, problems: &mut Vec<Problem>) {
        let file = &layer.file;
        let ignored = file.per_file_ignores.values().flatten();
        for name in file.levels.keys().chain(ignored) {
            if name.get_ref() != ALL && !self.is_known(name.get_ref()) {
                let message = self.no_lint_or_group(name.get_ref());
                problems.push(layer.problem(name.span(), message));
            }
        }
        for (name, options) in &file.options {
            match self.lint(name.get_ref()) {
                None => {
                    problems.push(layer.problem(name.span(), self.no_lint(name.get_ref())));
                }
                Some(lint) => {
                    let wrong = options.keys().filter_map(|option| {
                        Some(layer.problem(option.span(), no_option(lint, option.get_ref())?))
                    });
                    problems.extend(wrong);
                }
            }
        }
    }
}

/// Says that the lint has no option of that name, if it has none.
fn no_option(lint: &Lint, name: &str) -> Option<String> {
    let known = || lint.options.iter().map(|option| option.name.as_ref());
    if known().any(|option| option == name) {
        return None;
    }
    let what = format!("`{}` has no option `{name}`", lint.name);
    let names: Vec<_> = known().collect();
    Some(match meant(name, known()) {
        Some(near) => format!("{what}; did you mean `{near}`?"),
        None if names.is_empty() => format!("{what}, nor any other"),
        None => format!("{what}; it has `{}`", names.join("`, `")),
    })
}

/// The complaint, with the name that may be meant.
fn complaint<'n>(what: &str, name: &str, known: impl Iterator<Item = &'n str>) -> String {
    match meant(name, known) {
        Some(near) => format!("{what}; did you mean `{near}`?"),
        None => format!("{what} (`appeal-lint lints` lists them)"),
    }
}
