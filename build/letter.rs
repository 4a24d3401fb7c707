//! The parts of `src/letter/` that the build script needs.

#[path = "../src/letter/cue.rs"]
pub mod cue;
#[path = "../src/letter/language.rs"]
mod language;

pub use language::Language;
