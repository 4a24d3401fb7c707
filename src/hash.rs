//! The hash behind all that is kept in files: the same on all machines and in all versions, which
//! hashers of the standard library do not promise.

/// FNV-1a over bytes or characters.
pub fn fnv<U: Into<u64>>(units: impl IntoIterator<Item = U>) -> u64 {
    units.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, unit| {
        (hash ^ unit.into()).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
