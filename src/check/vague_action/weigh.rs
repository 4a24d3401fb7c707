//! How vague is a sign? The points of what stands around it, added up.

use std::ops::Range;

use super::reading::{self, BE, DONE, FUTURE, OWN, Reading, Refusal, SUBJECT};

/// What a phrase of the lint's file is a sign of: the name of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// Vague whatever stands beside it.
    Empty,
    /// Vague by its manner or its object.
    Vague,
    /// Nothing but a good direction.
    General,
    /// A role, a tool, a document.
    Concrete,
    /// What follows is no step.
    NoStep,
}

/// A sign and its words.
pub(super) struct Mark {
    pub sign: Sign,
    pub at: Range<usize>,
}

impl Mark {
    /// A phrase by the name of its table.
    pub(super) fn new(name: &str, at: Range<usize>) -> Option<Self> {
        let sign = match name {
            "empty" => Sign::Empty,
            "vague" => Sign::Vague,
            "general" => Sign::General,
            "concrete" => Sign::Concrete,
            "no-step" => Sign::NoStep,
            _ => return None,
        };
        (!at.is_empty()).then_some(Self { sign, at })
    }
}

impl Sign {
    /// Whether it may be reported.
    pub(super) fn is_vague(self) -> bool {
        matches!(self, Self::Empty | Self::Vague | Self::General)
    }
}

/// So many points make a sign worth a report.
const ENOUGH: i32 = 2;

/// The points of the sign itself.
const EMPTY: i32 = 2;
const VAGUE: i32 = 0;
const GENERAL: i32 = -2;
/// Another vague sign stands beside it.
const BESIDE: i32 = 3;
/// It stands where steps are told.
const PLANNED: i32 = 3;
/// "We will", "we have", or nothing that announces a step.
const ANNOUNCED: i32 = 3;
const REPORTED: i32 = 1;
const UNANNOUNCED: i32 = -4;
/// A word, or a phrase of the lint's file, says that it is no step.
const REFUSED: i32 = -5;
const NO_STEP: i32 = -9;
/// The same for what is empty anyway.
const EMPTY_REFUSED: i32 = -3;
/// A date or number belongs to it; else a role, a tool, a document.
const FACT: i32 = -5;
const CONCRETE: i32 = -2;
/// Each word that could not stand in any letter, up to so many: beside a manner, beside a direction.
const OWN_OF_MANNER: i32 = -1;
const OWN_OF_DIRECTION: i32 = -2;
const MOST_OWN: i32 = 5;

/// Signs closer than so many words stand beside each other.
const NEAR: usize = 4;

/// The signs worth a report, in order.
pub(super) fn vague<'m>(
    reading: &'m Reading,
    marks: &'m [Mark],
    planned: bool,
) -> impl Iterator<Item = &'m Range<usize>> {
    let signs = || marks.iter().filter(|mark| mark.sign.is_vague());
    let next = signs().skip(1).map(|mark| mark.at.start).chain([usize::MAX]);
    let mut behind = None;
    let weighed = signs().zip(next).filter(move |(mark, next)| {
        let beside = *next < mark.at.end + NEAR
            || behind.is_some_and(|end: usize| end + NEAR > mark.at.start);
        behind = behind.max(Some(mark.at.end));
        let context = i32::from(beside) * BESIDE + i32::from(planned) * PLANNED;
        context + announced(reading, &mark.at, planned) + own(reading, mark) >= ENOUGH
    });
    weighed.map(|(mark, _)| &mark.at)
}

/// The points of what announces a step: in the clause, up to the end of the sign.
fn announced(reading: &Reading, at: &Range<usize>, planned: bool) -> i32 {
    let before = reading.before(at.start);
    let bits = before.bits | reading.bits(at);
    // In a list of steps, nothing but general words before it will do.
    let leads = bits & (SUBJECT | BE) != 0 || before.bits & OWN == 0;
    match bits {
        bits if bits & FUTURE != 0 => ANNOUNCED,
        bits if bits & DONE != 0 => REPORTED,
        _ if planned && leads => 0,
        _ => UNANNOUNCED,
    }
}

/// The points of the sign, of a refusal before it and of what makes it concrete.
fn own(reading: &Reading, Mark { sign, at }: &Mark) -> i32 {
    let refusal = match reading.bits(at) & reading::NO_STEP {
        0 => reading.before(at.start).refusal(),
        _ => Some(Refusal::Phrase),
    };
    let (points, own) = match sign {
        Sign::Empty => return EMPTY + refusal.map_or(0, |_| EMPTY_REFUSED),
        Sign::Vague => (VAGUE, OWN_OF_MANNER),
        _ => (GENERAL, OWN_OF_DIRECTION),
    };
    let refused = match refusal {
        None => 0,
        Some(Refusal::Word) => REFUSED,
        Some(Refusal::Phrase) => NO_STEP,
    };
    let counts = reading.counts(at);
    let concrete = match (counts.facts, counts.concrete) {
        (1.., _) => FACT,
        (_, 1..) => CONCRETE,
        _ => 0,
    };
    points + refused + concrete + own * counts.own.min(MOST_OWN)
}
