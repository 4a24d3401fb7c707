//! Which hits of phrases count: where they stand, and what stands beside them.

use super::rough;
use crate::letter::{BlockKind, Letter};
use crate::lint::{Case, Catalogue, Group, Lint, NEARBY, Owner};
use crate::phrase::{Hit, TokenKind};
use crate::source::Span;

/// A hit of a lint's phrase.
#[derive(Clone, Debug)]
pub struct Judged {
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

/// What keeps a hit from counting where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// The text is not the writer's: of another letter, or a comment.
    Quoted,
    /// Somebody else says it, in quotation marks.
    Said,
    /// The phrase does not count in this part of a letter.
    Part,
    /// The phrase does not count in this kind of case.
    Case,
    /// What makes it harmless stands in the sentence.
    Unless,
    /// What makes it harmless stands near.
    UnlessNearby,
    /// What must stand in the sentence does not.
    When,
    /// The letter has not many findings of the group.
    Rough,
}

/// The groups of lints that judge how the writer speaks. What is quoted is not his.
const GROUPS_ON_SPEECH: [Group; 5] =
    [Group::RootCause, Group::Plan, Group::Tone, Group::Relevance, Group::Language];

/// Whether a place is what somebody else says, and the lint judges how the writer speaks.
pub(super) fn is_said_by_others(lint: &Lint, place: Span, letter: &Letter<'_>) -> bool {
    GROUPS_ON_SPEECH.contains(&lint.group) && letter.is_quoted(place)
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
    let lints = &*catalogue.lints;
    found.retain(|hit| silence(hit, letter, lints, &guards, case).is_none());
    let many = rough::groups(&found, letter, lints);
    let is_many = |hit: &Judged| many.contains(&lints[usize::from(hit.lint)].group);
    found.retain(|hit| !rough::is_rough(hit, lints) || is_many(hit));
    (merge(found, lints), many)
}

/// The hits of phrases that are not reported in this letter, and why.
pub fn silenced(letter: &Letter<'_>, catalogue: &Catalogue, case: Case) -> Vec<(Judged, Silence)> {
    let (found, guards) = sort_out(letter, catalogue);
    let lints = &*catalogue.lints;
    let (mut counting, mut silenced) = (Vec::new(), Vec::new());
    for hit in found {
        match silence(&hit, letter, lints, &guards, case) {
            Some(why) => silenced.push((hit, why)),
            None => counting.push(hit),
        }
    }
    let many = rough::groups(&counting, letter, lints);
    for hit in counting {
        let lint = &lints[usize::from(hit.lint)];
        if rough::is_rough(&hit, lints) && !many.contains(&lint.group) {
            silenced.push((hit, Silence::Rough));
        } else if is_said_by_others(lint, hit.span, letter) {
            silenced.push((hit, Silence::Said));
        }
    }
    silenced
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

/// What keeps a hit from counting where it stands, but for what the whole letter decides. Quoted text is
/// not the writer's; but a fact that the letter must carry is there when the notice names it that the
/// letter repeats.
fn silence(
    hit: &Judged,
    letter: &Letter<'_>,
    lints: &[Lint],
    guards: &Guards,
    case: Case,
) -> Option<Silence> {
    let lint = &lints[usize::from(hit.lint)];
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
    let is_quoted = match letter.blocks[sentence.block as usize].kind {
        BlockKind::Quote => !(lint.group == Group::Evidence && lint.whole_letter),
        kind => kind == BlockKind::Directive,
    };
    if is_quoted {
        Some(Silence::Quoted)
    } else if phrase.cases & case.bit() == 0 {
        Some(Silence::Case)
    } else if phrase.parts & sentence.part.bit() == 0 {
        Some(Silence::Part)
    } else if phrase.unless_sentence && beside(&guards.unless) {
        Some(Silence::Unless)
    } else if phrase.unless_nearby && near(&guards.unless_nearby) {
        Some(Silence::UnlessNearby)
    } else if phrase.when && !beside(&guards.when) {
        Some(Silence::When)
    } else {
        None
    }
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
