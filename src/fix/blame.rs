//! Which edits are to blame for what is found after them and was not there before.

use crate::diagnostic::Edit;
use crate::source::Span;

/// Splits a batch, which is in order and not empty, into those that are not blamed and those that are:
/// for each place, which is one of the text with `edits` made, the edit that is nearest to it, and
/// `around` more at both sides.
pub fn split(
    batch: Vec<Edit>,
    edits: &[Edit],
    places: &[Span],
    around: usize,
) -> (Vec<Edit>, Vec<Edit>) {
    let made = made(&batch, edits);
    // How many ranges of blamed edits begin, and end, before each of the batch.
    let (mut begun, mut ended) = (vec![0; batch.len() + 1], vec![0; batch.len() + 1]);
    for place in places {
        let near = nearest(&made, *place);
        begun[near.saturating_sub(around)] += 1;
        ended[(near + around + 1).min(batch.len())] += 1;
    }
    let mut open = 0;
    let (mut rest, mut blamed) = (Vec::new(), Vec::new());
    for (at, one) in batch.into_iter().enumerate() {
        open += begun[at];
        open -= ended[at];
        if open > 0 { blamed.push(one) } else { rest.push(one) }
    }
    (rest, blamed)
}

/// Where the texts that a batch puts in stand, when all of `edits` are made; both are in order.
fn made(batch: &[Edit], edits: &[Edit]) -> Vec<Span> {
    let mut wanted = batch.iter().map(|one| one.span).peekable();
    let (mut made, mut grown) = (Vec::with_capacity(batch.len()), 0);
    for edit in edits {
        let start = (i64::from(edit.span.start) + grown) as u32;
        let length = edit.text.len() as u32;
        if wanted.next_if_eq(&edit.span).is_some() {
            made.push(Span::new(start, start + length));
        }
        grown += i64::from(length) - i64::from(edit.span.len());
    }
    made
}

/// The number of the span that is nearest to a place, the first of those that share a byte with it.
fn nearest(spans: &[Span], place: Span) -> usize {
    let gap = |at: &usize| {
        let one = spans[*at];
        let behind = i64::from(one.start) - i64::from(place.end);
        behind.max(i64::from(place.start) - i64::from(one.end)).max(-1)
    };
    let from = spans.partition_point(|one| one.end <= place.start);
    let near = from.saturating_sub(1)..spans.len().min(from + 2);
    near.min_by_key(gap).unwrap_or(0)
}
