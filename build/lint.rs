//! The parts of `src/lint/` that the build script needs: all but the tables that it writes.

#[path = "../src/lint/catalogue.rs"]
mod catalogue;
#[path = "../src/lint/convert.rs"]
mod convert;
#[path = "../src/lint/file.rs"]
pub mod file;
#[path = "../src/lint/kind.rs"]
mod kind;
#[path = "../src/lint/literals.rs"]
mod literals;
#[path = "../src/lint/marketplace.rs"]
mod marketplace;
#[path = "../src/lint/model.rs"]
mod model;
#[path = "../src/lint/owners.rs"]
mod owners;
#[path = "../src/lint/problem.rs"]
mod problem;
#[path = "../src/lint/source.rs"]
mod source;
#[path = "../src/lint/store.rs"]
mod store;
#[path = "../src/lint/words.rs"]
mod words;

pub use catalogue::Catalogue;
pub use kind::{Applicability, Case, Group, Lang, Level, Part, Tried};
pub use literals::{Literal, Literals, Place};
pub use marketplace::{DateOrder, Marketplace};
pub use model::{Example, Learned, Lint, LintOption, List, Pattern, Phrase, Shown, Text, Variant};
pub use owners::{NEARBY, Owner, Owners};
pub use problem::Problem;
pub use source::LintSource;
pub use store::{Rows, Shipped, Str};

/// Nothing ships with the build script.
mod shipped {
    pub const TEXT: &str = "";

    impl<T: 'static> super::Shipped for T {
        fn table() -> &'static [Self] {
            &[]
        }
    }
}
