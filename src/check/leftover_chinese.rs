//! Chinese that nobody has translated, in an English letter.

use super::around::{own_blocks, span};
use super::judge::{Context, Finding, Findings};
use crate::phrase::is_han;

/// A letter with more than one Chinese character in so many letters is Chinese, not unfinished.
const SHARE: usize = 4;

/// Reports each run of Chinese, with the punctuation inside.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if is_chinese(cx) {
        return;
    }
    for block in own_blocks(cx) {
        let mut run: Option<(usize, usize)> = None;
        for (offset, c) in cx.text(block.span).char_indices() {
            let at = block.span.start as usize + offset;
            if is_han(c) {
                let start = run.map_or(at, |(start, _)| start);
                run = Some((start, at + c.len_utf8()));
            } else if ends_run(c) {
                report(&mut run, found);
            }
        }
        report(&mut run, found);
    }
}

/// Whether a letter is written in Chinese, so that Chinese in it is no leftover.
#[must_use]
pub fn is_chinese(cx: &Context<'_>) -> bool {
    let letters = cx.letter.text.chars().filter(|c| c.is_alphabetic());
    let (mut han, mut all) = (0_usize, 0_usize);
    for letter in letters {
        all += 1;
        // A character says as much as a few letters do.
        han += usize::from(is_han(letter));
    }
    han * SHARE > all
}

/// Whether a run of Chinese ends here: a letter, a line break.
fn ends_run(c: char) -> bool {
    c.is_alphanumeric() || c == '\n'
}

fn report(run: &mut Option<(usize, usize)>, found: &mut Findings) {
    if let Some((start, end)) = run.take() {
        found.push(Finding::at(span(start, end)));
    }
}
