//! What a compiler prints: the message, the place, what explains it, and what to write instead.
//!
//! annotate-snippets draws whatever is not simple; what it is given is cut to the terminal here. It
//! trims a line with one mark by itself, but floods the terminal with a paragraph of 2,000 characters
//! as soon as there are two marks or a patch, never wraps a message, and counts columns from the start
//! of the line for every finding.

mod canvas;
mod edit;
mod mark;
mod patch;
mod place;
mod sheet;
mod simple;
#[cfg(test)]
mod tests;
mod window;
mod words;

use std::collections::BTreeSet;
use std::io::{self, Write};

use annotate_snippets::renderer::{
    DEFAULT_EMPHASIS_STYLE, DEFAULT_ERROR_STYLE, DEFAULT_LINE_NUM_STYLE, DEFAULT_NOTE_STYLE,
    DEFAULT_WARNING_STYLE, Style,
};
use annotate_snippets::{Element, Group, Level as Mood, Renderer};

use super::{Look, Report, plain, wrap};
use crate::diagnostic::Diagnostic;
use crate::lint::{self, Level};
use crate::source::{Lines, Source};
use canvas::Canvas;
use sheet::Sheet;
use simple::Ink;
use words::Words;

/// The format `full`.
pub struct Full {
    look: Look,
    words: Words,
    counts: Counts,
}

/// What was reported so far.
#[derive(Default)]
struct Counts {
    letters: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// The parts that a letter lacks, as indexes into [`words::PARTS`].
    lacking: BTreeSet<usize>,
}

impl Report for Full {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = source.lines();
        for diagnostic in found {
            self.counts.add(diagnostic);
            let mut text = self.title(diagnostic);
            text.push('\n');
            text += &self.body(source, &lines, diagnostic);
            text += "\n\n";
            out.write_all(text.as_bytes())?;
        }
        self.counts.letters += 1;
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        // Where no letter could be read, that is said elsewhere, and "no findings" would be no news.
        if !self.look.closing || self.counts.letters == 0 {
            return Ok(());
        }
        writeln!(out, "{}", self.words.summary(&self.counts))
    }
}

/// Narrower than this nothing can be shown, wider nobody reads: the work for a finding is in
/// proportion to the width.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=400;

/// A title is indented below its name only if this many cells are left for the message.
const LEAST_MESSAGE: usize = 30;

impl Full {
    /// A report that looks like `look`.
    pub fn new(look: Look) -> Self {
        let width = look.width.clamp(*WIDTHS.start(), *WIDTHS.end());
        let words = Words { lang: look.lang };
        Self { look: Look { width, ..look }, words, counts: Counts::default() }
    }

    /// `error[lint-name]: message`, wrapped.
    fn title(&self, diagnostic: &Diagnostic<'_>) -> String {
        let level = self.words.level(diagnostic.level);
        let name = plain::line(&diagnostic.lint.name);
        let head = plain::width(level) + plain::width(&name) + "[]: ".len();
        let indent = if head + LEAST_MESSAGE <= self.look.width { head } else { 2 };
        let message = plain::line(&diagnostic.message);
        let message = wrap::wrap(&message, self.look.width, head, indent);
        let (mood, strong) = if self.look.styled {
            (style(diagnostic.level), DEFAULT_EMPHASIS_STYLE)
        } else {
            (Style::new(), Style::new())
        };
        format!("{mood}{level}[{name}]{mood:#}{strong}: {message}{strong:#}")
    }

    /// The places, the help and the fix.
    fn body(&self, source: &Source, lines: &Lines<'_>, diagnostic: &Diagnostic<'_>) -> String {
        let canvas = Canvas::new(source, lines, diagnostic, self.look.width);
        let (narrow, sheets) = place::sheets(&canvas, self.words, diagnostic);
        let help = plain::line(&diagnostic.help);
        let fix = diagnostic.fix.as_ref();
        let patches = fix.map(|fix| patch::elements(&canvas, self.words, fix)).unwrap_or_default();
        let simple = match &sheets[..] {
            [sheet] if patches.is_empty() => self.simple(&canvas, diagnostic.level, sheet, &help),
            _ => None,
        };
        simple.unwrap_or_else(|| {
            let places = place::elements(&narrow, self.words, &sheets);
            self.drawn(&canvas, diagnostic.level, places, patches, &help)
        })
    }

    /// A sheet and the help below it, if they are simple.
    fn simple(
        &self,
        canvas: &Canvas<'_>,
        level: Level,
        sheet: &Sheet,
        help: &str,
    ) -> Option<String> {
        let notes = sheet.notes.iter().map(|note| (self.words.note(), note.as_str()));
        let help = (!help.is_empty()).then_some((self.words.help(), help));
        let remarks: Vec<_> = notes.chain(help).collect();
        let (frame, strong) = (DEFAULT_LINE_NUM_STYLE, DEFAULT_EMPHASIS_STYLE);
        let ink = Ink { frame, place: style(level), strong };
        let ink = if self.look.styled { ink } else { Ink::default() };
        simple::draw(canvas, ink, sheet, &remarks)
    }

    /// Anything, as annotate-snippets draws it.
    fn drawn(
        &self,
        canvas: &Canvas<'_>,
        level: Level,
        places: Vec<Element<'_>>,
        patches: Vec<Element<'_>>,
        help: &str,
    ) -> String {
        let mood = Mood::HELP.with_name(self.words.help());
        let place = Group::with_level(mood_of(level)).elements(places);
        let groups = if patches.is_empty() {
            let help = (!help.is_empty()).then(|| canvas.message(mood, self.words.help(), help));
            vec![place.elements(help)]
        } else {
            let title = canvas.wrapped(help, plain::width(self.words.help()) + 2);
            vec![place, mood.secondary_title(title).elements(patches)]
        };
        let renderer = if self.look.styled { Renderer::styled() } else { Renderer::plain() };
        canvas::unmark(&renderer.term_width(self.look.width).render(&groups))
    }
}

/// The colour of a level.
const fn style(level: Level) -> Style {
    match level {
        Level::Error => DEFAULT_ERROR_STYLE,
        Level::Warning => DEFAULT_WARNING_STYLE,
        Level::Note | Level::Allow => DEFAULT_NOTE_STYLE,
    }
}

/// The level that annotate-snippets knows.
const fn mood_of(level: Level) -> Mood<'static> {
    match level {
        Level::Error => Mood::ERROR,
        Level::Warning => Mood::WARNING,
        Level::Note | Level::Allow => Mood::NOTE,
    }
}

impl Counts {
    fn add(&mut self, diagnostic: &Diagnostic<'_>) {
        let lint = diagnostic.lint;
        if lint.group == lint::Group::Structure {
            self.lacking.extend(words::PARTS.iter().position(|part| lint.name == part.lint));
        }
        match diagnostic.level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Note | Level::Allow => self.notes += 1,
        }
    }
}
