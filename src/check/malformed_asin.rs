//! ASINs with a character too many or too few, or with the letter O for the digit.

use memchr::memchr_iter;

use super::around::{own_blocks, span};
use super::judge::{Context, Finding, Findings};

/// Words are read no further: they are none of ours, and a letter may be one long word.
const READ: usize = 14;

/// Reports words in capitals and digits that begin as an ASIN does.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for block in own_blocks(cx) {
        let base = block.span.start as usize;
        let bytes = cx.text(block.span).as_bytes();
        for start in memchr_iter(b'B', bytes) {
            let inside = bytes[..start].last().is_some_and(u8::is_ascii_alphanumeric);
            let word = word(&bytes[start..]);
            if !inside && is_malformed(word) {
                found.push(Finding::at(span(base + start, base + start + word.len())));
            }
        }
    }
}

/// The word at the start of a text, as far as it matters.
fn word(bytes: &[u8]) -> &[u8] {
    let goes_on = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
    let length = bytes.iter().take(READ).take_while(goes_on).count();
    &bytes[..length]
}

/// Whether a word is nearly an ASIN.
fn is_malformed(word: &[u8]) -> bool {
    let begins = match word {
        [b'B', b'0', ..] => matches!(word.len(), 8 | 9 | 11..=13),
        [b'B', b'O', digit, ..] => digit.is_ascii_digit() && word.len() == 10,
        _ => false,
    };
    begins && word.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{READ, is_malformed, word};

    #[test]
    fn an_asin_has_ten_characters_and_a_zero() {
        for wrong in ["B0C1D2E3", "B0C1D2E3F", "B0C1D2E3F45", "B0C1D2E3F4567", "BO12345678"] {
            assert!(is_malformed(wrong.as_bytes()), "{wrong}");
        }
        for other in ["B0C1D2E3F4", "B0C1D2E", "B0c1D2E3F", "BOXES12345", "B0C1_2E3F", ""] {
            assert!(!is_malformed(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn a_long_word_is_no_asin_and_is_not_read_to_its_end() {
        let long = word(&[b'0'; 1000]);
        assert_eq!(long.len(), READ);
        let asin_like = [b"B0".as_slice(), &[b'1'; 1000]].concat();
        assert!(!is_malformed(word(&asin_like)));
    }
}
