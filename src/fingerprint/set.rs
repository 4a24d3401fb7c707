//! Many texts' fingerprints, ready to be looked up.

use std::borrow::Cow;

/// A text known by its fingerprints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is called.
    pub name: Cow<'static, str>,
    /// Where it was published, or where it comes from.
    pub published: Cow<'static, str>,
    /// The kind of case it was written for, by name; empty when that is not known.
    pub case: Cow<'static, str>,
    /// Its length in words.
    pub words: u32,
}

/// A fingerprint: where in which text a hashed run of words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The hash of the run.
    pub hash: u64,
    /// The text, by index.
    pub template: u32,
    /// The index of the run's first word in that text.
    pub word: u32,
}

/// Fingerprints of many texts.
#[derive(Clone, Debug, Default)]
pub struct Set {
    /// The texts.
    pub templates: Cow<'static, [Template]>,
    /// Their fingerprints, sorted.
    pub entries: Cow<'static, [Entry]>,
    /// For the first bits of a hash, the index of the first entry whose hash begins so; one more
    /// than there are such beginnings.
    pub index: Cow<'static, [u32]>,
}

impl Set {
    /// A set of texts and their fingerprints, in any order.
    #[must_use]
    pub fn new(templates: Vec<Template>, mut entries: Vec<Entry>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let bits = bits(entries.len());
        let index = (0..=1u64 << bits)
            .map(|start| entries.partition_point(|entry| top(entry.hash, bits) < start) as u32);
        let index: Vec<u32> = index.collect();
        Self { templates: templates.into(), entries: entries.into(), index: index.into() }
    }

    /// Where a run of words with that hash stands.
    #[must_use]
    pub fn find(&self, hash: u64) -> &[Entry] {
        let bits = self.index.len().saturating_sub(1).checked_ilog2().unwrap_or(0);
        let at = top(hash, bits) as usize;
        let (Some(&from), Some(&to)) = (self.index.get(at), self.index.get(at + 1)) else {
            return &[];
        };
        let bucket = &self.entries[from as usize..to as usize];
        let first = bucket.partition_point(|entry| entry.hash < hash);
        // Counted by halves: a sentence that all texts have stands here as often as there are texts.
        let count = bucket[first..].partition_point(|entry| entry.hash == hash);
        &bucket[first..first + count]
    }
}

/// So many first bits that a beginning has about one entry.
fn bits(entries: usize) -> u32 {
    entries.max(1).next_power_of_two().ilog2()
}

/// The first bits of a hash.
fn top(hash: u64, bits: u32) -> u64 {
    if bits == 0 { 0 } else { hash >> (64 - bits) }
}
