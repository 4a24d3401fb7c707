//! Reports the clauses in which a lint's phrases stand: a reader sees what to take out, not one word.
//!
//! A clause is what stands between two pauses. A phrase whose name begins with `cause-` tells why
//! something happened; it says nothing in a part that a heading makes a plan or a list of documents.
//! The rest of the name is the variant whose words are used.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, KnownBy, Sentence};
use crate::lint::Part;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// The most words of a place that is widened to its whole clause.
const PLACE: usize = 15;

/// Reports each clause once.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut places: Vec<(Span, &str)> = Vec::new();
    for (name, span, sentence) in cx.hits() {
        let sentence = &cx.letter.sentences[sentence as usize];
        match name.strip_prefix("cause-") {
            Some(_) if is_headed_plan(cx, sentence) => {}
            Some(variant) => places.push((widen(cx, sentence, span), variant)),
            None => places.push((widen(cx, sentence, span), name)),
        }
    }
    places.sort_by_key(|(span, _)| (span.start, u32::MAX - span.end));
    places.dedup_by(|(next, _), (kept, _)| {
        let same = next.overlaps(*kept);
        if same {
            *kept = kept.cover(*next);
        }
        same
    });
    found.extend(places.into_iter().map(|(span, variant)| Finding::at(span).variant(variant)));
}

/// Whether a heading says that the sentence is a step or a document. A section runs to the next
/// heading, and the last one holds the closing words too: behind its first paragraph only items count.
fn is_headed_plan(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let plan = |part| matches!(part, Part::Corrective | Part::Preventive | Part::Evidence);
    let section = &cx.letter.sections[sentence.section as usize];
    if !plan(section.part) || !matches!(section.known_by, KnownBy::Heading | KnownBy::LeadIn) {
        return false;
    }
    let kind = |block: u32| cx.letter.blocks[block as usize].kind;
    let mut own = section.blocks.clone().skip_while(|block| kind(*block) == BlockKind::Heading);
    matches!(kind(sentence.block), BlockKind::Item(_) | BlockKind::Row)
        || own.next() == Some(sentence.block)
}

/// The clause around a place, when it is short.
fn widen(cx: &Context<'_>, sentence: &Sentence, place: Span) -> Span {
    let tokens = &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
    let first = tokens.partition_point(|token| token.end <= place.start);
    let behind = tokens.partition_point(|token| token.start < place.end);
    let pause = |token: &Token| token.kind == TokenKind::Pause;
    let start = tokens[..first].iter().rposition(pause).map_or(0, |at| at + 1);
    let end = tokens[behind..].iter().position(pause).map_or(tokens.len(), |at| behind + at);
    if end > start && end - start <= PLACE {
        Span::new(tokens[start].start, tokens[end - 1].end).cover(place)
    } else {
        place
    }
}
