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
    found.retain(|one| !is_allowed(places, one.span));
    for one in found {
        let edits = one.fix.iter().flat_map(|fix| &fix.edits);
        if edits.map(|edit| edit.span).any(|span| touched(places, span).next().is_some()) {
            one.fix = None;
        }
    }
}

/// Whether a place is allowed text, lies in it or cuts it.
pub(super) fn is_allowed(places: &[Span], span: Span) -> bool {
    touched(places, span).any(|place| !is_more(span, place))
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
