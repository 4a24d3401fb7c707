//! Names on the command line: lints, groups, and the words of closed sets.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use appeal_lint::lint::{Group, Level, Lint, shipped};

/// What `--select` and `--ignore` name.
#[derive(Clone, Copy)]
pub enum Selector {
    /// Every lint.
    All,
    /// The lints of a group.
    Group(Group),
    /// One lint.
    Lint(&'static Lint),
}

impl Selector {
    /// Reads a name.
    pub fn parse(name: &str) -> Result<Self, String> {
        if name == "all" {
            return Ok(Self::All);
        }
        if let Some(group) = Group::from_name(name) {
            return Ok(Self::Group(group));
        }
        match shipped::lint(name) {
            Some(lint) => Ok(Self::Lint(lint)),
            None => {
                let groups = Group::ALL.iter().map(|group| group.name());
                Err(unknown("no lint or group", name, groups.chain(names())))
            }
        }
    }

    /// A name that fits one lint counts for more than a group, a group for more than all.
    const fn rank(self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::Lint(_) => 2,
        }
    }

    fn fits(self, lint: &Lint) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => lint.group == group,
            Self::Lint(one) => one.name == lint.name,
        }
    }
}

/// The lint of that name, for a command that takes one.
pub fn lint(name: &str) -> Result<&'static Lint, String> {
    shipped::lint(name).ok_or_else(|| unknown("no lint", name, names()))
}

/// The levels that `--select` and `--ignore` ask for, where they differ from the lints' own. A
/// closer name wins over a wider one, and `--ignore` over `--select` of the same width.
pub fn levels(select: &[Selector], ignore: &[Selector]) -> Vec<(String, Level)> {
    let level = |lint: &Lint| {
        let chosen = |names: &[Selector]| {
            names
                .iter()
                .filter(|name| name.fits(lint))
                .map(|name| name.rank() + 1)
                .max()
                .unwrap_or(0)
        };
        let (selected, ignored) = (chosen(select), chosen(ignore));
        match (lint.level, selected > ignored) {
            // Nothing is said of it.
            (own, false) if ignored == 0 && select.is_empty() => own,
            (_, false) => Level::Allow,
            // Who asks for a lint by name wants to hear it.
            (Level::Allow, true) => Level::Warning,
            (own, true) => own,
        }
    };
    let differs =
        |lint: &Lint| (level(lint) != lint.level).then(|| (lint.name.to_string(), level(lint)));
    shipped::LINTS.iter().filter_map(differs).collect()
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

fn names() -> impl Iterator<Item = &'static str> {
    shipped::LINTS.iter().map(|lint| &*lint.name)
}

/// Says that there is no such name, and which one may be meant.
fn unknown(what: &str, name: &str, known: impl Iterator<Item = &'static str>) -> String {
    let near = known
        .map(|one| (strsim::jaro_winkler(one, name), one))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    let hint = near.map_or(String::new(), |(_, one)| format!("; did you mean `{one}`?"));
    format!("{what} of this name{hint} (`appeal-lint lints` lists them)")
}
