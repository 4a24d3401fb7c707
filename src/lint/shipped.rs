//! The lints compiled into the program, and the phrasebook of all their phrases. The build script
//! writes the tables.

#[allow(long_running_const_eval, reason = "there are many numbers")]
mod phrasebook {
    use std::borrow::Cow;

    use crate::lint::numbers::{u16s, u32s};
    use crate::phrase::{Affix, Anchors, ClassSymbols, Phrasebook, Vocabulary};

    const NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/phrasebook.bin"));

    include!(concat!(env!("OUT_DIR"), "/phrasebook.rs"));

    #[allow(unused_imports, reason = "which of them the tables need depends on the lints")]
    pub mod lints {
        use std::borrow::Cow;
        use std::sync::OnceLock;

        use super::PHRASEBOOK;
        use crate::letter::cue::{Cue, CueKind};
        use crate::lint::*;

        include!(concat!(env!("OUT_DIR"), "/lints.rs"));
    }
}

/// The texts of the lints, one behind the other.
pub(super) const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/lints.txt"));

mod templates {
    use std::borrow::Cow;

    use crate::fingerprint::{Entry, Set, Template};

    include!(concat!(env!("OUT_DIR"), "/templates.rs"));
}

/// The files that lints build on, by path: word classes, cues, kinds of case. A team's lints are
/// compiled with them.
pub const BASE: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/base.rs"));

pub use phrasebook::lints::CATALOGUE;
pub use templates::TEMPLATES;
