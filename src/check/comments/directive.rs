//! Comments that direct this tool: `<!-- appeal-lint-disable-next-line NAME, NAME: reason -->`.

use std::cell::Cell;
use std::rc::Rc;

use super::{CLOSE, OPEN, removal};
use crate::source::Span;

/// What such a comment begins with, and what writers make of it.
const TOOL: [&str; 2] = ["appeal-lint", "appeallint"];
const NEXT_LINE: &str = "appeal-lint-disable-next-line";
const FILE: &str = "appeal-lint-disable-file";

/// So many letters of a directive may be wrong for it to be told which is meant.
const MOST_WRONG: usize = 3;

/// A comment for this tool.
#[derive(Debug)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
    /// What is taken out of the letter to delete it.
    pub removal: Span,
    /// The lints and groups that it names, known or not.
    pub names: Vec<Name>,
    /// What is wrong with it beside its names; it silences nothing then.
    pub fault: Option<Fault>,
    /// Whether it is for the whole letter.
    pub whole: bool,
    /// Where it silences lints.
    pub covers: Span,
}

/// A name in a directive.
#[derive(Debug)]
pub struct Name {
    /// Where it stands.
    pub span: Span,
    /// The name.
    pub text: String,
    /// Whether it has silenced a finding; one for all that are the same name at the same place.
    pub used: Rc<Cell<bool>>,
}

/// Why a directive cannot do anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such directive.
    Unknown {
        /// What the comment begins with.
        verb: String,
        /// The directive that may be meant.
        meant: Option<&'static str>,
    },
    /// It names no lint.
    Nameless,
    /// The comment does not end, so that readers lose the rest of the letter.
    Open,
    /// It is for the whole letter and does not stand above it.
    Late,
}

impl Directive {
    /// The directive that a comment is, if it is one.
    pub(super) fn parse(text: &str, span: Span) -> Option<Self> {
        let comment = &text[span.range()];
        let closed = comment.len() >= OPEN.len() + CLOSE.len() && comment.ends_with(CLOSE);
        let inside = comment.get(OPEN.len()..)?;
        let inside = inside.strip_suffix(CLOSE).unwrap_or(inside);
        let said = inside.trim_start();
        let verb = said.split(|c: char| c.is_whitespace() || is_colon(c)).next().unwrap_or(said);
        let plain = verb.to_ascii_lowercase().replace('_', "-");
        let ask = TOOL.into_iter().find_map(|tool| plain.strip_prefix(tool))?;
        let rest = &said[verb.len()..];
        let listed = rest.split(is_colon).next().unwrap_or(rest);
        let start = span.start as usize + OPEN.len() + (inside.len() - rest.len());
        let names = names(listed, start);
        let fault = match verb {
            _ if !closed => Some(Fault::Open),
            NEXT_LINE | FILE if names.is_empty() => Some(Fault::Nameless),
            NEXT_LINE | FILE => None,
            other => Some(Fault::Unknown { verb: other.to_owned(), meant: meant(ask) }),
        };
        let (removal, whole) = (removal(text, span), verb == FILE);
        Some(Self { span, removal, names, fault, whole, covers: Span::default() })
    }
}

/// The directive that somebody meant who wrote this behind the tool's name.
fn meant(ask: &str) -> Option<&'static str> {
    // Whoever asks for a line cannot mean the file.
    if ask.ends_with("line") {
        return Some(NEXT_LINE);
    }
    let distance = |known: &str| strsim::levenshtein(ask, &known[TOOL[0].len()..]);
    let near = [NEXT_LINE, FILE].into_iter().min_by_key(|known| distance(known));
    near.filter(|known| distance(known) <= MOST_WRONG)
}

/// Chinese keyboards have colons and commas of their own.
fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：')
}

/// The names of a list that begins at `start`.
fn names(listed: &str, start: usize) -> Vec<Name> {
    let parts = listed.split([',', '，', '、']);
    let name = |part: &str| {
        let text = part.trim();
        // Both are parts of one text.
        let at = start + (text.as_ptr() as usize - listed.as_ptr() as usize);
        let span = Span::new(at as u32, (at + text.len()) as u32);
        Name { span, text: text.to_owned(), used: Rc::default() }
    };
    parts.map(name).filter(|name| !name.text.is_empty()).collect()
}
