//! Makes the edits that findings suggest.
//!
//! A round judges the letter, takes the fixes that may be made and do not touch each other, and
//! leaves out those after which something would be found that was not there. Rounds follow until
//! nothing is left to do, so that fixing a fixed letter changes nothing.

mod choose;
mod known;
mod pieces;

use crate::check;
use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{Applicability, Lint};
use crate::settings::Settings;
use crate::source::Source;
use choose::Candidate;
use pieces::Pieces;

/// A letter that needs more rounds is not fixed at all: fixes undo each other.
const MOST_ROUNDS: usize = 10;

/// A letter with fixes made.
#[derive(Debug)]
pub struct Fixed<'l> {
    /// The new text.
    pub text: String,
    /// What was changed, in order, as places of the old text; for [`Source::patch`].
    pub edits: Vec<Edit>,
    /// The lints whose findings were fixed, one entry for each.
    pub applied: Vec<&'l Lint>,
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
    let (mut pieces, mut applied) = (Pieces::of(source.text()), Vec::new());
    for _ in 0..MOST_ROUNDS {
        let kept = round.kept(choose::candidates(round.source.text(), &round.found, allowed));
        if kept.is_empty() {
            let text = round.source.text().to_owned();
            return Fixed { text, edits: pieces.edits(source.text()), applied, left: round.found };
        }
        let edits = choose::edits(&kept);
        pieces.apply(&edits);
        applied.extend(kept.iter().map(|one| one.lint));
        round = round.next(&edits);
    }
    let text = source.text().to_owned();
    Fixed { text, edits: Vec::new(), applied: Vec::new(), left: first }
}

/// A letter between two rounds, and what is found in it.
struct Round<'j, 'l> {
    source: Source,
    found: Vec<Diagnostic<'l>>,
    judge: &'j dyn Fn(&Source) -> Vec<Diagnostic<'l>>,
}

impl<'l> Round<'_, 'l> {
    /// The candidates after which nothing is found that was not there.
    fn kept(&self, candidates: Vec<Candidate<'l>>) -> Vec<Candidate<'l>> {
        let mut kept = Vec::new();
        self.sift(&mut kept, candidates);
        kept
    }

    /// Keeps the candidates of a batch that do no harm, beside those kept already. A batch that does
    /// is halved, so that few bad ones among many are soon found.
    fn sift(&self, kept: &mut Vec<Candidate<'l>>, mut batch: Vec<Candidate<'l>>) {
        let before = kept.len();
        kept.append(&mut batch);
        if kept.len() == before || self.is_harmless(kept) {
            return;
        }
        batch = kept.split_off(before);
        if batch.len() > 1 {
            let second = batch.split_off(batch.len() / 2);
            self.sift(kept, batch);
            self.sift(kept, second);
        }
    }

    fn is_harmless(&self, fixes: &[Candidate<'l>]) -> bool {
        let edits = choose::edits(fixes);
        let text = choose::applied(self.source.text(), &edits);
        !text.trim().is_empty()
            && known::all_known(&self.found, &edits, &(self.judge)(&self.source.with_text(text)))
    }

    /// The letter after these edits.
    fn next(self, edits: &[Edit]) -> Self {
        let source = self.source.with_text(choose::applied(self.source.text(), edits));
        let found = (self.judge)(&source);
        Self { source, found, judge: self.judge }
    }
}
