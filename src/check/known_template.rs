//! Passages that stand in a published template, or in a text of the user's own collection.

use std::iter;

use super::own_words::own_words;
use super::{Context, Finding, Findings};
use crate::fingerprint::{Set, attribute};
use crate::lint::shipped;
use crate::source::Span;

/// One finding a letter: which text has most of it, what share of the letter, and where.
pub fn check(context: &Context<'_>, found: &mut Findings) {
    let own = own_words(context);
    let sets = iter::once(&shipped::TEMPLATES).chain(context.fingerprints());
    let attributed = sets.filter_map(|set: &Set| Some((set, attribute(&own, set)?)));
    // Of texts that have as much of it, the one that is known longest: published, or named first.
    let best =
        attributed.reduce(|best, next| if next.1.words > best.1.words { next } else { best });
    let Some((set, found_in)) = best else { return };
    let share = found_in.words * 100 / own.len() as u32;
    let longest = found_in.passages.iter().map(|one| one.end - one.first).max().unwrap_or(0);
    let common = longest < context.option("courtesy") || share < context.option("least-share");
    if common && longest < context.option("least-passage") {
        return;
    }
    let template = &set.templates[found_in.template as usize];
    let mut passages = found_in
        .passages
        .iter()
        .map(|one| Span::new(own[one.first as usize].start, own[one.end as usize - 1].end));
    let Some(first) = passages.next() else { return };
    let finding = Finding::at(first)
        .argument("share", share)
        .argument("name", &template.name)
        .argument("published", &template.published);
    found.push(passages.fold(finding, |finding, span| finding.related(span, "passage")));
}
