//! Text made safe for a terminal: a letter may hold escape codes, and a message quotes the letter.
//! What is left has the width that [`cells`] counts.

use unicode_width::UnicodeWidthChar;

/// Whether all bytes are characters that are shown as they are, in a cell each: most of a letter is.
pub fn is_simple(bytes: &[u8]) -> bool {
    // Without an end at the first that is not, many are looked at in one step.
    bytes.iter().fold(true, |simple, byte| simple & matches!(byte, b' '..=b'~'))
}

/// Appends what a terminal shows for a text of a letter.
pub fn push_all(out: &mut String, text: &str) {
    if is_simple(text.as_bytes()) {
        out.push_str(text);
    } else {
        text.chars().for_each(|character| push(out, character));
    }
}

/// Appends what a terminal shows for a character of a letter.
pub fn push(out: &mut String, character: char) {
    match character {
        ' '..='~' => out.push(character),
        '\t' => out.push_str("    "),
        '\0'..='\x1F' => out.extend(char::from_u32(0x2400 + character as u32)),
        '\x7F' => out.push('\u{2421}'),
        // These only join or colour what stands before them; without them every terminal agrees on
        // the width of an emoji, and the marks below stand where they should.
        '\u{FE0F}' | '\u{200D}' => {}
        _ if is_unsafe(character) => out.push('\u{FFFD}'),
        _ => out.push(character),
    }
}

/// Whether a terminal may take it for a command, a line break or a change of direction; or it is a
/// noncharacter, which a report may use for itself.
const fn is_unsafe(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
        | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The cells that [`push`] fills for a character.
#[inline]
pub fn cells(character: char) -> usize {
    match character {
        ' '..='~' => 1,
        '\t' => 4,
        '\0'..='\x1F' | '\x7F' => 1,
        '\u{FE0F}' | '\u{200D}' => 0,
        _ if is_unsafe(character) => 1,
        _ => character.width().unwrap_or(1),
    }
}

/// The cells that a text fills.
pub fn width(text: &str) -> usize {
    if is_simple(text.as_bytes()) { text.len() } else { text.chars().map(cells).sum() }
}

/// What a terminal shows for a text, on one line and without runs of blanks: for messages, which
/// quote letters across line breaks.
pub fn line(text: &str) -> String {
    if is_line(text.as_bytes()) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        push_all(&mut out, word);
    }
    out
}

/// Whether [`line()`] leaves a text as it is, because it is simple and has no blanks too many.
fn is_line(text: &[u8]) -> bool {
    let next = text.get(1..).unwrap_or_default();
    let doubled = || {
        let pairs = text.iter().zip(next);
        pairs.fold(false, |found, (one, next)| found | ((*one == b' ') & (*next == b' ')))
    };
    is_simple(text) && !text.starts_with(b" ") && !text.ends_with(b" ") && !doubled()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_blanks_too_many_and_no_commands() {
        for (text, shown) in [
            ("two words", "two words"),
            ("two  words", "two words"),
            (" two\nwords ", "two words"),
            ("\x1b[31mred", "\u{241b}[31mred"),
            ("买家 \u{202e}粗心", "买家 \u{fffd}粗心"),
        ] {
            assert_eq!(line(text), shown);
        }
    }

    #[test]
    fn a_width_is_that_of_what_is_shown() {
        for (text, cells) in [("", 0), ("two words", 9), ("\ttwo", 7), ("粗心 a", 6), ("\x1b[", 2)]
        {
            assert_eq!(width(text), cells, "{text:?}");
        }
    }
}
