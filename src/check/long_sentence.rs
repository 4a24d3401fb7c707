//! Sentences too long to follow.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::phrase::TokenKind;

/// Reports sentences with more words than the option `words`.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let limit = cx.option("words") as usize;
    let letter = cx.letter;
    for sentence in &letter.sentences {
        let kind = letter.blocks[sentence.block as usize].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item(_)) {
            continue;
        }
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let words = letter.tokens[tokens].iter();
        let words = words.filter(|token| token.kind != TokenKind::Pause).count();
        if words > limit {
            found.push(Finding::at(sentence.span).argument("words", words));
        }
    }
}
