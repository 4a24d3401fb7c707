//! No ASIN, order id or complaint id where the kind of case needs one.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind};
use crate::lint::Case;
use crate::source::Span;

/// Reports the first paragraph of a letter that does not say what it is about.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let Some((name, kinds)) = cx.case.and_then(wanted) else { return };
    // Whole days of orders make a rate of late or untracked parcels, not the one or the other.
    let mass = cx.letter.facts.iter().filter(|fact| fact.kind == FactKind::Metric).any(|fact| {
        let metric = cx.text(fact.span).to_lowercase();
        ["late", "lsr", "ldr", "tracking", "vtr", "cancel"].iter().any(|one| metric.contains(one))
    });
    if mass {
        return;
    }
    let named = cx.letter.facts.iter().any(|fact| kinds.contains(&fact.kind));
    // The hits say that a list elsewhere has them.
    if named || cx.hits().next().is_some() {
        return;
    }
    let text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item(_));
    if let Some(block) = cx.letter.blocks.iter().find(|block| text(block.kind)) {
        found.push(Finding::at(Span::new(block.body.end, block.body.end)).variant(name));
    }
}

/// What a letter of that kind names, by the wording's name and by kind of fact.
fn wanted(case: Case) -> Option<(&'static str, &'static [FactKind])> {
    use FactKind::{Asin, OrderId, Reference};
    Some(match case {
        Case::Counterfeit | Case::Safety | Case::ListingAbuse => ("asin", &[Asin]),
        Case::IntellectualProperty => ("complaint", &[Asin, Reference]),
        Case::Performance | Case::DropShipping => ("order", &[OrderId, Asin]),
        Case::Condition | Case::ReviewManipulation => ("either", &[Asin, OrderId]),
        _ => return None,
    })
}
