//! Passages that stand in a published template.

use super::{Context, Finding, Findings};
use crate::fingerprint::{Word, attribute, words};
use crate::letter::BlockKind;
use crate::lint::shipped;
use crate::source::Span;

/// One finding a letter: which template, what share of the letter, and where.
pub fn check(context: &Context<'_>, found: &mut Findings) {
    let own = own_words(context);
    for set in std::iter::once(&shipped::TEMPLATES) {
        let Some(match_) = attribute(&own, set, |_| true) else { continue };
        let share = match_.words * 100 / own.len() as u32;
        let longest = match_.passages.iter().map(|one| one.end - one.first).max().unwrap_or(0);
        if share < context.option("least-share") && longest < context.option("least-passage") {
            continue;
        }
        let template = &set.templates[match_.template as usize];
        let mut passages = match_
            .passages
            .iter()
            .map(|one| Span::new(own[one.first as usize].start, own[one.end as usize - 1].end));
        let Some(first) = passages.next() else { continue };
        let finding = Finding::at(first)
            .argument("share", share)
            .argument("name", &template.name)
            .argument("published", &template.published);
        found.push(passages.fold(finding, |finding, span| finding.related(span, "passage")));
        return;
    }
}

/// The letter's words, quoted text left out.
fn own_words(context: &Context<'_>) -> Vec<Word> {
    let mut words = words(context.letter.text);
    let quotes = context.letter.blocks.iter().filter(|block| block.kind == BlockKind::Quote);
    for quote in quotes {
        words.retain(|word| !(quote.span.start <= word.start && word.end <= quote.span.end));
    }
    words
}
