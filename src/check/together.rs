//! One finding for a fault that a letter has in dozens of places: each is mended alike, and a remark
//! for each would bury all others.

use super::judge::{Context, Finding};
use crate::diagnostic::Edit;
use crate::lint::Applicability;
use crate::source::Span;

/// The places of one fault, in the order of the text, and what mends them.
#[derive(Debug, Default)]
pub struct Together {
    places: Vec<Span>,
    edits: Vec<Edit>,
}

impl Together {
    /// Adds a place and what mends it, unless the user allows its text, somebody else said it, or it
    /// must stay as it is. What touches the last place goes with it.
    pub fn add(&mut self, cx: &Context<'_>, place: Span, edit: Edit) {
        let is_cited = cx.letter.is_quoted(edit.span) || cx.letter.is_term(edit.span);
        let is_others = is_cited || cx.is_verbatim(&edit);
        if is_others || cx.is_allowed(place) || cx.is_allowed(edit.span) {
            return;
        }
        match self.places.last_mut().filter(|last| last.end >= place.start) {
            Some(last) => *last = last.cover(place),
            None => self.places.push(place),
        }
        self.edits.push(edit);
    }

    /// The finding at the first place. If there are more, all of them are related, in the words of
    /// the variant `place`, and the variant `many` tells their `{count}`.
    #[must_use]
    pub fn finding(self) -> Option<Finding> {
        let mut finding = Finding::at(*self.places.first()?);
        if self.places.len() > 1 {
            finding = finding.variant("many").argument("count", self.edits.len());
            finding =
                self.places.into_iter().fold(finding, |one, place| one.related(place, "place"));
        }
        let fix = Applicability::MachineApplicable;
        Some(
            self.edits
                .into_iter()
                .fold(finding, |one, edit| one.replace(edit.span, edit.text, fix)),
        )
    }
}
