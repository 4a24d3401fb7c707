//! Words that begin something, found without trying one after the other.

/// The letters at the start of a text, as far as they can be one of some words.
pub(super) fn letters(bytes: &[u8]) -> &[u8] {
    const LONGEST: usize = 24;
    let length = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphabetic()).count();
    &bytes[..length]
}

/// Whether a text begins with another, in capitals or small letters.
pub(super) fn begins_with(bytes: &[u8], start: &[u8]) -> bool {
    bytes.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start))
}

/// Words in small ASCII letters, each with what it may be, as bits, in a table of `SLOTS` slots.
pub(super) struct Words<const SLOTS: usize> {
    /// A hash table; free slots hold an empty word.
    slots: [Slot; SLOTS],
}

/// A word and its bits. Its letters stand here themselves, for each pointer would cost every start of
/// the program.
#[derive(Clone, Copy)]
struct Slot {
    letters: [u8; Self::LONGEST],
    length: u8,
    bits: u16,
}

impl Slot {
    const LONGEST: usize = 15;

    /// A word that is not too long.
    const fn new(word: &[u8], bits: u16) -> Self {
        let mut letters = [0; Self::LONGEST];
        letters.split_at_mut(word.len()).0.copy_from_slice(word);
        Self { letters, length: word.len() as u8, bits }
    }

    const fn word(&self) -> &[u8] {
        self.letters.split_at(self.length as usize).0
    }
}

impl<const SLOTS: usize> Words<SLOTS> {
    /// The words of some lists, which have single spaces between them, and what the words of each list
    /// may be. A word may stand in several lists.
    pub(super) const fn new(lists: &[(u16, &'static str)]) -> Self {
        let mut words = Self { slots: [Slot::new(&[], 0); SLOTS] };
        let (mut list, mut count) = (0, 0);
        while list < lists.len() {
            let (bits, text) = lists[list];
            let mut rest = text.as_bytes();
            while !rest.is_empty() {
                let mut length = 0;
                while length < rest.len() && rest[length] != b' ' {
                    length += 1;
                }
                let (word, behind) = rest.split_at(length);
                words.add(word, bits);
                count += 1;
                rest = if behind.is_empty() { behind } else { behind.split_at(1).1 };
            }
            list += 1;
        }
        assert!(2 * count <= SLOTS, "a table that is more than half full is slow");
        words
    }

    /// Adds a word, or what it may be besides.
    const fn add(&mut self, word: &[u8], bits: u16) {
        let mut at = Self::slot(word);
        while !self.slots[at].word().is_empty() && !same(self.slots[at].word(), word) {
            at = (at + 1) % SLOTS;
        }
        self.slots[at] = Slot::new(word, self.slots[at].bits | bits);
    }

    /// What a word may be, its case ignored; 0 for words that are in no list.
    #[inline]
    pub(super) fn get(&self, word: &[u8]) -> u16 {
        if word.is_empty() {
            return 0;
        }
        let mut at = Self::slot(word);
        loop {
            let slot = &self.slots[at];
            let own = slot.word();
            if own.is_empty() || own.eq_ignore_ascii_case(word) {
                return slot.bits;
            }
            at = (at + 1) % SLOTS;
        }
    }

    /// Where a word is looked for first; it has a letter.
    const fn slot(word: &[u8]) -> usize {
        let last = word.len() - 1;
        let (first, middle, last) = (word[0] | 0x20, word[last / 2] | 0x20, word[last] | 0x20);
        let mixed = first as usize * 29 + middle as usize * 7 + last as usize * 17;
        (mixed + word.len() * 5) % SLOTS
    }
}

/// Whether two words are the same; `==` cannot tell it while the program is built.
const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}
