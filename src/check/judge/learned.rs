//! What sentences lean towards, beside what phrases find in them.

use super::context::Context;
use super::finding::{Finding, Findings};
use super::rough;
use crate::learned::{self, Clause};
use crate::letter::{BlockKind, Letter, Sentence};
use crate::lint::{Case, Learned, Lint};
use crate::source::Span;

/// The most words of a sentence that is reported as a whole; of a longer one, the clauses that say it.
const WHOLE: usize = 25;

/// How many findings of a lint a letter must have, by phrases and leanings together: one sentence of a
/// sober letter may lean by chance; two hardly do.
const AT_LEAST: usize = 2;

/// The clauses of each sentence that the writer tells something in, by the sentence's index.
pub(super) struct Leanings(Vec<Option<Vec<Clause>>>);

/// A sentence or a clause, and how much it leans towards what a lint reports.
struct Unit {
    /// The index of its sentence.
    sentence: usize,
    span: Span,
    leaning: i64,
}

impl Leanings {
    /// Reads the sentences, if one of these lints asks for it.
    pub(super) fn of<'l>(letter: &Letter<'_>, mut lints: impl Iterator<Item = &'l Lint>) -> Self {
        if !lints.any(Lint::learns) {
            return Self(Vec::new());
        }
        let told = |sentence: &Sentence| {
            let kind = letter.blocks[sentence.block as usize].kind;
            matches!(kind, BlockKind::Subject | BlockKind::Paragraph | BlockKind::Item(_))
        };
        let clauses = |one: &Sentence| learned::clauses(&letter.text[one.span.range()]);
        Self(letter.sentences.iter().map(|one| told(one).then(|| clauses(one))).collect())
    }

    /// Drops what phrases found in sentences that lean the other way, and reports those that lean far
    /// enough and have no finding.
    pub(super) fn apply(&self, cx: &Context<'_>, found: &mut Findings) {
        let Some((limits, column)) = learned(cx.lint).filter(|(limits, _)| !limits.fills) else {
            return;
        };
        let units = self.units(cx.letter, limits, column);
        found.retain(|one| {
            let own = first(&units, one.span).map(|at| &units[at]);
            let own = own.filter(|unit| unit.span.start <= one.span.start);
            own.is_none_or(|unit| unit.leaning >= i64::from(limits.keep))
        });
        let known = known(&units, found.iter().map(|one| one.span));
        let own = self.leaning(cx, &units, &known);
        if found.len() + own.len() >= AT_LEAST {
            found.extend(own);
        }
    }

    /// What a lint that fills up its group reports: what leans far enough where the `others` of the group
    /// have found nothing.
    pub(super) fn fill(&self, cx: &Context<'_>, others: &[Span]) -> Findings {
        let Some((limits, column)) = learned(cx.lint) else { return Findings::new() };
        let units = self.units(cx.letter, limits, column);
        let known = known(&units, others.iter().copied());
        let own = self.leaning(cx, &units, &known);
        let enough = if limits.rough {
            rough::are_many(others.len(), cx.letter)
        } else {
            others.len() + own.len() >= AT_LEAST
        };
        if enough { own } else { Findings::new() }
    }

    /// How much the sentence leans that leans most towards being the part which a lint misses.
    fn most(&self, lint: &Lint) -> Option<i32> {
        let column = learned::column(&lint.name)?;
        self.0.iter().flatten().map(|clauses| learned::leaning(clauses, column)).max()
    }

    /// The sentences or clauses of a letter that lean towards a lint.
    fn units(&self, letter: &Letter<'_>, limits: Learned, column: usize) -> Vec<Unit> {
        let told = self.0.iter().zip(&letter.sentences).enumerate();
        let told = told.filter_map(|(at, (clauses, own))| Some((at, clauses.as_ref()?, own.span)));
        let mut units = Vec::new();
        let mut own = Vec::new();
        for (sentence, clauses, span) in told {
            if limits.clauses {
                own.extend(clauses.iter().map(|clause| clause.leaning(column)));
                units.extend(clauses.iter().map(|clause| (sentence, within(span, &clause.place))));
            } else {
                own.push(learned::leaning(clauses, column));
                units.push((sentence, span));
            }
        }
        let leanings = learned::in_letter(&own).into_iter();
        let unit = |((sentence, span), leaning)| Unit { sentence, span, leaning };
        units.into_iter().zip(leanings).map(unit).collect()
    }

    /// Findings for the units that lean far enough and are not known.
    fn leaning(&self, cx: &Context<'_>, units: &[Unit], known: &[bool]) -> Findings {
        let Some((limits, column)) = learned(cx.lint) else { return Findings::new() };
        if limits.cases & cx.case.unwrap_or(Case::Other).bit() == 0 {
            return Findings::new();
        }
        let counts = |unit: &Unit| {
            let part = cx.letter.sentences[unit.sentence].part;
            limits.parts & part.bit() != 0 && unit.leaning >= i64::from(limits.report)
        };
        let place = |unit: &Unit| match self.0[unit.sentence].as_deref() {
            Some(clauses) if !limits.clauses => place(clauses, unit.span, column),
            _ => unit.span,
        };
        let own = units.iter().zip(known).filter(|(unit, known)| !**known && counts(unit));
        own.map(|(unit, _)| Finding::at(place(unit))).collect()
    }
}

impl Context<'_> {
    /// Whether the letter has the part that the lint misses: as its `structure` says, unless a sentence
    /// shows it surely or none even hardly.
    #[must_use]
    pub fn shows(&self, structure: bool) -> bool {
        match self.lint.shown.zip(self.leanings.most(self.lint)) {
            Some((shown, most)) if structure => most >= i32::from(shown.hardly),
            Some((shown, most)) => most >= i32::from(shown.surely),
            None => structure,
        }
    }
}

/// How the weights count for a lint, and their column, if it learns.
fn learned(lint: &Lint) -> Option<(Learned, usize)> {
    lint.learned.zip(learned::column(&lint.name))
}

/// The index of the first unit that ends behind the start of a place.
fn first(units: &[Unit], place: Span) -> Option<usize> {
    let at = units.partition_point(|unit| unit.span.end <= place.start);
    (at < units.len()).then_some(at)
}

/// Which units have a finding.
fn known(units: &[Unit], found: impl Iterator<Item = Span>) -> Vec<bool> {
    let mut known = vec![false; units.len()];
    for place in found {
        let from = first(units, place).unwrap_or(units.len());
        let overlapping = units[from..].iter().take_while(|own| own.span.start < place.end);
        known[from..].iter_mut().zip(overlapping).for_each(|(known, _)| *known = true);
    }
    known
}

/// What is reported of a sentence at `span`: from its first word to its last, or those clauses of a long
/// one that lean most.
fn place(clauses: &[Clause], span: Span, column: usize) -> Span {
    let adds = |at: usize| clauses[at].adds[column];
    let Some(most) = (0..clauses.len()).max_by_key(|at| adds(*at)) else { return span };
    let short = clauses.iter().map(|clause| clause.words).sum::<usize>() <= WHOLE;
    let mut count = clauses[most].words;
    let mut joins = |at: &usize| {
        let joins = short || adds(*at) > 0 && count + clauses[*at].words <= WHOLE;
        count += if joins { clauses[*at].words } else { 0 };
        joins
    };
    let first = (0..most).rev().take_while(&mut joins).last().unwrap_or(most);
    let last = (most + 1..clauses.len()).take_while(&mut joins).last().unwrap_or(most);
    within(span, &(clauses[first].place.start..clauses[last].place.end))
}

/// A place of a sentence as a place of the letter.
fn within(sentence: Span, place: &std::ops::Range<usize>) -> Span {
    Span::new(sentence.start + place.start as u32, sentence.start + place.end as u32)
}
