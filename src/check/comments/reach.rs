//! How far a directive reaches.

use super::{Directive, Fault};
use crate::letter::{Block, BlockKind};
use crate::source::Span;

/// Says where a directive silences lints: in the whole letter, or on the next line.
pub(super) fn settle(
    mut directive: Directive,
    text: &str,
    comments: &[Span],
    blocks: &[Block],
) -> Directive {
    if directive.whole {
        let of_letter = |block: &&Block| block.kind != BlockKind::Directive;
        let begins = blocks.iter().find(of_letter).map_or(text.len() as u32, |one| one.span.start);
        if directive.span.start > begins {
            directive.fault.get_or_insert(Fault::Late);
        }
        directive.covers = Span::new(0, text.len() as u32);
    } else {
        directive.covers = next_line(text, comments, blocks, directive.span.end as usize);
    }
    directive
}

/// The next line that is neither blank nor a comment; and as line breaks within a paragraph mean
/// nothing, all of the paragraph or list item that begins on it. Empty at the end of the letter.
fn next_line(text: &str, comments: &[Span], blocks: &[Block], mut at: usize) -> Span {
    loop {
        let Some(line) = text[at..].find('\n').map(|end| at + end + 1) else {
            return Span::new(text.len() as u32, text.len() as u32);
        };
        let start = line + (text[line..].len() - text[line..].trim_start().len());
        match comments.iter().find(|comment| comment.start as usize == start) {
            Some(comment) => at = comment.end as usize,
            None => return paragraph(text, blocks, start),
        }
    }
}

/// The line that begins at `start`, and what begins on it.
fn paragraph(text: &str, blocks: &[Block], start: usize) -> Span {
    let end = text[start..].find(['\r', '\n']).map_or(text.len(), |end| start + end);
    let (start, end) = (start as u32, end as u32);
    let first = blocks.partition_point(|block| block.span.start < start);
    let begun = blocks[first..].iter().take_while(|block| block.span.start < end);
    Span::new(start, begun.map(|block| block.span.end).max().unwrap_or(end).max(end))
}
