//! What makes two spellings one word: capitals, curly apostrophes, full-width letters.

/// The folded characters of a word: those that the vocabulary is written in.
pub fn fold(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|c| !is_invisible(*c)).map(fold_char)
}

/// One folded character.
#[must_use]
pub fn fold_char(c: char) -> char {
    match c {
        'a'..='z' | '0'..='9' => c,
        _ if c.is_ascii() && c != '`' => c.to_ascii_lowercase(),
        _ if is_apostrophe(c) => '\'',
        // Full-width forms stand in the order of ASCII.
        '\u{FF01}'..='\u{FF5E}' => {
            let ascii = char::from((u32::from(c) - 0xFEE0) as u8);
            ascii.to_ascii_lowercase()
        }
        // The rare letters whose lower case is several characters keep the first.
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Whether people type it for an apostrophe.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '′' | '＇')
}

/// Whether it stands inside words without being seen: soft hyphens and zero-width characters, which
/// come with text copied from web pages.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether it is a Chinese character, which is a word of its own.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether it is part of a word of several characters.
#[must_use]
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    // Combining marks belong to the letter before them.
    (c.is_alphanumeric() && !is_han(c)) || matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether it is a digit, full-width ones among them.
#[must_use]
pub fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}
