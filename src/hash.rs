//! The hash behind all that is kept in files: the same on all machines and in all versions, which
//! hashers of the standard library do not promise.

/// FNV-1a over bytes or characters, one by one.
#[derive(Clone, Copy, Debug)]
pub struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Takes one more.
    pub fn add(&mut self, unit: impl Into<u64>) {
        self.0 = (self.0 ^ unit.into()).wrapping_mul(0x0000_0100_0000_01b3);
    }

    /// The hash of all so far.
    pub fn finish(self) -> u64 {
        self.0
    }
}

/// FNV-1a over bytes or characters.
pub fn fnv<U: Into<u64>>(units: impl IntoIterator<Item = U>) -> u64 {
    let mut hash = Hash::default();
    units.into_iter().for_each(|unit| hash.add(unit));
    hash.finish()
}
