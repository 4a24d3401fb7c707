//! Comments that direct this tool: `<!-- appeal-lint-disable-next-line NAME, NAME: reason -->`.

use std::cell::Cell;
use std::rc::Rc;

use super::{CLOSE, OPEN};
use crate::source::Span;

/// What such a comment begins with.
const TOOL: &str = "appeal-lint";
const NEXT_LINE: &str = "appeal-lint-disable-next-line";
const FILE: &str = "appeal-lint-disable-file";

/// A comment for this tool.
#[derive(Debug)]
pub struct Directive {
    /// The whole comment.
    pub span: Span,
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
    Unknown(String),
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
        if !said.starts_with(TOOL) {
            return None;
        }
        let verb = said.split(|c: char| c.is_whitespace() || is_colon(c)).next().unwrap_or(said);
        let rest = &said[verb.len()..];
        let listed = rest.split(is_colon).next().unwrap_or(rest);
        let start = span.start as usize + OPEN.len() + (inside.len() - rest.len());
        let names = names(listed, start);
        let fault = match verb {
            _ if !closed => Some(Fault::Open),
            NEXT_LINE | FILE if names.is_empty() => Some(Fault::Nameless),
            NEXT_LINE | FILE => None,
            other => Some(Fault::Unknown(other.to_owned())),
        };
        Some(Self { span, names, fault, whole: verb == FILE, covers: Span::default() })
    }
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
