//! Places near each other, drawn as one snippet: each line cut to a window of its own, so that far
//! columns do not push each other out of the terminal.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use super::canvas::{Canvas, label};
use super::mark::{CUTS, Mark};
use super::window::{fits, trail, window};

/// Places on lines no farther apart share a snippet.
const NEAR: u32 = 6;

/// Lines above a blank one that may show where in the letter it stands.
const ABOVE: u32 = 2;

/// A place with the places near it, and remarks below.
pub struct Sheet {
    pub marks: Vec<Mark>,
    pub notes: Vec<String>,
}

/// The text of a snippet, and where the marks stand in it.
struct Drawing {
    source: String,
    bounds: Vec<Range<usize>>,
}

impl Sheet {
    /// Whether another mark can be shown here, too.
    pub fn takes(&self, canvas: &Canvas<'_>, mark: &Mark) -> bool {
        let all = || self.marks.iter().chain([mark]);
        let near = |other: &Mark| other.lines.0.abs_diff(mark.lines.0) <= NEAR;
        if all().any(|other| other.is_long() || !near(other)) {
            return false;
        }
        let beside = || all().filter(|other| other.lines.0 == mark.lines.0);
        let start = beside().map(|other| other.bytes.start).min().unwrap_or(0);
        let end = beside().map(|other| other.bytes.end).max().unwrap_or(0);
        let after = CUTS + beside().map(Mark::after).max().unwrap_or(0);
        let room = canvas.room().checked_sub(after);
        let fit = |room| fits(&canvas.text[start..end], room);
        beside().count() == 1 || room.is_some_and(fit)
    }

    /// The lines from the first mark's to the last one's.
    pub fn snippet(&self, canvas: &Canvas<'_>) -> Snippet<'static, Annotation<'static>> {
        let lines = self.marks.iter().flat_map(|mark| [mark.lines.0, mark.lines.1]);
        let last = lines.clone().max().unwrap_or(1);
        let context = self.above(canvas);
        let first = context.or(lines.min()).unwrap_or(1);
        let drawing = self.draw(canvas, first, last);
        let annotation = |(mark, bytes): (&Mark, Range<usize>)| {
            let label = (!mark.label.is_empty()).then(|| label(&mark.label));
            mark.kind.span(bytes).label(label)
        };
        Snippet::source(drawing.source)
            .path(canvas.location(self.marks.first().map_or(0, |mark| mark.bytes.start)))
            .line_start(first as usize)
            .annotations(context.map(|_| AnnotationKind::Visible.span(0..0)))
            .annotations(self.marks.iter().zip(drawing.bounds).map(annotation))
    }

    fn draw(&self, canvas: &Canvas<'_>, first: u32, last: u32) -> Drawing {
        let bounds = vec![0..0; self.marks.len()];
        let mut drawing = Drawing { source: String::new(), bounds };
        for number in first..=last {
            if number > first {
                drawing.source.push('\n');
            }
            drawing.line(canvas, &self.marks, number);
        }
        // For annotate-snippets a line break does not begin a line that is empty.
        if drawing.source.ends_with('\n') {
            drawing.source.push('\n');
        }
        drawing
    }

    /// The line above a place where something is missing, when the place itself is blank.
    pub fn above(&self, canvas: &Canvas<'_>) -> Option<u32> {
        let [mark] = &self.marks[..] else { return None };
        let blank = |number: &u32| canvas.text[canvas.line(*number)].trim().is_empty();
        let first = mark.lines.0;
        let mut above = (first.saturating_sub(ABOVE).max(1)..first).rev();
        above.find(|number| mark.bytes.is_empty() && blank(&first) && !blank(number))
    }
}

impl Drawing {
    /// Adds a line, and notes where marks begin and end in it.
    fn line(&mut self, canvas: &Canvas<'_>, marks: &[Mark], number: u32) {
        let line = canvas.line(number);
        let (text, room) = (&canvas.text[line.clone()], canvas.room());
        let parts: Vec<(usize, Range<usize>)> = marks
            .iter()
            .enumerate()
            .filter_map(|(index, mark)| Some((index, mark.part(number)?)))
            .map(|(index, part)| (index, part.start - line.start..part.end - line.start))
            .collect();
        let after = parts.iter().map(|(index, _)| marks[*index].after().max(1)).max();
        let Some(after) = after else { return self.source.push_str(&trail(text, room)) };
        let places: Vec<_> = parts.iter().map(|(_, part)| part.clone()).collect();
        let window = window(text, &places, room, after);
        let offset = self.source.len();
        for ((index, _), shown) in parts.iter().zip(window.marks) {
            if marks[*index].lines.0 == number {
                self.bounds[*index].start = offset + shown.start;
            }
            if marks[*index].lines.1 == number {
                self.bounds[*index].end = offset + shown.end;
            }
        }
        self.source.push_str(&window.text);
    }
}
