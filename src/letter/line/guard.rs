//! What a line may be, by its first characters: a line that may be nothing else is prose.
//!
//! What is refused here, the grammar would refuse as well.

use super::Rule;
use crate::letter::words::Words;

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

/// Stands before a title.
const ARTICLE: u16 = 1;
/// Begins a title.
const TITLE: u16 = 1 << 1;
/// Begins a title with the word behind it: `In the future`.
const LEAD: u16 = 1 << 2;
/// The word behind it.
const LED: u16 = 1 << 3;

/// The first letters of titles: five, or all of a shorter word.
static TITLES: Words<256> = Words::new(&[
    (ARTICLE, "the our my a an"),
    (LEAD, "in for from"),
    (LED, "the future now"),
    (
        TITLE,
        "descr summa analy root main prima immed corre preve remed long short futur under contr detai \
         suppo attac addit key speci follo inter impro polic accou case compl two three conta curre real \
         deepe other whole opera perma cause reaso issue probl actio measu step plan recti resol solut \
         viola docum exhib annex enclo commi findi invoi resul notif recei file safeg backg evide proof \
         concl closi reque inves intro overv expla infor appea state situa respo circu recur ackno what \
         why how going movin next poa list",
    ),
]);

/// First characters of Chinese lines that are no prose.
const SPECIAL_HAN: &str = "—主标事关收发日店卖公邮注电地站法致尊亲您你敬亚此祝顺谨";

/// First characters of marks, Chinese and others.
const MARK_HAN: &str = "第一二三四五六七八九十首其再最（•·●○■□◆◇►▪➢✓✔★※–—";

/// First characters of Chinese titles.
const TITLE_HAN: &str = "我此本关造导违主已所采完您根原问事背情被投纠整补解立当处行预防避未后改长短如附证申材发相结总承联恳自措";

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
    bytes.get(..7).is_some_and(|first| first.eq_ignore_ascii_case(b"to whom"))
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

/// Whether a line, or what its marks leave of it, may begin with a title that ends where one ends.
pub(super) fn may_be_labelled(line: &str) -> bool {
    let titled = match line.as_bytes() {
        [b'a'..=b'z' | b'A'..=b'Z', ..] => begins_title(line.as_bytes()),
        [0x80..=0xFF, ..] => line.chars().next().is_some_and(|first| TITLE_HAN.contains(first)),
        _ => false,
    };
    titled && ends_title(line)
}

/// Whether the first words of a line may be those of a title.
fn begins_title(bytes: &[u8]) -> bool {
    let word = letters(bytes);
    let behind = letters(bytes.get(word.len() + 1..).unwrap_or_default());
    match TITLES.get(word) & !LED {
        LEAD => TITLES.get(behind) & LED != 0,
        ARTICLE => begins_with_title(behind),
        _ => begins_with_title(word),
    }
}

/// Whether the first letters of a word begin a title.
fn begins_with_title(word: &[u8]) -> bool {
    (3..=5).any(|length| TITLES.get(&word[..word.len().min(length)]) & TITLE != 0)
}

/// Whether the first character that ends a title ends one that is a label.
fn ends_title(line: &str) -> bool {
    let bytes = line.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes[from..]
        .iter()
        .position(|byte| matches!(byte, b':' | b'.' | b'!' | b'*' | 0xE3 | 0xEF))
    {
        let at = from + at;
        let Some(stop) = line.get(at..) else { return false };
        if stop.starts_with([':', '：']) {
            return true;
        }
        if stop.starts_with('!') {
            return false;
        }
        if stop.starts_with(['.', '。']) || stop.starts_with("**") {
            return closes(stop);
        }
        from = at + 1;
    }
    true
}

/// Whether the full stop or the bold mark at the start of a text closes a label.
fn closes(text: &str) -> bool {
    let behind = text.trim_start_matches(['.', '。', '*', '_']).trim_start_matches(is_space);
    let capital = |c: char| c.is_ascii_uppercase();
    behind.is_empty()
        || behind.starts_with([':', '：'])
        || text.starts_with('.')
            && (text[1..].starts_with(['*', '_']) || behind.starts_with(capital))
}

/// The letters at the start of a line.
fn letters(bytes: &[u8]) -> &[u8] {
    let length = bytes.iter().take(16).take_while(|byte| byte.is_ascii_alphabetic()).count();
    &bytes[..length]
}

/// Whether the grammar takes it for a space.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{A0}' | '\u{3000}' | '\u{FEFF}')
}
