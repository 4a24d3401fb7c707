//! For tests: the words of a grammar, so that a word that is added to it is tried as well.

/// The strings of a grammar, without its comments, in order and without repetition.
pub(super) fn literals(grammar: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in grammar.lines().filter(|line| !line.starts_with("//")) {
        let mut rest = line;
        while let Some((_, behind)) = rest.split_once('"') {
            let mut literal = String::new();
            let mut characters = behind.char_indices();
            while let Some((at, character)) = characters.next() {
                match character {
                    '"' => {
                        rest = &behind[at + 1..];
                        break;
                    }
                    '\\' => literal.push(match characters.next() {
                        Some((_, 'n')) => '\n',
                        Some((_, 'r')) => '\r',
                        Some((_, 't')) => '\t',
                        Some((_, 'u')) => escaped(&mut characters),
                        other => other.map_or('\\', |(_, character)| character),
                    }),
                    _ => literal.push(character),
                }
            }
            if !literal.is_empty() && !found.contains(&literal) {
                found.push(literal);
            }
        }
    }
    found
}

/// The character of `{A0}`.
fn escaped(characters: &mut std::str::CharIndices<'_>) -> char {
    let digits: String = characters.map(|(_, c)| c).skip(1).take_while(|c| *c != '}').collect();
    u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).unwrap_or('?')
}

#[test]
fn strings_and_escapes_are_read() {
    let grammar = "// \"no\"\na = { ^\"yes\" | \"\\u{A0}\" | \"\\\"\" | '1'..'2' }\nb = { \"yes\" ~ \"\\n\" }";
    assert_eq!(literals(grammar), ["yes", "\u{a0}", "\"", "\n"]);
}
