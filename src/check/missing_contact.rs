//! Neither store, seller id nor e-mail address.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind};
use crate::source::Span;

/// Reports the end of a letter that does not say which account it is about.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let letter = cx.letter;
    let names = |kind| matches!(kind, FactKind::SellerId | FactKind::Email);
    if letter.facts.iter().any(|fact| names(fact.kind)) || cx.hits().next().is_some() {
        return;
    }
    // A signature of two lines or more has a name and a shop or company.
    let signature = letter.blocks.iter().filter(|block| block.kind == BlockKind::Signature);
    let lines: usize = signature.map(|block| cx.text(block.span).lines().count()).sum();
    if lines > 1 {
        return;
    }
    if let Some(last) = letter.blocks.iter().rfind(|block| block.kind != BlockKind::Directive) {
        found.push(Finding::at(Span::new(last.span.end, last.span.end)));
    }
}
