//! Misspellings and what is meant, from the `typos` project's dictionary, which leaves out whatever is
//! also a word. Its own table holds a pointer for every string, and each costs the program time when it
//! starts; one sorted text costs none.

/// Shorter words are too often names and abbreviations.
const SHORTEST: usize = 5;
/// With more readings than that nobody knows what was meant.
const MOST_READINGS: usize = 2;

/// A line for each misspelling, sorted: the misspelling, a space, and what it may stand for.
pub fn list() -> String {
    let mut lines: Vec<String> = typos_dict::WORD
        .map
        .entries()
        .map(|(wrong, right)| (wrong.into_inner(), right))
        .filter(|(wrong, right)| {
            wrong.len() >= SHORTEST
                && wrong.bytes().all(|letter| letter.is_ascii_lowercase())
                && (1..=MOST_READINGS).contains(&right.len())
        })
        .map(|(wrong, right)| format!("{wrong} {}", right.join(" ")))
        .collect();
    lines.sort_unstable();
    lines.push(String::new());
    lines.join("\n")
}
