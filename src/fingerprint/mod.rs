//! Fingerprints of texts: which passages of a letter stand in another text, known only by hashes.
//!
//! Winnowing (Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document
//! fingerprinting", SIGMOD 2003): every run of [`WORDS`] words is hashed, and of every [`WINDOW`]
//! neighbouring hashes the smallest is kept. A run of at least [`GUARANTEE`] words that two texts
//! share is always found, one of fewer than [`WORDS`] never.
//!
//! The build script includes this module by path, so it imports nothing of the rest of the crate but
//! [`crate::hash`], which the build script has, too.

mod file;
mod matching;
mod run;
mod set;
mod shingle;
mod words;

pub use file::{FileError, is_file, read, write};
pub use matching::{Attribution, Passage, attribute};
pub use run::{Appeal, Run, Runs, Seen};
pub use set::{Entry, Set, Template};
pub use shingle::{Shingle, Word, shingles, winnow};
pub use words::words;

/// Words in a hashed run. Shorter runs stand in every business letter ("thank you for your time").
pub const WORDS: usize = 5;

/// Neighbouring hashes of which one is kept.
pub const WINDOW: usize = 4;

/// Any shared run of so many words is found.
pub const GUARANTEE: usize = WORDS + WINDOW - 1;
