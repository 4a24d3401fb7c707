//! What each sentence says for each part of a letter, by the cue phrases in it.

use super::Letter;
use super::cue::{Cue, CueKind};
use crate::lint::Part;

/// The number of parts.
pub(super) const PARTS: usize = Part::ALL.len();

/// What a letter tells: a question may ask for something, but tells nothing.
const TOLD: [Part; 3] = [Part::RootCause, Part::Corrective, Part::Preventive];

/// Votes for each part.
pub(super) type Votes = [i16; PARTS];

/// What one sentence says by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// The votes of its content cues.
    pub votes: Votes,
    /// The votes of its one heaviest cue for a request.
    pub asks: i16,
    /// What it would be for as a heading, and the weight of that.
    pub heading: Option<(Part, i16)>,
    /// What it would announce as a lead-in, and the weight of that.
    pub lead_in: Option<(Part, i16)>,
}

impl Said {
    /// The most votes that any part has.
    pub(super) fn most(&self) -> i16 {
        self.votes.iter().copied().max().unwrap_or(0)
    }
}

/// The cues of one part in one sentence.
#[derive(Clone, Copy, Default)]
struct Tally {
    heaviest: i16,
    rest: i16,
    against: i16,
}

impl Tally {
    fn add(&mut self, weight: i16) {
        match weight {
            ..0 => self.against += weight,
            _ if weight > self.heaviest => {
                self.rest += self.heaviest;
                self.heaviest = weight;
            }
            _ => self.rest += weight,
        }
    }

    /// The heaviest cue decides; the others, which often see the same words, add little.
    fn votes(self) -> i16 {
        self.heaviest + (self.rest / 2).min(3) + self.against
    }
}

/// Counts the cues of every sentence.
pub(super) fn count(letter: &Letter<'_>, cues: &[Cue]) -> Vec<Said> {
    let mut said = vec![Said::default(); letter.sentences.len()];
    let mut tallies = vec![[Tally::default(); PARTS]; letter.sentences.len()];
    for hit in &letter.hits {
        let Some(cue) = cues.get(hit.pattern as usize) else { continue };
        let Some(part) = cue.part else { continue };
        let weight = i16::from(cue.weight);
        let sentence = hit.sentence as usize;
        match cue.kind {
            CueKind::Content => tallies[sentence][part as usize].add(weight),
            CueKind::Heading => heavier(&mut said[sentence].heading, part, weight),
            CueKind::LeadIn => heavier(&mut said[sentence].lead_in, part, weight),
            CueKind::Marker(_) | CueKind::Case => {}
        }
    }
    for ((said, tally), sentence) in said.iter_mut().zip(tallies).zip(&letter.sentences) {
        said.votes = tally.map(Tally::votes);
        let request = tally[Part::Request as usize];
        said.asks = request.heaviest + request.against;
        if letter.text[sentence.span.range()].ends_with(['?', '？']) {
            TOLD.iter().for_each(|part| said.votes[*part as usize] = 0);
        }
    }
    said
}

/// Keeps the heavier of two readings of a heading; the first of equals.
fn heavier(known: &mut Option<(Part, i16)>, part: Part, weight: i16) {
    if known.is_none_or(|(_, heaviest)| weight > heaviest) {
        *known = Some((part, weight));
    }
}
