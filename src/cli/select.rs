//! Names on the command line: lints, groups, and the words of closed sets.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use appeal_lint::Settings;
use appeal_lint::lint::{ALL, Group, Level, Lint};
use appeal_lint::settings::Names;

/// What `--select` and `--ignore` name.
#[derive(Clone, Debug)]
pub enum Selector {
    /// Every lint.
    All,
    /// The lints of a group.
    Group(Group),
    /// One lint, which may be a team's: configurations tell whether there is such a one.
    Lint(String),
}

impl From<&str> for Selector {
    fn from(name: &str) -> Self {
        let name = name.trim();
        match Group::from_name(name) {
            _ if name == ALL => Self::All,
            Some(group) => Self::Group(group),
            None => Self::Lint(name.to_owned()),
        }
    }
}

impl Selector {
    /// A name that fits one lint counts for more than a group, a group for more than all.
    const fn rank(&self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::Lint(_) => 2,
        }
    }

    fn fits(&self, lint: &Lint) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => lint.group == *group,
            Self::Lint(name) => lint.name == name.as_str(),
        }
    }

    /// What is wrong with it where there are these lints.
    pub fn problem(&self, names: &Names<'_>) -> Option<String> {
        match self {
            Self::Lint(name) if names.lint(name).is_none() => Some(names.no_lint_or_group(name)),
            _ => None,
        }
    }
}

/// The levels that `--select` and `--ignore` ask for, where they differ from those of the
/// configuration. A closer name wins over a wider one, and `--ignore` over `--select` of the same
/// width.
pub fn levels(
    select: &[Selector],
    ignore: &[Selector],
    settings: &Settings,
) -> Vec<(String, Level)> {
    let level = |lint: &Lint| {
        let chosen = |names: &[Selector]| {
            let fitting = names.iter().filter(|name| name.fits(lint));
            fitting.map(|name| name.rank() + 1).max().unwrap_or(0)
        };
        let (selected, ignored) = (chosen(select), chosen(ignore));
        match (settings.level(lint), selected > ignored) {
            // Nothing is said of it.
            (own, false) if ignored == 0 && select.is_empty() => own,
            (_, false) => Level::Allow,
            // Who asks for a lint by name wants to hear it.
            (Level::Allow, true) => Level::Warning,
            (own, true) => own,
        }
    };
    let asked = settings.lints().map(|lint| (lint, level(lint)));
    let differing = asked.filter(|(lint, level)| *level != settings.level(lint));
    differing.map(|(lint, level)| (lint.name.to_string(), level)).collect()
}

/// A parser for the names of a closed set, which are also what `--help` lists.
pub fn named<T>(all: &'static [T], name: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|one| name(*one))).try_map(move |given| {
        all.iter().copied().find(|one| name(*one) == given).ok_or("no such name")
    })
}
