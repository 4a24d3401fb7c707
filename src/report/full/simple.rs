//! The drawing that most findings need: one place in one line, and what is said below it.
//!
//! This is what annotate-snippets draws, which is asked for whatever else there is to show. It keeps
//! each character with a style in a buffer, and with a letter of 300 words that was a sixth of the
//! program's work, from its start to its end.

use anstyle::Style;

use super::canvas::Canvas;
use super::sheet::Sheet;
use super::window::window;
use crate::report::plain::width;

/// Lines that begin with more blanks than this are moved to the left, which is not done here.
const MOST_BLANKS: usize = 20;

/// The bytes of most drawings.
const ROOM: usize = 512;

/// The styles of a drawing; plain ones write nothing.
#[derive(Clone, Copy, Default)]
pub struct Ink {
    /// Of lines and line numbers.
    pub frame: Style,
    /// Of the place and its label.
    pub place: Style,
    /// Of the names of remarks.
    pub strong: Style,
}

/// A remark: its name and its text.
pub type Remark<'t> = (&'static str, &'t str);

/// Draws the place on a sheet, and remarks below it, if that can be done here.
pub fn draw(
    canvas: &Canvas<'_>,
    ink: Ink,
    sheet: &Sheet,
    remarks: &[Remark<'_>],
) -> Option<String> {
    let [mark] = &sheet.marks[..] else { return None };
    if mark.is_long() || sheet.above(canvas).is_some() || remarks.is_empty() {
        return None;
    }
    let line = canvas.line(mark.lines.0);
    let place = mark.bytes.start - line.start..mark.bytes.end - line.start;
    let window = window(&canvas.text[line], &[place], canvas.room(), mark.after().max(1));
    let text = &window.text;
    if text.chars().take_while(|c| c.is_whitespace()).count() > MOST_BLANKS
        || width(text) > canvas.room()
    {
        return None;
    }
    let [shown] = &window.marks[..] else { return None };
    let number = mark.lines.0.to_string();
    let gutter = &" ".repeat(number.len() + 1);
    let mut out = Drawn { text: String::with_capacity(ROOM), frame: ink.frame };
    out.plain(&gutter[1..]).frame("--> ").plain(&canvas.place(mark.bytes.start)).plain("\n");
    out.plain(gutter).frame("|").plain("\n");
    out.frame(&number).plain(" ").frame("|").plain(if text.is_empty() { "" } else { " " });
    out.plain(text).plain("\n").plain(gutter).frame("|").plain(" ");
    out.plain(&" ".repeat(width(&text[..shown.start])));
    out.dyed(ink.place, &"^".repeat(width(&text[shown.clone()]).max(1)));
    if !mark.label.is_empty() {
        out.plain(" ").dyed(ink.place, &mark.label);
    }
    out.plain("\n").plain(gutter).frame("|");
    for (name, remark) in remarks {
        out.plain("\n").plain(gutter).frame("= ").dyed(ink.strong, name).plain(": ");
        let indent = "= ".len() + width(name) + ": ".len();
        let lines = canvas.lines_of(remark, canvas.digits + " ".len() + indent);
        for (index, line) in lines.enumerate() {
            if index > 0 {
                out.plain("\n").plain(gutter).plain(&" ".repeat(indent));
            }
            out.plain(line);
        }
    }
    Some(out.text)
}

/// A drawing as far as it is done.
struct Drawn {
    text: String,
    frame: Style,
}

impl Drawn {
    fn plain(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn frame(&mut self, text: &str) -> &mut Self {
        self.dyed(self.frame, text)
    }

    fn dyed(&mut self, style: Style, text: &str) -> &mut Self {
        if style.is_plain() {
            return self.plain(text);
        }
        self.text += &format!("{style}{text}{style:#}");
        self
    }
}
