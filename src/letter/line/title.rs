//! Which lines may begin with a title: by the first word, and by what stands where the title ends.
//!
//! What is refused here, the grammar would refuse as well.

use super::guard::is_space;
use crate::letter::words::{Words, letters};

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

/// First characters of Chinese titles.
const TITLE_HAN: &str = "我此本关造导违主已所采完您根原问事背情被投纠整补解立当处行预防避未后改长短如附证申材发相结总承联恳自措";

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
