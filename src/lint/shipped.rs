//! The lints compiled into the program, and the automaton of all their phrases. The build script
//! writes the tables.

#[allow(unused_imports, reason = "which of them the tables need depends on the lints")]
#[allow(long_running_const_eval, reason = "there are many numbers")]
mod tables {
    use std::borrow::Cow;
    use std::sync::OnceLock;

    use crate::letter::cue::{Cue, CueKind};
    use crate::lint::numbers::{u16s, u32s};
    use crate::lint::*;
    use crate::phrase::{Affix, Anchors, Automaton, Vocabulary};

    const NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.bin"));

    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

mod templates {
    use std::borrow::Cow;

    use crate::fingerprint::{Entry, Set, Template};

    include!(concat!(env!("OUT_DIR"), "/templates.rs"));
}

/// The files that lints build on, by path: word classes, cues, kinds of case. A team's lints are
/// compiled with them.
pub const BASE: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/base.rs"));

pub use tables::CATALOGUE;
pub use templates::TEMPLATES;
