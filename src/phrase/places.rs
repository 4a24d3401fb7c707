//! Places in a stretch of a sentence, as sets of bits: all that stands at many places is moved at once.

/// A set of places: bit 0 is in front of the first word of the stretch, bit 1 behind it, and so on.
pub type Places = u128;

/// The most words of a stretch.
pub const STRETCH: u32 = Places::BITS - 1;

/// Which way words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Forth,
    Back,
}

impl Way {
    /// From some places over so many words, which stand in front of `words`.
    #[inline]
    pub fn over(self, count: u32, words: Places, from: Places) -> Places {
        match self {
            Self::Forth => (from & words) << count,
            Self::Back => from >> count & words,
        }
    }
}

/// The places from 0 up to and without this one.
#[inline]
pub fn below(place: u32) -> Places {
    Places::MAX.checked_shr(Places::BITS - place).unwrap_or(0)
}

/// The first of some places, of which there is one at least.
#[inline]
pub fn first(places: Places) -> u32 {
    places.trailing_zeros()
}

/// The last of some places, of which there is one at least.
#[inline]
pub fn last(places: Places) -> u32 {
    STRETCH - places.leading_zeros()
}

/// Some places one by one, in order.
#[inline]
pub fn each(mut places: Places) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (places != 0).then(|| first(places));
        places &= places.wrapping_sub(1);
        next
    })
}
