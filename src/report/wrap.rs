//! Breaks a message into lines. Between Chinese characters a line may break anywhere, but not
//! before 。 nor after （; elsewhere it breaks at blanks.

use crate::report::plain::{cells, is_simple};

/// A text of paragraphs, as lint files hold it: each paragraph wrapped anew to `width` cells, and all
/// indented. Blank lines and lines that begin with `- ` or two blanks, as rows of a table do, stay
/// lines.
#[must_use]
pub fn reflow(text: &str, width: usize, indent: usize) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for whole in text.trim().lines() {
        let line = whole.trim();
        let is_row = whole.starts_with("  ") && !whole.starts_with("   ");
        match paragraphs.last_mut() {
            Some(paragraph) if open && !line.is_empty() && !line.starts_with("- ") && !is_row => {
                join(paragraph, line)
            }
            _ => paragraphs.push(line.to_owned()),
        }
        open = !line.is_empty();
    }
    let indented = |paragraph: &String| match paragraph.is_empty() {
        true => String::new(),
        false => " ".repeat(indent) + &wrap(paragraph, width, indent, indent),
    };
    paragraphs.iter().map(indented).collect::<Vec<_>>().join("\n")
}

/// Puts a line behind the line before it: Chinese without a blank between them.
fn join(before: &mut String, line: &str) {
    if before.ends_with(|last: char| last.is_ascii())
        || line.starts_with(|first: char| first.is_ascii())
    {
        before.push(' ');
    }
    before.push_str(line);
}

/// Wraps a text to `width` cells: its first line begins at cell `first`, the others are indented by
/// `indent`.
pub fn wrap(text: &str, width: usize, first: usize, indent: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in lines(text, width.saturating_sub(first), width - indent).enumerate() {
        if index > 0 {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
        }
        out.push_str(line);
    }
    out
}

/// The lines of a text, the first of at most `first` cells, the others of `rest`. The first is empty
/// when not even a word fits.
pub fn lines(text: &str, first: usize, rest: usize) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    let mut room = first;
    std::iter::from_fn(move || {
        let text = left?;
        let at = match fitting(text, room) {
            Fit::All => text.len(),
            Fit::Break(at) => at,
            Fit::Nowhere(_) if room < rest => 0,
            Fit::Nowhere(at) => at.max(text.chars().next().map_or(0, char::len_utf8)),
        };
        left = (at < text.len()).then_some(&text[at..]);
        room = rest;
        Some(text[..at].trim_end_matches(' '))
    })
}

/// How much of a text fits into a line.
enum Fit {
    /// All of it.
    All,
    /// The bytes before this offset, where the line may break.
    Break(usize),
    /// The bytes before this offset, where it may not.
    Nowhere(usize),
}

fn fitting(text: &str, room: usize) -> Fit {
    if is_simple(&text.as_bytes()[..text.len().min(room.saturating_add(1))]) {
        return fitting_simple(text, room);
    }
    let (mut used, mut good, mut before) = (0, None, None);
    for (at, character) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, character)) {
            good = Some(at);
        }
        used += cells(character);
        // A blank may hang over the edge: it goes when the line breaks behind it.
        if used > room && character != ' ' {
            return good.map_or(Fit::Nowhere(at), Fit::Break);
        }
        before = Some(character);
    }
    Fit::All
}

/// The same where each of the first `room` bytes, and the next one, is a character that fills a cell.
fn fitting_simple(text: &str, room: usize) -> Fit {
    let Some((inside, behind)) = text.split_at_checked(room).filter(|(_, rest)| !rest.is_empty())
    else {
        return Fit::All;
    };
    if behind.starts_with(' ') {
        let next = behind.find(|character| character != ' ');
        return next.map_or(Fit::All, |length| Fit::Break(room + length));
    }
    inside.rfind(' ').map_or(Fit::Nowhere(room), |blank| Fit::Break(blank + 1))
}

/// Whether a line may break between two characters.
fn may_break(before: char, after: char) -> bool {
    if before == ' ' || after == ' ' {
        return before == ' ' && after != ' ';
    }
    (is_wide(before) || is_wide(after)) && !OPENING.contains(before) && !CLOSING.contains(after)
}

/// Whether it is written without blanks between words.
fn is_wide(character: char) -> bool {
    cells(character) == 2 || matches!(character, '…' | '—')
}

/// What no line ends with.
const OPENING: &str = "（【《「『〈〔“‘([{<`";

/// What no line begins with.
const CLOSING: &str = "。，、；：？！）】》」』〉〕”’…—·～％%,.;:?!)]}>`";

#[cfg(test)]
mod tests {
    use super::{reflow, wrap};

    #[test]
    fn breaks_at_blanks_and_drops_them() {
        assert_eq!(wrap("one two  three", 7, 0, 0), "one two\nthree");
        assert_eq!(wrap("don’t “split” words", 8, 0, 0), "don’t\n“split”\nwords");
        assert_eq!(wrap("unbreakable", 4, 0, 0), "unbr\neaka\nble");
        assert_eq!(wrap("who has no edge", usize::MAX, 0, 0), "who has no edge");
    }

    #[test]
    fn indents_and_leaves_the_first_line_to_what_stands_there() {
        assert_eq!(wrap("one two three", 10, 6, 2), "one\n  two\n  three");
        assert_eq!(wrap("one two", 10, 9, 2), "\n  one two");
    }

    #[test]
    fn breaks_between_chinese_characters_but_not_at_punctuation() {
        assert_eq!(wrap("我们已经核对。", 8, 0, 0), "我们已经\n核对。");
        assert_eq!(wrap("我们核对。", 8, 0, 0), "我们核\n对。");
        assert_eq!(wrap("写明（日期）", 6, 0, 0), "写明\n（日\n期）");
        assert_eq!(wrap("核对 ASIN 列表", 8, 0, 0), "核对\nASIN 列\n表");
    }

    #[test]
    fn paragraphs_are_wrapped_anew() {
        let text = "One two\nthree four.\n\nFive\n- six\n- seven\neight\n";
        assert_eq!(
            reflow(text, 16, 2),
            "  One two three\n  four.\n\n  Five\n  - six\n  - seven eight"
        );
    }

    #[test]
    fn rows_of_a_table_stay_lines() {
        let text = "Compare:\n\n  vague  we check\n  exact  Ms. Deng\n         checks\n";
        assert_eq!(reflow(text, 40, 1), " Compare:\n\n vague  we check\n exact  Ms. Deng checks");
    }

    #[test]
    fn chinese_lines_are_joined_without_blanks() {
        assert_eq!(
            reflow("审核人员\n“只看”\nASIN\n和事实。", 40, 0),
            "审核人员“只看” ASIN 和事实。"
        );
    }
}
