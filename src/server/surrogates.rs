//! Halves of characters. JSON may name one by an escape (`"\ud83d"`), as editors do whose strings are
//! UTF-16 and were cut inside an emoji; no string of Rust holds it.

/// Turns escapes of lone surrogates in JSON into U+FFFD, which is as long in every unit that columns
/// are counted in: the editor's text and ours stay in step.
pub fn replace_lone(json: &mut [u8]) {
    let mut at = 0;
    while at < json.len() {
        at += match (json[at], unit(json, at)) {
            (b'\\', Some(0xD800..0xDC00)) if matches!(unit(json, at + 6), Some(0xDC00..0xE000)) => {
                12
            }
            (b'\\', Some(0xD800..0xE000)) => {
                json[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            // The second byte of an escape begins none.
            (b'\\', _) => 2,
            _ => 1,
        };
    }
}

/// The code unit whose escape begins at `at`.
fn unit(json: &[u8], at: usize) -> Option<u32> {
    let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lone_surrogates_are_replaced() {
        for (json, wanted) in [
            (r"\ud83d\ude00 \u4f60", r"\ud83d\ude00 \u4f60"),
            (r"a\ud83d", r"a\ufffd"),
            (r"\uDE00\uD83D", r"\ufffd\ufffd"),
            (r"\ud83d\ud83d\ude00", r"\ufffd\ud83d\ude00"),
            (r"\\ud83d \ud8", r"\\ud83d \ud8"),
            (r"\\\ud83dx\", r"\\\ufffdx\"),
        ] {
            let mut replaced = json.as_bytes().to_vec();
            replace_lone(&mut replaced);
            assert_eq!(String::from_utf8_lossy(&replaced), wanted, "{json}");
        }
    }
}
