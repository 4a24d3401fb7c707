//! The part of `src/letter/` that the build script needs.

#[path = "../src/letter/cue.rs"]
pub mod cue;
