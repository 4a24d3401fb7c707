//! The words of a sentence as far as they matter to a step: read once from its start to its end, and
//! once back.

use std::ops::Range;

use super::super::judge::{ClassBits, Context};
use super::weigh::{Mark, Sign};
use crate::letter::FactKind;
use crate::phrase::{Token, TokenKind};

/// What a word is, as bits.
pub(super) type Bits = u32;

/// "We".
pub(super) const SUBJECT: Bits = 1;
/// "Will".
pub(super) const FUTURE: Bits = 1 << 1;
/// "Have", "already".
pub(super) const DONE: Bits = 1 << 2;
/// "Was", "received".
pub(super) const BE: Bits = 1 << 3;
/// It could stand in any letter.
const GENERAL: Bits = 1 << 4;
/// A word that could not.
pub(super) const OWN: Bits = 1 << 5;
/// What follows in the clause is no step.
const REFUSES: Bits = 1 << 6;
/// So it always was.
const HABIT: Bits = 1 << 7;
/// Behind it something else is said.
const JOIN: Bits = 1 << 8;
/// "To".
const PURPOSE: Bits = 1 << 9;
/// Behind it a clause goes on with the same step.
const AND: Bits = 1 << 10;
/// A verb and nothing else.
const VERB: Bits = 1 << 11;
/// A comma or the like; the end of the sentence is one.
const PAUSE: Bits = 1 << 12;
/// A date, a number.
const FACT: Bits = 1 << 13;
/// Part of a concrete sign.
const CONCRETE: Bits = 1 << 14;
/// A phrase begins that says that what follows is no step.
pub(super) const NO_STEP: Bits = 1 << 15;
/// A vague sign begins.
const VAGUE: Bits = 1 << 16;

/// The classes of `lints/words/` that matter.
pub(super) const CLASSES: [(&str, Bits); 11] = [
    ("step-subject", SUBJECT),
    ("step-future", FUTURE),
    ("vague-done", DONE),
    ("step-be", BE),
    ("vague-generic", GENERAL),
    ("step-refused", REFUSES),
    ("vague-habit", HABIT),
    ("step-join", JOIN),
    ("step-purpose", PURPOSE),
    ("step-and", AND),
    ("pure-verb", VERB),
];

/// How much of a parenthesis or of what stands behind a colon belongs to the clause before it.
const ASIDE: usize = 6;

/// What a token is by itself.
fn bits(cx: &Context<'_>, classes: &ClassBits<'_>, token: &Token) -> Bits {
    let bits = classes.of(token);
    bits | match token.kind {
        TokenKind::Word if bits & GENERAL == 0 => OWN,
        TokenKind::Pause => PAUSE,
        TokenKind::Fact(FactKind::Metric) => 0,
        TokenKind::Fact(FactKind::Percent) if cx.word(token).starts_with("100") => 0,
        TokenKind::Fact(_) | TokenKind::Number => FACT,
        _ => 0,
    }
}

/// Why what follows is no step.
#[derive(Clone, Copy)]
pub(super) enum Refusal {
    /// A word: "not", "if", "because".
    Word,
    /// A phrase of the lint's file.
    Phrase,
}

/// What is known at a word from what stands before it.
#[derive(Clone, Copy, Default)]
pub(super) struct Before {
    /// Where its clause begins.
    start: usize,
    /// Where what is joined to the clause last begins.
    step: usize,
    /// What the words of the clause are, all together.
    pub bits: Bits,
    /// The last refusal in the clause, and where it stands; gone when a step is announced anew.
    refused: Option<(usize, Refusal)>,
    /// Whether the clause tells a habit.
    habit: bool,
    /// What the sentence has so far.
    counts: Counts,
}

/// How many words of a sentence make its steps concrete.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub own: i32,
    pub facts: i32,
    pub concrete: i32,
}

impl Before {
    /// What says that there is no step.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        let habit = self.habit && self.bits & FUTURE == 0;
        self.refused.map(|one| one.1).or(habit.then_some(Refusal::Word))
    }

    /// Takes in the word at `at`.
    fn add(&mut self, at: usize, bits: Bits) {
        if bits & PAUSE != 0 {
            *self = Self { start: at + 1, step: at + 1, counts: self.counts, ..Self::default() };
        }
        self.bits |= bits;
        self.habit |= bits & HABIT != 0;
        if bits & NO_STEP != 0 {
            self.refused = Some((at, Refusal::Phrase));
        } else if bits & REFUSES != 0 {
            self.refused = Some((at, Refusal::Word));
        }
        if bits & JOIN != 0 {
            self.step = at + 1;
        }
        self.counts.own += i32::from(bits & OWN != 0);
        self.counts.facts += i32::from(bits & FACT != 0);
        self.counts.concrete += i32::from(bits & CONCRETE != 0);
    }
}

/// A word, and what stands around it.
#[derive(Clone, Copy, Default)]
struct Word {
    bits: Bits,
    before: Before,
    /// The next pause.
    end: usize,
    /// The end of what belongs to the clause behind that pause: up to the next step.
    reach: usize,
}

/// A sentence, word by word; behind the last stands a pause.
pub(super) struct Reading(Vec<Word>);

impl Reading {
    pub(super) fn new(
        cx: &Context<'_>,
        classes: &ClassBits<'_>,
        tokens: &[Token],
        marks: &[Mark],
    ) -> Self {
        let words = tokens.iter().map(|token| bits(cx, classes, token)).chain([PAUSE]);
        let mut reading = Self(words.map(|bits| Word { bits, ..Word::default() }).collect());
        for Mark { sign, at } in marks {
            match sign {
                Sign::Concrete => {
                    reading.0[at.clone()].iter_mut().for_each(|word| word.bits |= CONCRETE)
                }
                Sign::NoStep => reading.0[at.start].bits |= NO_STEP,
                _ => reading.0[at.start].bits |= VAGUE,
            }
        }
        reading.forwards();
        reading
            .backwards(|at| cx.word(&tokens[at]).trim_start().starts_with(['(', '（', ':', '：']));
        reading
    }

    /// Reads what stands before each word.
    fn forwards(&mut self) {
        let mut before = Before::default();
        for at in 0..self.0.len() {
            if self.announces(at, &before) {
                (before.refused, before.habit) = (None, false);
            }
            self.0[at].before = before;
            before.add(at, self.0[at].bits);
        }
    }

    /// Whether a step is announced at a word, behind a refusal: "and we", "after this we will".
    fn announces(&self, at: usize, before: &Before) -> bool {
        let Some((refused, why)) =
            before.refused.or(before.habit.then_some((before.start, Refusal::Word)))
        else {
            return false;
        };
        let is = |at: usize, bits| self.is(at, bits);
        let joined = at > refused + 1 && is(at - 1, JOIN | PURPOSE) && is(at, SUBJECT | FUTURE);
        let main = at > refused + 1 && is(at, SUBJECT) && is(at + 1, SUBJECT | FUTURE);
        joined || main && matches!(why, Refusal::Word)
    }

    /// Reads what stands behind each word.
    fn backwards(&mut self, opens_aside: impl Fn(usize) -> bool) {
        let last = self.0.len() - 1;
        let (mut end, mut reach, mut bits) = (last, last, 0);
        for at in (0..self.0.len()).rev() {
            if self.is(at, PAUSE) && at < last {
                let empty = end == at + 1;
                let anew = empty || bits & (SUBJECT | FUTURE | VAGUE) != 0 || self.is(at + 1, VERB);
                if anew {
                    reach = if opens_aside(at) { end.min(at + ASIDE) } else { at };
                }
                (end, bits) = (at, 0);
            }
            bits |= self.0[at].bits;
            (self.0[at].end, self.0[at].reach) = (end, reach);
        }
    }

    /// Whether a word has one of these bits.
    pub(super) fn is(&self, at: usize, bits: Bits) -> bool {
        self.0.get(at).is_some_and(|word| word.bits & bits != 0)
    }

    /// What is known from the words before this.
    pub(super) fn before(&self, at: usize) -> &Before {
        &self.0[at].before
    }

    /// What these words are, all together.
    pub(super) fn bits(&self, at: &Range<usize>) -> Bits {
        self.0[at.clone()].iter().fold(0, |bits, word| bits | word.bits)
    }

    /// What makes a sign concrete: its clause, behind an "and" close before it, and what belongs to it
    /// behind the pause.
    pub(super) fn counts(&self, sign: &Range<usize>) -> Counts {
        let start = self.before(sign.start).start;
        let and = (start..sign.start).rev().take(2).find(|at| self.is(*at, AND));
        let before = self.before(and.unwrap_or(start)).counts;
        let behind = self.before(self.0[sign.end].reach).counts;
        Counts {
            own: behind.own - before.own,
            facts: behind.facts - before.facts,
            concrete: behind.concrete - before.concrete,
        }
    }

    /// The clause of a sign from what was joined to it last, or the sign.
    pub(super) fn step(&self, sign: &Range<usize>) -> Range<usize> {
        self.before(sign.start).step..self.0[sign.end].end
    }
}
