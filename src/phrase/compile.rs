//! Phrases to tables.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ast::{Atom, Node};
use super::automaton::{Automaton, PhraseCode, Symbol};
use super::class::Classes;
use super::code::SYMBOLS;
use super::limits::check;
use super::needs::Needs;
use super::parse::{PhraseError, parse};
use super::places::Way;
use super::rules::{Anchor, Rules};
use super::scan::LONGEST;
use super::symbols::Symbols;

/// The most phrases.
const PHRASES: usize = u16::MAX as usize;

/// Takes phrases one by one, and makes them tables.
#[derive(Debug)]
pub struct Compiler {
    pub(super) classes: Classes,
    pub(super) symbols: Symbols,
    /// The symbols of classes with entries of several words.
    pub(super) wide: BTreeMap<String, Symbol>,
    pub(super) rules: Rules,
    /// The guards of each phrase that is looked for everywhere.
    guards: Vec<Vec<u32>>,
    phrases: usize,
}

impl Compiler {
    /// A compiler of phrases that use these classes, which must have passed [`Classes::check`].
    #[must_use]
    pub fn new(classes: Classes) -> Self {
        Self {
            classes,
            symbols: Symbols::new(),
            wide: BTreeMap::new(),
            rules: Rules::default(),
            guards: Vec::new(),
            phrases: 0,
        }
    }

    /// Adds a phrase and returns its number: 0 for the first, and so on. Guards come behind all others.
    ///
    /// # Errors
    /// What is wrong with the phrase; it has no number then.
    pub fn add(&mut self, phrase: &str) -> Result<u32, PhraseError> {
        let node = self.parse(phrase)?;
        let pattern = self.phrases as u16;
        // Each alternative of a phrase is found by its own words.
        let alternatives = match node {
            Node::Choice(nodes) => nodes,
            node => vec![node],
        };
        for node in &alternatives {
            let (code, anchor) = self.phrase(node, pattern);
            self.rules.phrase(code, anchor);
        }
        self.guards.push(Vec::new());
        self.phrases += 1;
        Ok(u32::from(pattern))
    }

    /// Adds a guard, of which it only matters whether a sentence has it: it is only looked for around
    /// the phrases that [`Self::guard`] names.
    ///
    /// # Errors
    /// The same.
    pub fn add_guard(&mut self, phrase: &str) -> Result<u32, PhraseError> {
        let node = self.parse(phrase)?;
        let pattern = self.phrases as u16;
        let (code, _) = self.phrase(&node, pattern);
        self.rules.guard(code);
        self.phrases += 1;
        Ok(u32::from(pattern))
    }

    /// Says that a guard is looked for in the sentences where a phrase was found; or also nearby.
    pub fn guard(&mut self, phrase: u32, guard: u32, nearby: bool) {
        self.guards[phrase as usize].push(guard << 1 | u32::from(nearby));
    }

    fn parse(&self, phrase: &str) -> Result<Node, PhraseError> {
        let node = parse(phrase)?;
        check(&node)?;
        self.check_classes(&node)?;
        let longest = self.longest(&node);
        if longest > LONGEST {
            let message = format!("the phrase may have {longest} words: {LONGEST} are the most");
            return Err(PhraseError::new(0, message));
        }
        if self.phrases == PHRASES {
            return Err(PhraseError::new(0, format!("there are more than {PHRASES} phrases")));
        }
        Ok(node)
    }

    /// The tables of all phrases.
    ///
    /// # Errors
    /// When there are more words and sets of words than they can tell apart.
    pub fn finish(mut self) -> Result<Automaton, PhraseError> {
        let names: Vec<String> = self.classes.names().cloned().collect();
        let classes: Vec<_> =
            names.into_iter().map(|name| (Cow::Owned(name.clone()), self.class(&name))).collect();
        let Some(symbols) = self.symbols.count() else {
            let message = format!("there are more than {SYMBOLS} sets of words in phrases");
            return Err(PhraseError::new(0, message));
        };
        Ok(self.rules.freeze(&self.guards, symbols, self.symbols.freeze(), classes.into()))
    }

    /// The code of a phrase, as [`PhraseCode`] reads it, and the symbols that it is found by.
    fn phrase(&mut self, node: &Node, pattern: u16) -> (Vec<u16>, Anchor) {
        // The reported part stands at the top, which parsing sees to.
        let mut parts = Vec::new();
        let top = flat(node, &mut parts);
        let (before, reported) = top.unwrap_or((0, parts.len()));
        let Needs { at, anchor, code: needs } = self.needs(&parts);
        let mut code = |parts: &[&Node], way: Way| {
            let mut code = Vec::new();
            self.emit_all(parts, way, &mut code);
            code
        };
        let body = [
            code(&parts[..before], Way::Forth),
            code(&parts[before..before + reported], Way::Forth),
            code(&parts[before + reported..], Way::Forth),
        ];
        let found_at = code(&parts[..at], Way::Forth).len();
        let back = code(&parts[..=at], Way::Back);
        let length = |at: usize| body[at].len() as u16;
        let head: [u16; PhraseCode::HEAD] =
            [pattern, needs.len() as u16, length(0), length(1), length(2), found_at as u16];
        let code = [&head[..], &needs, &body.concat(), &back].concat();
        (code, anchor)
    }

    /// How many words a phrase may have.
    fn longest(&self, node: &Node) -> u32 {
        let sum = |nodes: &[Node]| nodes.iter().map(|node| self.longest(node)).sum();
        match node {
            Node::Start | Node::End => 0,
            Node::Any | Node::Pause | Node::Number | Node::Fact(_) => 1,
            Node::Gap(most) => u32::from(*most),
            Node::Sequence(nodes) => sum(nodes),
            Node::Choice(nodes) => nodes.iter().map(|node| self.longest(node)).max().unwrap_or(0),
            Node::Option(node) | Node::Marked(node) => self.longest(node),
            Node::Atom(Atom::Class { name, forms: None, .. }) => {
                let phrases = self.classes.phrases(name);
                phrases.iter().map(|nodes| sum(nodes)).max().unwrap_or(0).max(1)
            }
            Node::Atom(_) => 1,
        }
    }

    /// All classes must exist, and have words in the form asked for.
    fn check_classes(&self, node: &Node) -> Result<(), PhraseError> {
        match node {
            Node::Atom(Atom::Class { name, at, .. }) if !self.classes.contains(name) => {
                Err(PhraseError::new(*at, self.classes.unknown(name)))
            }
            Node::Atom(Atom::Class { name, forms: Some(_), at })
                if self.classes.words(name, None).is_empty() =>
            {
                let message = format!("`@{name}` has no entry of one word, so it has no forms");
                Err(PhraseError::new(*at, message))
            }
            Node::Sequence(nodes) | Node::Choice(nodes) => {
                nodes.iter().try_for_each(|node| self.check_classes(node))
            }
            Node::Option(node) | Node::Marked(node) => self.check_classes(node),
            _ => Ok(()),
        }
    }
}

/// The parts of a phrase, one after the other; and how many come before the reported ones, and how many
/// these are.
fn flat<'n>(node: &'n Node, parts: &mut Vec<&'n Node>) -> Option<(usize, usize)> {
    let before = parts.len();
    match node {
        Node::Sequence(nodes) => {
            nodes.iter().fold(None, |reported, node| flat(node, parts).or(reported))
        }
        Node::Marked(node) => {
            flat(node, parts);
            Some((before, parts.len() - before))
        }
        node => {
            parts.push(node);
            None
        }
    }
}
