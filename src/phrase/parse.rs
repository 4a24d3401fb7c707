//! Phrases as text to phrases as trees, and errors that say what to write instead.

use std::fmt;

use pest::Parser as _;
use pest::error::InputLocation;
use pest::iterators::{Pair, Pairs};

use super::ast::{Atom, Forms, Node};
use super::cut::Pieces;
use super::inflect::Form;
use super::token::{FactKind, TokenKind};
use super::vocabulary::folded;

/// How deep brackets may stand in each other.
const DEPTH: usize = 12;
/// How long a phrase may be, in bytes: what is compiled is as deep as a phrase is long.
const LENGTH: usize = 4000;
/// How long a gap may be.
const LONGEST_GAP: u8 = 20;

const CLASS_NAME: &str = "`@` is followed by the name of a class in lower case, such as `@we`";
const FACT_NAME: &str = "a fact is a name between braces, such as `{date}`";

/// What [`grammar/phrase.pest`] describes.
mod grammar {
    /// The parser that pest derives.
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/phrase.pest"]
    pub struct Grammar;
}
use grammar::{Grammar, Rule};

/// Why a phrase is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseError {
    /// Where, in bytes of the phrase.
    pub at: usize,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl PhraseError {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { at, message: message.into() }
    }
}

impl fmt::Display for PhraseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (column {} of the phrase)", self.message, self.at + 1)
    }
}

impl std::error::Error for PhraseError {}

/// Reads a phrase.
///
/// # Errors
/// The first thing that is not in the phrase language.
pub fn parse(phrase: &str) -> Result<Node, PhraseError> {
    if phrase.len() > LENGTH {
        return Err(PhraseError::new(0, "the phrase is too long"));
    }
    check_brackets(phrase)?;
    let mut pairs = Grammar::parse(Rule::phrase, phrase).map_err(|error| {
        let (InputLocation::Pos(at) | InputLocation::Span((at, _))) = error.location;
        explain(phrase, at)
    })?;
    let Some(pair) = pairs.next() else { return Err(explain(phrase, 0)) };
    let node = sequence(pair.into_inner())?;
    check_marks(&node)?;
    Ok(node)
}

/// Brackets first: what the grammar says of them points elsewhere.
fn check_brackets(phrase: &str) -> Result<(), PhraseError> {
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, c) in phrase.char_indices() {
        match c {
            '(' | '[' | '<' | '{' => open.push((c, at)),
            ')' | ']' | '>' | '}' => {
                let partner = match c {
                    ')' => '(',
                    ']' => '[',
                    '>' => '<',
                    _ => '{',
                };
                if open.pop().is_none_or(|(known, _)| known != partner) {
                    return Err(PhraseError::new(at, format!("`{c}` closes no `{partner}`")));
                }
            }
            _ => {}
        }
        if open.len() > DEPTH {
            return Err(PhraseError::new(at, "brackets stand too deep in each other"));
        }
    }
    match open.pop() {
        Some((c, at)) => Err(PhraseError::new(at, format!("`{c}` is not closed"))),
        None => Ok(()),
    }
}

/// Says what is wrong at `at`, where the grammar stopped.
fn explain(phrase: &str, at: usize) -> PhraseError {
    let (before, rest) = phrase.split_at(at);
    let message = match rest.chars().next() {
        // The name is what is wrong.
        _ if before.ends_with('@') => CLASS_NAME.to_owned(),
        _ if before.ends_with('{') => FACT_NAME.to_owned(),
        None if phrase.trim().is_empty() => "the phrase is empty".to_owned(),
        None => "the phrase ends too early".to_owned(),
        Some(')' | ']' | '>') => {
            "there is nothing between the brackets, or nothing after `|`".to_owned()
        }
        Some('|') => {
            "`|` stands between the alternatives of `( )` or `[ ]`: write `(a | b)`".to_owned()
        }
        Some('@') => CLASS_NAME.to_owned(),
        Some('{' | '}') => FACT_NAME.to_owned(),
        Some('~') => "`~` follows a word or a class directly, as in `try~ing`".to_owned(),
        Some('*') => {
            "`*` stands before an ending or behind a beginning of letters: `*ing`, `un*`".to_owned()
        }
        Some('.') => "a full stop is never part of a phrase; a gap is written `...`".to_owned(),
        Some(c @ ('!' | '?')) => {
            format!("`{c}` is never part of a phrase: phrases stay inside a sentence")
        }
        Some(':' | ';' | '/' | '-' | '—') => "a pause of any kind is written `,`".to_owned(),
        Some('\'' | '’') => {
            "an apostrophe belongs to the word before it: write `amazon's`, or `*'s` for any word with `'s`"
                .to_owned()
        }
        Some('"' | '“' | '”') => {
            "quotation marks mean nothing in a phrase; leave them out".to_owned()
        }
        Some(c) => format!("`{c}` has no meaning here"),
    };
    PhraseError::new(at, message)
}

/// The nodes of items, as one.
fn sequence(pairs: Pairs<'_, Rule>) -> Result<Node, PhraseError> {
    let mut nodes = Vec::new();
    for pair in pairs.filter(|pair| pair.as_rule() != Rule::EOI) {
        item(pair, &mut nodes)?;
    }
    Ok(one_or(nodes, Node::Sequence))
}

fn one_or(mut nodes: Vec<Node>, many: fn(Vec<Node>) -> Node) -> Node {
    match nodes.len() {
        1 => nodes.remove(0),
        _ => many(nodes),
    }
}

/// Appends what an item says; a hyphenated word is several nodes.
fn item(pair: Pair<'_, Rule>, nodes: &mut Vec<Node>) -> Result<(), PhraseError> {
    nodes.push(match pair.as_rule() {
        Rule::marked => Node::Marked(Box::new(sequence(pair.into_inner())?)),
        Rule::choice => branches(pair)?,
        Rule::option => Node::Option(Box::new(branches(pair)?)),
        Rule::class => class(pair)?,
        Rule::fact => fact(&pair)?,
        Rule::gap => gap(pair)?,
        Rule::any => Node::Any,
        Rule::pause => Node::Pause,
        Rule::start => Node::Start,
        Rule::end => Node::End,
        Rule::suffix => Node::Atom(Atom::Suffix(folded(inner(&pair)))),
        Rule::prefix => Node::Atom(Atom::Prefix(folded(inner(&pair)))),
        _ => return word(pair, nodes),
    });
    Ok(())
}

/// The text of the first rule inside a pair.
fn inner<'p>(pair: &Pair<'p, Rule>) -> &'p str {
    pair.clone().into_inner().next().map(|inner| inner.as_str()).unwrap_or_default()
}

fn branches(pair: Pair<'_, Rule>) -> Result<Node, PhraseError> {
    let nodes = pair.into_inner().map(|branch| sequence(branch.into_inner()));
    Ok(one_or(nodes.collect::<Result<_, _>>()?, Node::Choice))
}

fn class(pair: Pair<'_, Rule>) -> Result<Node, PhraseError> {
    let at = pair.as_span().start();
    let name = inner(&pair).to_owned();
    let forms = pair.into_inner().nth(1).map(|form| forms(&form)).transpose()?;
    Ok(Node::Atom(Atom::Class { name, forms, at }))
}

fn fact(pair: &Pair<'_, Rule>) -> Result<Node, PhraseError> {
    let name = inner(pair);
    if name == "number" {
        return Ok(Node::Number);
    }
    FactKind::ALL.into_iter().find(|kind| kind.name() == name).map(Node::Fact).ok_or_else(|| {
        let names: Vec<_> = FactKind::ALL.iter().map(|kind| kind.name()).collect();
        let message =
            format!("`{{{name}}}` is no kind of fact; there are number, {}", names.join(", "));
        PhraseError::new(pair.as_span().start(), message)
    })
}

fn gap(pair: Pair<'_, Rule>) -> Result<Node, PhraseError> {
    let at = pair.as_span().start();
    let Some(bound) = pair.into_inner().next() else { return Ok(Node::Gap(4)) };
    match bound.as_str().parse() {
        Ok(bound @ 1..=LONGEST_GAP) => Ok(Node::Gap(bound)),
        _ => Err(PhraseError::new(at, format!("a gap is 1 to {LONGEST_GAP} words long"))),
    }
}

fn forms(form: &Pair<'_, Rule>) -> Result<Forms, PhraseError> {
    let name = form.as_str().trim_start_matches('~');
    if name.is_empty() {
        return Ok(Forms::Verb);
    }
    Form::from_name(name).map(Forms::One).ok_or_else(|| {
        let names: Vec<_> = Form::NAMES.iter().map(|(name, _)| *name).collect();
        let message =
            format!("`~{name}` is no form; there are {}, and `~` alone for any", names.join(", "));
        PhraseError::new(form.as_span().start(), message)
    })
}

/// Cuts a word as letters are cut: `a-to-z` is three, `and/or` has a pause inside.
fn word(pair: Pair<'_, Rule>, nodes: &mut Vec<Node>) -> Result<(), PhraseError> {
    let at = pair.as_span().start();
    let text = inner(&pair);
    let pieces: Vec<_> = Pieces::new(text).collect();
    if let Some(form) = pair.into_inner().nth(1) {
        let forms = forms(&form)?;
        let [piece] = pieces[..] else {
            return Err(PhraseError::new(at, format!("`~` is for one word; `{text}` is several")));
        };
        let base = folded(&text[piece.start..piece.end]);
        nodes.push(Node::Atom(Atom::Inflected(base, forms)));
        return Ok(());
    }
    nodes.extend(pieces.iter().map(|piece| match piece.kind {
        TokenKind::Pause => Node::Pause,
        _ => Node::Atom(Atom::Word(folded(&text[piece.start..piece.end]))),
    }));
    Ok(())
}

/// The reported part is one, at the top, and never empty.
fn check_marks(node: &Node) -> Result<(), PhraseError> {
    let top = match node {
        Node::Sequence(nodes) => nodes.as_slice(),
        node => std::slice::from_ref(node),
    };
    let is_mark = |node: &Node| matches!(node, Node::Marked(_));
    let inside = |node: &Node| match node {
        Node::Marked(inner) => inner.any(&is_mark),
        node => node.any(&is_mark),
    };
    if top.iter().any(inside) {
        return Err(PhraseError::new(0, "`< >` may not stand inside other brackets"));
    }
    let mut marks = top.iter().filter(|node| is_mark(node));
    match (marks.next(), marks.next()) {
        (_, Some(_)) => Err(PhraseError::new(0, "only one part between `< >` can be reported")),
        (Some(mark), _) if mark.is_nullable() => Err(PhraseError::new(
            0,
            "the part between `< >` can be empty: give it a word that must be there",
        )),
        _ => Ok(()),
    }
}
