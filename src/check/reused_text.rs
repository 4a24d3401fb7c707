//! Passages that another letter of the run has as well.

use super::own_words::own_words;
use super::{Context, Finding, Findings};
use crate::fingerprint::{Passage, Word};
use crate::source::Span;

/// One finding for each other letter that has a long passage in common with this one, unless a
/// letter that has more of the same words was named for them.
pub fn check(context: &Context<'_>, found: &mut Findings) {
    let Some(run) = context.run() else { return };
    let own = own_words(context);
    let least = context.option("least-words");
    let near_too = context.option("same-folder") > 0;
    let mut told = vec![false; own.len()];
    for other in run.shared(context.name, &own, near_too, least) {
        let passages = other.passages.iter().filter(|one| one.end - one.first >= least);
        let passages: Vec<Passage> = passages.filter(|one| is_news(&told, one)).copied().collect();
        let Some(first) = passages.first() else { continue };
        let words: u32 = passages.iter().map(|one| one.end - one.first).sum();
        let finding = Finding::at(span(&own, first))
            .argument("words", words)
            .argument("other", run.name(other.template))
            .argument("line", run.line(other.template, &own, first));
        let rest = passages[1..].iter().map(|one| span(&own, one));
        found.push(rest.fold(finding, |finding, span| finding.related(span, "passage")));
        for passage in passages {
            told[passage.first as usize..passage.end as usize].fill(true);
        }
    }
}

/// Whether less than half of a passage was reported.
fn is_news(told: &[bool], passage: &Passage) -> bool {
    let words = &told[passage.first as usize..passage.end as usize];
    words.iter().filter(|told| **told).count() * 2 < words.len()
}

fn span(own: &[Word], passage: &Passage) -> Span {
    Span::new(own[passage.first as usize].start, own[passage.end as usize - 1].end)
}
