//! What kind of case a letter speaks of.

use super::cue::{Cue, CueKind};
use super::{BlockKind, CaseGuess, Letter};
use crate::lint::Case;
use crate::source::Span;

/// The weight that the words of a kind need to be clear.
const CLEAR: i32 = 6;

/// The same words count so often.
const REPEATS: u32 = 3;

/// The kind that the letter's words speak of most, if any.
pub(super) fn guess(letter: &Letter<'_>, cues: &[Cue]) -> Option<CaseGuess> {
    let mut weights = vec![0; Case::ALL.len()];
    let mut repeats = vec![0; cues.len()];
    for (pattern, cue) in hits(letter, cues) {
        if repeats[pattern] < REPEATS {
            repeats[pattern] += 1;
            weights[cue.0 as usize] += i32::from(cue.1);
        }
    }
    let best = *Case::ALL.iter().rev().max_by_key(|case| weights[**case as usize])?;
    let weight = weights[best as usize];
    let second =
        Case::ALL.iter().filter(|case| **case != best).map(|case| weights[*case as usize]).max()?;
    let spans =
        letter.hits.iter().filter(|hit| of(cues, hit.pattern).is_some_and(|cue| cue.0 == best));
    let cues = spans.map(|hit| Span::new(hit.start, hit.end)).collect();
    (weight > 0).then(|| CaseGuess {
        case: best,
        cues,
        clear: weight >= CLEAR && 2 * second <= weight,
    })
}

/// The cues for kinds of case: their pattern, the kind, the weight. What the letter quotes counts as
/// well: a notice names the kind best.
fn hits<'l>(
    letter: &'l Letter<'_>,
    cues: &'l [Cue],
) -> impl Iterator<Item = (usize, (Case, i8))> + 'l {
    let stands = |hit: &&crate::phrase::Hit| {
        let sentence = &letter.sentences[hit.sentence as usize];
        letter.blocks[sentence.block as usize].kind != BlockKind::Signature
    };
    letter
        .hits
        .iter()
        .filter(stands)
        .filter_map(|hit| Some((hit.pattern as usize, of(cues, hit.pattern)?)))
}

/// The kind of case that a phrase speaks for.
fn of(cues: &[Cue], pattern: u32) -> Option<(Case, i8)> {
    let cue = cues.get(pattern as usize).filter(|cue| cue.kind == CueKind::Case)?;
    Some((cue.case?, cue.weight))
}
