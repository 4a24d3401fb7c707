//! Which text a letter was written from, and how much of the letter stands there.

use std::collections::BTreeMap;

use super::{GUARANTEE, Set, WORDS, Word, shingles};

/// How many texts that have a run are looked at: where more have it, the rest tells nothing new, and
/// the time stays linear.
const MOST: usize = 16;

/// A letter's likeness to one text of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The text, by index in its set.
    pub template: u32,
    /// How many words of the letter stand in it.
    pub words: u32,
    /// Where, in order.
    pub passages: Vec<Passage>,
}

/// A run of words that another text has as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Index of the run's first word in the letter.
    pub first: u32,
    /// Index behind its last word.
    pub end: u32,
    /// Index of its first word in the other text.
    pub there: u32,
}

/// The text of the set that has most of the letter's words, when it has any.
///
/// Runs that stand apart by no more than [`GUARANTEE`] words, and by as many in the text, are one
/// passage: between them a name was changed, or a word.
#[must_use]
pub fn attribute(words: &[Word], set: &Set) -> Option<Attribution> {
    let known = |hash| set.find(hash).iter().map(|entry| (entry.template, entry.word));
    let all = attributions(words, known).into_iter();
    all.max_by_key(|one| (one.words, u32::MAX - one.template))
}

/// The likeness to each text that has any of the letter's words; `known` tells the texts that have a
/// run of words, and where.
pub(super) fn attributions<K: Iterator<Item = (u32, u32)>>(
    words: &[Word],
    known: impl Fn(u64) -> K,
) -> Vec<Attribution> {
    let mut runs: BTreeMap<u32, Vec<(u32, u32)>> = BTreeMap::new();
    for shingle in shingles(words) {
        for (template, word) in known(shingle.hash).take(MOST) {
            runs.entry(template).or_default().push((shingle.word, word));
        }
    }
    let attributions = runs.into_iter().map(|(template, runs)| {
        let passages = passages(&runs);
        let words = passages.iter().map(|passage| passage.end - passage.first).sum();
        Attribution { template, words, passages }
    });
    attributions.collect()
}

/// Joins runs, as (word of the letter, word of the text), to passages of the letter.
fn passages(runs: &[(u32, u32)]) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let mut last: Option<(u32, u32)> = None;
    for &(here, there) in runs {
        let end = here + WORDS as u32;
        match passages.last_mut() {
            Some(passage) if here <= passage.end || bridges(last, (here, there)) => {
                passage.end = passage.end.max(end);
            }
            _ => passages.push(Passage { first: here, end, there }),
        }
        last = Some((here, there));
    }
    passages
}

/// Whether two runs stand apart by about as many words here as there, and by few.
fn bridges(last: Option<(u32, u32)>, (here, there): (u32, u32)) -> bool {
    last.is_some_and(|(was_here, was_there)| {
        let apart = here - was_here;
        let drift = i64::from(there) - i64::from(was_there) - i64::from(apart);
        apart as usize <= GUARANTEE + WORDS && drift.abs() <= 1
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, Template, winnow};
    use super::*;

    fn text(words: &str) -> Vec<Word> {
        words.split(' ').map(|word| Word::new(word, 0)).collect()
    }

    fn numbered(range: std::ops::Range<u32>) -> String {
        range.map(|n| format!("w{}", n * n % 9973)).collect::<Vec<_>>().join(" ")
    }

    fn set(texts: &[String]) -> Set {
        let template = |words: usize| Template {
            name: "t".into(),
            published: "p".into(),
            case: "".into(),
            words: words as u32,
        };
        let mut entries = Vec::new();
        for (at, words) in texts.iter().enumerate() {
            entries.extend(winnow(&text(words)).iter().map(|one| Entry {
                hash: one.hash,
                template: at as u32,
                word: one.word,
            }));
        }
        Set::new(texts.iter().map(|text| template(text.split(' ').count())).collect(), entries)
    }

    #[test]
    fn a_copy_is_attributed_to_its_own_text() {
        let texts: Vec<String> = (0..20).map(|n| numbered(n * 300..n * 300 + 300)).collect();
        let set = set(&texts);
        for (at, copied) in texts.iter().enumerate() {
            let found = attribute(&text(copied), &set).expect("found");
            assert_eq!(found.template, at as u32);
            assert!(found.words > 290, "{} of 300", found.words);
        }
    }

    #[test]
    fn a_changed_word_does_not_break_a_passage() {
        let original = numbered(0..300);
        let edited: Vec<String> = original
            .split(' ')
            .enumerate()
            .map(|(at, word)| if at % 10 == 9 { format!("x{at}") } else { word.to_string() })
            .collect();
        let found = attribute(&text(&edited.join(" ")), &set(&[original])).expect("found");
        assert!(found.words > 240, "{} of 300", found.words);
    }

    #[test]
    fn other_words_are_nobodys() {
        assert_eq!(attribute(&text(&numbered(0..300)), &set(&[numbered(400..700)])), None);
        assert_eq!(attribute(&[], &set(&[])), None);
    }
}
