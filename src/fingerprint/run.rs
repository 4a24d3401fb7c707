//! The letters of one run, known by the runs of words that several of them have.

use std::collections::HashMap;
use std::ops::Range;

use super::matching::{Attribution, Passage, attributions};
use super::{WORDS, Word, shingles, winnow, words};

/// What makes letters drafts of one appeal, which may well say the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Appeal {
    /// They lie in that folder; they are compared all the same when the user asks for it.
    Folder(String),
    /// The user says so, by some name: they are never compared.
    Group(String),
}

/// A letter as the first look at it leaves it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What it is called.
    pub name: String,
    /// The appeal that it is taken for a draft of.
    pub appeal: Appeal,
    /// Its fingerprints: hash, index of the first word, line.
    prints: Vec<(u64, u32, u32)>,
}

impl Seen {
    /// Takes the fingerprints of a letter; `line` tells the line of an offset.
    #[must_use]
    pub fn new(name: &str, appeal: Appeal, text: &str, line: impl Fn(u32) -> u32) -> Self {
        let words = words(text);
        let kept = winnow(&words);
        let start = |word: u32| words.get(word as usize).map_or(0, |word| word.start);
        let prints = kept.iter().map(|one| (one.hash, one.word, line(start(one.word)))).collect();
        Self { name: name.to_owned(), appeal, prints }
    }
}

/// Where a hashed run of words stands in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    hash: u64,
    letter: u32,
    word: u32,
    line: u32,
}

/// The letters of a run, and what more than one of them has.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Names of the letters, drafts of an appeal side by side.
    names: Vec<String>,
    /// For each letter, the drafts of its appeal, and whether they are never compared.
    drafts: Vec<(Range<u32>, bool)>,
    by_name: HashMap<String, u32>,
    /// Sorted; of a letter that has a run several times only the first.
    places: Vec<Place>,
}

/// Collects the letters of a run. In which order they come makes no difference.
#[derive(Clone, Debug, Default)]
pub struct Runs {
    /// Appeal, name, and number as it came.
    letters: Vec<(Appeal, String, u32)>,
    places: Vec<Place>,
}

impl Runs {
    /// Adds a letter.
    pub fn add(&mut self, seen: Seen) {
        let letter = self.letters.len() as u32;
        let place = |(hash, word, line)| Place { hash, letter, word, line };
        self.places.extend(seen.prints.into_iter().map(place));
        self.letters.push((seen.appeal, seen.name, letter));
    }

    /// The run of these letters.
    #[must_use]
    pub fn finish(self) -> Run {
        let Self { mut letters, mut places } = self;
        letters.sort_unstable();
        let mut numbers = vec![0; letters.len()];
        for (number, (.., came)) in letters.iter().enumerate() {
            numbers[*came as usize] = number as u32;
        }
        for place in &mut places {
            place.letter = numbers[place.letter as usize];
        }
        places.sort_unstable();
        places.dedup_by_key(|place| (place.hash, place.letter));
        let same = |one: &Place, next: &Place| one.hash == next.hash;
        let places = places.chunk_by(same).filter(|alike| alike.len() > 1).flatten().copied();
        let places = places.collect();
        let appeals = letters.chunk_by(|one, next| one.0 == next.0);
        let drafts = appeals.scan(0, |start, drafts| {
            let range = *start..*start + drafts.len() as u32;
            *start = range.end;
            let never = matches!(drafts[0].0, Appeal::Group(_));
            Some(std::iter::repeat_n((range, never), drafts.len()))
        });
        let drafts = drafts.flatten().collect();
        let names: Vec<String> = letters.into_iter().map(|(_, name, _)| name).collect();
        let by_name = names.iter().cloned().zip(0..).collect();
        Run { names, drafts, by_name, places }
    }
}

impl Run {
    /// The other letters that have a passage of at least `least` words in common with the letter of
    /// that name, whose words are given; most words first. Drafts of the same appeal do not count, but
    /// those that only lie in the same folder do with `near_too`. A letter that was not looked at has
    /// nothing in common.
    #[must_use]
    pub fn shared(
        &self,
        name: &str,
        words: &[Word],
        near_too: bool,
        least: u32,
    ) -> Vec<Attribution> {
        let Some(&own) = self.by_name.get(name) else { return Vec::new() };
        let (drafts, never) = &self.drafts[own as usize];
        let passed_over = if near_too && !never { own..own + 1 } else { drafts.clone() };
        let mut shared = attributions(words, |hash| {
            let places = self.find(hash);
            let from = places.partition_point(|place| place.letter < passed_over.start);
            let to = places.partition_point(|place| place.letter < passed_over.end);
            places[..from].iter().chain(&places[to..]).map(|place| (place.letter, place.word))
        });
        shared
            .retain(|one| one.passages.iter().any(|passage| passage.end - passage.first >= least));
        shared.sort_by_key(|one| (u32::MAX - one.words, one.template));
        shared
    }

    /// Whether the letter of that name was looked at.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// The name of a letter.
    #[must_use]
    pub fn name(&self, letter: u32) -> &str {
        self.names.get(letter as usize).map_or("", String::as_str)
    }

    /// The line of a letter in which a passage begins that it has in common with these words.
    #[must_use]
    pub fn line(&self, letter: u32, words: &[Word], passage: &Passage) -> u32 {
        let first = passage.first as usize;
        let hash = words.get(first..first + WORDS).and_then(|run| shingles(run).next());
        let places = hash.map_or(&[][..], |shingle| self.find(shingle.hash));
        let at = places.partition_point(|place| place.letter < letter);
        places.get(at).map_or(1, |place| place.line)
    }

    /// Where a run of words with that hash stands.
    fn find(&self, hash: u64) -> &[Place] {
        let from = self.places.partition_point(|place| place.hash < hash);
        let count = self.places[from..].partition_point(|place| place.hash == hash);
        &self.places[from..from + count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As many words of one letter's breadth, none with a digit.
    fn text(range: Range<u32>) -> String {
        let letter = |n: u32| char::from(b'a' + (n % 26) as u8);
        range.flat_map(|n| [letter(n / 26), letter(n), '\n']).collect()
    }

    fn seen(path: &str, range: Range<u32>) -> Seen {
        let (folder, _) = path.split_once('/').expect("a folder");
        let appeal = match folder.strip_prefix('=') {
            Some(group) => Appeal::Group(group.into()),
            None => Appeal::Folder(folder.into()),
        };
        Seen::new(path, appeal, &text(range), |start| start / 3 + 1)
    }

    fn run(letters: &[(&str, Range<u32>)]) -> Run {
        let mut runs = Runs::default();
        letters.iter().for_each(|(path, range)| runs.add(seen(path, range.clone())));
        runs.finish()
    }

    fn others(run: &Run, path: &str, range: Range<u32>, near_too: bool) -> Vec<String> {
        let words = words(&text(range));
        let tell = |one: Attribution| {
            let line = run.line(one.template, &words, &one.passages[0]);
            format!("{}:{line} {}", run.name(one.template), one.words)
        };
        run.shared(path, &words, near_too, 20).into_iter().map(tell).collect()
    }

    #[test]
    fn what_another_folder_has_is_found_whatever_the_order() {
        let mut letters = [("a/1", 0..100), ("a/2", 50..150), ("b/1", 60..160), ("c/1", 200..300)];
        for _ in 0..letters.len() {
            letters.rotate_left(1);
            let run = run(&letters);
            let found = others(&run, "b/1", 60..160, false);
            assert_eq!(found.len(), 2, "{found:?}");
            assert!(found[0].starts_with("a/2:1") && found[1].starts_with("a/1:6"), "{found:?}");
            assert_eq!(others(&run, "c/1", 200..300, true), [""; 0]);
        }
    }

    #[test]
    fn the_own_folder_counts_only_when_asked() {
        let run = run(&[("a/1", 0..100), ("a/2", 0..100)]);
        assert_eq!(others(&run, "a/1", 0..100, false), [""; 0]);
        assert_eq!(others(&run, "a/1", 0..100, true).len(), 1);
        assert_eq!(others(&run, "a/3", 0..100, false), [""; 0], "a letter that was not looked at");
    }

    #[test]
    fn a_group_is_never_compared_within_but_with_all_others() {
        let run = run(&[("=lumo/1", 0..100), ("lumo/1", 0..100), ("=lumo/2", 0..100)]);
        for near_too in [false, true] {
            assert_eq!(others(&run, "=lumo/1", 0..100, near_too).len(), 1);
            assert_eq!(others(&run, "lumo/1", 0..100, near_too).len(), 2);
        }
    }
}
