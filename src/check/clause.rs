//! Reports the clauses in which a lint's phrases stand: a reader sees what to take out, not one word.
//!
//! A clause is what stands between two pauses. A phrase named `cause` tells why something happened; it
//! says nothing in a part that a heading makes a plan or a list of documents. A `question` counts in
//! questions only, and stands for the whole of one. A phrase that is `weak`, or a `weak-question`, counts
//! only in a letter with several sentences that need no such help. A `dispute` with documents denies
//! nothing merely.

use super::judge::{Context, DISPUTE, Finding, Findings};
use crate::letter::{BlockKind, KnownBy, Sentence};
use crate::lint::Part;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// The most words of a place that is widened to its whole clause.
const PLACE: usize = 15;

/// The most bytes of a question that is reported as a whole.
const QUESTION: u32 = 280;

/// How many sentences with strong signs make a letter in which weak ones count, and of how many in all.
const SEVERAL: usize = 2;
const ONE_IN: usize = 12;

/// A hit: its phrase's name, its place and its sentence.
type Hit<'c> = (&'c str, Span, u32);

/// Whether a hit is found where something is told, and needs no help.
pub(super) fn is_told((name, ..): &Hit<'_>) -> bool {
    !is_weak(name) && !is_question(name) && *name != DISPUTE
}

fn is_weak(name: &str) -> bool {
    matches!(name, "weak" | "weak-question")
}

fn is_question(name: &str) -> bool {
    matches!(name, "question" | "weak-question")
}

/// Reports each clause once.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if cx.is_proven_dispute() {
        return;
    }
    let hits = cx.hits().filter(|(name, ..)| *name != DISPUTE);
    let (weak, strong): (Vec<_>, Vec<_>) = hits.partition(|(name, ..)| is_weak(name));
    let mut places: Vec<_> = strong.into_iter().filter_map(|hit| place(cx, hit)).collect();
    let mut sentences: Vec<_> = places.iter().map(|(_, sentence)| *sentence).collect();
    sentences.dedup();
    if sentences.len() >= SEVERAL && sentences.len() * ONE_IN >= cx.letter.sentences.len() {
        let weak = weak.into_iter();
        let weak = weak.filter(|(.., at)| is_text(cx, &cx.letter.sentences[*at as usize]));
        places.extend(weak.filter_map(|hit| place(cx, hit)));
    }
    places.sort_by_key(|(span, _)| (span.start, u32::MAX - span.end));
    places.dedup_by(|(next, _), (kept, _)| {
        let same = next.overlaps(*kept);
        if same {
            *kept = kept.cover(*next);
        }
        same
    });
    found.extend(places.into_iter().map(|(span, _)| Finding::at(span)));
}

/// What is reported of a hit, and its sentence; nothing where the hit does not count.
fn place(cx: &Context<'_>, (name, span, number): Hit<'_>) -> Option<(Span, u32)> {
    let sentence = &cx.letter.sentences[number as usize];
    let span = match name {
        _ if is_question(name) => question(cx, sentence)?,
        "cause" if is_headed_plan(cx, sentence) => return None,
        _ => widen(cx, sentence, span),
    };
    Some((span, number))
}

/// The sentence, if it asks something in running text: a heading that asks is answered below it.
fn question(cx: &Context<'_>, sentence: &Sentence) -> Option<Span> {
    let text = cx.text(sentence.span).trim_end_matches(['"', '”', ')', '!', '！']);
    let asks = text.ends_with(['?', '？']) && sentence.span.len() <= QUESTION;
    (asks && is_text(cx, sentence)).then_some(sentence.span)
}

/// Whether a sentence stands in a paragraph or an item.
fn is_text(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let kind = cx.letter.blocks[sentence.block as usize].kind;
    matches!(kind, BlockKind::Paragraph | BlockKind::Item(_))
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
