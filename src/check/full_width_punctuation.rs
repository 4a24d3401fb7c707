//! Chinese punctuation in English text.

use super::around::{ENDINGS, PREFIXES, beyond_ascii, is_word, own_blocks, span, word_start};
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
    ('【', " ["),
    ('】', "] "),
    ('《', " \""),
    ('》', "\" "),
    ('「', " \""),
    ('」', "\" "),
    ('％', "% "),
    ('＋', "+"),
    ('＆', "&"),
];

/// Reports all marks as one finding, each with the word before it. A mark beside a Chinese character is
/// Chinese text. Square brackets are another finding, and mended in pairs: then they may look like a gap in
/// a template, and so be left as they are.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if super::leftover_chinese::is_chinese(cx) {
        return;
    }
    let (mut marks, mut brackets) = (Together::default(), Together::default());
    for block in own_blocks(cx) {
        let from = block.span.start as usize;
        let mut opened = None;
        for (offset, mark) in beyond_ascii(cx.text(block.span)) {
            let Some((_, ascii)) = MARKS.iter().find(|(one, _)| *one == mark) else { continue };
            let at = from + offset;
            let end = at + mark.len_utf8();
            let sides = (&cx.letter.text[from..at], &cx.letter.text[end..]);
            let before = sides.0.chars().next_back();
            // Behind a greeting or a heading, what follows on its line is another block.
            let after = sides.1.chars().next();
            if before.is_some_and(is_han) || after.is_some_and(is_han) {
                continue;
            }
            if is_unclear(mark, sides) || is_half(mark, sides) {
                continue;
            }
            let numbered = mark == '、' && sides.0.trim().chars().all(|c| c.is_ascii_digit());
            let text = spaced(if numbered { ". " } else { ascii }, before, after);
            let text = if is_tight(mark, sides) { text.trim() } else { text }.to_owned();
            let start =
                if before.is_some_and(is_word) { word_start(cx.letter.text, from, at) } else { at };
            let edit = Edit { span: span(at, end), text };
            match mark {
                '【' => opened = Some((start, edit)),
                '】' => {
                    let Some((start, open)) = opened.take() else { continue };
                    let inner = &cx.letter.text[open.span.end as usize..at];
                    let text = format!("{}{inner}{}", open.text, edit.text);
                    let pair = Edit { span: open.span.cover(edit.span), text };
                    brackets.add(cx, span(start, end), pair);
                }
                _ => marks.add(cx, span(start, end), edit),
            }
        }
    }
    found.extend(marks.finding());
    found.extend(brackets.finding());
}

/// Words before a time or a ratio.
const BEFORE_TIME: &[&str] = &[
    "at", "by", "from", "until", "till", "before", "after", "around", "about", "between", "since",
    "of",
];

/// Whether a mark stands in figures that could be read in two ways: `3。5` is a number or the end of
/// a sentence and the next, `100，200` one number or two, `Step 1：10` no time.
fn is_unclear(mark: char, (before, behind): (&str, &str)) -> bool {
    match mark {
        '。' => last_digits(before) > 0 && first_digits(behind) > 0,
        '，' => last_digits(before) == 3 && first_digits(behind) == 3 && !goes_on(before),
        '：' => in_figures((before, behind)) && !is_time(before),
        _ => false,
    }
}

/// So many characters at most stand in parentheses.
const REMARK: usize = 200;

/// Whether a parenthesis belongs to another that stands beside a Chinese character and so stays:
/// `林伟（Lin Wei）`.
fn is_half(mark: char, (before, behind): (&str, &str)) -> bool {
    match mark {
        '（' => {
            let close = behind.char_indices().take(REMARK).find(|(_, c)| *c == '）');
            close.is_some_and(|(at, _)| {
                behind[..at].ends_with(is_han) || behind[at + '）'.len_utf8()..].starts_with(is_han)
            })
        }
        '）' => {
            let open = before.char_indices().rev().take(REMARK).find(|(_, c)| *c == '（');
            open.is_some_and(|(at, _)| {
                before[..at].ends_with(is_han) || before[at + '（'.len_utf8()..].starts_with(is_han)
            })
        }
        _ => false,
    }
}

/// Whether a mark has no space at its sides: `1，200`, `10：30`, `item（s）`, `（re）labelling`.
fn is_tight(mark: char, (before, behind): (&str, &str)) -> bool {
    match mark {
        '，' => goes_on(before) && first_digits(behind) == 3,
        '：' => in_figures((before, behind)),
        '（' => {
            let mut behind = ENDINGS.iter().filter_map(|ending| behind.strip_prefix(ending));
            behind.any(|rest| rest.starts_with(['）', ')']))
        }
        // Behind a word `（s）` is its ending, and any other begins a word of its own.
        '）' => PREFIXES.iter().any(|prefix| {
            let head = before.strip_suffix(prefix).and_then(|head| head.strip_suffix(['（', '(']));
            head.is_some_and(|head| !ENDINGS.contains(prefix) || !head.ends_with(is_word))
        }),
        _ => false,
    }
}

/// Whether a colon stands in a time or a ratio, or between the number of a step and another number.
fn in_figures((before, behind): (&str, &str)) -> bool {
    (1..=3).contains(&last_digits(before)) && first_digits(behind) > 0
}

/// Whether a text ends with the first number of a time or a ratio: `at 10`, `a ratio of 3`, and
/// `10:30 to 11`.
fn is_time(before: &str) -> bool {
    let head = before[..before.len() - last_digits(before)].trim_end();
    let word = &head[word_start(head, 0, head.len())..];
    let first = head.strip_suffix(['-', '–', '~']).or(head.strip_suffix("to"));
    let first = first.or(head.strip_suffix("and")).map_or("", str::trim_end);
    let hour = &first[..first.len() - last_digits(first)];
    BEFORE_TIME.contains(&word.to_lowercase().as_str())
        || last_digits(first) == 2 && hour.ends_with([':', '：'])
}

/// Whether a text ends with a number that may go on with three digits more: `1`, `1，200`.
fn goes_on(before: &str) -> bool {
    let groups = before.rsplitn(4, [',', '，']);
    let digits = groups.map(|group| (last_digits(group), group.len()));
    let mut head = digits.skip_while(|(digits, length)| (*digits, *length) == (3, 3));
    head.next().is_some_and(|(digits, _)| (1..=2).contains(&digits))
}

/// The number of digits that a text begins with.
fn first_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The number of digits that a text ends with.
fn last_digits(text: &str) -> usize {
    text.bytes().rev().take_while(u8::is_ascii_digit).count()
}

/// The mark without a space where there is one, or where nothing follows.
fn spaced(text: &str, before: Option<char>, after: Option<char>) -> &str {
    let closing = before.is_some_and(|c| is_word(c) || c == '"');
    let opening = after.is_some_and(|c| is_word(c) || "(\"“‘（《「【".contains(c));
    let text = if opening { text } else { text.trim_end() };
    if closing { text } else { text.trim_start() }
}
