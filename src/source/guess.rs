//! Which old encoding bytes are in that are no UTF-8.
//!
//! chardetng knows many encodings, but not that the writer sells from China: with the top-level
//! domain `cn` it takes all Big5 for GBK, and most English with curly quotes from a Western Word;
//! without, Chinese curly quotes for Big5. Letters are short and mostly English, so a handful of
//! characters must decide. They do, when one asks of each encoding which share of the bytes above
//! ASCII would be characters that people use: both Chinese encodings put their common characters in
//! front, in different places, and in windows-1252 most such bytes are curly quotes, dashes, or
//! letters amidst letters. chardetng is asked where that does not decide, and believed if it says one of
//! these. What is UTF-8 for the most part is damaged UTF-8, whatever else its bytes would fit.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, GBK, UTF_8, WINDOWS_1252};

use super::{Encoding, SourceError, decode};

/// The encoding of a letter that is not in UTF-8; if it was, the error tells where it is damaged.
pub(super) fn guess(bytes: &[u8]) -> Result<Encoding, SourceError> {
    let shares = [
        (share(bytes, gbk), GBK),
        (share(bytes, big5), BIG5),
        (share(bytes, western), WINDOWS_1252),
    ];
    let better = |best: Share, one: Share| if one.0 > best.0 { one } else { best };
    let (best, charset) = shares.into_iter().fold((0, WINDOWS_1252), better);
    let whole = share(bytes, utf8);
    let cut = cut_off(bytes);
    if (whole >= DAMAGED && whole > best) || cut == Some(true) {
        return valid(bytes, UTF_8);
    }
    let found = valid(bytes, charset);
    if best >= LIKELY && found.is_ok() || best >= CERTAIN {
        return found;
    }
    if cut.is_some() || bytes.windows(2).any(is_left_of_mark) {
        return valid(bytes, UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let charset = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    if [GBK, BIG5, WINDOWS_1252].contains(&charset) {
        return valid(bytes, charset);
    }
    let at = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    Err(SourceError::Unknown(at))
}

/// An encoding, and how many of a hundred characters would be usual in it.
type Share = (usize, &'static encoding_rs::Encoding);

/// From this share on an encoding is taken, if all bytes fit.
const LIKELY: usize = 75;
/// From this share on bytes are damaged UTF-8, if no other encoding has a larger one.
const DAMAGED: usize = 50;
/// From this share on a byte that does not fit is a broken byte, not a sign of another encoding.
const CERTAIN: usize = 90;

/// That encoding, unless the bytes hold something that it has not.
fn valid(bytes: &[u8], charset: &'static encoding_rs::Encoding) -> Result<Encoding, SourceError> {
    let invalid = |at| SourceError::Undecodable { encoding: charset.name(), at };
    if charset == WINDOWS_1252 {
        // The Encoding Standard reads these five as control characters; Windows has none there.
        let hole = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
        return bytes
            .iter()
            .position(hole)
            .map_or(Ok(Encoding::new(charset)), |at| Err(invalid(at)));
    }
    decode::strict(charset, bytes).map_err(invalid).map(|_| Encoding::new(charset))
}

/// What the bytes at a place would be in some encoding: how many make up a character, and whether
/// people use it.
type Reader = fn(bytes: &[u8], at: usize) -> (usize, bool);

/// The share, in per cent, of the characters beyond ASCII that people use.
fn share(bytes: &[u8], reader: Reader) -> usize {
    let (mut usual, mut all, mut at) = (0, 0, 0);
    while let Some(found) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        let (length, is_usual) = reader(bytes, at + found);
        usual += usize::from(is_usual);
        all += 1;
        at = (at + found + length).min(bytes.len());
    }
    usual * 100 / all.max(1)
}

/// A character of UTF-8, rarely there by chance; or all that is left of one.
fn utf8(bytes: &[u8], at: usize) -> (usize, bool) {
    let window = &bytes[at..bytes.len().min(at + 4)];
    if let Some(first) = window.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next())
    {
        return (first.len_utf8(), true);
    }
    let goes_on = |byte: &&u8| matches!(byte, 0x80..=0xBF);
    let rest = window[1..].iter().take_while(goes_on).count().min(2);
    (1 + rest, false)
}

/// Whether the bytes are sure to be UTF-8, if they are but for a character at their very end that is cut
/// off. One byte is left of an `é` of windows-1252 as well, unless it stands behind characters of three.
fn cut_off(bytes: &[u8]) -> Option<bool> {
    let error = std::str::from_utf8(bytes).err().filter(|error| error.error_len().is_none())?;
    let (before, left) = bytes.split_at(error.valid_up_to());
    Some(left.len() > 1 || before.iter().any(|byte| *byte >= 0xE0))
}

/// GBK: the 3,755 common characters of GB 2312's first level, and the punctuation before them.
fn gbk(bytes: &[u8], at: usize) -> (usize, bool) {
    match &bytes[at..] {
        [0xB0..=0xD7, 0xA1..=0xFE, ..] => (2, true),
        [0xA1 | 0xA3 | 0xA8, 0x40..=0xFE, ..] => (2, is_written(GBK, &bytes[at..at + 2])),
        [0x81..=0xFE, b'0'..=b'9', 0x81..=0xFE, b'0'..=b'9', ..] => (4, false),
        [0x81..=0xFE, 0x40..=0xFE, ..] => (2, false),
        _ => (1, false),
    }
}

/// Big5: its first 5,401 characters, and the punctuation before them.
fn big5(bytes: &[u8], at: usize) -> (usize, bool) {
    match &bytes[at..] {
        [0xA4..=0xC5, 0x40..=0x7E | 0xA1..=0xFE, ..] | [0xC6, 0x40..=0x7E, ..] => (2, true),
        [0xA1..=0xA3, 0x40..=0x7E | 0xA1..=0xFE, ..] => (2, is_written(BIG5, &bytes[at..at + 2])),
        [0x81..=0xFE, 0x40..=0x7E | 0xA1..=0xFE, ..] => (2, false),
        _ => (1, false),
    }
}

/// windows-1252: what Word puts in by itself, and letters beside letters.
fn western(bytes: &[u8], at: usize) -> (usize, bool) {
    let letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let beyond = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(|b| !b.is_ascii());
    let before = at.checked_sub(1);
    let around = &bytes[before.unwrap_or(at)..bytes.len().min(at + 2)];
    let usual = match bytes[at] {
        _ if around.windows(2).any(is_left_of_mark) => false,
        // Signs, each by itself.
        0xA1..=0xBF | 0xD7 | 0xF7 if !beyond(before) && !beyond(Some(at + 1)) => true,
        0x80
        | 0x82
        | 0x84
        | 0x85
        | 0x91..=0x97
        | 0x99
        | 0xA0
        | 0xA3
        | 0xA7
        | 0xA9
        | 0xAB
        | 0xAE
        | 0xB0
        | 0xB7
        | 0xBB => true,
        0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F | 0xC0..=0xFF => {
            let after_two = bytes[at] >= 0xE0 && letter(at.checked_sub(2));
            letter(at.checked_sub(1)) || letter(Some(at + 1)) || after_two
        }
        _ => false,
    };
    (1, usual)
}

/// Whether two bytes are part of a curly quote or a dash in UTF-8, such as `â€™` of windows-1252.
fn is_left_of_mark(two: &[u8]) -> bool {
    const LAST: &[u8] = b"\x93\x94\x98\x99\x9C\x9D\xA6";
    match two {
        [0xE2, 0x80] => true,
        [0xE2 | 0x80, last] => LAST.contains(last),
        _ => false,
    }
}

/// Whether two bytes are punctuation, or a letter, as people write it.
fn is_written(charset: &'static encoding_rs::Encoding, bytes: &[u8]) -> bool {
    let text = decode::strict(charset, bytes).unwrap_or_default();
    text.chars().all(|character| {
        matches!(character, '\u{C0}'..='\u{FF}' | '\u{FF01}'..='\u{FF5E}')
            || "　、。·—…‘’“”《》「」『』【】〈〉〔〕–•°×※€".contains(character)
    })
}
