//! Paragraphs too long to read.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::phrase::TokenKind;

/// Reports paragraphs and list items with more words than the option `words`.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let limit = cx.option("words") as usize;
    let letter = cx.letter;
    for block in &letter.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item(_)) {
            continue;
        }
        let inside = |start: u32| block.body.start <= start && start < block.body.end;
        let from = letter.tokens.partition_point(|token| token.start < block.body.start);
        let tokens = letter.tokens[from..].iter().take_while(|token| inside(token.start));
        let words = tokens.filter(|token| token.kind != TokenKind::Pause).count();
        if words > limit {
            found.push(Finding::at(block.body).argument("words", words));
        }
    }
}
