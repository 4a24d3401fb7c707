//! Which fixes can be made together.

use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{Applicability, Lint};
use crate::source::Span;

/// An edit that may be made. One that is left out leaves the others of its finding as they are: each
/// mends a place of its own.
#[derive(Clone, Debug)]
pub struct Candidate<'l> {
    /// The lint that suggests it.
    pub lint: &'l Lint,
    /// The number of the finding that suggests it.
    pub finding: usize,
    pub edit: Edit,
}

/// The allowed edits that do not touch each other, in the order of the text; where two do, that of the
/// earlier finding is taken, and the other has its chance in the next round.
pub fn candidates<'l>(
    text: &str,
    found: &[Diagnostic<'l>],
    allowed: impl Fn(Applicability) -> bool,
) -> Vec<Candidate<'l>> {
    let (mut candidates, mut taken) = (Vec::new(), Vec::new());
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    for (finding, one) in found.iter().enumerate() {
        let Some(fix) = one.fix.as_ref().filter(|fix| allowed(fix.applicability)) else { continue };
        for edit in &fix.edits {
            let span = edit.span;
            if is_sound(text, edit) && is_free(&taken, span) {
                taken.insert(taken.partition_point(|one| *one < span), span);
                let text = edit.text.replace("\r\n", "\n").replace('\n', newline);
                candidates.push(Candidate { lint: one.lint, finding, edit: Edit { span, text } });
            }
        }
    }
    candidates.sort_by_key(|one| one.edit.span);
    candidates
}

/// Whether an edit can be made at all, and changes something.
fn is_sound(text: &str, edit: &Edit) -> bool {
    text.get(edit.span.range()).is_some_and(|old| old != edit.text)
}

/// Whether no span of these, which are in order and do not clash, clashes with another.
fn is_free(taken: &[Span], span: Span) -> bool {
    let at = taken.partition_point(|one| *one < span);
    let before = at.checked_sub(1).and_then(|before| taken.get(before));
    before.into_iter().chain(taken.get(at)).all(|one| !clash(*one, span))
}

/// Whether two edits get into each other's way: they share a byte, or it is not said which of two
/// texts that are put in at one place comes first.
fn clash(one: Span, other: Span) -> bool {
    let touch = one.start <= other.end && other.start <= one.end;
    one.overlaps(other) || (touch && (one.is_empty() || other.is_empty()))
}

/// All edits, in order.
pub fn edits<'c>(candidates: impl IntoIterator<Item = &'c Candidate<'c>>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = candidates.into_iter().map(|one| one.edit.clone()).collect();
    edits.sort_by_key(|edit| edit.span);
    edits
}

/// The text with edits made, which are in order.
pub fn applied(text: &str, edits: &[Edit]) -> String {
    let (mut new, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        new.push_str(&text[at..edit.span.start as usize]);
        new.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    new + &text[at..]
}
