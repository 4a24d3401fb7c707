//! Phrases over words: a small language, an automaton, hits.
//!
//! A letter is cut into words once; all phrases of all lints are one automaton over words, compiled
//! when the program is built, and found in one pass. This floor knows words, not letters. The build
//! script includes this module by path, so it imports nothing of the rest of the crate.

mod token;

pub use token::{FactKind, Hit, NO_ENTRY, Token, TokenKind};
