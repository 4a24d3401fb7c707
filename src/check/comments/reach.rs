//! How far directives reach.

use super::{Directive, Fault};
use crate::letter::{Block, BlockKind};
use crate::source::Span;

/// Says where directives silence lints: in the whole letter, or on the next line.
pub(super) fn settle(
    directives: &mut [Directive],
    text: &str,
    comments: &[Span],
    blocks: &[Block],
) {
    if directives.is_empty() {
        return;
    }
    let of_letter = |block: &&Block| block.kind != BlockKind::Directive;
    let begins = blocks.iter().find(of_letter).map_or(text.len() as u32, |one| one.span.start);
    let next_lines = Lines { text, comments, blocks }.behind_comments();
    for directive in directives {
        if directive.whole {
            if directive.span.start > begins {
                directive.fault.get_or_insert(Fault::Late);
            }
            directive.covers = Span::new(0, text.len() as u32);
        } else if let Ok(comment) = comments.binary_search(&directive.span) {
            directive.covers = next_lines[comment];
        }
    }
}

/// The lines of a letter with comments.
struct Lines<'t> {
    text: &'t str,
    comments: &'t [Span],
    blocks: &'t [Block],
}

impl Lines<'_> {
    /// For each comment the next line that is neither blank nor comments; and as line breaks within a
    /// paragraph mean nothing, all of the paragraph or list item that begins on it. Empty at the end of
    /// the letter.
    ///
    /// From the last comment to the first, so that each has the answer of the next.
    fn behind_comments(&self) -> Vec<Span> {
        let end = self.text.len() as u32;
        let mut found = vec![Span::new(end, end); self.comments.len()];
        for comment in (0..self.comments.len()).rev() {
            let (at, gap) = self.gap(comment);
            let next = comment + 1;
            let Some(line) = gap.find('\n').map(|newline| newline + 1) else {
                // The next comment ends on a later line, or is on the same.
                found[comment] = found.get(next).copied().unwrap_or(found[comment]);
                continue;
            };
            let rest = gap[line..].trim_start();
            let start = at + gap.len() - rest.len();
            found[comment] = match rest {
                "" if next < found.len() => self.line_of(next, &found),
                _ => self.paragraph(start, start),
            };
        }
        found
    }

    /// The text behind a comment up to the next, and where it begins.
    fn gap(&self, comment: usize) -> (usize, &str) {
        let start = self.comments[comment].end as usize;
        let next = self.comments.get(comment + 1);
        (start, &self.text[start..next.map_or(self.text.len(), |next| next.start as usize)])
    }

    /// The line that begins with a comment, if more than comments is on it; or what is found behind
    /// the last of these.
    fn line_of(&self, first: usize, found: &[Span]) -> Span {
        let mut comment = first;
        loop {
            let (at, gap) = self.gap(comment);
            let rest = gap.trim_start_matches(|c: char| c != '\n' && c.is_whitespace());
            match rest.chars().next() {
                None if comment + 1 < found.len() => comment += 1,
                None | Some('\n') => return found[comment],
                Some(_) => {
                    let start = self.comments[first].start as usize;
                    return self.paragraph(start, at + gap.len() - rest.len());
                }
            }
        }
    }

    /// The line that begins at `start` and has its first word at `word`, and what begins on it.
    fn paragraph(&self, start: usize, word: usize) -> Span {
        let end = self.text[word..].find(['\r', '\n']).map_or(self.text.len(), |end| word + end);
        let (start, end) = (start as u32, end as u32);
        let first = self.blocks.partition_point(|block| block.span.start < start);
        let begun = self.blocks[first..].iter().take_while(|block| block.span.start < end);
        Span::new(start, begun.map(|block| block.span.end).max().unwrap_or(end).max(end))
    }
}
