//! Findings about words that the user allows.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Drops the findings that are about allowed text: those that lie in it, and those that cut it and so
/// take a part of a name for plain words. One that holds all of it and more stays, for it is about
/// more; but its fix must not touch the allowed text.
pub(super) fn drop_allowed(found: &mut Vec<Diagnostic<'_>>, places: &[Span]) {
    if places.is_empty() {
        return;
    }
    found.retain(|one| !touched(places, one.span).any(|place| !is_more(one.span, place)));
    for one in found {
        let edits = one.fix.iter().flat_map(|fix| &fix.edits);
        if edits.map(|edit| edit.span).any(|span| touched(places, span).next().is_some()) {
            one.fix = None;
        }
    }
}

/// The allowed places that share a byte with a span; what has no byte, such as what is missing, is
/// about none.
fn touched(places: &[Span], span: Span) -> impl Iterator<Item = Span> {
    let first = places.partition_point(|place| place.end <= span.start);
    let touched = places[first..].iter().take_while(move |place| place.start < span.end);
    touched.copied().filter(move |_| !span.is_empty())
}

fn is_more(span: Span, place: Span) -> bool {
    span.contains(place) && span != place
}
