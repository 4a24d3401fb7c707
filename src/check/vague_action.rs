//! Concrete or vague? Decided clause by clause; what is a sign of what stands in the lint's file.
//!
//! A clause is what stands between two pauses. A vague sign is reported when its clause is a step of
//! the writer's own, and nothing near it says what exactly is done: no fact, no sign of a tool, a role
//! or a date, and no word outside the vocabulary that any letter about any problem could use, the
//! class `vague-generic`. So "check the goods carefully" is vague, and "check the hinge" is not.

use std::ops::Range;

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, FactKind};
use crate::lint::Part;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// How many words of its own a step may have that is vague by its manner: "inspect the drills and
/// chargers strictly" is.
const MANNER: usize = 2;
/// How much of a parenthesis or of what stands behind a colon belongs to the clause before it.
const ASIDE: usize = 6;
/// The most words of a place that is widened to its whole clause.
const PLACE: usize = 15;
/// How far in front of a place the words that announce it may begin.
const ANNOUNCED: usize = 4;
/// Places closer than this are one, up to the length of `JOINED`.
const GAP: usize = 3;
/// The most words of places made one.
const JOINED: usize = 25;

/// Reports the steps that nobody could check.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let hits: Vec<_> = cx.hits().collect();
    for hits in hits.chunk_by(|one, next| one.2 == next.2) {
        let sentence = &cx.letter.sentences[hits[0].2 as usize];
        let kind = cx.letter.blocks[sentence.block as usize].kind;
        let own = matches!(kind, BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Row);
        if !own || cx.text(sentence.span).ends_with(['?', '？']) {
            continue;
        }
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let tokens = &cx.letter.tokens[range];
        let marks = hits.iter().map(|(name, span, _)| Mark { name, at: place(tokens, *span) });
        let section = &cx.letter.sections[sentence.section as usize];
        let of_plan = |part| matches!(part, Part::Corrective | Part::Preventive);
        // Below a heading that says nothing, a list tells of steps.
        let listed = matches!(kind, BlockKind::Item(_)) && sentence.part == Part::Other;
        let planned = of_plan(sentence.part) || of_plan(section.part) || listed;
        let judged = Judged { cx, tokens, planned, marks: marks.collect() };
        found.extend(
            judged
                .places()
                .into_iter()
                .map(|at| Finding::at(Span::new(tokens[at.start].start, tokens[at.end - 1].end))),
        );
    }
}

/// The tokens of a span.
fn place(tokens: &[Token], span: Span) -> Range<usize> {
    let start = tokens.partition_point(|token| token.end <= span.start);
    start..tokens.partition_point(|token| token.start < span.end)
}

/// A sign, by the name of its table in the lint's file.
struct Mark<'c> {
    name: &'c str,
    at: Range<usize>,
}

/// A sentence under judgement.
struct Judged<'c> {
    cx: &'c Context<'c>,
    tokens: &'c [Token],
    /// Whether it tells of steps taken or to come.
    planned: bool,
    marks: Vec<Mark<'c>>,
}

impl<'c> Judged<'c> {
    /// The places to report, in order; neighbours are one place.
    fn places(&self) -> Vec<Range<usize>> {
        let vague = self.marks.iter().filter(|mark| self.is_vague(mark));
        let mut places: Vec<Range<usize>> = vague.map(|mark| self.widen(&mark.at)).collect();
        places.sort_by_key(|at| (at.start, at.end));
        places.dedup_by(|next, kept| {
            let one = next.start < kept.end
                || next.start - kept.end <= GAP && next.end - kept.start <= JOINED;
            if one {
                kept.end = kept.end.max(next.end);
            }
            one
        });
        places
    }

    fn is_vague(&self, mark: &Mark<'_>) -> bool {
        let own = match mark.name {
            "empty" => return !self.is_refused(&mark.at),
            "vague" => MANNER,
            "general" => 0,
            _ => return false,
        };
        let reach = self.reach(&mark.at);
        self.is_step(&mark.at)
            && !self.is_concrete(&reach)
            && reach.filter(|at| self.is_specific(*at)).count() <= own
    }

    /// Whether a fact, or a sign of a concrete step, stands there.
    fn is_concrete(&self, reach: &Range<usize>) -> bool {
        let fact = |token: &Token| match token.kind {
            TokenKind::Fact(FactKind::Metric) => false,
            TokenKind::Fact(FactKind::Percent) => !self.cx.word(token).starts_with("100"),
            TokenKind::Fact(_) | TokenKind::Number => true,
            _ => false,
        };
        let overlaps = |at: &Range<usize>| at.start < reach.end && reach.start < at.end;
        self.tokens[reach.clone()].iter().any(fact) || self.named("concrete").any(overlaps)
    }

    /// Whether a word says something that could not stand in any letter.
    fn is_specific(&self, at: usize) -> bool {
        self.tokens[at].kind == TokenKind::Word && !self.is(at, "vague-generic")
    }

    /// Whether the sign belongs to a step of the writer's own: announced in its clause, or in a list
    /// of steps, with nothing but general words before it.
    fn is_step(&self, mark: &Range<usize>) -> bool {
        if self.is_refused(mark) || self.is_purpose(mark) {
            return false;
        }
        let clause = self.clause(mark);
        let any = |class| (clause.start..mark.end).any(|at| self.is(at, class));
        let leads = |at| !self.is_specific(at);
        any("step-future")
            || any("vague-done")
            || self.planned
                && (any("step-subject") || any("step-be") || (clause.start..mark.start).all(leads))
    }

    /// Whether the sign is only what another step is for: "to check …" is a purpose, unless "we need
    /// to" or the like stands before it.
    fn is_purpose(&self, mark: &Range<usize>) -> bool {
        let Some(to) = mark.start.checked_sub(1).filter(|at| self.is(*at, "step-purpose")) else {
            return false;
        };
        let alone = self.planned && !(0..self.tokens.len()).any(|at| self.is(at, "step-subject"));
        let clause = self.clause(mark);
        let obliged = (clause.start..to).rev().take(6).any(|at| self.is(at, "step-to"));
        !(obliged || alone && to == clause.start)
    }

    /// Whether something before the sign in its clause says that it is no step: a denial, a condition,
    /// a failure; what is announced anew behind it is one again.
    fn is_refused(&self, mark: &Range<usize>) -> bool {
        let clause = self.clause(mark);
        let before = clause.start..mark.start;
        let to_come = before.clone().any(|at| self.is(at, "step-future"));
        let refuses =
            |at: &usize| self.is(*at, "step-refused") || !to_come && self.is(*at, "vague-habit");
        let word = before.rev().find(refuses);
        let named = self.named("no-step").map(|at| at.start);
        let named = named.filter(|at| clause.start <= *at && *at < mark.end).last();
        word.max(named).is_some_and(|last| {
            let anew = |at| {
                let joins = self.is(at, "step-join") || self.is(at, "step-purpose");
                joins && (self.is(at + 1, "step-subject") || self.is(at + 1, "step-future"))
            };
            !(last + 1..mark.start).any(anew)
        })
    }

    /// Where a concrete word makes a sign concrete: its clause, and what belongs to it behind the
    /// pause, up to the next step.
    fn reach(&self, mark: &Range<usize>) -> Range<usize> {
        let clause = self.clause(mark);
        let joined = (clause.start..mark.start).rev().take(2).find(|at| self.is(*at, "step-and"));
        let start = joined.unwrap_or(clause.start);
        let mut end = clause.end;
        while end < self.tokens.len() {
            let next = self.clause(&(end + 1..end + 1));
            let aside = self.word(end).starts_with(['(', '（', ':', '：']);
            let anew =
                next.clone().any(|at| self.is(at, "step-subject") || self.is(at, "step-future"))
                    || next.is_empty()
                    || self.is(next.start, "pure-verb")
                    || self.marks.iter().any(|mark| {
                        matches!(mark.name, "empty" | "vague" | "general")
                            && next.contains(&mark.at.start)
                    });
            if anew {
                return start..if aside { next.end.min(end + ASIDE) } else { end };
            }
            end = next.end;
        }
        start..end
    }

    /// The clauses that a place touches, from pause to pause.
    fn clause(&self, at: &Range<usize>) -> Range<usize> {
        let pause = |token: &Token| token.kind == TokenKind::Pause;
        let (first, behind) = (at.start.min(self.tokens.len()), at.end.min(self.tokens.len()));
        let start = self.tokens[..first].iter().rposition(pause).map_or(0, |pause| pause + 1);
        let end = self.tokens[behind..].iter().position(pause);
        start..end.map_or(self.tokens.len(), |pause| behind + pause)
    }

    /// A place with the rest of its clause, behind an "and" in front of it, when that is short; else
    /// with the words that announce the step.
    fn widen(&self, at: &Range<usize>) -> Range<usize> {
        let clause = self.clause(at);
        let joined = (clause.start..at.start).rev().find(|at| self.is(*at, "step-join"));
        let start = joined.map_or(clause.start, |at| at + 1);
        if clause.end - start <= PLACE {
            return start..clause.end;
        }
        let mut before = (start..at.start).rev().take(ANNOUNCED);
        before.find(|at| self.is(*at, "step-subject")).unwrap_or(at.start)..at.end
    }

    fn named<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Range<usize>> + 's {
        self.marks.iter().filter(move |mark| mark.name == name).map(|mark| &mark.at)
    }

    fn is(&self, at: usize, class: &'static str) -> bool {
        self.tokens.get(at).is_some_and(|token| self.cx.is(token, class))
    }

    fn word(&self, at: usize) -> &'c str {
        self.cx.word(&self.tokens[at]).trim()
    }
}
