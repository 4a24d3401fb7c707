//! A fix as a patch. annotate-snippets never trims one, so it is given windows of the lines, so
//! narrow that the old and the new text fit; a patch shows no column that could be wrong. What
//! fits nowhere (a paragraph to fill in) is printed as a block.

use annotate_snippets::{Annotation, Element, Level as Mood, Patch, Snippet};

use super::canvas::Canvas;
use super::edit::Change;
use super::window::{clean, fits, lead, squeeze, trail, window};
use super::words::Words;
use crate::diagnostic::Fix;
use crate::report::plain::{self, width};
use crate::report::wrap;

/// More edits than this are counted, not shown.
const MOST_EDITS: usize = 6;

/// A replaced text over more lines than this is not shown again.
const MOST_LINES: u32 = 4;

/// The part of a line that stays for what stands around a replacement.
const CONTEXT: usize = 4;

/// The fix, drawn; nothing when it changes nothing that could be seen.
pub fn elements(canvas: &Canvas<'_>, words: Words, fix: &Fix) -> Vec<Element<'static>> {
    let changes = Change::all(canvas, fix);
    let shown = &changes[..changes.len().min(MOST_EDITS)];
    let patches = groups(canvas, shown).into_iter().map(|group| patch(canvas, group));
    let mut elements: Vec<Element<'_>> = match patches.collect::<Option<Vec<_>>>() {
        Some(patches) => patches.into_iter().map(Into::into).collect(),
        None => block(canvas, shown).map(Into::into).into_iter().collect(),
    };
    if changes.len() > MOST_EDITS {
        let more = words.more(changes.len() - MOST_EDITS);
        elements.push(canvas.message(Mood::NOTE, words.note(), &more).into());
    }
    elements
}

/// Puts together the changes of one line that fit into one window.
fn groups<'c>(canvas: &Canvas<'_>, changes: &'c [Change]) -> Vec<&'c [Change]> {
    let mut groups = Vec::new();
    let mut rest = changes;
    while !rest.is_empty() {
        let together = |count: &usize| share_window(canvas, &rest[..*count]);
        let count = (2..=rest.len()).take_while(together).last().unwrap_or(1);
        groups.push(&rest[..count]);
        rest = &rest[count..];
    }
    groups
}

fn share_window(canvas: &Canvas<'_>, changes: &[Change]) -> bool {
    let [first, .., last] = changes else { return true };
    let new: usize = changes.iter().map(|change| width(&change.text)).sum();
    let room = canvas.room().checked_sub(canvas.room() / CONTEXT + new);
    let beside = |change: &Change| {
        change.lines == (first.lines.0, first.lines.0) && change.whole_lines(canvas).is_none()
    };
    let old = &canvas.text[first.bytes.start..last.bytes.end];
    changes.iter().all(beside) && room.is_some_and(|room| fits(old, room))
}

/// Draws changes that share a window, if it can be done.
fn patch(canvas: &Canvas<'_>, changes: &[Change]) -> Option<Snippet<'static, Patch<'static>>> {
    let [first, ..] = changes else { return None };
    if let Some((line, text)) = first.whole_lines(canvas) {
        let fit = text.lines().all(|line| fits(line, canvas.room()));
        let text: String = text.lines().map(|line| clean(line) + "\n").collect();
        return fit
            .then(|| Snippet::source("").line_start(line as usize).patch(Patch::new(0..0, text)));
    }
    let narrow = |change: &Change| {
        fits(&change.text, canvas.room() - canvas.room() / CONTEXT) && !change.text.contains('\n')
    };
    let (top, bottom) = first.lines;
    match bottom - top {
        _ if !changes.iter().all(narrow) => None,
        0 => Some(within_line(canvas, changes)),
        more if more < MOST_LINES => Some(across_lines(canvas, first)),
        _ => None,
    }
}

/// Changes within one line.
fn within_line(canvas: &Canvas<'_>, changes: &[Change]) -> Snippet<'static, Patch<'static>> {
    let number = changes.first().map_or(1, |change| change.lines.0);
    let line = canvas.line(number);
    let parts: Vec<_> =
        changes.iter().map(|c| c.bytes.start - line.start..c.bytes.end - line.start).collect();
    // The new text must fit as well as the old.
    let growth = |change: &Change| {
        let new = width(&change.text);
        let old = &canvas.text[change.bytes.clone()];
        if fits(old, new) { new - width(old) } else { 0 }
    };
    let room = canvas.room() - changes.iter().map(growth).sum::<usize>();
    let window = window(&canvas.text[line], &parts, room, 0);
    let patches = changes.iter().zip(window.marks);
    Snippet::source(window.text)
        .line_start(number as usize)
        .patches(patches.map(|(change, bytes)| Patch::new(bytes, clean(&change.text))))
}

/// A change of text that runs over the end of a line: the lines become one.
fn across_lines(canvas: &Canvas<'_>, change: &Change) -> Snippet<'static, Patch<'static>> {
    let room = canvas.room();
    let rest = room - width(&change.text);
    let (top, bottom) = (canvas.line(change.lines.0), canvas.line(change.lines.1));
    let after = trail(&canvas.text[change.bytes.end..bottom.end], rest / 2);
    let before = lead(&canvas.text[top.start..change.bytes.start], rest - width(&after));
    let mut source = before.clone();
    source += &trail(&canvas.text[change.bytes.start..top.end], room - width(&before));
    for number in change.lines.0 + 1..change.lines.1 {
        source.push('\n');
        source += &squeeze(&canvas.text[canvas.line(number)], room);
    }
    source.push('\n');
    source += &lead(&canvas.text[bottom.start..change.bytes.end], room - width(&after));
    let end = source.len();
    source += &after;
    Snippet::source(source)
        .line_start(change.lines.0 as usize)
        .patch(Patch::new(before.len()..end, clean(&change.text)))
}

/// The new texts alone, wrapped, without line numbers; nothing when text only goes.
fn block(canvas: &Canvas<'_>, changes: &[Change]) -> Option<Snippet<'static, Annotation<'static>>> {
    let room = canvas.room();
    let wrapped = |line: &str| {
        let line = plain::line(line);
        wrap::lines(&line, room, room).collect::<Vec<_>>().join("\n")
    };
    let lines = changes.iter().flat_map(|change| change.text.trim().lines());
    let text = lines.map(wrapped).collect::<Vec<_>>().join("\n");
    (!text.is_empty()).then(|| Snippet::source(text).line_numbering(false).fold(false))
}
