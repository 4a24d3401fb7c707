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

pub use tables::CATALOGUE;
pub use templates::TEMPLATES;
