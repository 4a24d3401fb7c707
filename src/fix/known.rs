//! Whether what is found after an edit was there before.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;

/// Whether every finding of the new text was one of the old: of the same lint, at the same place, and
/// not more of them. A finding inside a replacement is known when the text replaced had one.
pub fn all_known(old: &[Diagnostic<'_>], edits: &[Edit], new: &[Diagnostic<'_>]) -> bool {
    let moved: Vec<_> = old.iter().map(|one| (one, moved(one.span, edits))).collect();
    let (were, are) = (counts(old), counts(new));
    let has_grown = |lint: &str| are.get(lint) > were.get(lint);
    let is_known = |finding: &Diagnostic<'_>| {
        moved.iter().any(|(one, span)| {
            let place = one.lint.whole_letter || touch(*span, finding.span);
            let same = one.lint.name == finding.lint.name && !has_grown(&finding.lint.name);
            place && (same || gathered(one, finding))
        })
    };
    new.iter().all(is_known)
}

/// The number of findings of each lint.
fn counts<'d>(found: &'d [Diagnostic<'_>]) -> HashMap<&'d str, usize> {
    let mut counts = HashMap::new();
    found.iter().for_each(|one| *counts.entry(one.lint.name.as_ref()).or_default() += 1);
    counts
}

/// Whether the old finding stood for several of a sentence, of which the new one may be one.
fn gathered(old: &Diagnostic<'_>, new: &Diagnostic<'_>) -> bool {
    old.lint.gathers == Some(new.lint.group)
}

/// Whether two places have no gap between them.
fn touch(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Where a place is after edits, which are in order; with all of a replacement that it shares a byte
/// with.
fn moved(span: Span, edits: &[Edit]) -> Span {
    let (mut start, mut end) = (i64::from(span.start), i64::from(span.end));
    let mut shift = 0;
    for edit in edits {
        let (from, to) = (i64::from(edit.span.start), i64::from(edit.span.end));
        let grown = edit.text.len() as i64 - (to - from);
        if to <= i64::from(span.start) {
            start += grown;
            end += grown;
        } else if from < i64::from(span.end) {
            start = start.min(from + shift);
            end = (end + grown).max(to + shift + grown);
        }
        shift += grown;
    }
    Span::new(start.max(0) as u32, end.max(0) as u32)
}
