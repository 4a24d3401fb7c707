//! Nobody takes responsibility.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::{Case, Part};
use crate::source::Span;

/// Reports a letter without an apology, a word of responsibility, or a cause of the writer's own.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let innocent = [Case::Mistaken, Case::Verification, Case::RelatedAccounts];
    let case = cx.case.or(cx.letter.case.as_ref().map(|guess| guess.case));
    if case.is_some_and(|case| innocent.contains(&case)) || cx.hits().next().is_some() {
        return;
    }
    if cx.letter.sentences.iter().any(|sentence| sentence.part == Part::RootCause) {
        return;
    }
    // Where the story begins: behind the greeting.
    let text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item(_));
    if let Some(block) = cx.letter.blocks.iter().find(|block| text(block.kind)) {
        found.push(Finding::at(Span::new(block.span.start, block.span.start)));
    }
}
