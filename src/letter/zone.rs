//! The opening and the closing of a letter: addresses, salutation, sign-off, signature.

use super::line::{Line, LineKind};
use super::{Block, BlockKind};

/// The salutation stands within so many lines.
const OPENING: usize = 25;

/// So many lines may follow a sign-off.
const CLOSING: usize = 12;

/// A name, a date, an address is no longer than this, in bytes.
const SHORT: u32 = 90;

/// Where a letter's opening ends and its closing begins, as indexes of lines.
#[derive(Debug, Default)]
pub(super) struct Zones {
    /// The first and the last line of the salutation.
    greeting: Option<(usize, usize)>,
    /// The first line of the sign-off.
    sign_off: Option<usize>,
}

/// Finds the salutation and the sign-off.
pub(super) fn zones(text: &str, lines: &[Line]) -> Zones {
    let greets = |line: &Line| line.kind == LineKind::Greeting && greeting_words(text, line) <= 12;
    let signs = |line: &Line| line.kind == LineKind::SignOff && words(text, line) <= 14;
    let first = lines.iter().take(OPENING).position(greets);
    let greeting = first.map(|first| {
        let more =
            lines[first + 1..].iter().take_while(|line| greets(line) && line.text.is_empty());
        (first, first + more.count())
    });
    let from = lines.len().saturating_sub(CLOSING).max(greeting.map_or(1, |(_, last)| last + 1));
    let mut sign_off = (from..lines.len()).rev().find(|index| signs(&lines[*index]));
    while let Some(index) = sign_off.filter(|index| *index > from && signs(&lines[index - 1])) {
        sign_off = Some(index - 1);
    }
    Zones { greeting, sign_off }
}

impl Zones {
    /// Whether the line is part of the salutation.
    pub(super) fn greets(&self, index: usize) -> bool {
        self.greeting.is_some_and(|(first, last)| (first..=last).contains(&index))
    }

    /// Whether the line stands in the closing, from the sign-off on.
    pub(super) fn signs_off(&self, index: usize) -> bool {
        self.sign_off.is_some_and(|first| first <= index)
    }

    /// What a line above the salutation or below the sign-off is, unless it is ordinary text.
    pub(super) fn kind(&self, text: &str, lines: &[Line], index: usize) -> Option<BlockKind> {
        let line = &lines[index];
        if self.signs_off(index) && line.mark.is_none() {
            return (line.span.len() <= SHORT).then_some(BlockKind::Signature);
        }
        let above = self.greeting.is_some_and(|(first, _)| index < first) && line.mark.is_none();
        if !above || words(text, line) > 14 || line.kind == LineKind::Hashes {
            return None;
        }
        Some(if is_title(text, line) { BlockKind::Heading } else { BlockKind::Address })
    }
}

/// Whether a line above the salutation names the letter.
fn is_title(text: &str, line: &Line) -> bool {
    let line = text[line.span.range()].to_lowercase();
    ["appeal", "plan of action", "action plan", "poa", "申诉", "行动计划", "整改"]
        .iter()
        .any(|name| line.contains(name))
}

/// Whether what follows `Subject:` or `To:` is short enough for a line of an address.
pub(super) fn is_field(text: &str, line: &Line) -> bool {
    let limit = if line.kind == LineKind::Subject { 30 } else { 14 };
    text[line.text.range()].split_whitespace().take(limit + 1).count() <= limit
}

/// The number of words of the salutation itself.
fn greeting_words(text: &str, line: &Line) -> usize {
    let end = if line.text.is_empty() { line.span.end } else { line.text.start };
    text[line.span.start as usize..end as usize].split_whitespace().take(20).count()
}

/// The number of words of a line; Chinese characters count in sixes.
fn words(text: &str, line: &Line) -> usize {
    let line = &text[line.span.range()];
    line.split_whitespace().take(40).count().max(line.len() / 18)
}

/// Names below a letter that has no sign-off become its signature.
pub(super) fn trailing_signature(text: &str, blocks: &mut [Block]) {
    if blocks.iter().any(|block| block.kind == BlockKind::SignOff) {
        return;
    }
    let names = blocks.iter().rev().take(6).take_while(|block| is_name(text, block)).count();
    let start = blocks.len() - names;
    if start > 0 {
        blocks[start..].iter_mut().for_each(|block| block.kind = BlockKind::Signature);
    }
}

/// Whether a block looks like a name, a company or a date rather than a sentence.
fn is_name(text: &str, block: &Block) -> bool {
    let body = &text[block.body.range()];
    let plain =
        matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading | BlockKind::Address);
    if !plain || block.span.len() > SHORT || body.ends_with(['!', '?', ':', '。', '！', '？', '：'])
    {
        return false;
    }
    let is_upper = |word: &&str| !word.starts_with(char::is_lowercase);
    let words = body.split_whitespace().count();
    let full_stop = body.ends_with('.') && !body.ends_with("td.") && !body.ends_with("nc.");
    !full_stop && words <= 10 && 3 * body.split_whitespace().filter(is_upper).count() >= 2 * words
}
