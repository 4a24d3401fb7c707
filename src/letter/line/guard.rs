//! What a line may be, by its first characters: a line that may be nothing else is prose.
//!
//! What is refused here, the grammar would refuse as well.

use super::Rule;
use crate::letter::words::{Words, begins_with, letters};

/// A message that is repeated.
const SPECIAL: u16 = 1;
/// A greeting.
const GREETING: u16 = 1 << 3;
/// A closing.
const SIGN_OFF: u16 = 1 << 4;
/// The key of a field, before a colon.
const KEY: u16 = 1 << 1;
/// A mark of a list item or of a part.
const MARK: u16 = 1 << 2;

/// First words of lines.
static FIRST: Words<256> = Words::new(&[
    (SPECIAL, "original begin forwarded"),
    (
        GREETING,
        "dear hello hi hey greetings good respected esteemed gentlemen gentle ladies honorable \
         honourable amazon",
    ),
    (
        SIGN_OFF,
        "sincerely yours very truly faithfully respectfully cordially regards thanks thank best kind \
         kindest warm warmest many with god all cheers",
    ),
    (
        KEY,
        "subject regarding re to from cc date attention attn registered seller merchant partner store \
         shop account company business legal brand case complaint reference listing e email mailbox \
         phone telephone tel mobile address website marketplaces marketplace affected asins asin ref \
         deactivated vat unified owner wechat",
    ),
    (
        MARK,
        "part section first firstly second secondly third thirdly fourth fourthly fifth fifthly sixth \
         lastly last finally ii iii iv vi vii viii ix",
    ),
]);

/// First characters of Chinese lines that are no prose.
const SPECIAL_HAN: &str = "—主标事关收发日店卖公邮注电地站法致尊亲您你敬亚此祝顺谨";

/// First characters of marks, Chinese and others.
const MARK_HAN: &str = "第一二三四五六七八九十首其再最（•·●○■□◆◇►▪➢✓✔★※–—";

/// The rules for what a line may be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MayBe {
    /// For what is no text of the letter: a field, a greeting, a quote.
    pub special: Option<Rule>,
    /// For the marks at its beginning.
    pub open: Option<Rule>,
}

/// What a line may be; it begins with no space.
pub(super) fn may_be(line: &str) -> MayBe {
    let bytes = line.as_bytes();
    let (special, open) = match bytes {
        [b'0'..=b'9', ..] => (None, is_numbered(bytes).then_some(Rule::numbered_line)),
        [b'a'..=b'z' | b'A'..=b'Z', ..] => (special(line), worded(bytes)),
        [b'#' | b'(', ..] => (None, Some(Rule::opening)),
        [b'*', b'*', ..] | [b'_', b'_', ..] => (special(&line[2..]), Some(Rule::opening)),
        [b'-', b'-', ..] => (Some(Rule::special_line), Some(Rule::bullet_line)),
        [b'-' | b'*' | b'+', ..] => (None, Some(Rule::bullet_line)),
        [b'<' | b'=' | b'~' | b'>', ..] => (Some(Rule::special_line), None),
        [0x80..=0xFF, ..] => (special(line), foreign(line)),
        _ => (None, None),
    };
    MayBe { special, open }
}

/// The rule for a line, or what follows its bold mark, that may be no text of the letter.
fn special(line: &str) -> Option<Rule> {
    let bytes = line.as_bytes();
    match bytes {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => match FIRST.get(letters(bytes)) {
            GREETING => Some(Rule::greeting_line),
            SIGN_OFF => Some(Rule::sign_off_line),
            KEY if is_to_whom(bytes) => Some(Rule::greeting_line),
            KEY => has_colon(bytes).then_some(Rule::field_line),
            may if may & !MARK != 0 => Some(Rule::special_line),
            _ => None,
        },
        [0x80..=0xFF, ..] => {
            let may = line.chars().next().is_some_and(|first| SPECIAL_HAN.contains(first));
            may.then_some(Rule::special_line)
        }
        [b'*' | b'_', ..] => Some(Rule::special_line),
        _ => None,
    }
}

/// The rule for the mark of a line that begins with a letter.
fn worded(bytes: &[u8]) -> Option<Rule> {
    let word = letters(bytes);
    let marked = match bytes.get(word.len()) {
        Some(b'.' | b')' | 0x80..) => word.len() == 1 || FIRST.get(word) & MARK != 0,
        _ => word.len() > 3 && FIRST.get(word) & MARK != 0,
    };
    marked.then_some(Rule::opening)
}

/// The rule for the mark of a line that begins with no ASCII character.
fn foreign(line: &str) -> Option<Rule> {
    let first = line.chars().next()?;
    let marked = MARK_HAN.contains(first) || matches!(first, '①'..='⑳' | '❶'..='❿' | '➀'..='➉');
    marked.then_some(Rule::opening)
}

/// Whether a line begins with `To whom`.
fn is_to_whom(bytes: &[u8]) -> bool {
    begins_with(bytes, b"to whom")
}

/// Whether a line begins with a number as items do.
fn is_numbered(bytes: &[u8]) -> bool {
    let digits = bytes.iter().take(3).take_while(|byte| byte.is_ascii_digit()).count();
    match bytes[digits..] {
        [b'.' | b')' | b',' | 0x80.., ..] => digits < 3,
        [b' ' | b'\t' | b'\r', b')' | 0x80.., ..] => digits < 3,
        _ => false,
    }
}

/// Whether only a key stands before the first colon.
fn has_colon(bytes: &[u8]) -> bool {
    let in_key = |byte: &u8| {
        byte.is_ascii_alphabetic()
            || matches!(byte, b' ' | b'\t' | b'\r' | b'-' | b'(' | b')' | b'.' | b'*' | b'_')
    };
    let behind = bytes.iter().position(|byte| !in_key(byte));
    behind.is_some_and(|at| matches!(bytes[at], b':' | 0x80..))
}

/// Whether the grammar takes it for a space.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{A0}' | '\u{3000}' | '\u{FEFF}')
}
