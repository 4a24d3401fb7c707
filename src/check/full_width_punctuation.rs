//! Chinese punctuation in English text.

use super::around::{beyond_ascii, is_word, own_blocks, span, word_start};
use super::judge::{Context, Findings};
use super::together::Together;
use crate::diagnostic::Edit;
use crate::phrase::is_han;

/// Chinese marks and what English writes.
const MARKS: &[(char, &str)] = &[
    ('，', ", "),
    ('。', ". "),
    ('；', "; "),
    ('：', ": "),
    ('！', "! "),
    ('？', "? "),
    ('、', ", "),
    ('（', " ("),
    ('）', ") "),
    ('【', "["),
    ('】', "]"),
    ('《', "\""),
    ('》', "\""),
    ('「', "\""),
    ('」', "\""),
    ('％', "%"),
    ('＋', "+"),
    ('＆', "&"),
];

/// Reports all marks as one finding, each with the word before it. A mark beside a Chinese character
/// is Chinese text.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if super::leftover_chinese::is_chinese(cx) {
        return;
    }
    let mut marks = Together::default();
    for block in own_blocks(cx) {
        let from = block.span.start as usize;
        for (offset, mark) in beyond_ascii(cx.text(block.span)) {
            let Some((_, ascii)) = MARKS.iter().find(|(one, _)| *one == mark) else { continue };
            let at = from + offset;
            let end = at + mark.len_utf8();
            let before = cx.letter.text[from..at].chars().next_back();
            // Behind a greeting or a heading, what follows on its line is another block.
            let after = cx.letter.text[end..].chars().next();
            if before.is_some_and(is_han) || after.is_some_and(is_han) {
                continue;
            }
            let numbered =
                mark == '、' && cx.letter.text[from..at].trim().chars().all(|c| c.is_ascii_digit());
            let text = spaced(if numbered { ". " } else { ascii }, before, after).to_owned();
            let start =
                if before.is_some_and(is_word) { word_start(cx.letter.text, from, at) } else { at };
            marks.add(cx, span(start, end), Edit { span: span(at, end), text });
        }
    }
    found.extend(marks.finding());
}

/// The mark without a space where there is one, or where nothing follows.
fn spaced(text: &str, before: Option<char>, after: Option<char>) -> &str {
    let space = |c: Option<char>| c.is_none_or(|c| !is_word(c) && c != '(' && c != '"');
    let text = if space(after) { text.trim_end() } else { text };
    if space(before) { text.trim_start() } else { text }
}
