//! The lints compiled into the program, and the automaton of all their phrases. The build script
//! writes the tables.

#[allow(unused_imports, reason = "which of them the tables need depends on the lints")]
mod tables {
    use std::borrow::Cow;
    use std::sync::OnceLock;

    use crate::letter::cue::{Cue, CueKind};
    use crate::lint::*;
    use crate::phrase::{Affix, Automaton, Vocabulary};

    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

mod templates {
    use std::borrow::Cow;

    use crate::fingerprint::{Entry, Set, Template};

    include!(concat!(env!("OUT_DIR"), "/templates.rs"));
}

use super::{Lint, Owner};
use crate::letter::Language;
pub use tables::{AUTOMATON, CUES, LINTS, OWNERS};
pub use templates::TEMPLATES;

/// Whom a phrase of the automaton serves; none if it is a cue.
#[must_use]
pub fn owners(pattern: u32) -> &'static [Owner] {
    (pattern as usize).checked_sub(CUES.len()).map_or(&[], |at| OWNERS[at])
}

/// The shipped lint of that name.
#[must_use]
pub fn lint(name: &str) -> Option<&'static Lint> {
    LINTS.binary_search_by(|lint| lint.name.as_ref().cmp(name)).ok().map(|at| &LINTS[at])
}

/// What letters are read with.
pub static LANGUAGE: Language<'static> = Language { automaton: &AUTOMATON, cues: CUES };
