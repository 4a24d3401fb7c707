//! Comments for tools in a letter that shows them to Amazon.

use super::comments::removal;
use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::Applicability;
use crate::source::Span;

/// Reports comments as Markdown has them where they are not hidden. What programmers write to their
/// tools is the lint's patterns.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let comments = cx.comments();
    if comments.hidden {
        return;
    }
    let blocks = &cx.letter.blocks;
    let quoted = |span: &&Span| {
        let at = blocks.partition_point(|block| block.span.end <= span.start);
        blocks.get(at).is_some_and(|one| one.kind == BlockKind::Quote && one.span.overlaps(**span))
    };
    for span in comments.spans.iter().filter(|span| !quoted(span)) {
        let finding = Finding::at(*span).variant("comment");
        let all = removal(cx.letter.text, *span);
        found.push(finding.replace(all, "", Applicability::MaybeIncorrect));
    }
}
