//! What sentences lean towards, beside what phrases find in them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::context::Context;
use super::finding::{Finding, Findings};
use super::rough;
use crate::learned::{self, Clause};
use crate::letter::{BlockKind, Letter, Sentence};
use crate::lint::{Case, Learned, Lint};
use crate::phrase::TokenKind;
use crate::source::Span;

/// The most words of a sentence that is reported as a whole; of a longer one, the clauses that say it.
const WHOLE: u32 = 25;

/// The fewest words of a clause that is reported by itself.
const CLAUSE: u32 = 4;

/// How many findings of a lint a letter must have, by phrases and leanings together: one sentence of a
/// sober letter may lean by chance; two hardly do.
const AT_LEAST: usize = 2;

/// The clauses of the sentences in which the writer tells something.
pub(super) struct Leanings {
    clauses: Vec<Clause>,
    /// Which of them each sentence has, by the sentence's index; none, if it is not read.
    sentences: Vec<Option<Range<usize>>>,
    /// Whether a sentence is mostly Chinese: no weight knows what it says.
    chinese: bool,
}

/// A sentence or a clause, and how much it leans towards what a lint reports.
struct Unit {
    /// The index of its sentence.
    sentence: usize,
    span: Span,
    /// How many words it has.
    words: u32,
    leaning: i64,
}

impl Leanings {
    /// Reads the sentences, if one of these lints asks for it.
    pub(super) fn of<'l>(letter: &Letter<'_>, mut lints: impl Iterator<Item = &'l Lint>) -> Self {
        let mut all = Self { clauses: Vec::new(), sentences: Vec::new(), chinese: false };
        if !lints.any(Lint::learns) {
            return all;
        }
        for sentence in &letter.sentences {
            let kind = letter.blocks[sentence.block as usize].kind;
            let told = kind.is_own_text() || kind == BlockKind::Subject;
            all.chinese |= told && is_chinese(letter, sentence);
            let first = all.clauses.len();
            if told {
                all.read(letter, sentence.span);
            }
            all.sentences.push(told.then_some(first..all.clauses.len()));
        }
        all
    }

    /// Adds the clauses of a sentence, of which what others said is left out.
    fn read(&mut self, letter: &Letter<'_>, sentence: Span) {
        let first = letter.quotations.partition_point(|one| one.end <= sentence.start);
        let quoted = letter.quotations[first..].iter().take_while(|one| one.start < sentence.end);
        let mut at = sentence.start;
        for place in quoted.copied().chain([Span::new(sentence.end, sentence.end)]) {
            let own = Span::new(at, place.start.max(at));
            let before = self.clauses.len();
            learned::read(&letter.text[own.range()], &mut self.clauses);
            for clause in &mut self.clauses[before..] {
                let from = own.start - sentence.start;
                clause.place = clause.place.start + from..clause.place.end + from;
            }
            at = place.end.min(sentence.end);
        }
    }

    /// Drops what phrases found in sentences that lean the other way, and reports those that lean far
    /// enough and have no finding.
    pub(super) fn apply(&self, cx: &Context<'_>, found: &mut Findings) {
        let Some((limits, column)) = learned(cx.lint).filter(|(limits, _)| !limits.fills) else {
            return;
        };
        if cx.is_proven_dispute() {
            return;
        }
        let units = self.units(cx.letter, limits, column);
        found.retain(|one| {
            let own = first(&units, one.span).map(|at| &units[at]);
            let own = own.filter(|unit| unit.span.start <= one.span.start);
            own.is_none_or(|unit| unit.leaning >= i64::from(limits.keep))
        });
        let known = known(&units, found.iter().map(|one| one.span));
        let own = self.reports(cx, (limits, column), &units, &known);
        if found.len() + own.len() >= AT_LEAST {
            found.extend(own);
        }
    }

    /// What a lint that fills up its group reports: what leans far enough where the others of the group
    /// have found nothing; they stand at `places`, and have related ones.
    pub(super) fn fill(&self, cx: &Context<'_>, places: &[Span], related: &[Span]) -> Findings {
        let Some((limits, column)) = learned(cx.lint) else { return Findings::new() };
        if limits.rough && !is_rough(cx.letter, places) {
            return Findings::new();
        }
        let units = self.units(cx.letter, limits, column);
        let known = known(&units, places.iter().chain(related).copied());
        let own = self.reports(cx, (limits, column), &units, &known);
        if places.len() + own.len() >= AT_LEAST { own } else { Findings::new() }
    }

    /// How much the sentence leans that leans most towards being the part which a lint misses; none, if
    /// there is something that no weight knows.
    pub(super) fn most(&self, lint: &Lint) -> Option<i32> {
        let column = learned::column(&lint.name).filter(|_| !self.chinese)?;
        self.told().map(|own| learned::leaning(own, column)).max()
    }

    /// How much a letter speaks against a part of it: by how much each sentence leans towards that of some
    /// lints to which it leans most.
    pub(super) fn against<'l>(&self, lints: impl Iterator<Item = &'l str>) -> i64 {
        let columns: Vec<_> = lints.filter_map(learned::column).collect();
        let most = |own| columns.iter().map(|column| learned::leaning(own, *column)).max();
        learned::against(&self.told().filter_map(most).collect::<Vec<_>>())
    }

    /// The sentences that are read, as clauses.
    fn told(&self) -> impl Iterator<Item = &[Clause]> {
        self.sentences.iter().flatten().map(|own| &self.clauses[own.clone()])
    }

    /// The sentences or clauses of a letter, with their leaning towards a lint.
    fn units(&self, letter: &Letter<'_>, limits: Learned, column: usize) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut leanings = Vec::new();
        for (sentence, own) in self.sentences.iter().enumerate() {
            let Some(own) = own.clone().map(|own| &self.clauses[own]) else { continue };
            let span = letter.sentences[sentence].span;
            if limits.clauses {
                leanings.extend(own.iter().map(|clause| clause.leaning(column)));
                units.extend(own.iter().map(|one| {
                    let span = within(span, one.place.start, one.place.end);
                    Unit { sentence, span, words: one.words, leaning: 0 }
                }));
            } else {
                leanings.push(learned::leaning(own, column));
                let words = own.iter().map(|clause| clause.words).sum();
                units.push(Unit { sentence, span, words, leaning: 0 });
            }
        }
        let read = units.iter_mut().zip(learned::in_letter(&leanings));
        read.for_each(|(unit, leaning)| unit.leaning = leaning);
        units
    }

    /// Findings for the units that lean far enough and are not known.
    fn reports(
        &self,
        cx: &Context<'_>,
        (limits, column): (Learned, usize),
        units: &[Unit],
        known: &[bool],
    ) -> Findings {
        if limits.cases & cx.case.unwrap_or(Case::Other).bit() == 0 {
            return Findings::new();
        }
        let counts = |unit: &Unit| {
            let part = cx.letter.sentences[unit.sentence].part;
            let long = !limits.clauses || unit.words >= CLAUSE;
            limits.parts & part.bit() != 0 && unit.leaning >= i64::from(limits.report) && long
        };
        let reported = |unit: &Unit| match self.sentences[unit.sentence].clone() {
            Some(own) if !limits.clauses => {
                let own = &self.clauses[own];
                let said = where_said(own, column);
                // A long sentence adds much up. What its letter says against it, it says against each clause.
                let leaning = |clauses| i64::from(learned::leaning(clauses, column));
                let enough =
                    unit.leaning - leaning(own) + leaning(said) >= i64::from(limits.report);
                let place = said.first().zip(said.last()).filter(|_| enough);
                place.map(|(first, last)| within(unit.span, first.place.start, last.place.end))
            }
            _ => Some(unit.span),
        };
        let own = units.iter().zip(known).filter(|(unit, known)| !**known && counts(unit));
        own.filter_map(|(unit, _)| reported(unit)).map(Finding::at).collect()
    }
}

/// Whether many sentences have a finding at these places. [`Context::rough`] asks the same of phrases
/// alone, before any lint is judged.
fn is_rough(letter: &Letter<'_>, places: &[Span]) -> bool {
    let sentence =
        |place: &Span| letter.sentences.partition_point(|one| one.span.end <= place.start);
    let sentences: BTreeSet<_> = places.iter().map(sentence).collect();
    rough::are_many(sentences.len(), letter)
}

/// Whether half of a sentence's words are Chinese characters.
fn is_chinese(letter: &Letter<'_>, sentence: &Sentence) -> bool {
    let tokens = &letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
    let count = tokens.iter().filter(|token| token.kind == TokenKind::Han).count();
    count > 0 && 2 * count >= tokens.len()
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

/// Where a sentence says it: all of its clauses, or those of a long one that lean most.
fn where_said(clauses: &[Clause], column: usize) -> &[Clause] {
    let adds = |at: usize| clauses[at].adds[column];
    let Some(most) = (0..clauses.len()).max_by_key(|at| adds(*at)) else { return clauses };
    let short = clauses.iter().map(|clause| clause.words).sum::<u32>() <= WHOLE;
    let mut count = clauses[most].words;
    let mut joins = |at: &usize| {
        let joins = short || adds(*at) > 0 && count + clauses[*at].words <= WHOLE;
        count += if joins { clauses[*at].words } else { 0 };
        joins
    };
    let first = (0..most).rev().take_while(&mut joins).last().unwrap_or(most);
    let last = (most + 1..clauses.len()).take_while(&mut joins).last().unwrap_or(most);
    &clauses[first..=last]
}

/// What stands between two bytes of a sentence, as a place of the letter.
fn within(sentence: Span, start: u32, end: u32) -> Span {
    Span::new(sentence.start + start, sentence.start + end)
}
