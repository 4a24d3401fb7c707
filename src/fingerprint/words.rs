//! The words of a text that count for its fingerprints.

use super::Word;

/// The words of a text, without what the next writer of the same text would change: numbers,
/// identifiers, and names, which are the capitalised words inside a sentence.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut opens = true;
    let mut rest = text.char_indices().peekable();
    while let Some((start, letter)) = rest.next() {
        if !letter.is_alphanumeric() {
            opens |= ends_sentence(letter);
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some((at, next)) = rest.next_if(|(_, next)| belongs(*next)) {
            end = at + next.len_utf8();
        }
        let word = &text[start..end];
        if counts(word, opens) {
            words.push(Word::new(word, start as u32));
        }
        opens = false;
    }
    words
}

/// Whether a sentence may begin behind this character.
fn ends_sentence(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!' | '?' | ':' | '\n' | '。' | '！' | '？' | '：' | '"' | '“' | '(' | ')' | '*'
    )
}

fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’')
}

/// Whether a word is the text's own: neither number nor name.
fn counts(word: &str, opens: bool) -> bool {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    (opens || !capital) && !word.chars().any(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_do_not_count() {
        let text = "Our store Green Leaf sold 48 units. We didn’t check B0ABC12345.";
        let kept: Vec<&str> =
            words(text).iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
        assert_eq!(kept, ["Our", "store", "sold", "units", "We", "didn’t", "check"]);
    }
}
