//! What a letter shows of its text.

use std::borrow::Cow;

use super::{Span, is_closed, spans};
use crate::check::markdown::Markdown;
use crate::source::Source;

/// The text of a letter as whoever gets it reads it: in Markdown blanks stand for the bytes of comments,
/// so that all else keeps its place.
#[must_use]
pub fn shown(source: &Source) -> Cow<'_, str> {
    if !source.is_markdown() {
        return source.text().into();
    }
    without(source.text(), &spans(source.text(), &Markdown::of(source)))
}

/// A text with blanks for its comments. A line break stays one where the comment begins its line; within a
/// line the text goes on behind the comment, as in Markdown.
pub(in crate::check) fn without<'t>(text: &'t str, comments: &[Span]) -> Cow<'t, str> {
    if comments.is_empty() {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    // Whether nothing stands on the line so far.
    let mut is_bare = true;
    for comment in comments.iter().filter(|comment| is_closed(text, **comment)) {
        let before = &text[shown.len()..comment.start as usize];
        let line = before.rfind('\n').map(|newline| newline + 1);
        is_bare = (is_bare || line.is_some()) && before[line.unwrap_or(0)..].trim().is_empty();
        shown.push_str(before);
        let comment = &text[comment.range()];
        if is_bare {
            for line in comment.split_inclusive('\n') {
                let end = line.trim_end_matches(['\r', '\n']);
                blank(&mut shown, end.len());
                shown.push_str(&line[end.len()..]);
            }
        } else {
            blank(&mut shown, comment.len());
        }
    }
    shown.push_str(&text[shown.len()..]);
    shown.into()
}

/// Adds so many bytes of white space, in characters of two and three bytes: plain spaces in a row, with
/// those beside the comment, would be the gap between the columns of a table.
fn blank(shown: &mut String, bytes: usize) {
    let end = shown.len() + bytes;
    match bytes {
        0 => {}
        1 => shown.push(' '),
        _ if bytes % 2 == 1 => shown.push('\u{3000}'),
        _ => {}
    }
    while shown.len() < end {
        shown.push('\u{a0}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_else_keeps_its_place() {
        for text in [
            "We ship <!-- a -->late<!--b-->.\n<!-- c\r\n\r\nd--> Next\n",
            "<!-- 信 -->\n- a <!--\n\n--> b\n<!--c",
            "`<!-- a -->` <!---->",
            "a  <!-- z -->  b",
        ] {
            let source = Source::new("a.md", text);
            let (shown, comments) = (shown(&source), spans(text, &Markdown::of(&source)));
            assert_eq!(shown.len(), text.len());
            let mut at = 0;
            for comment in comments.into_iter().filter(|one| is_closed(text, *one)) {
                assert_eq!(shown[at..comment.start as usize], text[at..comment.start as usize]);
                assert!(shown[comment.range()].trim().is_empty(), "{shown:?}");
                assert!(!shown.contains("   "), "{shown:?}");
                at = comment.end as usize;
            }
            assert_eq!(shown[at..], text[at..]);
        }
        assert_eq!(shown(&Source::new("a.txt", "a <!-- b -->")), "a <!-- b -->");
        assert_eq!(shown(&Source::new("a.md", "a <!-- b")), "a <!-- b");
    }

    #[test]
    fn a_line_goes_on_behind_a_comment() {
        let lines = |text| shown(&Source::new("a.md", text)).lines().count();
        assert_eq!(lines("We ship <!-- a\n\nb\n--> late"), 1);
        assert_eq!(lines("<!-- a\n\nb\n--> late"), 4);
        assert_eq!(lines("<!-- a --> <!-- b\n -->\n late"), 3);
    }
}
