//! What somebody else wrote: notices and buyers' messages that the letter repeats.

use super::line::{Line, LineKind};
use super::{Block, BlockKind};

/// The line behind a message that begins at `start`: the next line of dashes, or the end.
pub(super) fn end(text: &str, lines: &[Line], start: usize) -> usize {
    let closes =
        |line: &Line| line.kind == LineKind::Rule && text[line.span.range()].starts_with("--");
    lines[start + 1..].iter().position(closes).map_or(lines.len(), |at| start + 1 + at)
}

/// Paragraphs and items that stand wholly within quotation marks are quotes.
pub(super) fn whole_blocks(text: &str, blocks: &mut [Block]) {
    let is_text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item(_));
    for block in blocks.iter_mut().filter(|block| is_text(block.kind)) {
        if is_quoted(&text[block.body.range()]) {
            block.kind = BlockKind::Quote;
        }
    }
}

/// Whether a text is one quotation of several words.
fn is_quoted(text: &str) -> bool {
    let pairs = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('«', '»')];
    let Some((open, close)) = pairs.into_iter().find(|(open, _)| text.starts_with(*open)) else {
        return false;
    };
    let inner = text[open.len_utf8()..].trim_end_matches(['.', '。', ' ']);
    let Some(inner) = inner.strip_suffix(close) else { return false };
    !inner.contains(close) && inner.len() > 30
}
