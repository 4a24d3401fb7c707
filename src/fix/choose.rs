//! Which fixes can be made together.

use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Applicability;
use crate::source::Span;

/// The allowed edits that do not touch each other, in the order of the text; where two do, that of the
/// earlier finding is taken, and the other has its chance in the next round. One that is left out leaves
/// the others of its finding as they are: each mends a place of its own.
pub fn candidates(
    text: &str,
    found: &[Diagnostic<'_>],
    allowed: impl Fn(Applicability) -> bool,
) -> Vec<Edit> {
    let (mut candidates, mut taken) = (Vec::new(), Vec::new());
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let fixes = found.iter().filter_map(|one| one.fix.as_ref());
    for edit in fixes.filter(|fix| allowed(fix.applicability)).flat_map(|fix| &fix.edits) {
        let span = edit.span;
        if is_sound(text, edit) && is_free(&taken, span) {
            taken.insert(taken.partition_point(|one| *one < span), span);
            let text = edit.text.replace("\r\n", "\n").replace('\n', newline);
            candidates.push(Edit { span, text });
        }
    }
    candidates.sort_by_key(|edit| edit.span);
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
pub fn in_order<'e>(edits: impl IntoIterator<Item = &'e Edit>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = edits.into_iter().cloned().collect();
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
