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
    let mut sentences: Vec<(Group, u32)> =
        sure.map(|hit| (lints[usize::from(hit.lint)].group, hit.sentence)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let groups = sentences.chunk_by(|one, next| one.0 == next.0);
    let many = |one: &&[(Group, u32)]| {
        one.len() >= FEWEST && one.len() * 1000 >= letter.tokens.len() * PER_THOUSAND
    };
    groups.filter(many).map(|group| group[0].0).collect()
}

/// Whether a hit counts only in such a letter.
pub(super) fn is_rough(hit: &Judged, lints: &[Lint]) -> bool {
    lints[usize::from(hit.lint)].phrases[usize::from(hit.phrase)].rough
}
