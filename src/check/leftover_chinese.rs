//! Chinese that nobody has translated, in an English letter.

use super::around::{beyond_ascii, own_blocks, span};
use super::judge::{Context, Finding, Findings};
use crate::letter::Block;
use crate::phrase::is_han;

/// A letter with more than one Chinese character in so many letters is Chinese, not unfinished.
const SHARE: usize = 4;

/// Reports each run of Chinese, with the punctuation inside.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if is_chinese(cx) {
        return;
    }
    let has_chinese = |block: &&Block| beyond_ascii(cx.text(block.span)).any(|(_, c)| is_han(c));
    for block in own_blocks(cx).filter(has_chinese) {
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
    let text = cx.letter.text;
    let (mut han, mut all) = (0_usize, 0_usize);
    for (_, letter) in beyond_ascii(text).filter(|(_, c)| c.is_alphabetic()) {
        all += 1;
        han += usize::from(is_han(letter));
    }
    if han == 0 {
        return false;
    }
    all += text.bytes().filter(u8::is_ascii_alphabetic).count();
    // A character says as much as a few letters do.
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
