//! The lines that a document gives, and the blank lines between them.

use std::mem;

/// What a line is; two of a kind that belong together have no blank line between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Paragraph,
    Item,
    Row,
}

/// A paragraph, or a row of a table.
#[derive(Clone, Debug)]
pub struct Line {
    pub kind: Kind,
    pub text: String,
}

/// The lines of a body, a table cell or a text box.
#[derive(Debug, Default)]
pub struct Flow {
    lines: Vec<Line>,
    /// The text of paragraphs whose end was deleted: the next goes on with it.
    begun: String,
}

impl Flow {
    /// Goes on in the next paragraph.
    pub fn begin(&mut self, text: &str) {
        self.begun.push_str(text);
    }

    /// Whether the next paragraph goes on with another's text.
    pub fn has_begun(&self) -> bool {
        !self.begun.trim().is_empty()
    }

    /// Adds a paragraph, behind its list mark.
    pub fn end(&mut self, kind: Kind, mark: &str, text: &str) {
        let begun = mem::take(&mut self.begun);
        let text = format!("{begun}{text}");
        if !text.trim().is_empty() {
            self.push(Line { kind, text: format!("{mark}{}", text.trim()) });
        }
    }

    pub fn push(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Leaves out lines.
    pub fn retain(&mut self, is_kept: impl Fn(&str) -> bool) {
        self.lines.retain(|line| is_kept(&line.text));
    }

    /// All lines.
    pub fn lines(mut self) -> Vec<Line> {
        self.end(Kind::Paragraph, "", "");
        self.lines
    }

    /// The text of all lines.
    pub fn text(self) -> String {
        let (mut text, mut last) = (String::new(), None);
        for line in self.lines() {
            match last {
                None => {}
                Some(kind) if kind == line.kind && kind != Kind::Paragraph => text.push('\n'),
                Some(_) => text.push_str("\n\n"),
            }
            text.push_str(&line.text);
            last = Some(line.kind);
        }
        text.push('\n');
        text
    }
}
