//! What a finding is known by.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::fingerprint::fnv;
use crate::letter::sentences;
use crate::source::Span;

/// What a finding is known by in its letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The name of the lint.
    pub lint: String,
    /// The hash of the sentence; none for a lint that judges the letter as a whole, wherever in the
    /// letter it says so.
    pub sentence: Option<u64>,
}

/// The most characters of a sentence that an entry shows.
const SHOWN: usize = 60;

/// Finds the sentences of findings.
pub(super) struct Sentences<'s> {
    text: &'s str,
    spans: Vec<Span>,
}

impl<'s> Sentences<'s> {
    pub fn of(text: &'s str) -> Self {
        Self { text, spans: sentences(text) }
    }

    /// What a finding is known by, and how its sentence begins.
    pub fn key(&self, found: &Diagnostic<'_>) -> (Key, String) {
        let lint = found.lint.name.to_string();
        if found.lint.whole_letter {
            return (Key { lint, sentence: None }, String::new());
        }
        let sentence = normal(self.around(found.span.start));
        // A finding about several places is another when one of them changes, or one more comes. In
        // which order they stand does not matter.
        let related = found.related.iter().map(|one| normal(self.around(one.span.start)));
        let mut hashes: BTreeSet<u64> = related.map(|text| fnv(text.bytes())).collect();
        let own = fnv(sentence.bytes());
        hashes.insert(own);
        let all = || fnv(hashes.iter().flat_map(|hash| hash.to_be_bytes()));
        let hash = if hashes.len() == 1 { own } else { all() };
        (Key { lint, sentence: Some(hash) }, beginning(&sentence))
    }

    /// The sentence that a place is in; the line where it is in none.
    fn around(&self, place: u32) -> &'s str {
        let at = self.spans.partition_point(|span| span.end <= place);
        let inside = self.spans.get(at).filter(|span| span.start <= place);
        // What is missing may stand right behind a sentence.
        let before = || at.checked_sub(1).map(|at| &self.spans[at]).filter(|one| one.end == place);
        match inside.or_else(before) {
            Some(span) => &self.text[span.range()],
            None => self.line(place as usize),
        }
    }

    fn line(&self, place: usize) -> &'s str {
        let (before, behind) = self.text.split_at_checked(place).unwrap_or((self.text, ""));
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let end = behind.find('\n').map_or(self.text.len(), |at| before.len() + at);
        &self.text[start..end]
    }
}

/// A sentence without what editors change by themselves: line breaks, spaces, the shape of quotes.
fn normal(sentence: &str) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    words.join(" ").replace(['’', '‘'], "'").replace(['“', '”'], "\"")
}

fn beginning(sentence: &str) -> String {
    match sentence.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_in_all_versions() {
        let text = "1. We  said “no” and don’t know. Next one";
        let sentences = Sentences::of(text);
        let sentence = normal(sentences.around(text.find("know").expect("a word") as u32));
        assert_eq!(sentence, "We said \"no\" and don't know.");
        assert_eq!(fnv(sentence.bytes()), 0x4180_A5F2_6218_D8E7);
        assert_eq!(sentences.around(text.len() as u32), "Next one");
    }

    #[test]
    fn a_long_sentence_is_cut_between_characters() {
        assert_eq!(beginning(&"中".repeat(SHOWN)), "中".repeat(SHOWN));
        assert_eq!(beginning(&"中".repeat(SHOWN + 1)), "中".repeat(SHOWN) + "…");
    }
}
