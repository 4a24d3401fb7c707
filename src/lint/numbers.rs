//! Numbers out of the bytes that the build script wrote, at compile time: rustc reads them much faster than
//! source.

macro_rules! reader {
    ($($name:ident $kind:ident $size:literal)*) => {$(
        /// So many numbers that begin at that byte, each with its lowest byte first.
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

reader!(u16s u16 2 u32s u32 4);
