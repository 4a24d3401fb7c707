//! The words of a text that count for its fingerprints.

use super::Word;

/// The words of a text, without what the next writer of the same text would change: numbers,
/// identifiers, and names, which are the capitalised words inside a sentence.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut opens = true;
    let mut start = 0;
    while let Some(letter) = letter(text, start) {
        if !letter.is_alphanumeric() {
            opens |= ends_sentence(letter);
            start += letter.len_utf8();
            continue;
        }
        let word = &text[start..end(text, start)];
        if counts(word, opens) {
            words.push(Word::new(word, start as u32));
        }
        opens = false;
        start += word.len();
    }
    words
}

/// The character at an offset. Most are ASCII.
fn letter(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text[at..].chars().next(),
    }
}

/// Where the word that begins at `start` ends. Most have no letter beyond ASCII.
fn end(text: &str, start: usize) -> usize {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\'';
    let bytes = text.as_bytes()[start..].iter();
    let mut end = start + bytes.take_while(|byte| plain(byte)).count();
    while let Some(letter) = letter(text, end).filter(|letter| belongs(*letter)) {
        end += letter.len_utf8();
    }
    end
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
    if word.is_ascii() {
        let capital = word.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        return (opens || !capital) && !word.bytes().any(|letter| letter.is_ascii_digit());
    }
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
