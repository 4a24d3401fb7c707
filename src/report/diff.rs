//! What a fix would change, as a unified diff: exact, so that `patch` takes it for a letter in UTF-8.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use similar::TextDiff;

/// The difference between two texts of the letter of that name; empty when there is none. A line ends at
/// its line feed, as for all programs that read such a diff.
#[must_use]
pub fn unified(name: &str, old: &str, new: &str, styled: bool) -> String {
    let name = name.replace(char::is_control, "\u{fffd}");
    // Behind a tab the name is over; else `patch` takes the first blank for that.
    let name = if name.contains(' ') { name + "\t" } else { name };
    let [old, new] = [old, new].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&old, &new);
    let drawn = diff.unified_diff().header(&name, &name).to_string();
    if styled { colored(&drawn) } else { drawn }
}

fn colored(diff: &str) -> String {
    let mut colored = String::with_capacity(diff.len() * 2);
    for (number, line) in diff.split_inclusive('\n').enumerate() {
        let style = match line.as_bytes().first() {
            _ if number < 2 => Style::new().bold(),
            Some(b'-') => AnsiColor::Red.on_default(),
            Some(b'+') => AnsiColor::Green.on_default(),
            Some(b'@') => AnsiColor::Cyan.on_default(),
            _ => Style::new(),
        };
        let (text, end) = line.split_at(line.trim_end_matches(['\r', '\n']).len());
        // Writing to a string cannot fail.
        let _ = write!(colored, "{style}{text}{style:#}{end}");
    }
    colored
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_diff_names_the_letter_and_keeps_line_ends() {
        let diff = unified("a.txt", "one\r\ntwo\r\nthree", "one\r\n2\r\nthree", false);
        let wanted = "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n one\r\n-two\r\n+2\r\n three\n\\ No newline at end of file\n";
        assert_eq!(diff, wanted);
        assert_eq!(unified("a.txt", "same", "same", false), "");
        let diff = unified("a b.txt", "one\rtwo\n", "1\rtwo\n", false);
        let wanted = "--- a b.txt\t\n+++ a b.txt\t\n@@ -1 +1 @@\n-one\rtwo\n+1\rtwo\n";
        assert_eq!(diff, wanted);
    }

    #[test]
    fn colors_end_before_the_line_does() {
        let diff = unified("a", "x\n", "y\n", true);
        assert!(diff.contains("\u{1b}[31m-x\u{1b}[0m\n\u{1b}[32m+y\u{1b}[0m\n"), "{diff:?}");
    }
}
