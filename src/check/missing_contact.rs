//! Neither store, seller id nor e-mail address.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind};
use crate::source::Span;

/// What labels of address lines name an account.
const LABELS: &[&str] =
    &["store", "shop", "seller", "merchant", "account", "company", "from", "店", "公司"];

/// Reports the end of a letter that does not say which account it is about.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let letter = cx.letter;
    let names = |kind| matches!(kind, FactKind::SellerId | FactKind::Email);
    if letter.facts.iter().any(|fact| names(fact.kind)) || cx.hits().next().is_some() {
        return;
    }
    // `Store: …` above the letter.
    let labelled = letter.blocks.iter().filter(|block| block.kind == BlockKind::Address);
    let label =
        |span: Span| cx.text(span).split([':', '：']).next().unwrap_or_default().to_lowercase();
    if labelled
        .map(|block| label(block.span))
        .any(|label| LABELS.iter().any(|one| label.contains(one)))
    {
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
