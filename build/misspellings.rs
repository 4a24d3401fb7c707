//! Misspellings and what is meant, from the `typos` project's dictionary, which leaves out whatever is
//! also a word. Its own table holds a pointer for every string, and each costs the program time when it
//! starts; a text and a table of places in it cost none.

use crate::misspelling_key::{SHORTEST, SIGNS, key, sign};

/// With more readings than that nobody knows what was meant.
const MOST_READINGS: usize = 2;

/// A line for each misspelling, sorted: the misspelling, a space, and what it may stand for.
pub fn list() -> String {
    let mut lines: Vec<String> = typos_dict::WORD
        .map
        .entries()
        .map(|(wrong, right)| (wrong.into_inner(), right))
        .filter(|(wrong, right)| {
            wrong.len() >= SHORTEST
                && wrong.bytes().all(|letter| letter.is_ascii_lowercase())
                && (1..=MOST_READINGS).contains(&right.len())
        })
        .map(|(wrong, right)| format!("{wrong} {}\n", right.join(" ")))
        .collect();
    lines.sort_unstable();
    lines.concat()
}

/// A hash table of the lines: where each begins, and one more; 0 is no line.
pub fn slots(list: &str) -> Vec<u32> {
    let size = (2 * list.lines().count()).next_power_of_two();
    let mut slots = vec![0; size];
    let mut at = 0;
    for line in list.lines() {
        let mut slot = key(wrong(line)) as usize & (size - 1);
        while slots[slot] != 0 {
            slot = (slot + 1) & (size - 1);
        }
        slots[slot] = at + 1;
        at += line.len() as u32 + 1;
    }
    slots
}

/// The signs of the lines, which tell of most words that they are on no line.
pub fn signs(list: &str) -> Vec<u32> {
    let mut signs = vec![0; SIGNS];
    for line in list.lines() {
        let (at, bits) = sign(key(wrong(line)));
        signs[at] |= bits;
    }
    signs
}

/// The misspelling of a line.
fn wrong(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}
