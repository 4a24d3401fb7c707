//! Concrete or vague? A sign of vagueness is weighed against what stands in its clause.
//!
//! Signs of what, and the vocabulary, stand in the lint's file. Each vague sign gets a score: that it is
//! announced as a step and that others stand beside it speak for a report, a fact, a role or a tool, words of
//! its own and a refusal against. So "check the goods carefully" is vague, and "check the hinge" is not.

mod reading;
mod weigh;

use std::ops::Range;

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, Sentence};
use crate::lint::Part;
use crate::phrase::Token;
use crate::source::Span;
use reading::Reading;
use weigh::Mark;

/// The most words of a place that is widened to its whole clause.
const PLACE: usize = 15;
/// How far in front of a place the words that announce it may begin.
const ANNOUNCED: usize = 4;
/// Places closer than this are one, up to the length of `JOINED`.
const GAP: usize = 3;
/// The most words of places made one.
const JOINED: usize = 25;

/// Reports the steps that nobody could check.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let hits: Vec<_> = cx.hits().collect();
    if hits.is_empty() {
        return;
    }
    let classes = cx.class_bits(&reading::CLASSES);
    let mut marks = Vec::new();
    for hits in hits.chunk_by(|one, next| one.2 == next.2) {
        let sentence = &cx.letter.sentences[hits[0].2 as usize];
        if !is_told(cx, sentence) {
            continue;
        }
        let tokens =
            &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        marks.clear();
        let of_hits =
            hits.iter().filter_map(|(name, span, _)| Mark::new(name, place(tokens, *span)));
        marks.extend(of_hits);
        if !marks.iter().any(|mark| mark.sign.is_vague()) {
            continue;
        }
        let reading = Reading::new(cx, &classes, tokens, &marks);
        let vague = weigh::vague(&reading, &marks, is_planned(cx, sentence));
        let places = joined(vague.map(|at| widen(&reading, at)).collect());
        let span = |at: Range<usize>| Span::new(tokens[at.start].start, tokens[at.end - 1].end);
        found.extend(places.into_iter().map(|at| Finding::at(span(at))));
    }
}

/// Whether the writer tells something there.
fn is_told(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let kind = cx.letter.blocks[sentence.block as usize].kind;
    let own = matches!(kind, BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Row);
    own && !cx.text(sentence.span).ends_with(['?', '？'])
}

/// Whether a sentence stands where steps are told. Below a heading that says nothing, a list tells of
/// steps.
fn is_planned(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let of_plan = |part| matches!(part, Part::Corrective | Part::Preventive);
    let kind = cx.letter.blocks[sentence.block as usize].kind;
    let listed = matches!(kind, BlockKind::Item(_)) && sentence.part == Part::Other;
    of_plan(sentence.part) || of_plan(cx.letter.sections[sentence.section as usize].part) || listed
}

/// The tokens of a span.
fn place(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.end <= span.start);
    start..tokens.partition_point(|token| token.start < span.end)
}

/// A place with the rest of its clause, behind an "and" in front of it, when that is short; else with
/// the words that announce the step.
fn widen(reading: &Reading, at: &Range<usize>) -> Range<usize> {
    let step = reading.step(at);
    if step.len() <= PLACE {
        return step;
    }
    let mut before = (step.start..at.start).rev().take(ANNOUNCED);
    before.find(|at| reading.is(*at, reading::SUBJECT)).unwrap_or(at.start)..at.end
}

/// Neighbours made one place, in order.
fn joined(mut places: Vec<Range<usize>>) -> Vec<Range<usize>> {
    places.sort_by_key(|at| (at.start, at.end));
    places.dedup_by(|next, kept| {
        let one = next.start < kept.end
            || next.start - kept.end <= GAP && next.end - kept.start <= JOINED;
        if one {
            kept.end = kept.end.max(next.end);
        }
        one
    });
    places
}
