//! Text to letter: blocks, sections, sentences, words, facts, and what each part is for.
//!
//! A letter is plain data: spans into its text, and indexes. It knows nothing of lints.

mod block;
mod case;
pub mod cue;
pub mod endings;
mod fact;
#[cfg(test)]
mod grammar_words;
mod heading;
mod item;
mod language;
mod line;
mod outline;
mod parse;
mod part;
mod prior;
mod quote;
mod section;
mod sentence;
mod vote;
mod words;
mod wrap;
mod zone;

use std::ops::Range;

use crate::lint::{Case, Part};
use crate::phrase::{Hit, Token};
use crate::source::Span;

/// A parsed letter. Any text parses.
#[derive(Clone, Debug, Default)]
pub struct Letter<'s> {
    /// The whole text.
    pub text: &'s str,
    /// The blocks, in order; blank lines are in none.
    pub blocks: Vec<Block>,
    /// Runs of blocks below one heading or lead-in; together they hold every block.
    pub sections: Vec<Section>,
    /// The sentences of all blocks, in order.
    pub sentences: Vec<Sentence>,
    /// The words and pauses of all sentences, in order; a fact is one word, or several (`21 staffs`).
    pub tokens: Vec<Token>,
    /// Dates, identifiers, amounts, documents; in order, without overlap.
    pub facts: Vec<Fact>,
    /// What others said, in quotation marks within the writer's own sentences, without the marks; in order,
    /// without overlap. Fewer than four words are a name or a term.
    pub quotations: Vec<Span>,
    /// The names, terms and cited words in quotation marks that are too short for that; likewise.
    pub terms: Vec<Span>,
    /// Where phrases were found, by start.
    pub hits: Vec<Hit>,
    /// What kind of case the letter's own words speak of.
    pub case: Option<CaseGuess>,
}

impl Letter<'_> {
    /// Whether a place lies within quotation marks, so that somebody else said it.
    #[must_use]
    pub fn is_quoted(&self, place: Span) -> bool {
        lies_in(&self.quotations, place)
    }

    /// Whether a place lies within the quotation marks of a name or a term: it may be cited as it is, or
    /// have its own spelling.
    #[must_use]
    pub fn is_term(&self, place: Span) -> bool {
        lies_in(&self.terms, place)
    }

    /// Whether the letter has a part: says a cause, a step taken, a step for the future, a request. A
    /// part is there when something says enough for it: one sentence under a heading may not be.
    #[must_use]
    pub fn has(&self, part: Part) -> bool {
        self.sentences.iter().any(|sentence| sentence.shows & part.bit() != 0)
    }
}

/// Whether a place lies in one of some spans, which are in order and without overlap.
fn lies_in(spans: &[Span], place: Span) -> bool {
    let at = spans.partition_point(|one| one.end <= place.start);
    spans.get(at).is_some_and(|one| one.contains(place))
}

/// A line or run of lines that belong together.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All of it, without the line break at its end; a list item with its mark.
    pub span: Span,
    /// Its text: without the list mark, heading marks, or quotation marks of a Markdown quote.
    pub body: Span,
    /// Its sentences.
    pub sentences: Range<u32>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// `Subject: …`
    Subject,
    /// `To: …`, `Date: …`, `Store: …`, an address line.
    Address,
    /// `Dear …,`
    Salutation,
    /// A heading on a line of its own, or before a colon at the start of a paragraph.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list, marked in this way.
    Item(Mark),
    /// A row of a table.
    Row,
    /// Quoted text: a notice, a buyer's message. Not the writer's words.
    Quote,
    /// `Sincerely,`
    SignOff,
    /// The name, the shop, the date below the sign-off.
    Signature,
    /// A comment on a line of its own, as Markdown has them for people and for tools.
    Directive,
}

impl BlockKind {
    /// Whether the writer speaks in blocks of this kind.
    #[must_use]
    pub fn is_own_text(self) -> bool {
        matches!(self, Self::Paragraph | Self::Item(_) | Self::Row)
    }
}

/// How a list item is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// `1.`
    NumberDot,
    /// `1)` or `1）`
    NumberParen,
    /// `(1)` or `（1）`
    Parens,
    /// `1、`
    Enumeration,
    /// `1,`
    NumberComma,
    /// `①`
    Circled,
    /// `a.` or `A)`
    Alphabetic,
    /// `i.`
    Roman,
    /// `一、` or `（一）`
    Chinese,
    /// `-`, `–`, `--`, `*`, `•`, `+`, `·`
    Bullet,
    /// `Firstly,` and the like
    Ordinal,
}

/// Blocks below one heading or lead-in.
#[derive(Clone, Debug)]
pub struct Section {
    /// What the section is for.
    pub part: Part,
    /// How that is known.
    pub known_by: KnownBy,
    /// The heading's text, or the lead-in sentence, when it has one.
    pub heading: Option<Span>,
    /// From the heading to the end of the last block.
    pub span: Span,
    /// Its blocks, the heading among them.
    pub blocks: Range<u32>,
}

/// How the part of a section or a sentence is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownBy {
    /// From a heading.
    Heading,
    /// From a lead-in such as "we took the following steps:".
    LeadIn,
    /// From what it says.
    Content,
    /// From where it stands.
    Position,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// From its first to its last character.
    pub span: Span,
    /// Its words and pauses.
    pub tokens: Range<u32>,
    /// The block it stands in.
    pub block: u32,
    /// The section it stands in.
    pub section: u32,
    /// What the sentence itself is for: a paragraph may hold a cause and a measure.
    pub part: Part,
    /// How that is known.
    pub known_by: KnownBy,
    /// The parts that the letter has by this sentence alone, as a set; see [`Part::bit`].
    pub shows: u8,
    /// Whether it has more for a cause than against it: too little by itself.
    pub hints_at_cause: bool,
}

/// Something that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Where.
    pub span: Span,
}

pub use language::Language;
pub use parse::sentences;

pub use crate::phrase::FactKind;

/// What kind of case the letter's words speak of.
#[derive(Clone, Debug)]
pub struct CaseGuess {
    /// The kind.
    pub case: Case,
    /// The words that say so.
    pub cues: Vec<Span>,
    /// Whether nothing else comes close.
    pub clear: bool,
}
