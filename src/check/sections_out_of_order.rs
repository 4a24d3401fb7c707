//! Parts of the plan in another order than cause, actions, prevention.

use super::judge::{Context, Finding, Findings};
use crate::letter::{KnownBy, Section};
use crate::lint::Part;
use crate::source::Span;

/// Reports the first heading that stands behind one of a later part.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let headed = cx.letter.sections.iter().filter(|section| section.known_by == KnownBy::Heading);
    let placed: Vec<(usize, Span)> = headed.filter_map(place).collect();
    // A letter that answers several complaints one after the other begins anew with each.
    let again = |part| placed.iter().filter(|(one, _)| *one == part).count() > 1;
    if (0..3).any(again) {
        return;
    }
    if let Some(pair) = placed.windows(2).find(|pair| pair[0].0 > pair[1].0) {
        found.push(Finding::at(pair[1].1).related(pair[0].1, "later"));
    }
}

/// The place of a section's part in a plan, and its heading.
fn place(section: &Section) -> Option<(usize, Span)> {
    let order = [Part::RootCause, Part::Corrective, Part::Preventive];
    let at = order.iter().position(|part| *part == section.part)?;
    Some((at, section.heading?))
}
