//! Marks without a space that are right: in formulas, codes, functions, and words in two parts.

use crate::check::around::{ENDINGS, PREFIXES, is_word};

/// Words of chemistry that go on in parentheses: `bis(2-ethylhexyl) phthalate`, `benzo(a)pyrene`.
const STEMS: &[&str] = &[
    "bis", "tris", "tetrakis", "di", "tri", "tetra", "hexa", "poly", "oligo", "benzo", "dibenzo",
    "naphtho", "indeno",
];

/// Endings that stand in parentheses within a word.
const SUFFIXES: &[&str] = &[
    "able", "ible", "ing", "ed", "er", "ers", "ly", "ful", "less", "al", "ally", "or", "ors", "en",
];

/// Functions of spreadsheets.
const FUNCTIONS: &[&str] = &[
    "SUM", "SUMIF", "SUMIFS", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS", "IF", "IFERROR", "AVERAGE",
    "VLOOKUP", "XLOOKUP", "INDEX", "MATCH", "ROUND", "MAX", "MIN", "CONCAT", "TEXT", "TRIM",
    "LEFT", "RIGHT", "LEN",
];

/// So many characters a part of a formula has in parentheses: `Mg(OH)Cl`.
const PART: usize = 5;

/// So many bytes around a mark are looked at.
const REACH: usize = 60;

/// Whether the mark at `at` needs no space.
pub(super) fn is_technical(text: &str, at: usize) -> bool {
    let before = last(&text[..at]);
    let mut behind = first(&text[at..]).chars();
    let mark = behind.next();
    let behind = behind.as_str();
    match mark {
        Some(',') => is_locant(before, behind),
        Some(';') => is_entity(before),
        Some(':') => is_code(before, behind),
        Some('(') => is_formula(before, behind),
        Some(')') => before
            .rfind('(')
            .is_some_and(|open| closes(&before[..open], &before[open + 1..], behind)),
        _ => false,
    }
}

/// `N,N-diethyl`, `N,N'-methylene`.
fn is_locant(before: &str, behind: &str) -> bool {
    let (one, other) = (last_word(before), first_word(behind));
    one.chars().count() == 1 && other.chars().count() <= 2 && behind[other.len()..].starts_with('-')
}

/// `&amp`, before its semicolon.
fn is_entity(before: &str) -> bool {
    let name = before.rsplit('&').next().unwrap_or_default();
    name.len() < before.len()
        && (2..=8).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

/// `AA:BB:CC`, `LAMP:RED:XL`, `B2:B40`.
fn is_code(before: &str, behind: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '"' | '“' | '”');
    let before = before.rsplit(ends).next().unwrap_or_default();
    let behind = behind.split(ends).next().unwrap_or_default();
    let parts = || before.split(':').chain(behind.split(':'));
    let capital = |part: &str| !part.contains(char::is_lowercase);
    let code = parts().all(capital) || parts().all(|part| part.len() <= 2);
    (parts().count() > 2 && code) || (is_cell(before) && is_cell(behind))
}

/// `B2`, `$B$40`.
fn is_cell(text: &str) -> bool {
    let column = text.trim_start_matches('$').trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = column.trim_end_matches('$');
    (1..=3).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && text.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether what opens behind a word is a part of it: `Ca(OH)2`, `Cr(VI)`, `COUNTIF(B2:B40)`,
/// `LX(EU)200`.
fn is_formula(before: &str, behind: &str) -> bool {
    let word = last_word(before);
    let Some((inside, rest)) = behind.split_once(')') else { return false };
    let solid = !inside.contains(' ');
    let roman = !inside.is_empty() && inside.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let mut letters = word.chars();
    let element = letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && letters.next().is_none();
    let argument = inside.split([':', ',', ';', '+', '*', '/']).any(is_cell);
    // `TL-WN722N(EU)`, `CH3CH(OH)CH3`: of capitals and digits, and so is what stands in it.
    let model = word.contains(|c: char| c.is_ascii_digit())
        && [word, inside].iter().all(|part| !part.contains(|c: char| c.is_lowercase() || c == ' '));
    // `use(able)ness`, `LiNi(MnCo)O2`; not `rate(ODR)was` or `labels(all)were`.
    let glued = inside.chars().count() <= PART && rest.starts_with(char::is_uppercase)
        || SUFFIXES.contains(&inside) && rest.starts_with(char::is_alphabetic);
    STEMS.contains(&word.to_lowercase().as_str())
        || roman
        || model
        || (solid && glued)
        || (solid && rest.starts_with(|c: char| c.is_ascii_digit()))
        || (solid && element && inside.len() <= 4)
        || FUNCTIONS.contains(&word)
        || (solid && argument && !word.contains(char::is_lowercase))
}

/// Whether what closes goes on as a part of the same word: `benzo(a)pyrene`, `(re)labelling`.
fn closes(head: &str, inside: &str, behind: &str) -> bool {
    if !head.ends_with(is_word) {
        return PREFIXES.contains(&inside) && behind.starts_with(char::is_lowercase);
    }
    let code =
        |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_lowercase() || c == ' ');
    let goes_on = first_word(behind);
    let formula = last_word(head).chars().count() <= 2 && goes_on.starts_with(char::is_uppercase);
    if inside.chars().count() <= PART && code(inside) && (code(goes_on) || formula) {
        return true;
    }
    let letters = SUFFIXES.contains(&inside)
        || inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_lowercase());
    let stem = STEMS.contains(&last_word(head).to_lowercase().as_str());
    stem || (letters && !ENDINGS.contains(&inside))
}

/// The word that a text ends with.
fn last_word(text: &str) -> &str {
    &text[text.trim_end_matches(is_word).len()..]
}

/// The word that a text begins with.
fn first_word(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(is_word).len()]
}

/// The end of a text, as far as it is looked at.
fn last(text: &str) -> &str {
    let mut start = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The start of a text, as far as it is looked at.
fn first(text: &str) -> &str {
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::is_technical;

    /// Whether all marks of a kind in a text are right without a space.
    fn all(text: &str, mark: char) -> bool {
        text.match_indices(mark).all(|(at, _)| is_technical(text, at))
    }

    #[test]
    fn formulas_and_codes_have_no_spaces() {
        for text in [
            "Ca(OH)2",
            "chromium(VI)",
            "bis(2-ethylhexyl) phthalate",
            "SUM(B2)",
            "LX(EU)200",
            "WN722N(EU)",
        ] {
            assert!(all(text, '('), "{text}");
        }
        for text in
            ["benzo(a)pyrene", "(re)labelling", "(s)he", "poly(vinyl)chloride", "(multi)pack"]
        {
            assert!(all(text, ')'), "{text}");
        }
        for text in ["AA:BB:CC:DD:EE:FF", "LAMP:RED:XL", "(B2:B40)", "aa:bb:0c"] {
            assert!(all(text, ':'), "{text}");
        }
        assert!(all("N,N-diethyl", ',') && all("S&amp;P", ';'));
    }

    #[test]
    fn remarks_and_lists_have_some() {
        for text in
            ["labels(all)were", "rate(ODR)was", "number(LSR and ODR)fell", "We(Haida Lamp)sell"]
        {
            assert!(!all(text, '(') && !all(text, ')'), "{text}");
        }
        assert!(!all("item(s)were", ')') && !all("(a)we counted", ')'));
        assert!(!all("(new)labels", ')'));
        assert!(!all("ASIN:B0", ':') && !all("because:the", ':') && !all("A,B", ','));
        assert!(!all("broken; R&D lost;we", ';'));
    }
}
