//! Characters of symbol fonts.

/// The character that a symbol font shows for a code, or nothing for ornaments that have no meaning
/// in a letter. Word keeps these codes in Unicode's private range.
pub fn symbol(code: u32) -> Option<char> {
    if !(0xF000..=0xF0FF).contains(&code) {
        return char::from_u32(code).filter(|character| !is_private(*character));
    }
    // Wingdings where it has a meaning; the others are rare.
    Some(match code {
        0xF020..=0xF02F => return None,
        0xF0B7 | 0xF09F | 0xF06C => '•',
        0xF0A7 | 0xF06E => '▪',
        0xF0D8 => '➢',
        0xF0E0 | 0xF0E8 => '→',
        0xF0FC | 0xF050 => '✓',
        0xF0FB | 0xF04F => '✗',
        0xF0FE | 0xF052 => '☑',
        0xF0A8 | 0xF06F | 0xF0A3 => '☐',
        0xF04A => '☺',
        0xF0B4 => '×',
        0xF0B0 => '°',
        0xF0AE => '®',
        _ => return None,
    })
}

/// Whether a character means what a font says.
pub fn is_private(character: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&character)
}
