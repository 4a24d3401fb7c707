//! The accepted findings of one letter.

use std::collections::BTreeMap;

use super::key::{Key, Sentences};
use crate::check::shown;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The accepted findings of one letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    /// Each with what is known of it.
    pub entries: BTreeMap<Key, Entry>,
}

/// What is known of an accepted finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// How many findings are known by the same key.
    pub count: u32,
    /// How the sentence begins, for people.
    pub text: String,
    /// Why it is accepted.
    pub reason: Option<String>,
}

impl Accepted {
    /// All findings of a letter, accepted.
    #[must_use]
    pub fn all(source: &Source, found: &[Diagnostic<'_>]) -> Self {
        let text = shown(source);
        let mut sentences = Sentences::of(&text);
        let mut all = Self::default();
        for (key, text) in found.iter().map(|one| sentences.key(one)) {
            all.add(key, text);
        }
        all
    }

    /// Sorts the findings of a letter, which are in the order of the text, into those that are to be
    /// reported and those that are accepted. Of more findings with one key than are accepted, the
    /// last are reported.
    #[must_use]
    pub fn sort_out<'l>(
        &self,
        source: &Source,
        found: Vec<Diagnostic<'l>>,
    ) -> (Vec<Diagnostic<'l>>, Self) {
        let mut held = Self::default();
        if self.entries.is_empty() || found.is_empty() {
            return (found, held);
        }
        let text = shown(source);
        let mut sentences = Sentences::of(&text);
        let reported = found.into_iter().filter(|one| {
            let (key, text) = sentences.key(one);
            let holds = held.count(&key) < self.count(&key);
            if holds {
                held.add(key, text);
            }
            !holds
        });
        (reported.collect(), held)
    }

    /// These entries after a run that found `now`: what is found, with the old reasons, and what could
    /// not be found, or not as often, because its lint did not judge the letter, or not all of it.
    #[must_use]
    pub fn renewed(&self, now: &Self, judged: impl Fn(&str) -> bool) -> Self {
        let mut entries = now.entries.clone();
        for (key, old) in &self.entries {
            match entries.get_mut(key) {
                Some(entry) => {
                    entry.reason.clone_from(&old.reason);
                    if !judged(&key.lint) {
                        entry.count = entry.count.max(old.count);
                    }
                }
                None if !judged(&key.lint) => {
                    entries.insert(key.clone(), old.clone());
                }
                None => {}
            }
        }
        Self { entries }
    }

    /// The entries that stand for more findings than in `other`.
    pub fn beyond<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (&'a Key, &'a Entry)> {
        self.entries.iter().filter(|(key, entry)| entry.count > other.count(key))
    }

    /// The number of findings.
    #[must_use]
    pub fn total(&self) -> usize {
        self.entries.values().map(|entry| entry.count as usize).sum()
    }

    fn count(&self, key: &Key) -> u32 {
        self.entries.get(key).map_or(0, |entry| entry.count)
    }

    fn add(&mut self, key: Key, text: String) {
        let entry = self.entries.entry(key).or_default();
        entry.count += 1;
        entry.text = text;
    }
}
