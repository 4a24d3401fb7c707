//! Which fixes can be made together.

use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::{Applicability, Lint};
use crate::source::Span;

/// A fix that may be made.
#[derive(Clone, Debug)]
pub struct Candidate<'l> {
    /// The lint that suggests it.
    pub lint: &'l Lint,
    /// Its edits, in order; all of them are made or none.
    pub edits: Vec<Edit>,
}

/// The allowed fixes that do not touch each other, in the order of the findings; where two do, the
/// first is taken, and the other has its chance in the next round.
pub fn candidates<'l>(
    text: &str,
    found: &[Diagnostic<'l>],
    allowed: impl Fn(Applicability) -> bool,
) -> Vec<Candidate<'l>> {
    let (mut candidates, mut taken) = (Vec::new(), Vec::new());
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    for one in found {
        let Some(fix) = one.fix.as_ref().filter(|fix| allowed(fix.applicability)) else { continue };
        let mut edits = fix.edits.clone();
        edits.sort_by_key(|edit| edit.span);
        if is_sound(text, &edits) && edits.iter().all(|edit| is_free(&taken, edit.span)) {
            for edit in &mut edits {
                let at = taken.partition_point(|span| *span < edit.span);
                taken.insert(at, edit.span);
                edit.text = edit.text.replace("\r\n", "\n").replace('\n', newline);
            }
            candidates.push(Candidate { lint: one.lint, edits });
        }
    }
    candidates
}

/// Whether edits can be made at all, and change something.
fn is_sound(text: &str, edits: &[Edit]) -> bool {
    let real = |edit: &Edit| text.get(edit.span.range()).is_some();
    let apart = |two: &[Edit]| !clash(two[0].span, two[1].span);
    edits.iter().all(real)
        && edits.windows(2).all(apart)
        && edits.iter().any(|edit| text[edit.span.range()] != edit.text)
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

/// The edits of all fixes, in order.
pub fn edits(fixes: &[Candidate<'_>]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
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
