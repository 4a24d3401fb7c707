//! The places of a finding: the primary one, and those that explain it.

use std::borrow::Cow;

use annotate_snippets::{AnnotationKind, Element, Level as Mood};

use super::canvas::Canvas;
use super::mark::Mark;
use super::sheet::Sheet;
use super::words::Words;
use crate::diagnostic::{Diagnostic, Related};
use crate::report::plain;

/// More related places than this are counted, not shown.
const MOST_RELATED: usize = 5;

/// The places of a finding on sheets; the room is less when one place is long.
pub fn sheets<'c, 'a>(
    canvas: &'c Canvas<'a>,
    words: Words,
    diagnostic: &Diagnostic<'_>,
) -> (Cow<'c, Canvas<'a>>, Vec<Sheet>) {
    let primary = Mark::new(canvas, diagnostic.span, AnnotationKind::Primary);
    // The place itself may be one of many that are all related.
    let others = || diagnostic.related.iter().filter(|one| one.span != diagnostic.span);
    let shown = others().take(MOST_RELATED);
    let related: Vec<_> = shown
        .map(|related| (related, Mark::new(canvas, related.span, AnnotationKind::Context)))
        .collect();
    // One place over several lines moves all of them to the right.
    let bar = primary.is_long() || related.iter().any(|(_, mark)| mark.is_long());
    let narrow = if bar { Cow::Owned(canvas.beside_bar()) } else { Cow::Borrowed(canvas) };
    let mut sheets = vec![first(&narrow, primary, words, diagnostic)];
    for (related, mark) in related {
        add(&narrow, &mut sheets, mark, related);
    }
    let hidden = others().count().saturating_sub(MOST_RELATED);
    if let (1.., Some(last)) = (hidden, sheets.last_mut()) {
        last.notes.push(words.more(hidden));
    }
    (narrow, sheets)
}

/// The snippets of sheets, with what is said below them.
pub fn elements(canvas: &Canvas<'_>, words: Words, sheets: &[Sheet]) -> Vec<Element<'static>> {
    let mut out = Vec::new();
    for sheet in sheets {
        out.push(sheet.snippet(canvas).into());
        let note = |text: &String| canvas.message(Mood::NOTE, words.note(), text).into();
        out.extend(sheet.notes.iter().map(note));
    }
    out
}

/// The place itself; beside it stands what the lint finds, if there is room.
fn first(canvas: &Canvas<'_>, mut mark: Mark, words: Words, diagnostic: &Diagnostic<'_>) -> Sheet {
    let summary = plain::line(&diagnostic.lint.text(words.lang).summary);
    if summary != plain::line(&diagnostic.message) {
        mark.take_label(canvas, summary, false);
    }
    Sheet { marks: vec![mark], notes: Vec::new() }
}

/// Adds a related place to a sheet near it, or on a new one.
fn add(canvas: &Canvas<'_>, sheets: &mut Vec<Sheet>, mut mark: Mark, related: &Related) {
    let unsaid = mark.take_label(canvas, plain::line(&related.message), true);
    let sheet = sheets.iter_mut().find(|sheet| unsaid.is_none() && sheet.takes(canvas, &mark));
    match sheet {
        Some(sheet) => sheet.marks.push(mark),
        None => sheets.push(Sheet { marks: vec![mark], notes: unsaid.into_iter().collect() }),
    }
}
