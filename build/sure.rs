//! Which correction of a misspelling is sure: the one that nobody could have meant otherwise.

use std::collections::{HashMap, HashSet};

use strsim::osa_distance;

/// A slip farther from a word than that may stand for several.
const FARTHEST: usize = 2;

/// Endings that tell the class of a word, those of one class together.
const ENDINGS: &[&[&str]] = &[
    &["ing"],
    &["ed"],
    &["ion"],
    &["ly"],
    &["er", "or", "ar"],
    &["ment", "ent", "ant"],
    &["ness"],
    &["ence", "ance"],
    &["ency", "ancy"],
    &["ity"],
    &["able", "ible"],
    &["ist"],
    &["ism"],
    &["ous"],
];

/// The words that are spelt right, as far as the dictionary of misspellings knows them.
pub struct Words {
    all: HashSet<&'static str>,
    /// The words by what is left of them without one of their letters, and by themselves.
    shortened: HashMap<String, Vec<&'static str>>,
}

impl Words {
    /// Keeps words.
    pub fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let all: HashSet<_> = words.collect();
        let mut sorted: Vec<_> = all.iter().copied().collect();
        sorted.sort_unstable();
        let mut shortened: HashMap<String, Vec<_>> = HashMap::new();
        for word in sorted {
            for short in shorter(word) {
                shortened.entry(short).or_default().push(word);
            }
        }
        Self { all, shortened }
    }

    /// What a misspelling may stand for, the likeliest first; a question mark behind it says that it is
    /// not surely meant.
    pub fn readings(&self, wrong: &str, right: &[&str]) -> String {
        let &[only] = right else { return right.join(" ") };
        if let Some(owner) = wrong.strip_suffix('s').filter(|owner| self.may_own(owner)) {
            return if owner.ends_with('y') {
                format!("{only} {owner}'s")
            } else {
                format!("{only} ?")
            };
        }
        let far = osa_distance(wrong, only);
        match self.neighbours(wrong)[..] {
            [near] if far > 1 && near.len() < wrong.len() => format!("{near} {only}"),
            [near] if far > 1 => format!("{only} {near}"),
            [_, ..] if far > 1 => format!("{only} ?"),
            _ if far > FARTHEST || !alike(wrong, only) => format!("{only} ?"),
            _ => only.to_string(),
        }
    }

    /// Whether a word may get an `s`: then its plural is meant, or what belongs to it.
    fn may_own(&self, word: &str) -> bool {
        self.all.contains(word) && !word.ends_with('s')
    }

    /// The words that are one slip away.
    fn neighbours(&self, wrong: &str) -> Vec<&'static str> {
        let mut near: Vec<_> = shorter(wrong)
            .filter_map(|short| self.shortened.get(&short))
            .flatten()
            .copied()
            .filter(|word| osa_distance(wrong, word) == 1)
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// A word, and that word without each of its letters.
fn shorter(word: &str) -> impl Iterator<Item = String> {
    let without = word.char_indices().map(|(at, letter)| {
        let (before, behind) = word.split_at(at);
        format!("{before}{}", &behind[letter.len_utf8()..])
    });
    std::iter::once(word.to_string()).chain(without)
}

/// Whether a misspelling and a word begin alike, and are of one class and number as far as their endings
/// tell: `presention` is no `presenting`.
fn alike(wrong: &str, right: &str) -> bool {
    let first = |word: &str| word.bytes().next();
    let swapped = first(wrong) == right.as_bytes().get(1).copied()
        && wrong.as_bytes().get(1).copied() == first(right);
    let class = class(wrong);
    (first(wrong) == first(right) || swapped)
        && wrong.ends_with('s') == right.ends_with('s')
        && (class.is_none() || class == self::class(right))
}

/// The class of a word, when its ending tells.
fn class(word: &str) -> Option<usize> {
    let one = word.strip_suffix('s').filter(|one| !one.ends_with(['s', 'u'])).unwrap_or(word);
    ENDINGS.iter().position(|endings| {
        endings.iter().any(|ending| one.len() >= ending.len() + 3 && one.ends_with(ending))
    })
}
