//! Many ways of numbering in one letter.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, Mark};
use crate::source::Span;

/// Reports the item with which one style of numbering too many begins; option `styles`.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut seen: Vec<(Mark, Span)> = Vec::new();
    for block in &cx.letter.blocks {
        let BlockKind::Item(mark) = block.kind else { continue };
        let own_way = matches!(mark, Mark::Bullet | Mark::Ordinal);
        if own_way || seen.iter().any(|(known, _)| *known == mark) {
            continue;
        }
        let written =
            cx.text(Span::new(block.span.start, block.body.start)).trim_end().len() as u32;
        seen.push((mark, Span::new(block.span.start, block.span.start + written)));
    }
    let most = cx.option("styles") as usize;
    if let Some((_, place)) = seen.get(most) {
        let finding = Finding::at(*place).argument("styles", seen.len());
        let earlier = seen[..most].iter();
        found.push(earlier.fold(finding, |finding, (_, span)| finding.related(*span, "style")));
    }
}
