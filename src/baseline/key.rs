//! What a finding is known by.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::Diagnostic;
use crate::hash::fnv;
use crate::letter::sentences;
use crate::source::Span;

/// What a finding is known by in its letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The name of the lint.
    pub lint: String,
    /// The hash of the sentence. Of a lint that judges the letter as a whole the hash of the text that
    /// it marks, as far as that is what it judges: an empty section's heading, a passage of a template.
    /// Of one that says what is missing the hash of the wording's name, wherever in the letter it says
    /// so; none where it has only one.
    pub sentence: Option<u64>,
}

/// The most characters of a sentence that an entry shows.
const SHOWN: usize = 60;

/// What the names of lints begin with that say what a letter lacks. What these mark is where it would
/// stand.
const MISSING: &str = "missing-";

/// Finds the sentences of findings.
pub(super) struct Sentences<'s> {
    text: &'s str,
    spans: Vec<Span>,
    /// The last line that was looked for, in which there is no sentence.
    line: Span,
    /// The hash and the beginning of the sentences that were asked for, as many findings are in one.
    told: HashMap<Span, (u64, String)>,
}

impl<'s> Sentences<'s> {
    pub fn of(text: &'s str) -> Self {
        Self { text, spans: sentences(text), line: Span::default(), told: HashMap::new() }
    }

    /// What a finding is known by, and how its sentence begins.
    pub fn key(&mut self, found: &Diagnostic<'_>) -> (Key, String) {
        let lint = found.lint.name.to_string();
        if found.lint.whole_letter {
            let known = self.of_letter(found);
            let (hash, text) =
                known.map_or((None, String::new()), |(hash, text)| (Some(hash), text));
            return (Key { lint, sentence: hash }, text);
        }
        let (own, text) = self.sentence(found.span.start).clone();
        // A finding about several places is another when one of them changes, or one more comes. In
        // which order they stand does not matter.
        let mut hashes = BTreeSet::from([own]);
        hashes.extend(found.related.iter().map(|one| self.sentence(one.span.start).0));
        let all = || fnv(hashes.iter().flat_map(|hash| hash.to_be_bytes()));
        let hash = if hashes.len() == 1 { own } else { all() };
        (Key { lint, sentence: Some(hash) }, text)
    }

    /// What a finding about the letter as a whole is known by beside its lint, and what shows it.
    fn of_letter(&self, found: &Diagnostic<'_>) -> Option<(u64, String)> {
        if found.span.is_empty() || found.lint.name.starts_with(MISSING) {
            let wording = wording(found)?;
            return Some((fnv(wording.bytes()), wording.to_owned()));
        }
        Some(told(self.text.get(found.span.range())?))
    }

    /// The hash and the beginning of the sentence that a place is in.
    fn sentence(&mut self, place: u32) -> &(u64, String) {
        let span = self.around(place);
        self.told.entry(span).or_insert_with(|| told(&self.text[span.range()]))
    }

    /// The sentence that a place is in; the line where it is in none.
    fn around(&mut self, place: u32) -> Span {
        let at = self.spans.partition_point(|span| span.end <= place);
        let inside = self.spans.get(at).filter(|span| span.start <= place);
        // What is missing may stand right behind a sentence.
        let before = || at.checked_sub(1).map(|at| &self.spans[at]).filter(|one| one.end == place);
        match inside.or_else(before) {
            Some(span) => *span,
            None => self.line(place),
        }
    }

    fn line(&mut self, place: u32) -> Span {
        if self.line.is_empty() || !(self.line.start..=self.line.end).contains(&place) {
            let (before, behind) =
                self.text.split_at_checked(place as usize).unwrap_or((self.text, ""));
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let end = behind.find('\n').map_or(self.text.len(), |at| before.len() + at);
            self.line = Span::new(start as u32, end as u32);
        }
        self.line
    }
}

/// The name of the wording that a finding has, in either language; none for the lint's own.
fn wording<'l>(found: &Diagnostic<'l>) -> Option<&'l str> {
    let variants = found.lint.texts.iter().flat_map(|text| text.variants.iter());
    let mut said = variants.filter(|one| !one.message.is_empty());
    said.find(|one| fits(&one.message, &found.message)).map(|one| one.name.as_ref())
}

/// Whether a message can be what became of a template with names in braces.
fn fits(template: &str, message: &str) -> bool {
    let mut parts = template.split('{').enumerate().map(|(number, part)| match number {
        0 => part,
        _ => part.split_once('}').map_or(part, |(_, behind)| behind),
    });
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = message.strip_prefix(first) else { return false };
    let mut ends = rest.is_empty();
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        ends = part.is_empty() || rest.is_empty();
    }
    ends
}

/// The hash and the beginning of a text.
fn told(text: &str) -> (u64, String) {
    let text = normal(text);
    (fnv(text.bytes()), beginning(&text))
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
        let mut sentences = Sentences::of(text);
        let mut around = |place: usize| &text[sentences.around(place as u32).range()];
        let sentence = normal(around(text.find("know").expect("a word")));
        assert_eq!(sentence, "We said \"no\" and don't know.");
        assert_eq!(fnv(sentence.bytes()), 0x4180_A5F2_6218_D8E7);
        assert_eq!(around(text.len()), "Next one");
    }

    #[test]
    fn a_wording_is_known_by_its_template() {
        assert!(fits("lacks {what}", "lacks an invoice"));
        assert!(fits("`{match}` and {count} more", "`a` and 3 more"));
        for message in ["lacks an invoice", "`a` and 3 moreover", "2 and 3 more"] {
            assert!(!fits("`{match}` and {count} more", message), "{message}");
        }
    }

    #[test]
    fn many_findings_in_one_sentence_are_told_at_once() {
        let text = "word ".repeat(1_000_000);
        let mut sentences = Sentences::of(&text);
        let all: BTreeSet<u64> =
            (0..1_000_000).map(|word| sentences.sentence(word * 5).0).collect();
        assert_eq!(all.len(), 1);
    }

    #[test]
    fn a_long_sentence_is_cut_between_characters() {
        assert_eq!(beginning(&"中".repeat(SHOWN)), "中".repeat(SHOWN));
        assert_eq!(beginning(&"中".repeat(SHOWN + 1)), "中".repeat(SHOWN) + "…");
    }
}
