//! What somebody else wrote: notices and buyers' messages that the letter repeats.

use super::line::{Line, LineKind};
use super::{Block, BlockKind};

/// The line behind a message that begins at `start`: the next line of dashes, or the end.
pub(super) fn end(text: &str, lines: &[Line], start: usize) -> usize {
    let closes =
        |line: &Line| line.kind == LineKind::Rule && text[line.span.range()].starts_with("--");
    lines[start + 1..].iter().position(closes).map_or(lines.len(), |at| start + 1 + at)
}

/// Paragraphs that stand wholly within quotation marks are quotes, and such items: questions of the notice,
/// which a letter answers one by one. An item in which the writer speaks is his own plan, marks or not.
pub(super) fn whole_blocks(text: &str, blocks: &mut [Block]) {
    for block in blocks {
        let body = &text[block.body.range()];
        let is_quote = match block.kind {
            BlockKind::Paragraph => is_quoted(body),
            BlockKind::Item(_) => is_quoted(body) && !speaks(body),
            _ => false,
        };
        if is_quote {
            block.kind = BlockKind::Quote;
        }
    }
}

/// Whether somebody speaks of himself, in English or in Chinese.
fn speaks(text: &str) -> bool {
    let own =
        |word: &str| ["i", "we", "my", "our"].iter().any(|one| word.eq_ignore_ascii_case(one));
    text.contains('我') || text.split(|c: char| !c.is_alphanumeric()).any(own)
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

#[cfg(test)]
mod tests {
    use super::{is_quoted, speaks};

    #[test]
    fn a_question_of_the_notice_is_quoted_and_a_plan_in_quotation_marks_speaks() {
        for text in ["\"Tell us what you have done about it.\"", "“请说明贵方已经采取了哪些措施。”"]
        {
            assert!(is_quoted(text) && !speaks(text), "{text}");
        }
        for text in ["\"We’ll check each box before it leaves.\"", "“我们以后每周核对一次标签。”"]
        {
            assert!(is_quoted(text) && speaks(text), "{text}");
        }
    }
}
