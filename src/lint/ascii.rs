//! Regular expressions without Unicode tables.

/// An expression in which `\w`, `\d`, `\s` and `\b` speak of ASCII only. Their Unicode tables make
/// an expression up to a hundred times slower to compile, and compiling is what the first letter of
/// a run waits for. In Chinese text, where every character is a `\w`, `\b` finds words only so.
pub fn classes(regex: &str) -> String {
    let mut out = String::with_capacity(2 * regex.len());
    let mut brackets = 0_usize;
    let mut rest = regex.chars();
    while let Some(next) = rest.next() {
        match next {
            '\\' => escape(&mut out, rest.next().unwrap_or_default(), brackets > 0),
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if next != '\\' {
            out.push(next);
        }
    }
    out
}

/// Writes an escape, in a bracketed class or outside.
fn escape(out: &mut String, letter: char, bracketed: bool) {
    let class = match letter.to_ascii_lowercase() {
        'w' => "0-9A-Za-z_",
        'd' => "0-9",
        's' => r"\t\n\v\f\r ",
        'b' if !bracketed => return out.push_str(&format!(r"(?-u:\{letter})")),
        _ => return out.extend(['\\', letter]),
    };
    let not = if letter.is_ascii_uppercase() { "^" } else { "" };
    if bracketed && not.is_empty() {
        out.push_str(class);
    } else {
        out.push_str(&format!("[{not}{class}]"));
    }
}

#[cfg(test)]
mod tests {
    use super::classes;

    #[test]
    fn classes_and_boundaries_become_ascii() {
        assert_eq!(classes(r"\b\w+\B"), r"(?-u:\b)[0-9A-Za-z_]+(?-u:\B)");
        assert_eq!(classes(r"[\w.-]\D[^\d\W]"), r"[0-9A-Za-z_.-][^0-9][^0-9[^0-9A-Za-z_]]");
        assert_eq!(classes(r"(?P<here>\[\s*\p{Han}\\d)"), r"(?P<here>\[[\t\n\v\f\r ]*\p{Han}\\d)");
    }
}
