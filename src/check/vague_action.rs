//! Concrete or vague? Decided clause by clause; what is a sign of what stands in the lint's file.
//!
//! A clause is what stands between two pauses. A vague sign is reported when its clause is a step of
//! the writer's own, and no concrete sign near it says what exactly is done.

use std::ops::Range;

use super::judge::{Context, Finding, Findings};
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// How many words away a concrete sign still makes a general step concrete.
const NEAR: usize = 14;
/// How much of the parenthesis behind a clause belongs to it.
const ASIDE: usize = 6;
/// The most words of a place that is widened to its whole clause.
const PLACE: usize = 15;
/// Places closer than this are one, up to the length of `JOINED`.
const GAP: usize = 3;
/// The most words of places made one.
const JOINED: usize = 25;

/// Reports the steps that nobody could check.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let hits: Vec<_> = cx.hits().collect();
    for hits in hits.chunk_by(|one, next| one.2 == next.2) {
        let tokens = cx.letter.sentences[hits[0].2 as usize].tokens.clone();
        let tokens = &cx.letter.tokens[tokens.start as usize..tokens.end as usize];
        let marks = hits.iter().map(|(name, span, _)| Mark { name, at: place(tokens, *span) });
        let judged = Judged { cx, tokens, marks: marks.collect() };
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
    marks: Vec<Mark<'c>>,
}

impl<'c> Judged<'c> {
    fn named<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Range<usize>> + 's {
        self.marks.iter().filter(move |mark| mark.name == name).map(|mark| &mark.at)
    }

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
        let clause = self.clause(&mark.at);
        let concrete = |near: Range<usize>| {
            self.named("concrete").any(|at| at.start < near.end && near.start < at.end)
        };
        match mark.name {
            "empty" => !self.is_refused(mark, &clause),
            "vague" => self.is_step(mark, &clause) && !concrete(self.with_aside(&clause)),
            "general" => {
                let near = mark.at.start.saturating_sub(NEAR)..mark.at.end + NEAR;
                let announces = self.named("announces").next().is_some();
                self.is_step(mark, &clause) && !announces && !concrete(near)
            }
            _ => false,
        }
    }

    /// Whether the sign belongs to a step of the writer's own: announced before it, or itself the
    /// beginning of a clause, as in a list of measures.
    fn is_step(&self, mark: &Mark<'_>, clause: &Range<usize>) -> bool {
        let start = mark.at.start;
        let inside = self.named("no-step").any(|at| mark.at.contains(&at.start));
        if inside || self.is_refused(mark, clause) {
            return false;
        }
        let leads =
            (clause.start..start).all(|at| self.named("lead").any(|lead| lead.contains(&at)));
        let joined = self.named("join").any(|at| at.end == start);
        let announced = self.named("step").any(|at| at.start < mark.at.end);
        // "to check …" is a purpose, unless "we need to" or the like stands before it.
        let purpose = start > 1
            && self.word(start - 1).eq_ignore_ascii_case("to")
            && !self.named("step").any(|at| at.contains(&(start - 1)));
        (leads || joined || announced) && !purpose
    }

    /// Whether something before the sign in its clause says that it is no step.
    fn is_refused(&self, mark: &Mark<'_>, clause: &Range<usize>) -> bool {
        let start = mark.at.start;
        let restarted = |end| self.named("restart").any(|at| end <= at.start && at.start < start);
        self.named("no-step")
            .any(|at| clause.start <= at.start && at.start < start && !restarted(at.end))
    }

    /// The clauses that a place touches, from pause to pause.
    fn clause(&self, at: &Range<usize>) -> Range<usize> {
        let pause = |token: &Token| token.kind == TokenKind::Pause;
        let start = self.tokens[..at.start].iter().rposition(pause).map_or(0, |pause| pause + 1);
        let end = self.tokens[at.end..].iter().position(pause);
        start..end.map_or(self.tokens.len(), |pause| at.end + pause)
    }

    /// A clause with the beginning of a parenthesis right behind it.
    fn with_aside(&self, clause: &Range<usize>) -> Range<usize> {
        let opens =
            clause.end < self.tokens.len() && self.word(clause.end).starts_with(['(', '（']);
        clause.start..if opens { clause.end + ASIDE } else { clause.end }
    }

    /// A place with the rest of its clause, behind an "and" in front of it, when that is short; else
    /// with the words that announce the step.
    fn widen(&self, at: &Range<usize>) -> Range<usize> {
        let clause = self.clause(at);
        let joins = self.named("join").map(|join| join.end).filter(|join| *join <= at.start);
        let start = joins.fold(clause.start, usize::max);
        if clause.end - start <= PLACE {
            return start..clause.end;
        }
        let announced = self.named("step").filter(|step| step.end >= at.start);
        announced.map(|step| step.start).fold(at.start, usize::min)..at.end
    }

    fn word(&self, at: usize) -> &'c str {
        self.cx.word(&self.tokens[at]).trim()
    }
}
