//! No closing line with a name.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::source::Span;

/// Reports the end of a letter that nobody signs.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let blocks = &cx.letter.blocks;
    let signed = |kind| matches!(kind, BlockKind::SignOff | BlockKind::Signature);
    if blocks.iter().any(|block| signed(block.kind)) {
        return;
    }
    if let Some(last) = blocks.iter().rfind(|block| block.kind != BlockKind::Directive) {
        found.push(Finding::at(Span::new(last.span.end, last.span.end)));
    }
}
