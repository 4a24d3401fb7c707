//! Which lines belong together: paragraphs that were wrapped by hand, rows of tables.

use super::line::Line;

/// Lines longer than this were not wrapped by hand.
const WIDEST: u32 = 110;

/// A wrapped line is at least this long.
const NARROWEST: u32 = 40;

/// For each line, the length of the longest line around it, up to the next blank lines.
pub(super) fn widths(lines: &[Line]) -> Vec<u32> {
    let mut widths = Vec::with_capacity(lines.len());
    while widths.len() < lines.len() {
        let start = widths.len();
        let more = lines[start + 1..].iter().take_while(|line| !line.after_blank).count();
        let run = &lines[start..=start + more];
        let longest = run.iter().map(|line| line.span.len() + line.indent).max().unwrap_or(0);
        widths.resize(start + run.len(), longest);
    }
    widths
}

/// Whether `line` goes on with the paragraph that `last` ends.
pub(super) fn joins(text: &str, last: &Line, line: &Line, width: u32) -> bool {
    if line.after_blank {
        return false;
    }
    let before = &text[last.span.range()];
    let after = &text[line.span.range()];
    let unfinished =
        !before.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；', '…']);
    if unfinished && after.starts_with(char::is_lowercase) {
        return true;
    }
    let first = after.find(char::is_whitespace).unwrap_or(after.len()) as u32;
    let full = last.span.len() + last.indent + 1 + first + 4 >= width;
    width <= WIDEST && last.span.len() >= NARROWEST && full
}

/// Whether a line is a row of a table: cells between bars, tabs, or runs of spaces.
pub(super) fn is_row(text: &str, line: &Line) -> bool {
    let row = &text[line.span.range()];
    if row.len() > 400 {
        return false;
    }
    let bars = memchr::memchr_iter(b'|', row.as_bytes()).count();
    let tabs = memchr::memchr_iter(b'\t', row.as_bytes()).count();
    bars >= 2 || tabs >= 1 || gaps(row) >= 2
}

/// The number of wide gaps that do not stand behind the end of a sentence.
fn gaps(row: &str) -> usize {
    row.match_indices("   ")
        .filter(|(at, _)| !row[..*at].ends_with(['.', '!', '?', ':', ' ', ',']))
        .count()
}
