//! Lines to blocks: joins what was wrapped, and tells headings, items and quotes apart.

use super::heading::{self, Heading};
use super::line::{Line, LineKind};
use super::zone::{self, Zones};
use super::{Block, BlockKind, Mark, item, quote, wrap};
use crate::source::Span;

/// Joins the lines of a letter to blocks, in order.
pub(super) fn blocks(text: &str, lines: &[Line]) -> Vec<Block> {
    let mut builder = Builder {
        text,
        lines,
        zones: zone::zones(text, lines),
        widths: wrap::widths(lines),
        blocks: Vec::with_capacity(lines.len() / 2 + 1),
        open: false,
        seen: [0; 11],
    };
    let mut index = 0;
    while index < lines.len() {
        index = builder.line(index);
    }
    let mut blocks = item::split(text, builder.blocks);
    quote::whole_blocks(text, &mut blocks);
    zone::trailing_signature(text, &mut blocks);
    blocks
}

/// What joining the lines remembers.
struct Builder<'a> {
    text: &'a str,
    lines: &'a [Line],
    zones: Zones,
    /// For each line, the longest of the lines around it that no blank line cuts off.
    widths: Vec<u32>,
    blocks: Vec<Block>,
    /// Whether the last block may go on in the next line.
    open: bool,
    /// The last number seen of each kind of mark.
    seen: [u32; 11],
}

impl Builder<'_> {
    /// Takes the line at `index`; the index of the next line to take.
    fn line(&mut self, index: usize) -> usize {
        let line = self.lines[index];
        match line.kind {
            LineKind::Rule => self.rule(index),
            LineKind::Directive => self.push(BlockKind::Directive, line.span, line.span),
            LineKind::Original => return self.original(index),
            LineKind::Quote => self.quote(index),
            LineKind::Greeting if self.zones.greets(index) => self.greeting(index),
            LineKind::SignOff if self.zones.signs_off(index) => {
                self.push(BlockKind::SignOff, line.span, line.span);
            }
            LineKind::Subject | LineKind::Address if zone::is_field(self.text, &line) => {
                self.field(index)
            }
            _ => self.text(index),
        }
        index + 1
    }

    /// `Subject: …`, `To: …`.
    fn field(&mut self, index: usize) {
        let line = self.lines[index];
        let kind = match line.kind {
            _ if self.zones.signs_off(index) => BlockKind::Signature,
            LineKind::Subject => BlockKind::Subject,
            _ => BlockKind::Address,
        };
        self.push(kind, line.span, heading::unmarked(self.text, line.text));
    }

    /// A line of the letter's own text.
    fn text(&mut self, index: usize) {
        let line = self.lines[index];
        if let Some(kind) = self.zones.kind(self.text, self.lines, index) {
            let body = if kind == BlockKind::Signature {
                line.span
            } else {
                heading::unmarked(self.text, line.span)
            };
            return self.push(kind, line.span, body);
        }
        let follows =
            self.open && wrap::joins(self.text, &self.lines[index - 1], &line, self.widths[index]);
        if let Some(heading) = heading::heading(self.text, self.lines, index, follows) {
            return self.heading(&line, heading);
        }
        match line.mark.filter(|mark| self.accepts(*mark, follows, line.after_blank)) {
            Some((mark, number)) => {
                self.seen[mark as usize] = number;
                self.begin(BlockKind::Item(mark), line.span, line.text);
            }
            None if wrap::is_row(self.text, &line) => {
                self.push(BlockKind::Row, line.span, line.span);
            }
            None if follows || self.continues_item(index) => self.extend(line.span),
            None => self.begin(BlockKind::Paragraph, line.span, line.span),
        }
    }

    /// Whether a mark is one: a number in the middle of a wrapped paragraph must go on a list.
    fn accepts(&self, (mark, number): (Mark, u32), follows: bool, after_blank: bool) -> bool {
        let goes_on = number == 1 || (number > 0 && number == self.seen[mark as usize] + 1);
        match mark {
            Mark::Bullet | Mark::Ordinal | Mark::Circled => true,
            Mark::Alphabetic | Mark::Roman | Mark::NumberComma => goes_on,
            _ => goes_on || after_blank || !follows,
        }
    }

    /// Whether an indented line belongs to the item above it.
    fn continues_item(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let item = matches!(self.blocks.last().map(|block| block.kind), Some(BlockKind::Item(_)));
        self.open && item && !line.after_blank && line.indent > self.lines[index - 1].indent
    }

    /// A heading, and the text that follows it on its line.
    fn heading(&mut self, line: &Line, heading: Heading) {
        if let Some((mark, number)) = line.mark {
            self.seen[mark as usize] = number;
        }
        self.push(BlockKind::Heading, heading.span, heading.body);
        if let Some(rest) = heading.rest {
            self.begin(BlockKind::Paragraph, rest, rest);
        }
    }

    /// The salutation; what follows it on its line begins a paragraph.
    fn greeting(&mut self, index: usize) {
        let line = self.lines[index];
        let words = Span::new(line.span.start, line.text.start);
        let words =
            super::line::trimmed(self.text, if line.text.is_empty() { line.span } else { words });
        self.push(BlockKind::Salutation, words, words);
        if !line.text.is_empty() {
            self.begin(BlockKind::Paragraph, line.text, line.text);
        }
    }

    /// A line of dashes makes a heading of a single short line right above it.
    fn rule(&mut self, index: usize) {
        let line = &self.lines[index];
        let above = index > 0 && !line.after_blank && self.open;
        if let Some(last) = self.blocks.last_mut().filter(|last| {
            above
                && last.kind == BlockKind::Paragraph
                && last.span == self.lines[index - 1].span
                && last.span.len() <= 80
        }) {
            last.kind = BlockKind::Heading;
            last.span.end = line.span.end;
        }
        self.open = false;
    }

    /// Quoted lines of Markdown.
    fn quote(&mut self, index: usize) {
        let line = self.lines[index];
        match self.blocks.last_mut() {
            Some(last) if last.kind == BlockKind::Quote && !line.after_blank => {
                last.span.end = line.span.end;
                last.body.end = line.text.end.max(last.body.end);
            }
            _ => self.push(BlockKind::Quote, line.span, line.text),
        }
    }

    /// A message that somebody else wrote, up to the next line of dashes or the end.
    fn original(&mut self, index: usize) -> usize {
        let end = quote::end(self.text, self.lines, index);
        for line in &self.lines[index..end] {
            self.push(BlockKind::Quote, line.span, line.span);
        }
        end
    }

    /// Adds a block that may go on.
    fn begin(&mut self, kind: BlockKind, span: Span, body: Span) {
        self.blocks.push(Block { kind, span, body, sentences: 0..0 });
        self.open = true;
    }

    /// Adds a block that is whole.
    fn push(&mut self, kind: BlockKind, span: Span, body: Span) {
        self.begin(kind, span, body);
        self.open = false;
    }

    /// Goes on with the last block.
    fn extend(&mut self, span: Span) {
        if let Some(last) = self.blocks.last_mut() {
            last.span.end = span.end;
            last.body.end = span.end;
        }
    }
}
