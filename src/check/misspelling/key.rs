//! By what a misspelling is looked up. The build script includes this module by path.

/// Shorter words are too often names and abbreviations to be in the list.
pub const SHORTEST: usize = 5;

/// A hash of a word in any case: of its length and of what stands at its ends and in its middle, which
/// is read faster than all of it.
pub fn key(word: &str) -> u32 {
    let length = word.len();
    let four = |at: usize| {
        let bytes = word.as_bytes().get(at..).and_then(<[u8]>::first_chunk);
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) | 0x2020_2020)
    };
    let mix = |hash: u32, part: u32| (hash.rotate_left(5) ^ part).wrapping_mul(0x9E37_79B1);
    let places = [0, length.saturating_sub(4), (length / 2).saturating_sub(2)];
    let hash = places.into_iter().fold(length as u32, |hash, at| mix(hash, four(at)));
    hash ^ (hash >> 15)
}

/// So many words hold the signs of all misspellings.
pub const SIGNS: usize = 1 << 15;

/// Where a misspelling leaves its sign, by its key: in which word, and as which three bits of it.
pub const fn sign(key: u32) -> (usize, u32) {
    let at = (key >> (u32::BITS - SIGNS.ilog2())) as usize;
    (at, 1 << (key & 31) | 1 << (key >> 5 & 31) | 1 << (key >> 10 & 31))
}
