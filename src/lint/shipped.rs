//! The lints compiled into the program, and the automaton of all their phrases. The build script
//! writes the tables.

#[allow(unused_imports, reason = "which of them the tables need depends on the lints")]
#[allow(long_running_const_eval, reason = "there are many numbers")]
mod tables {
    use std::borrow::Cow;
    use std::sync::OnceLock;

    use super::numbers::{u16s, u32s, u64s, u128s};
    use crate::letter::cue::{Cue, CueKind};
    use crate::lint::*;
    use crate::phrase::{Affix, Automaton, Vocabulary};

    const NUMBERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shipped.bin"));

    include!(concat!(env!("OUT_DIR"), "/shipped.rs"));
}

/// Numbers out of the bytes that the build script wrote, at compile time.
mod numbers {
    macro_rules! reader {
        ($($name:ident $kind:ident $size:literal)*) => {$(
            pub const fn $name<const N: usize>(bytes: &[u8], at: usize) -> [$kind; N] {
                let mut numbers = [0; N];
                let (mut rest, _) = bytes.split_at(at + N * $size).0.split_at(at).1.as_chunks();
                let mut index = 0;
                while let [first, behind @ ..] = rest {
                    numbers[index] = $kind::from_le_bytes(*first);
                    (index, rest) = (index + 1, behind);
                }
                numbers
            }
        )*};
    }

    reader!(u16s u16 2 u32s u32 4 u64s u64 8 u128s u128 16);
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
