//! Fixes for programs that apply one at a click.

use crate::diagnostic::{Diagnostic, Edit};
use crate::lint::Applicability;
use crate::source::Source;

use super::place;

/// The edits that such a program may be offered, in order and without overlap: none with gaps that
/// only the writer can fill, and none for a Word document, whose text is not its bytes.
pub fn edits<'d>(source: &Source, diagnostic: &'d Diagnostic<'_>) -> Vec<&'d Edit> {
    let gaps = |applicability| applicability == Applicability::HasPlaceholders;
    let fix = diagnostic.fix.iter().find(|fix| !source.is_word() && !gaps(fix.applicability));
    let mut edits: Vec<_> = fix.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| place::clamp(source.text(), edit.span).start);
    let mut end = 0;
    edits.retain(|edit| {
        let bytes = place::clamp(source.text(), edit.span);
        let free = bytes.start >= end;
        end = end.max(bytes.end);
        free
    });
    edits
}
