//! What a letter kept of the case it was written for before: another store, another ASIN. The other
//! gaps that `placeholder` looks for are its patterns.
//!
//! Letters name several stores or ASINs for good reasons, so any word of several silences this.

mod store;

use std::collections::BTreeSet;

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind, Sentence};
use crate::lint::Case;
use crate::source::Span;

/// Reports the second store of a letter that speaks of one, and the second ASIN.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    use Case::{ListingAbuse, RelatedAccounts};
    let about = |case| {
        cx.case == Some(case) || cx.letter.case.as_ref().is_some_and(|guess| guess.case == case)
    };
    if !about(RelatedAccounts) && !says(cx, "several-stores") {
        found.extend(stores(cx));
    }
    if !about(RelatedAccounts) && !about(ListingAbuse) && !says(cx, "several-asins") {
        found.extend(asins(cx));
    }
}

/// Whether a phrase of that name counts somewhere in the letter.
fn says(cx: &Context<'_>, name: &str) -> bool {
    cx.hits().any(|(phrase, ..)| phrase == name)
}

/// The store that the text calls "our store", when the letter is headed or signed by another one; or
/// the other way round.
fn stores(cx: &Context<'_>) -> Option<Finding> {
    let ours = cx.hits().filter(|(phrase, ..)| *phrase == "our-store");
    let called = ours.filter_map(|(_, hit, _)| store::called(cx.letter.text, hit.end as usize));
    let mut named = store::labelled(cx);
    named.extend(called);
    named.sort_unstable();
    let mut different: Vec<Span> = Vec::new();
    for name in named {
        // A third store is no slip of the pen.
        if different.len() > 2 {
            return None;
        }
        if !different.iter().any(|one| store::alike(cx.text(*one), cx.text(name))) {
            different.push(name);
        }
    }
    let &[first, second] = different.as_slice() else { return None };
    // Who writes two names side by side knows them both.
    let both = |text: &str| text.contains(cx.text(first)) && text.contains(cx.text(second));
    let together = cx.letter.sentences.iter().any(|sentence| both(cx.text(sentence.span)));
    (!together).then(|| finding(cx, first, second, "two-stores"))
}

/// The ASIN that stands alone in a letter that names one other, and says "the ASIN".
fn asins(cx: &Context<'_>) -> Option<Finding> {
    if !says(cx, "one-asin") {
        return None;
    }
    let facts = cx.letter.facts.iter().filter(|fact| fact.kind == FactKind::Asin);
    let named: Vec<(Span, &Sentence)> =
        facts.filter_map(|fact| Some((fact.span, sentence(cx, fact.span)?))).collect();
    let (first, home) = *named.first()?;
    let is = |place: Span, asin: Span| cx.text(place).eq_ignore_ascii_case(cx.text(asin));
    let (second, _) = *named.iter().find(|(place, _)| !is(*place, first))?;
    let (one, mut other): (Vec<_>, Vec<_>) = named.iter().partition(|(place, _)| is(*place, first));
    if other.iter().any(|(place, _)| !is(*place, second)) {
        return None;
    }
    other.dedup_by_key(|(_, sentence)| sentence.span);
    let blocks: BTreeSet<u32> = one.iter().map(|(_, sentence)| sentence.block).collect();
    let on_purpose = is_listed(cx, home)
        || other.iter().any(|(_, sentence)| {
            blocks.contains(&sentence.block)
                || is_listed(cx, sentence)
                || compares(cx.text(sentence.span))
        });
    (!on_purpose).then(|| finding(cx, first, second, "two-asins"))
}

fn finding(cx: &Context<'_>, first: Span, second: Span, variant: &'static str) -> Finding {
    let finding = Finding::at(second).variant(variant).argument("first", cx.text(first));
    finding.related(first, "first")
}

/// The writer's sentence that holds a place.
fn sentence<'c>(cx: &Context<'c>, place: Span) -> Option<&'c Sentence> {
    let at = cx.letter.sentences.partition_point(|one| one.span.end <= place.start);
    let sentence = cx.letter.sentences.get(at).filter(|one| one.span.contains(place))?;
    let block = &cx.letter.blocks[sentence.block as usize];
    (!matches!(block.kind, BlockKind::Quote | BlockKind::Directive)).then_some(sentence)
}

/// Whether a sentence is an item of a list or a row of a table.
fn is_listed(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let block = &cx.letter.blocks[sentence.block as usize];
    matches!(block.kind, BlockKind::Item(_) | BlockKind::Row)
}

/// Whether a sentence sets what it names beside something else.
fn compares(sentence: &str) -> bool {
    const WORDS: &[&str] = &[
        "also",
        "too",
        "same",
        "similar",
        "another",
        "other",
        "both",
        "instead",
        "different",
        "new",
        "old",
        "second",
        "replaced",
        "replacement",
        "like",
        "besides",
        "addition",
        "further",
        "next",
        "and",
        "or",
        "not",
        "than",
    ];
    let mut words = sentence.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| WORDS.iter().any(|one| word.eq_ignore_ascii_case(one)))
        || ['另', '也', '同', '还', '和', '及', '与'].iter().any(|one| sentence.contains(*one))
}
