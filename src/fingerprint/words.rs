//! The words of a text that count for its fingerprints.

use super::Word;
use crate::hash::Hash;

/// The words of a text, without what the next writer of the same text would change: numbers,
/// identifiers, and names, which are the capitalised words inside a sentence.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut opens = true;
    let mut start = 0;
    while let Some(byte) = text.as_bytes().get(start) {
        let kind = KINDS[usize::from(*byte)];
        if matches!(kind, Kind::Gap | Kind::Stop) {
            opens |= kind == Kind::Stop;
            start += 1;
            continue;
        }
        if kind == Kind::Beyond
            && let Some(letter) = text[start..].chars().next().filter(|one| !one.is_alphanumeric())
        {
            opens |= ends_sentence(letter);
            start += letter.len_utf8();
            continue;
        }
        let word = Spelt::at(text, start);
        if (opens || !word.capital) && !word.number {
            words.push(Word { hash: word.hash, start: start as u32, end: word.end as u32 });
        }
        opens = false;
        start = word.end;
    }
    words
}

/// A word as it was read.
struct Spelt {
    end: usize,
    hash: u64,
    /// Whether it begins with a capital.
    capital: bool,
    /// Whether it has a digit.
    number: bool,
}

impl Spelt {
    /// The word that begins at `start`. Most have no letter beyond ASCII.
    fn at(text: &str, start: usize) -> Self {
        let bytes = &text.as_bytes()[start..];
        let (mut hash, mut number, mut length) = (Hash::default(), false, 0);
        for small in bytes.iter().map(|byte| SMALL[usize::from(*byte)]) {
            if small == 0 {
                break;
            }
            number |= small.is_ascii_digit();
            hash.add(small);
            length += 1;
        }
        if bytes.get(length).is_none_or(u8::is_ascii) {
            let capital = bytes[0].is_ascii_uppercase();
            return Self { end: start + length, hash: hash.finish(), capital, number };
        }
        let word = &text[start..];
        let word = &word[..word.find(|letter| !belongs(letter)).unwrap_or(word.len())];
        Self {
            end: start + word.len(),
            hash: Word::new(word, 0).hash,
            capital: word.starts_with(char::is_uppercase),
            number: word.contains(char::is_numeric),
        }
    }
}

/// What a byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter or a digit.
    Word,
    /// Behind it a sentence may begin.
    Stop,
    Gap,
    /// Part of a character that is not ASCII.
    Beyond,
}

const KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Beyond; 256];
    let mut byte = 0u8;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            _ if byte.is_ascii_alphanumeric() => Kind::Word,
            _ if ends_sentence(byte as char) => Kind::Stop,
            _ => Kind::Gap,
        };
        byte += 1;
    }
    kinds
};

/// The bytes that words go on with, in small letters, and 0 for others.
const SMALL: [u8; 256] = {
    let mut small = [0; 256];
    let mut byte = 0u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'\'' {
            small[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    small
};

/// Whether a sentence may begin behind this character.
const fn ends_sentence(letter: char) -> bool {
    matches!(
        letter,
        '.' | '!' | '?' | ':' | '\n' | '。' | '！' | '？' | '：' | '"' | '“' | '(' | ')' | '*'
    )
}

fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\'' | '’')
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
