//! Whether what is found after edits was there before.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;

/// The places of the new text where something is found that was not: of the same lint, at the same
/// place, and not more of them. A finding inside a replacement is known when the text replaced had one.
/// What weights say is not asked: one word more or less moves what they say of the whole letter.
pub fn unknown(old: &[Diagnostic<'_>], edits: &[Edit], new: &[Diagnostic<'_>]) -> Vec<Span> {
    let shifts = Shifts::of(edits);
    let whole = Span::new(0, u32::MAX);
    let (mut lints, mut gathered) = (HashMap::<_, Places>::new(), HashMap::<_, Places>::new());
    let mut all: Vec<_> = old
        .iter()
        .flat_map(|one| places(one).into_iter().map(move |span| (span, one.lint)))
        .collect();
    // Findings about many places lie one within the other.
    all.sort_by_key(|(span, _)| *span);
    for (span, lint) in all {
        let place = if lint.whole_letter { whole } else { shifts.moved(span) };
        lints.entry(lint.name.as_str()).or_default().add(place);
        // Such a finding stood for several of a group, any of which may be seen now.
        lint.gathers.into_iter().for_each(|group| gathered.entry(group).or_default().add(place));
    }
    let mut unknown = Vec::new();
    for one in new.iter().filter(|one| one.lint.learned.is_none()) {
        let mut known = lints.get_mut(one.lint.name.as_str());
        let mut same = |span| known.as_mut().is_some_and(|places| places.take(span));
        unknown.extend(places(one).into_iter().filter(|span| {
            !same(*span) && !gathered.get(&one.lint.group).is_some_and(|places| places.touch(*span))
        }));
    }
    unknown
}

/// The places that a finding is about, in the order of the text. What it gathers are findings of their
/// own.
fn places(found: &Diagnostic<'_>) -> Vec<Span> {
    let related = found.related.iter().filter(|_| found.lint.gathers.is_none());
    let mut places: Vec<Span> = related.map(|one| one.span).chain([found.span]).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Where a lint found something before, in the order of the text.
#[derive(Default)]
struct Places {
    /// The start of each, and the last end of all up to it.
    spans: Vec<(u32, u32)>,
    /// The number of new findings that were taken for old ones.
    taken: usize,
}

impl Places {
    fn add(&mut self, span: Span) {
        let (start, end) = self.spans.last().copied().unwrap_or_default();
        self.spans.push((span.start.max(start), span.end.max(end)));
    }

    /// Whether a new finding may be one of these; each of them is found once at most.
    fn take(&mut self, span: Span) -> bool {
        self.taken += 1;
        self.taken <= self.spans.len() && self.touch(span)
    }

    /// Whether there is no gap between a place and one of these.
    fn touch(&self, span: Span) -> bool {
        let begun = self.spans.partition_point(|(start, _)| *start <= span.end);
        begun.checked_sub(1).is_some_and(|last| self.spans[last].1 >= span.start)
    }
}

/// How edits move what stands behind them.
struct Shifts<'e> {
    edits: &'e [Edit],
    /// For each edit, by how much the text before it has grown; and for the end of the text.
    grown: Vec<i64>,
}

impl<'e> Shifts<'e> {
    fn of(edits: &'e [Edit]) -> Self {
        let mut grown = vec![0];
        for edit in edits {
            let more = edit.text.len() as i64 - i64::from(edit.span.len());
            grown.push(grown.last().copied().unwrap_or(0) + more);
        }
        Self { edits, grown }
    }

    /// Where a place is after the edits; with all of a replacement that it shares a byte with.
    fn moved(&self, span: Span) -> Span {
        let first = self.edits.partition_point(|edit| edit.span.end <= span.start);
        let behind = self.edits.partition_point(|edit| edit.span.start < span.end).max(first);
        let inside = &self.edits[first..behind];
        let start = inside.first().map_or(span.start, |edit| edit.span.start.min(span.start));
        let end = inside.last().map_or(span.end, |edit| edit.span.end.max(span.end));
        let shift = |at: u32, by: i64| (i64::from(at) + by).max(0) as u32;
        Span::new(shift(start, self.grown[first]), shift(end, self.grown[behind]))
    }
}
