//! Phrases over words: a small language, tables, hits.
//!
//! A letter is cut into words once. All phrases of all lints are compiled to tables when the program is
//! built, and a sentence only meets those whose rarest words it has. This floor knows words, not letters.
//! The build script includes this module by path, so it imports nothing of the rest of the crate.
//!
//! ```text
//! phrase ──> Node ──> code, needs ──> Phrasebook      words ──> Reading ──> hits
//!       parse    emit,           rules                   read         scan, matching
//!               needs
//! ```

mod ast;
mod class;
mod code;
mod common;
mod compile;
mod cut;
mod emit;
mod fold;
mod inflect;
mod irregular;
mod lemma;
mod limits;
mod matching;
mod needs;
mod parse;
mod phrase_code;
mod phrasebook;
mod places;
mod queue;
mod reading;
mod rules;
mod scan;
mod symbols;
mod token;
mod vocabulary;
mod wanted;

pub use ast::{Atom, Forms, Node};
pub use class::{ClassError, Classes};
pub use compile::Compiler;
pub use cut::{Piece, Pieces, cut, fact_token};
pub use fold::{fold, is_han};
pub use inflect::{Form, inflections, verb_forms};
pub use lemma::{inflect, noun_base, verb_base};
pub use parse::{PhraseError, parse};
pub use phrasebook::{Anchors, ClassSymbols, Phrasebook, Symbol, Table};
pub use scan::Scanner;
pub use token::{FactKind, FactWords, Hit, NO_ENTRY, Token, TokenKind};
pub use vocabulary::{Affix, Vocabulary, hash};
