//! The literals that the patterns of all lints wait for, found in one pass over a letter.

use std::collections::HashSet;

use super::model::List;
use super::store::Str;

/// A literal, and a pattern that needs it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// The literal, never empty; its ASCII letters are small and stand for capitals, too.
    pub text: Str,
    /// The lint, by its index in the catalogue.
    pub lint: u16,
    /// The pattern, by its index in the lint.
    pub pattern: u16,
    /// Whether the pattern reads the line that the literal stands in, so that one place in it is enough.
    pub line: bool,
    /// Whether the pattern is not tried at the literal, but only where this or another such one is near.
    pub near: bool,
}

/// Where a pattern's literal stands in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The lint, by its index in the catalogue.
    pub lint: u16,
    /// The pattern, by its index in the lint.
    pub pattern: u16,
    /// As in [`Literal`].
    pub near: bool,
    /// Offset of the literal's first byte.
    pub at: u32,
}

/// Literals by their text, and what passes over the bytes at which none stands.
#[derive(Clone, Debug)]
pub struct Literals {
    /// Ascending by text.
    pub all: List<Literal>,
    /// The first four bytes of each as a number; of shorter ones with zeros behind them.
    pub heads: List<u32>,
    /// A hash table of the first index of each head.
    pub slots: List<u32>,
    /// A bit for each three bytes, as `push` counts them, that a literal may begin with.
    pub sieve: List<u64>,
    /// A bit for each hash of a head of four bytes.
    pub long: List<u64>,
    /// A bit for each two bytes, as `push` counts them, that a literal of fewer bytes may begin with.
    pub short: List<u64>,
}

impl Literals {
    /// The table of some literals.
    #[must_use]
    pub fn new(mut all: Vec<Literal>) -> Self {
        all.sort();
        all.dedup();
        let heads = all.iter().map(|one| one.text.bytes().zip(SHIFTS).fold(0, add));
        let heads: Vec<u32> = heads.collect();
        let mut sieve = vec![0; KEYS / 64];
        let mut long = vec![0; LONG / 64];
        let mut short = vec![0; (KEYS >> BITS) / 64];
        for (literal, head) in all.iter().zip(&heads) {
            let text = literal.text.as_bytes();
            // Behind a short literal anything may stand.
            let known = text.len().min(KNOWN);
            let key = text[..known].iter().copied().fold(0, push);
            let free = BITS * (KNOWN - known);
            let keys = key << free..(key + 1) << free;
            keys.clone().for_each(|key| set(&mut sieve, key));
            if text.len() < SHIFTS.len() {
                keys.for_each(|key| set(&mut short, key >> BITS));
            } else {
                set(&mut long, hash(*head) % LONG);
            }
        }
        let slots = slots(&heads).into();
        let [sieve, long, short] = [sieve, long, short].map(List::from);
        Self { all: all.into(), heads: heads.into(), slots, sieve, long, short }
    }

    /// Where the literals stand, by pattern and place; of those that a pattern that reads lines waits
    /// for, the first in each line.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Place> {
        let bytes = text.as_bytes();
        let mut places = Vec::new();
        let (mut line, mut line_end) = (HashSet::new(), 0);
        let sieve = &*self.sieve;
        // Behind the last byte stands none.
        let padded = [bytes, &[0; KNOWN - 1]].concat();
        let (first, rest) = padded.split_at(KNOWN - 1);
        let mut key = first.iter().copied().fold(0, push);
        for (at, byte) in rest.iter().enumerate() {
            key = push(key, *byte);
            if !has(sieve, key) {
                continue;
            }
            self.each_standing(key, &bytes[at..], |one| {
                if at >= line_end {
                    line.clear();
                    let length = bytes[at..].iter().position(|byte| *byte == b'\n');
                    line_end = length.map_or(bytes.len(), |length| at + length);
                }
                let Literal { lint, pattern, near, .. } = *one;
                if !one.line || line.insert((lint, pattern)) {
                    places.push(Place { lint, pattern, near, at: at as u32 });
                }
            });
        }
        places.sort_unstable();
        places
    }

    /// Calls with the literals that these bytes begin with, whose key is known.
    fn each_standing(&self, key: usize, bytes: &[u8], mut found: impl FnMut(&Literal)) {
        if has(&self.short, key >> BITS) {
            let mut head = 0;
            // No literal holds a zero.
            for (byte, shift) in bytes.iter().take_while(|byte| **byte != 0).zip(&SHIFTS[..3]) {
                head = add(head, (byte.to_ascii_lowercase(), *shift));
                self.each_headed(head, bytes, &mut found);
            }
        }
        if let Some(four @ [.., 1..=u8::MAX]) = bytes.first_chunk::<4>() {
            let head = u32::from_be_bytes(four.map(|byte| byte.to_ascii_lowercase()));
            if has(&self.long, hash(head) % LONG) {
                self.each_headed(head, bytes, &mut found);
            }
        }
    }

    /// Calls with the literals of a head that these bytes begin with.
    fn each_headed(&self, head: u32, bytes: &[u8], found: &mut impl FnMut(&Literal)) {
        let mut at = self.first(head);
        while self.heads.get(at) == Some(&head) {
            let one = &self.all[at];
            let text = one.text.as_bytes();
            let stands = bytes.get(..text.len()).is_some_and(|own| {
                // What begins alike mostly ends otherwise.
                own.last().map(u8::to_ascii_lowercase) == text.last().copied()
                    && own.eq_ignore_ascii_case(text)
            });
            if stands {
                found(one);
            }
            at += 1;
        }
    }

    /// The index of the first literal with that head; if there is none, of no literal.
    fn first(&self, head: u32) -> usize {
        let mut slot = hash(head) & (self.slots.len() - 1);
        loop {
            let at = self.slots[slot] as usize;
            if self.heads.get(at).is_none_or(|one| *one == head) {
                return at;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// The slots of a hash table that tells the index of the first literal with each head. Its length is a
/// power of two.
fn slots(heads: &[u32]) -> Vec<u32> {
    let mut slots = vec![u32::MAX; (heads.len() * 2 + 1).next_power_of_two()];
    for (at, head) in heads.iter().enumerate() {
        if at == 0 || heads[at - 1] != *head {
            let mut slot = hash(*head) & (slots.len() - 1);
            while slots[slot] != u32::MAX {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = at as u32;
        }
    }
    slots
}

/// A hash of a head.
fn hash(head: u32) -> usize {
    (head.wrapping_mul(0x9E37_79B1) >> 15) as usize
}

/// Where the bytes of a head stand in its number.
const SHIFTS: [u32; 4] = [24, 16, 8, 0];

/// A head with one more byte.
fn add(head: u32, (byte, shift): (u8, u32)) -> u32 {
    head | u32::from(byte) << shift
}

/// How many hashes of heads of four bytes are told apart; a power of two.
const LONG: usize = 1 << 14;

/// Puts a number into a set of bits.
fn set(bits: &mut [u64], number: usize) {
    bits[number / 64] |= 1 << (number % 64);
}

/// Whether a number is in a set of bits.
fn has(bits: &[u64], number: usize) -> bool {
    bits.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 != 0)
}

/// How many bytes the sieve knows.
const KNOWN: usize = 3;

/// How many bits of a byte: enough to tell the letters, digits and marks of ASCII apart, but not small
/// letters from capitals.
const BITS: usize = 6;

/// How many keys there are.
const KEYS: usize = 1 << (BITS * KNOWN);

/// The key of the last bytes with one more behind them.
fn push(key: usize, byte: u8) -> usize {
    (key << BITS | usize::from(byte & 0x1F | byte >> 1 & 0x20)) % KEYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_where_they_stand() {
        let texts =
            [("(", 0), ("in june", 1), ("in", 2), ("天", 3), ("x", 4), ("in july", 5), ("(in", 6)];
        let all = texts.map(|(text, pattern)| Literal {
            text: text.into(),
            lint: 7,
            pattern,
            line: pattern == 0,
            near: false,
        });
        let found = Literals::new(all.to_vec()).find("((In June) 一天\n(x\0 i");
        let found: Vec<_> = found.iter().map(|place| (place.pattern, place.at)).collect();
        assert_eq!(found, [(0, 0), (0, 18), (1, 2), (2, 2), (3, 14), (4, 19), (6, 1)]);
    }
}
