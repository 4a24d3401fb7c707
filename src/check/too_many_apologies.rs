//! One apology is right, the fifth is noise.

use super::judge::{Context, Finding, Findings};
use crate::source::Span;

/// Reports the first apology beyond what the option allows; the others are related places.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut places: Vec<(Span, u32)> =
        cx.hits().map(|(_, span, sentence)| (span, sentence)).collect();
    places.dedup_by_key(|(_, sentence)| *sentence);
    let most = cx.option("most") as usize;
    if let Some((first, _)) = places.get(most) {
        let finding = Finding::at(*first).argument("count", places.len());
        let others = places.iter().filter(|(span, _)| span != first);
        found.push(others.fold(finding, |finding, (span, _)| finding.related(*span, "other")));
    }
}
