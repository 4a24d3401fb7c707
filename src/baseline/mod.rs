//! Findings that somebody has accepted: they are in a file beside the letters, and are not reported.
//!
//! An entry says which lint, in which sentence of which letter, and how often. It holds a hash of the
//! sentence, not its place, so that it stays true while the letter around the sentence changes, and
//! ends when the sentence does. What is said of a letter as a whole has a [`Key`] of another kind.

mod accepted;
mod file;
mod key;

use std::collections::BTreeMap;

pub use accepted::{Accepted, Entry};
pub use key::Key;

/// Accepted findings, by letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Paths relative to the baseline's folder, with `/` on every system.
    pub letters: BTreeMap<String, Accepted>,
}
