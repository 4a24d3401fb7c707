//! Misspellings and what is meant, from the `typos` project's dictionary. Its own table holds a pointer
//! for every string, and each costs the program time when it starts; a text and a table of places in it
//! cost none.
//!
//! That dictionary is made for source code, where `collet` is a slip for `collect`. Letters speak of goods:
//! what is a word of its own there stands in `misspellings/words.txt`, what is one of another language in
//! `misspellings/foreign.txt`, better readings in `misspellings/readings.txt`.

use std::collections::{BTreeMap, HashSet};

use crate::misspelling_key::{SHORTEST, SIGNS, key, sign};
use crate::sure::Words;

/// With more readings than that nobody knows what was meant.
const MOST_READINGS: usize = 2;

/// A line for each misspelling, sorted: the misspelling, a space, and what it may stand for; behind a
/// single reading that is not surely meant stands a question mark.
pub fn list() -> String {
    let entries: Vec<(&str, &[&str])> = typos_dict::WORD
        .map
        .entries()
        .map(|(wrong, right)| (wrong.into_inner(), *right))
        .filter(|(wrong, _)| {
            wrong.len() >= SHORTEST && wrong.bytes().all(|letter| letter.is_ascii_lowercase())
        })
        .collect();
    let words = Words::new(entries.iter().flat_map(|(_, right)| right.iter().copied()));
    let real: HashSet<&str> = lines(include_str!("misspellings/words.txt")).collect();
    let foreign: HashSet<&str> = lines(include_str!("misspellings/foreign.txt")).collect();
    let mut list: BTreeMap<&str, String> = entries
        .iter()
        .filter(|(wrong, right)| {
            !real.contains(wrong) && (1..=MOST_READINGS).contains(&right.len())
        })
        .map(|(wrong, right)| (*wrong, words.readings(wrong, right)))
        .map(|(wrong, right)| {
            let doubtful = foreign.contains(wrong) && !right.contains(' ');
            (wrong, if doubtful { format!("{right} ?") } else { right })
        })
        .collect();
    let better = lines(include_str!("misspellings/readings.txt"));
    list.extend(better.filter_map(|line| line.split_once(' ')).map(|(w, r)| (w, r.to_string())));
    list.iter().map(|(wrong, right)| format!("{wrong} {right}\n")).collect()
}

/// The lines of a file that are no comments.
fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
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
