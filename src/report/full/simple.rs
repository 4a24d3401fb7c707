//! The drawing that most findings need: one place in one line, and what is said below it.
//!
//! This is what annotate-snippets draws, which is asked for whatever else there is to show. It keeps
//! each character with a style in a buffer, and with a letter of 300 words that was a sixth of the
//! program's work, from its start to its end.

use anstyle::Style;

use super::canvas::Canvas;
use super::mark::Mark;
use super::sheet::Sheet;
use super::window::window;
use crate::report::plain::width;

/// Lines that begin with more blanks than this are moved to the left, which is not done here.
const MOST_BLANKS: usize = 20;

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
    let number = mark.lines.0.to_string();
    let gutter = " ".repeat(number.len());
    let Ink { frame, strong, .. } = ink;
    let bar = format!("{gutter} {frame}|{frame:#}");
    let (before, marked) = match &window.marks[..] {
        [shown] => (&text[..shown.start], &text[shown.clone()]),
        _ => return None,
    };
    let blank = if text.is_empty() { "" } else { " " };
    let under = underline(mark, ink.place, before, marked);
    let location = canvas.place(mark.bytes.start);
    let mut out = format!(
        "{gutter}{frame}--> {frame:#}{location}\n{bar}\n{frame}{number}{frame:#} \
         {frame}|{frame:#}{blank}{text}\n{bar} {under}\n{bar}"
    );
    for (name, remark) in remarks {
        let indent = " = ".len() + width(name) + ": ".len();
        let remark = canvas.wrapped(remark, canvas.digits + indent);
        let remark = remark.replace('\n', &format!("\n{gutter}{:indent$}", ""));
        out += &format!("\n{gutter} {frame}= {frame:#}{strong}{name}{strong:#}: {remark}");
    }
    Some(out)
}

/// The line below the text: it begins below the first character.
fn underline(mark: &Mark, ink: Style, before: &str, marked: &str) -> String {
    let mut out = " ".repeat(width(before));
    out += &format!("{ink}{:^<1$}{ink:#}", "", width(marked).max(1));
    if !mark.label.is_empty() {
        out += &format!(" {ink}{}{ink:#}", mark.label);
    }
    out
}
