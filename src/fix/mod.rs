//! Makes the edits that findings suggest.
//!
//! A round judges the letter, takes the edits that may be made and do not touch each other, and
//! leaves out those after which something would be found that was not there. Rounds follow until
//! nothing is left to do, so that fixing a fixed letter changes nothing.

mod blame;
mod choose;
mod known;
mod pieces;

use crate::check;
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Applicability;
use crate::settings::Settings;
use crate::source::{Source, Span};
use pieces::Pieces;

/// A letter that needs more rounds is not fixed at all: fixes undo each other.
const MOST_ROUNDS: usize = 10;
/// So often edits that were left out are tried again without those that were blamed with them.
const MOST_TRIALS: usize = 4;

/// A letter with fixes made.
#[derive(Debug)]
pub struct Fixed<'l> {
    /// The new text.
    pub text: String,
    /// What was changed, in order, as places of the old text; for [`Source::patch`]. A place
    /// that several rounds changed is one.
    pub edits: Vec<Edit>,
    /// The number of edits that were allowed and not made, since they would bring a new finding.
    pub refused: usize,
    /// What is still found, in the new text.
    pub left: Vec<Diagnostic<'l>>,
}

/// Makes the fixes that are surely right, with `unsafe_too` also those that may be wrong; never one
/// with gaps that only the writer can fill.
#[must_use]
pub fn fix<'l>(source: &Source, settings: &'l Settings, unsafe_too: bool) -> Fixed<'l> {
    fix_with(source, unsafe_too, &|source| check::lint(source, settings))
}

/// The same with another judge.
#[must_use]
pub fn fix_with<'l>(
    source: &Source,
    unsafe_too: bool,
    judge: &dyn Fn(&Source) -> Vec<Diagnostic<'l>>,
) -> Fixed<'l> {
    let allowed = |fix: Applicability| match fix {
        Applicability::MachineApplicable => true,
        Applicability::MaybeIncorrect => unsafe_too,
        Applicability::HasPlaceholders => false,
    };
    let first = judge(source);
    let mut round = Round { source: source.clone(), found: first.clone(), judge };
    let mut pieces = Pieces::of(source.text());
    let mut refused = 0;
    for _ in 0..MOST_ROUNDS {
        let candidates = choose::candidates(round.source.text(), &round.found, allowed);
        refused = candidates.len();
        let kept = round.kept(candidates);
        if kept.is_empty() {
            let text = round.source.text().to_owned();
            let edits = pieces.edits(source.text());
            return Fixed { text, edits, refused, left: round.found };
        }
        let edits = choose::in_order(&kept);
        pieces.apply(&edits);
        round = round.next(&edits);
    }
    let text = source.text().to_owned();
    Fixed { text, edits: Vec::new(), refused, left: first }
}

/// A letter between two rounds, and what is found in it.
struct Round<'j, 'l> {
    source: Source,
    found: Vec<Diagnostic<'l>>,
    judge: &'j dyn Fn(&Source) -> Vec<Diagnostic<'l>>,
}

impl<'l> Round<'_, 'l> {
    /// The candidates after which nothing is found that was not there.
    fn kept(&self, candidates: Vec<Edit>) -> Vec<Edit> {
        let (mut kept, mut batches) = (Vec::new(), vec![candidates]);
        for _ in 0..MOST_TRIALS {
            let before = (kept.len(), batches.len());
            batches = batches.into_iter().flat_map(|batch| self.sift(&mut kept, batch)).collect();
            // The same edits in the same company have the same harm.
            if batches.is_empty() || before == (kept.len(), batches.len()) {
                break;
            }
        }
        kept
    }

    /// Keeps the candidates of a batch that do no harm beside those kept already. What it leaves out
    /// are those nearest to what is newly found, each time more of them around, so that a batch of any
    /// size is judged a few times only; they come back as batches, each what was left out at a time.
    fn sift(&self, kept: &mut Vec<Edit>, mut batch: Vec<Edit>) -> Vec<Vec<Edit>> {
        let (mut left_out, mut around) = (Vec::new(), 0);
        while !batch.is_empty() {
            let edits = choose::in_order(kept.iter().chain(&batch));
            let harm = self.harm(&edits);
            if harm.is_empty() {
                break;
            }
            let (rest, blamed) = blame::split(batch, &edits, &harm, around);
            left_out.push(blamed);
            batch = rest;
            around = 2 * around + 1;
        }
        kept.append(&mut batch);
        left_out
    }

    /// The places of the new text where something is found that was not there; all of it, when nothing
    /// would be left.
    fn harm(&self, edits: &[Edit]) -> Vec<Span> {
        let text = choose::applied(self.source.text(), edits);
        if text.trim().is_empty() {
            return vec![Span::new(0, text.len() as u32)];
        }
        known::unknown(&self.found, edits, &(self.judge)(&self.source.with_text(text)))
    }

    /// The letter after these edits.
    fn next(self, edits: &[Edit]) -> Self {
        let source = self.source.with_text(choose::applied(self.source.text(), edits));
        let found = (self.judge)(&source);
        Self { source, found, judge: self.judge }
    }
}
