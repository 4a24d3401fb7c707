//! Which hits of phrases count: where they stand, and what stands beside them.

use super::rough;
use crate::letter::{BlockKind, Letter};
use crate::lint::{Case, Catalogue, Group, Lint, NEARBY, Owner};
use crate::phrase::{Hit, TokenKind};
use crate::source::Span;

/// A hit of a lint's phrase.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    /// The lint, by index.
    pub lint: u16,
    /// The phrase, by index in its lint.
    pub phrase: u16,
    /// The place.
    pub span: Span,
    /// The tokens of the place.
    pub tokens: (u32, u32),
    /// The sentence it stands in.
    pub sentence: u32,
    /// Whether it is several overlapping hits: then no replacement fits.
    pub merged: bool,
}

/// The guards that stand in the letter, by what they do to a lint's phrase in the same sentence or near
/// it: whose phrase, and in which sentence, as [`standing`] numbers them.
#[derive(Default)]
struct Guards {
    unless: Vec<u64>,
    unless_nearby: Vec<u64>,
    when: Vec<u64>,
}

/// A lint, its phrase and a sentence as a number, for numbers are sorted faster than tuples.
fn standing(lint: u16, phrase: u16, sentence: u32) -> u64 {
    u64::from(lint) << 48 | u64::from(phrase) << 32 | u64::from(sentence)
}

/// The hits of lints that count in this letter, by lint and place; overlaps of one lint are merged.
/// And the groups of which the letter has many.
pub(super) fn judged(
    letter: &Letter<'_>,
    catalogue: &Catalogue,
    case: Option<Case>,
) -> (Vec<Judged>, Vec<Group>) {
    let (mut found, guards) = sort_out(letter, catalogue);
    let case = case.unwrap_or(Case::Other);
    found.retain(|hit| counts(hit, letter, &catalogue.lints[usize::from(hit.lint)], &guards, case));
    let lints = &*catalogue.lints;
    let many = rough::groups(&found, letter, lints);
    let is_many = |hit: &Judged| many.contains(&lints[usize::from(hit.lint)].group);
    found.retain(|hit| !rough::is_rough(hit, lints) || is_many(hit));
    (merge(found, lints), many)
}

/// The phrases' hits, by sentence, and the guards', sorted.
fn sort_out(letter: &Letter<'_>, catalogue: &Catalogue) -> (Vec<Judged>, Guards) {
    let (mut found, mut guards) = (Vec::new(), Guards::default());
    for hit in &letter.hits {
        for owner in catalogue.owners(hit.pattern) {
            match *owner {
                Owner::Phrase(lint, phrase) => found.push(place(hit, lint, phrase, letter)),
                Owner::Unless(lint, phrase) => {
                    guards.unless.push(standing(lint, phrase, hit.sentence));
                }
                Owner::UnlessNearby(lint, phrase) => {
                    guards.unless_nearby.push(standing(lint, phrase, hit.sentence));
                }
                Owner::When(lint, phrase) => {
                    guards.when.push(standing(lint, phrase, hit.sentence));
                }
            }
        }
    }
    for all in [&mut guards.unless, &mut guards.unless_nearby, &mut guards.when] {
        all.sort_unstable();
    }
    (found, guards)
}

/// Where a hit is reported: without the pause that a gap at the phrase's end may have read.
fn place(hit: &Hit, lint: u16, phrase: u16, letter: &Letter<'_>) -> Judged {
    let tokens = &letter.tokens[hit.tokens.start as usize..hit.tokens.end as usize];
    let words = tokens.iter().rposition(|token| token.kind != TokenKind::Pause);
    let last = words.unwrap_or(tokens.len() - 1);
    Judged {
        lint,
        phrase,
        span: Span::new(hit.start, tokens[last].end),
        tokens: (hit.tokens.start, hit.tokens.start + last as u32 + 1),
        sentence: hit.sentence,
        merged: false,
    }
}

/// Whether a hit counts where it stands. Quoted text is not the writer's; but a fact that the letter must
/// carry is there when the notice names it that the letter repeats.
fn counts(hit: &Judged, letter: &Letter<'_>, lint: &Lint, guards: &Guards, case: Case) -> bool {
    let phrase = &lint.phrases[usize::from(hit.phrase)];
    let sentence = &letter.sentences[hit.sentence as usize];
    let at = |sentence| standing(hit.lint, hit.phrase, sentence);
    let beside = |guards: &[u64]| guards.binary_search(&at(hit.sentence)).is_ok();
    let near = |guards: &[u64]| {
        let first = guards.partition_point(|one| *one < at(hit.sentence.saturating_sub(NEARBY)));
        let mut reached =
            guards[first..].iter().take_while(|one| **one <= at(hit.sentence + NEARBY));
        reached.any(|one| letter.sentences[*one as u32 as usize].block == sentence.block)
    };
    let said = match letter.blocks[sentence.block as usize].kind {
        BlockKind::Quote => lint.group == Group::Evidence && lint.whole_letter,
        kind => kind != BlockKind::Directive,
    };
    said && phrase.parts & sentence.part.bit() != 0
        && phrase.cases & case.bit() != 0
        && !(phrase.unless_sentence && beside(&guards.unless))
        && !(phrase.unless_nearby && near(&guards.unless_nearby))
        && (!phrase.when || beside(&guards.when))
}

/// Sorts by lint and place; of overlapping hits of one lint the longest stays and covers them all.
/// A structural check gets each hit by itself.
fn merge(mut found: Vec<Judged>, lints: &[Lint]) -> Vec<Judged> {
    found.sort_by_key(|hit| (hit.lint, hit.span.start, u32::MAX - hit.span.end, hit.phrase));
    found.dedup_by(|next, kept| {
        let same = next.lint == kept.lint && next.span.overlaps(kept.span);
        let same = same && lints[usize::from(next.lint)].check.is_none();
        if same {
            let cover = kept.span.cover(next.span);
            kept.merged |= cover != kept.span;
            let tokens = (kept.tokens.0, kept.tokens.1.max(next.tokens.1));
            if next.span.len() > kept.span.len() {
                kept.phrase = next.phrase;
            }
            (kept.span, kept.tokens) = (cover, tokens);
        }
        same
    });
    found
}
