//! No greeting.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::source::Span;

/// Reports the beginning of a letter that greets nobody.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let blocks = &cx.letter.blocks;
    if blocks.iter().any(|block| block.kind == BlockKind::Salutation) {
        return;
    }
    // Behind the subject and the address lines, where a greeting would stand.
    let body =
        |kind| !matches!(kind, BlockKind::Subject | BlockKind::Address | BlockKind::Directive);
    if let Some(block) = blocks.iter().find(|block| body(block.kind)) {
        found.push(Finding::at(Span::new(block.span.start, block.span.start)));
    }
}
