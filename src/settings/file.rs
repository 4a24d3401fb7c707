//! The schema of `appeal-lint.toml`. What stands in the documentation of a field is what editors show
//! for its key, by way of the JSON schema that is generated from it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;

use crate::lint::{Case, Lang, Level, Marketplace};

/// Names in a file, each with its place.
pub type Table<T> = BTreeMap<Spanned<String>, T>;

/// The configuration of appeal-lint: `appeal-lint.toml` or `.appeal-lint.toml`. The closest one above
/// a letter counts.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "appeal-lint"))]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ConfigFile {
    /// Another configuration file to start from, relative to this one. What this file says counts for
    /// more; lists and tables add up.
    #[cfg_attr(test, schemars(with = "Option<PathBuf>"))]
    pub extend: Option<Spanned<PathBuf>>,
    /// The language of messages. Without it the locale decides.
    pub lang: Option<Lang>,
    /// The least serious level that makes the exit code 1.
    pub fail_on: Option<FailOn>,
    /// Why the account or listing was taken down. Without it the letter's words decide.
    pub case: Option<Case>,
    /// The marketplace that the letters are for: `us`, `uk`, `de`, `jp` and so on, or `amazon.de`. It
    /// says what a date such as 3/4/2026 means.
    pub marketplace: Option<Marketplace>,
    /// The levels of lints and groups, by name, and of `all`. A lint's own name counts for more than
    /// its group's, and that for more than `all`; the level of a group or of `all` leaves alone what
    /// is off by default.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, Level>"))]
    pub levels: Table<Level>,
    /// The options of lints, by the lint's name and the option's. `appeal-lint explain LINT` lists them.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, BTreeMap<String, u32>>"))]
    pub options: Table<Table<u32>>,
    /// Files and folders that are not judged, as in a `.gitignore`, relative to the folder of the
    /// configuration that is in force, not to that of a file which it extends; with `--config` to the
    /// working directory. A file named on the command line is judged all the same, unless
    /// `--force-exclude` is given.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub exclude: Vec<Spanned<String>>,
    /// Lints and groups, or `all`, that are off in some files: file patterns as in `exclude`, and names.
    #[cfg_attr(test, schemars(with = "BTreeMap<String, Vec<String>>"))]
    pub per_file_ignores: Table<Vec<Spanned<String>>>,
    /// Folders of lints of your own, relative to this file. They are laid out as appeal-lint's own:
    /// `<group>/<name>.toml`, and `words/*.toml` for word classes.
    #[cfg_attr(test, schemars(with = "Vec<PathBuf>"))]
    pub lint_dirs: Vec<Spanned<PathBuf>>,
    /// Files that `appeal-lint fingerprint` wrote, relative to this file: letters are compared with
    /// the texts behind them, as with published templates.
    #[cfg_attr(test, schemars(with = "Vec<PathBuf>"))]
    pub fingerprints: Vec<Spanned<PathBuf>>,
    /// Drafts of one appeal, which `reused-text` does not compare with each other: folder patterns as in
    /// `exclude`, each folder that fits, with all below it, being one appeal. A list of patterns in the
    /// place of one: all letters that any of them fits are one appeal.
    #[cfg_attr(test, schemars(with = "Vec<SameAppeal>"))]
    pub same_appeal: Vec<Spanned<SameAppeal>>,
    /// A file of findings that are accepted, relative to this file: `appeal-lint --write-baseline`
    /// writes it, and what stands in it is not reported.
    #[cfg_attr(test, schemars(with = "Option<PathBuf>"))]
    pub baseline: Option<Spanned<PathBuf>>,
    /// Words and phrases that are right, such as brand names. A finding is dropped that lies in such
    /// text, or cuts it. Written in lower case they match any case.
    #[cfg_attr(test, schemars(with = "Vec<String>"))]
    pub allow: Vec<Spanned<String>>,
}

/// Letters that are drafts of one appeal.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema, serde::Serialize))]
#[serde(untagged, expecting = "expected a pattern, or a list of patterns")]
pub enum SameAppeal {
    /// Each folder that fits.
    Each(String),
    /// All that fit together.
    All(Vec<String>),
}

/// From which level on findings make a run fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Only errors.
    Error,
    /// Errors and warnings.
    #[default]
    Warning,
    /// Everything.
    Note,
    /// Nothing.
    Never,
}

impl FailOn {
    /// All of them, in order.
    pub const ALL: &'static [Self] = &[Self::Error, Self::Warning, Self::Note, Self::Never];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Never => "never",
        }
    }

    /// Whether a finding of that level makes a run fail.
    #[must_use]
    pub fn fails(self, level: Level) -> bool {
        match self {
            Self::Error => level >= Level::Error,
            Self::Warning => level >= Level::Warning,
            Self::Note => level >= Level::Note,
            Self::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Refreshed with `SNAPSHOTS=overwrite cargo test --lib schema`.
    #[test]
    fn the_committed_schema_is_the_one_of_this_file() {
        let schema = schemars::schema_for!(ConfigFile);
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/appeal-lint.schema.json");
        if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
            std::fs::write(path, &text).expect("the schema can be written");
        }
        assert_eq!(std::fs::read_to_string(path).expect("there is a schema"), text);
    }
}
