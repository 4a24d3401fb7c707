//! The code of a phrase, with what is needed to find it: how it is written, and how it is read.

/// How many numbers come before the others, and what they are.
const HEAD: usize = 6;
/// The number of the phrase.
const PATTERN: usize = 0;
/// How long the needs and the parts are.
const NEEDS: usize = 1;
const BEFORE: usize = 2;
const REPORTED: usize = 3;
const BEHIND: usize = 4;
/// Where in the parts the one begins that the phrase is found by.
const FOUND_AT: usize = 5;

/// What the code of a phrase is made of.
#[derive(Debug, Default)]
pub struct Draft {
    /// The number of the phrase.
    pub pattern: u16,
    /// Sets of symbols, each behind their number, of which one each must stand in the sentence.
    pub needs: Vec<u16>,
    /// What stands before the reported part, that part, and what stands behind it.
    pub parts: [Vec<u16>; 3],
    /// Where in these the part begins that the phrase is found by.
    pub found_at: usize,
    /// What is read back from the end of that part to the start of the phrase.
    pub back: Vec<u16>,
}

impl Draft {
    /// The code. A phrase is so short that all its lengths fit.
    pub fn write(&self) -> Vec<u16> {
        let mut head = [0; HEAD];
        head[PATTERN] = self.pattern;
        head[NEEDS] = self.needs.len() as u16;
        for (at, part) in [BEFORE, REPORTED, BEHIND].into_iter().zip(&self.parts) {
            head[at] = part.len() as u16;
        }
        head[FOUND_AT] = self.found_at as u16;
        [&head[..], &self.needs, &self.parts.concat(), &self.back].concat()
    }
}

/// The code of a phrase, to be read.
#[derive(Clone, Copy, Debug)]
pub struct PhraseCode<'a>(&'a [u16]);

impl<'a> PhraseCode<'a> {
    /// Of what [`Draft::write`] wrote.
    pub const fn new(code: &'a [u16]) -> Self {
        Self(code)
    }

    fn head(self, at: usize) -> usize {
        usize::from(self.0[at])
    }

    /// The number of the phrase.
    pub fn pattern(self) -> u32 {
        u32::from(self.0[PATTERN])
    }

    /// Sets of symbols, each behind their number, of which one each must stand in the sentence.
    #[inline]
    pub fn needs(self) -> &'a [u16] {
        &self.0[HEAD..HEAD + self.head(NEEDS)]
    }

    /// The parts as one, and what is read back.
    #[inline]
    fn body(self) -> (&'a [u16], &'a [u16]) {
        let length = self.head(BEFORE) + self.head(REPORTED) + self.head(BEHIND);
        self.0[HEAD + self.head(NEEDS)..].split_at(length)
    }

    /// What stands before the reported part, that part, and what stands behind it.
    pub fn parts(self) -> [&'a [u16]; 3] {
        let (before, rest) = self.body().0.split_at(self.head(BEFORE));
        let (reported, behind) = rest.split_at(self.head(REPORTED));
        [before, reported, behind]
    }

    /// From the part that the phrase is found by to the end.
    #[inline]
    pub fn forth(self) -> &'a [u16] {
        &self.body().0[self.head(FOUND_AT)..]
    }

    /// From the end of that part back to the phrase's start.
    #[inline]
    pub fn back(self) -> &'a [u16] {
        self.body().1
    }
}
