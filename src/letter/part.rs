//! What each sentence is for, and which parts a letter has.

use std::ops::Range;

use super::cue::Cue;
use super::prior::{self, Opening, Prior, Priors};
use super::vote::{self, PARTS, Said, Votes};
use super::{BlockKind, KnownBy, Letter};
use crate::lint::Part;

/// Fewer votes than this say nothing, where no heading says the same.
const LEAST: i16 = 3;

/// Fewer than this, its heading's among them, are not enough where a heading says the same.
const EXPECTED: i16 = 2;

/// So many votes of its own words make a sentence speak for itself.
const CLEAR: i16 = 3;

/// What the items of a list say to each other.
const LISTED: i16 = 2;

/// A heading of this weight is enough for a part to be there, when what stands below it does not say
/// otherwise.
const STRONG_HEADING: i16 = 4;

/// So many votes less are as good.
const NEARLY: i16 = 1;

/// So many votes ask for something; thanks and courtesies have fewer.
const ASKED: i16 = 8;

/// In the subject, below a heading for it and at the end of a letter one cue of so
/// many does; courtesies, even together, do not.
const ASKED_THERE: i16 = 5;

/// So much is a hint of a cause.
const HINT: i16 = 1;

/// Words that mean only one part count even in a long sentence that says more of another.
const STRONG_CUE: i16 = 5;

/// Decides the parts; returns where headings and lead-ins open sections.
pub(super) fn read(letter: &mut Letter<'_>, cues: &[Cue]) -> Vec<Opening> {
    let said = vote::count(letter, cues);
    let Priors { of_block, openings } = prior::read(letter, &said);
    let mut totals: Vec<Votes> = said.iter().map(|one| one.votes).collect();
    add_priors(letter, &of_block, &mut totals);
    add_lists(letter, &said, &mut totals);
    add_positions(letter, &mut totals);
    for index in 0..totals.len() {
        decide(letter, index, &said[index], &totals[index], &of_block);
    }
    name_openings(letter, &openings);
    show(letter, &said, &of_block);
    openings
}

/// The parts in the order in which the more telling one wins a tie.
const TELLING: [Part; PARTS] = [
    Part::Request,
    Part::RootCause,
    Part::Corrective,
    Part::Preventive,
    Part::Issue,
    Part::Evidence,
    Part::Other,
];

/// Adds what headings and lead-ins expect.
fn add_priors(letter: &Letter<'_>, of_block: &[Option<Prior>], totals: &mut [Votes]) {
    for (sentence, total) in letter.sentences.iter().zip(totals) {
        if let Some(prior) = of_block[sentence.block as usize] {
            total[prior.part as usize] += prior.weight;
        }
    }
}

/// The items of one list are for the same, unless they say otherwise.
fn add_lists(letter: &Letter<'_>, said: &[Said], totals: &mut [Votes]) {
    let mut blocks = 0..0;
    while blocks.end < letter.blocks.len() {
        let kind = letter.blocks[blocks.end].kind;
        let more =
            letter.blocks[blocks.end..].iter().take_while(|block| block.kind == kind).count();
        blocks = blocks.end..blocks.end + more;
        if !matches!(kind, BlockKind::Item(_)) || more < 2 {
            continue;
        }
        let sentences = sentences(letter, blocks.clone());
        if let Some(part) = majority(&said[sentences.clone()]) {
            totals[sentences].iter_mut().for_each(|total| total[part as usize] += LISTED);
        }
    }
}

/// The sentences of a run of blocks.
fn sentences(letter: &Letter<'_>, blocks: Range<usize>) -> Range<usize> {
    let run = &letter.blocks[blocks];
    let start = run.first().map_or(0, |block| block.sentences.start);
    start as usize..run.last().map_or(start, |block| block.sentences.end) as usize
}

/// The part that most of the sentences that speak for themselves are for.
fn majority(said: &[Said]) -> Option<Part> {
    let mut counts = [0; PARTS];
    for one in said.iter().filter(|one| one.most() >= CLEAR) {
        counts[best(&one.votes, None) as usize] += 1;
    }
    let part = TELLING.into_iter().max_by_key(|part| counts[*part as usize])?;
    let all: i32 = counts.iter().sum();
    (2 * counts[part as usize] > all).then_some(part)
}

/// A letter begins with what happened, and its last paragraph says what it asks for.
fn add_positions(letter: &Letter<'_>, totals: &mut [Votes]) {
    let count = totals.len();
    for total in &mut totals[..count / 4] {
        total[Part::Issue as usize] += 1;
    }
    let last = letter.blocks.iter().rev().find(|block| block.kind.is_own_text());
    if let Some(last) = last.filter(|last| last.kind == BlockKind::Paragraph && count > 3) {
        for total in &mut totals[last.sentences.start as usize..last.sentences.end as usize] {
            total[Part::Request as usize] += 1;
        }
    }
}

/// The part with the most votes; of equals the expected one, then the more telling.
fn best(votes: &Votes, expected: Option<Part>) -> Part {
    let rank = |part: &Part| (votes[*part as usize], expected == Some(*part));
    // `max_by_key` keeps the last of equals.
    TELLING.into_iter().rev().max_by_key(rank).unwrap_or(Part::Other)
}

/// Settles the part of one sentence.
fn decide(
    letter: &mut Letter<'_>,
    index: usize,
    said: &Said,
    total: &Votes,
    of_block: &[Option<Prior>],
) {
    let block = letter.sentences[index].block as usize;
    if !letter.blocks[block].kind.is_own_text() {
        return;
    }
    let prior = of_block[block];
    let part = best(total, prior.map(|prior| prior.part));
    let before = index.checked_sub(1).map(|last| &letter.sentences[last]);
    let before =
        before.filter(|last| last.block as usize == block && last.known_by != KnownBy::Position);
    let (part, known_by) = match prior.filter(|prior| prior.part == part) {
        prior if total[part as usize] < if prior.is_some() { EXPECTED } else { LEAST } => {
            (before.map_or(Part::Other, |last| last.part), KnownBy::Position)
        }
        _ if said.votes[part as usize] >= CLEAR => (part, KnownBy::Content),
        Some(prior) => (part, prior.known_by),
        None => (part, KnownBy::Content),
    };
    let sentence = &mut letter.sentences[index];
    (sentence.part, sentence.known_by) = (part, known_by);
}

/// A heading is for what it announces, a lead-in as well.
fn name_openings(letter: &mut Letter<'_>, openings: &[Opening]) {
    for opening in openings {
        let at =
            letter.sentences.partition_point(|sentence| sentence.span.start < opening.words.start);
        let Some(sentence) = letter.sentences.get_mut(at) else { continue };
        sentence.part = opening.part.unwrap_or(Part::Other);
        sentence.known_by = opening.known_by;
    }
}

/// Notes at each sentence which parts the letter has by it.
fn show(letter: &mut Letter<'_>, said: &[Said], of_block: &[Option<Prior>]) {
    let end = last_third(letter);
    for (index, (sentence, said)) in letter.sentences.iter_mut().zip(said).enumerate() {
        let block = sentence.block as usize;
        let kind = letter.blocks[block].kind;
        let asks = |prior: Prior| prior.part == Part::Request && prior.weight >= STRONG_HEADING;
        let there = index >= end || kind == BlockKind::Subject || of_block[block].is_some_and(asks);
        let asked = said.votes[Part::Request as usize] >= ASKED;
        if (asked || there && said.asks >= ASKED_THERE) && kind != BlockKind::Quote {
            sentence.shows |= Part::Request.bit();
        }
        if !kind.is_own_text() {
            continue;
        }
        sentence.hints_at_cause = said.votes[Part::RootCause as usize] >= HINT;
        for part in
            [Part::Issue, Part::RootCause, Part::Corrective, Part::Preventive, Part::Evidence]
        {
            let prior = of_block[block].filter(|prior| prior.part == part);
            if is_shown(part, sentence.part == part, said, prior) {
                sentence.shows |= part.bit();
            }
        }
    }
}

/// Where the last third of the sentences that are the writer's begins.
fn last_third(letter: &Letter<'_>) -> usize {
    let is_own =
        |index: &usize| letter.blocks[letter.sentences[*index].block as usize].kind.is_own_text();
    let own: Vec<usize> = (0..letter.sentences.len()).filter(is_own).collect();
    own.get(own.len() * 2 / 3).copied().unwrap_or(0)
}

/// Whether a sentence is enough for a part to be there.
fn is_shown(part: Part, is_for_it: bool, said: &Said, prior: Option<Prior>) -> bool {
    let own = said.votes[part as usize];
    let (alone, beside) = match part {
        Part::RootCause => (4, 4),
        Part::Corrective => (4, 4),
        Part::Preventive => (4, 5),
        _ => (CLEAR, CLEAR),
    };
    let heading = prior.is_some_and(|prior| prior.weight >= STRONG_HEADING) && own >= 0;
    let strong = own >= STRONG_CUE && own + STRONG_CUE >= said.most();
    is_for_it && (own >= alone || heading) || own >= beside && own + NEARLY >= said.most() || strong
}
