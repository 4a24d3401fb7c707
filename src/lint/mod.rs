//! What a lint is. A lint is written in a file of its own, `lints/<group>/<name>.toml`; [`mod@file`] is
//! the schema of that file, [`Catalogue`] what all files are compiled to, [`shipped`] the catalogue that
//! was compiled into the program.

mod catalogue;
mod convert;
pub mod file;
mod kind;
mod literals;
mod marketplace;
mod model;
pub(crate) mod numbers;
mod owners;
mod problem;
pub mod shipped;
mod source;
mod store;
pub mod team;
mod words;

pub use catalogue::Catalogue;
pub use kind::{Applicability, Case, Group, Lang, Level, Part, Tried};
pub use literals::{Literal, Literals, Place};
pub use marketplace::{DateOrder, Marketplace};
pub use model::{Example, Learned, Lint, LintOption, List, Pattern, Phrase, Shown, Text, Variant};
pub use owners::{NEARBY, Owner, Owners};
pub use problem::{Problem, meant};
pub use source::LintSource;
pub use store::{Rows, Shipped, Str};

/// Stands for every lint, in configurations and on the command line.
pub const ALL: &str = "all";
