//! What a sentence leans towards, beside what phrases find in it.

use super::context::Context;
use super::finding::{Finding, Findings};
use crate::learned::{self, Leaning, Weighed};
use crate::letter::{BlockKind, Letter, Sentence};
use crate::lint::{Case, Lint};
use crate::source::Span;

/// The most words of a sentence that is reported as a whole; of a longer one, the clauses that say it.
const WHOLE: usize = 25;

/// How many findings of a lint a letter must have, by phrases and leanings together.
const AT_LEAST: usize = 2;

/// The leaning of each sentence that the writer tells something in, by the sentence's index.
pub(super) struct Leanings(Vec<Option<Leaning>>);

impl Leanings {
    /// Reads the sentences, if one of these lints asks for it.
    pub(super) fn of<'l>(letter: &Letter<'_>, mut lints: impl Iterator<Item = &'l Lint>) -> Self {
        if !lints.any(|lint| lint.learned.is_some()) {
            return Self(Vec::new());
        }
        let told = |sentence: &Sentence| {
            let kind = letter.blocks[sentence.block as usize].kind;
            matches!(kind, BlockKind::Subject | BlockKind::Paragraph | BlockKind::Item(_))
        };
        let leaning = |one: &Sentence| learned::leaning(&letter.text[one.span.range()]);
        Self(letter.sentences.iter().map(|one| told(one).then(|| leaning(one))).collect())
    }

    /// Drops what phrases found in sentences that lean the other way, and reports those that lean far
    /// enough and have no finding.
    pub(super) fn apply(&self, cx: &Context<'_>, found: &mut Findings) {
        let learned = cx.lint.learned.zip(learned::column(&cx.lint.name));
        let Some((limits, column)) = learned else { return };
        let sentences = &cx.letter.sentences;
        let leaning = |at: usize| Some(self.0.get(at)?.as_ref()?[column]);
        found.retain(|one| {
            let own =
                first(sentences, one.span).filter(|at| sentences[*at].span.start <= one.span.start);
            own.and_then(leaning).is_none_or(|leaning| leaning >= i32::from(limits.keep))
        });
        if limits.cases & cx.case.unwrap_or(Case::Other).bit() == 0 {
            return;
        }
        let known = known(sentences, found);
        let leans =
            |at: usize| leaning(at).is_some_and(|leaning| leaning >= i32::from(limits.report));
        let counts = |at: usize| limits.parts & sentences[at].part.bit() != 0;
        let own = (0..sentences.len()).filter(|at| !known[*at] && leans(*at) && counts(*at));
        let own: Vec<_> = own.map(|at| sentences[at].span).collect();
        // One sentence of a sober letter may lean by chance; two hardly do.
        if found.len() + own.len() >= AT_LEAST {
            let place = |at: Span| Finding::at(place(cx.text(at), at.start, column));
            found.extend(own.into_iter().map(place));
        }
    }
}

/// The index of the first sentence that ends behind the start of a place.
fn first(sentences: &[Sentence], place: Span) -> Option<usize> {
    let at = sentences.partition_point(|sentence| sentence.span.end <= place.start);
    (at < sentences.len()).then_some(at)
}

/// Which sentences have a finding.
fn known(sentences: &[Sentence], found: &Findings) -> Vec<bool> {
    let mut known = vec![false; sentences.len()];
    for one in found {
        let from = first(sentences, one.span).unwrap_or(sentences.len());
        let overlapping = sentences[from..].iter().take_while(|own| own.span.start < one.span.end);
        known[from..].iter_mut().zip(overlapping).for_each(|(known, _)| *known = true);
    }
    known
}

/// What is reported of a sentence that begins at `start`: from its first word to its last, or those
/// clauses of a long one that lean most.
fn place(sentence: &str, start: u32, column: usize) -> Span {
    let words = learned::by_word(sentence, column);
    let words: Vec<_> = words.into_iter().filter(|word| !word.place.is_empty()).collect();
    let clauses = words.split(|word| word.pause).filter(|clause| !clause.is_empty());
    let clauses: Vec<&[Weighed]> = clauses.collect();
    let sum = |at: usize| clauses[at].iter().map(|word| word.weight).sum::<i32>();
    let Some(most) = (0..clauses.len()).max_by_key(|at| sum(*at)) else {
        return Span::new(start, start + sentence.len() as u32);
    };
    let short = clauses.iter().map(|clause| clause.len()).sum::<usize>() <= WHOLE;
    let mut count = clauses[most].len();
    let mut joins = |at: &usize| {
        let joins = short || sum(*at) > 0 && count + clauses[*at].len() <= WHOLE;
        count += if joins { clauses[*at].len() } else { 0 };
        joins
    };
    let first = (0..most).rev().take_while(&mut joins).last().unwrap_or(most);
    let last = (most + 1..clauses.len()).take_while(&mut joins).last().unwrap_or(most);
    let byte = |word: Option<&Weighed>, end: fn(&Weighed) -> usize| word.map_or(0, end) as u32;
    Span::new(
        start + byte(clauses[first].first(), |word| word.place.start),
        start + byte(clauses[last].last(), |word| word.place.end),
    )
}
