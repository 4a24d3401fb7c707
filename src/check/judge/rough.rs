//! Letters that have many findings of a group: there a phrase is a mistake that elsewhere may be a
//! writer's way of putting things.

use super::hits::Judged;
use crate::letter::Letter;
use crate::lint::{Group, Lint};

/// Fewer sentences with a finding are chance.
const FEWEST: usize = 4;

/// So many of them must come on a thousand words.
const PER_THOUSAND: usize = 15;

/// The groups of which a letter has many findings. Phrases that count only in such letters do not
/// make one.
pub(super) fn groups(found: &[Judged], letter: &Letter<'_>, lints: &[Lint]) -> Vec<Group> {
    let sure = found.iter().filter(|hit| !is_rough(hit, lints));
    // The last sentence with a finding of each group, and how many there were; the hits are by sentence.
    let mut counts: Vec<_> = Group::ALL.iter().map(|group| (*group, None, 0)).collect();
    for hit in sure {
        let (_, last, count) = &mut counts[lints[usize::from(hit.lint)].group as usize];
        *count += usize::from(last.replace(hit.sentence) != Some(hit.sentence));
    }
    counts
        .into_iter()
        .filter(|(.., count)| are_many(*count, letter))
        .map(|(group, ..)| group)
        .collect()
}

/// Whether so many findings are many for a letter.
pub(super) fn are_many(count: usize, letter: &Letter<'_>) -> bool {
    count >= FEWEST && count * 1000 >= letter.tokens.len() * PER_THOUSAND
}

/// Whether a hit counts only in such a letter.
pub(super) fn is_rough(hit: &Judged, lints: &[Lint]) -> bool {
    lints[usize::from(hit.lint)].phrases[usize::from(hit.phrase)].rough
}
