//! Words and phrases that are right, whatever the lints think of them: a brand called "Best Staffs"
//! is no bad English.

use std::sync::OnceLock;

use regex_lite::{Regex, escape};

use crate::phrase::is_han;
use crate::source::Span;

/// Words and phrases that are right. One in lower case stands for any case of its ASCII letters; where an entry has
/// capitals, so must the letter. Line breaks, runs of spaces and the shape of quotes do not matter.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    texts: Vec<String>,
    compiled: OnceLock<Option<Regex>>,
}

impl Allowed {
    /// Allows these words and phrases.
    #[must_use]
    pub fn new(mut texts: Vec<String>) -> Self {
        texts.retain(|text| !text.trim().is_empty());
        // Of two entries that begin alike, the longer is looked for first.
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self { texts, compiled: OnceLock::new() }
    }

    /// Where they stand in a letter, in order.
    #[must_use]
    pub fn places(&self, letter: &str) -> Vec<Span> {
        if self.texts.is_empty() {
            return Vec::new();
        }
        let regex = self.compiled.get_or_init(|| {
            let texts: Vec<_> = self.texts.iter().map(|text| pattern(text)).collect();
            Regex::new(&texts.join("|")).ok()
        });
        let found = regex.iter().flat_map(|regex| regex.find_iter(letter));
        let whole = found.filter(|found| is_whole(letter, found.start(), found.end()));
        whole.map(|found| Span::new(found.start() as u32, found.end() as u32)).collect()
    }
}

/// A regular expression for an entry.
fn pattern(text: &str) -> String {
    let quotes = |word: &str| escape(word).replace(['\'', '’'], "['’‘]").replace('"', "[\"“”]");
    let words: Vec<_> = text.split_whitespace().map(quotes).collect();
    let case = if text.chars().any(char::is_uppercase) { "" } else { "i" };
    format!("(?{case}:{})", words.join(r"\s+"))
}

/// Whether no word goes on at either end. Chinese has no spaces between words.
fn is_whole(letter: &str, start: usize, end: usize) -> bool {
    let letters = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
    let inside = &letter[start..end];
    let goes_on = |inner, outer| letters(inner) && letters(outer);
    !goes_on(inside.chars().next(), letter[..start].chars().next_back())
        && !goes_on(inside.chars().next_back(), letter[end..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'l>(entries: &[&str], letter: &'l str) -> Vec<&'l str> {
        let allowed = Allowed::new(entries.iter().map(|entry| (*entry).to_owned()).collect());
        allowed.places(letter).into_iter().map(|span| &letter[span.range()]).collect()
    }

    #[test]
    fn capitals_count_where_the_entry_has_them() {
        assert_eq!(found(&["Best Staffs"], "our best staffs, Best\nStaffs"), ["Best\nStaffs"]);
        assert_eq!(found(&["kindly"], "Kindly do, kindly"), ["Kindly", "kindly"]);
    }

    #[test]
    fn only_whole_words_count() {
        assert_eq!(found(&["staff"], "staffs, staff"), ["staff"]);
        assert_eq!(found(&["Men's Co."], "Men’s Co. and Men's Co.x"), ["Men’s Co.", "Men's Co."]);
        assert_eq!(found(&["保证"], "我们保证质量"), ["保证"]);
        assert_eq!(found(&["Lumo"], "Lumo公司"), ["Lumo"]);
    }

    #[test]
    fn the_longest_entry_counts() {
        assert_eq!(found(&["Best", "Best Staffs"], "Best Staffs"), ["Best Staffs"]);
        assert!(found(&["", "  "], "anything").is_empty());
    }
}
