//! The room there is, and the letter that is shown in it.

use std::ops::Range;

use annotate_snippets::{Level as Mood, Message};

use crate::diagnostic::Diagnostic;
use crate::report::place::clamp;
use crate::report::{plain, wrap};
use crate::source::{Lines, Source};

/// Closes the location that we write ourselves: annotate-snippets appends the line and column it
/// sees, which count within a window; [`unmark`] takes them away. A noncharacter, which
/// [`plain::push`] never lets through.
const MARK: char = '\u{FDD0}';

/// The cells of the bar that joins the lines of a long place.
const BAR: usize = 2;

/// Stands behind a wide character of a label, of which annotate-snippets takes each character for
/// one cell when it writes another label behind; [`unmark`] takes it away.
const FILLER: char = '\u{FDD1}';

/// A letter, and the room in which one finding is shown.
#[derive(Clone)]
pub struct Canvas<'a> {
    pub text: &'a str,
    pub lines: &'a Lines<'a>,
    name: String,
    width: usize,
    /// Digits of the greatest line number shown.
    pub digits: usize,
}

impl<'a> Canvas<'a> {
    pub fn new(
        source: &'a Source,
        lines: &'a Lines<'a>,
        diagnostic: &Diagnostic<'_>,
        width: usize,
    ) -> Self {
        let edits = diagnostic.fix.iter().flat_map(|fix| &fix.edits);
        let added: usize = edits.clone().map(|edit| edit.text.matches('\n').count()).sum();
        let related = diagnostic.related.iter().map(|related| related.span);
        let spans = related.chain(edits.map(|edit| edit.span)).chain([diagnostic.span]);
        let last = spans.map(|span| lines.number(clamp(source.text(), span).end as u32)).max();
        let digits = (last.unwrap_or(1) as usize + added).to_string().len();
        Self { text: source.text(), lines, name: plain::line(source.name()), width, digits }
    }

    /// The same with the bar of a long place left of the text.
    pub fn beside_bar(&self) -> Self {
        Self { width: self.width - BAR, name: self.name.clone(), ..*self }
    }

    /// The cells for the text of a line, behind `12 | `.
    pub fn room(&self) -> usize {
        self.width - self.digits - " | ".len()
    }

    /// The number of the line that holds a byte.
    pub fn line_of(&self, offset: usize) -> u32 {
        self.lines.number(offset as u32)
    }

    /// The bytes of a line, by its number.
    pub fn line(&self, number: u32) -> Range<usize> {
        self.lines.nth(number).range()
    }

    /// A place as users write it.
    pub fn place(&self, offset: usize) -> String {
        let at = self.lines.position(offset as u32);
        format!("{}:{}:{}", self.name, at.line, at.column)
    }

    /// The location to write over a snippet, true whatever the snippet's window is.
    pub fn location(&self, offset: usize) -> String {
        self.place(offset) + MARK.encode_utf8(&mut [0; 4])
    }

    /// A remark below a snippet, wrapped: `  = note: text`.
    pub fn message(&self, mood: Mood<'static>, name: &'static str, text: &str) -> Message<'static> {
        mood.with_name(name)
            .message(self.wrapped(text, self.digits + " = ".len() + plain::width(name) + 2))
    }

    /// Text that stands behind `indent` cells on each of its lines; annotate-snippets writes them.
    pub fn wrapped(&self, text: &str, indent: usize) -> String {
        self.lines_of(text, indent).collect::<Vec<_>>().join("\n")
    }

    /// The lines of such a text.
    pub fn lines_of<'t>(&self, text: &'t str, indent: usize) -> impl Iterator<Item = &'t str> {
        let room = self.width - indent;
        wrap::lines(text, room, room)
    }
}

/// A label with as many characters as it fills cells.
pub fn label(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        out.push(character);
        out.extend((1..plain::cells(character)).map(|_| FILLER));
    }
    out
}

/// Takes away what only served to lay out the drawing.
pub fn unmark(drawn: &str) -> String {
    let mut out = String::with_capacity(drawn.len());
    let mut rest = drawn;
    while let Some((kept, marked)) = rest.split_once(MARK) {
        out.push_str(kept);
        rest = marked.find('\n').map_or("", |end| &marked[end..]);
    }
    out.push_str(rest);
    if out.contains(FILLER) { out.replace(FILLER, "") } else { out }
}
