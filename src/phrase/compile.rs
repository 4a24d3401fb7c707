//! Phrases to tables.

use std::collections::BTreeMap;

use super::ast::{Atom, Node};
use super::class::Classes;
use super::code::SYMBOLS;
use super::limits::check;
use super::parse::{PhraseError, parse};
use super::phrase_code::Draft;
use super::phrasebook::{ClassSymbols, Phrasebook, REACH_BITS, Symbol};
use super::places::Way;
use super::rules::Rules;
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
    pub(super) wide_classes: BTreeMap<String, Symbol>,
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
            wide_classes: BTreeMap::new(),
            rules: Rules::default(),
            guards: Vec::new(),
            phrases: 0,
        }
    }

    /// Adds a phrase and returns its number: 0 for the first, and so on. No guard may have been added.
    ///
    /// # Errors
    /// What is wrong with the phrase; it has no number then.
    pub fn add(&mut self, phrase: &str) -> Result<u32, PhraseError> {
        let node = self.parse(phrase)?;
        debug_assert_eq!(self.guards.len(), self.phrases, "guards come behind all others");
        // Each alternative of a phrase is found by its own words.
        let alternatives = match node {
            Node::Choice(nodes) => nodes,
            node => vec![node],
        };
        for node in &alternatives {
            let mut parts = Vec::new();
            let draft = self.draft(node, &mut parts);
            let needs = self.needs(&parts);
            let draft = Draft {
                found_at: self.codes(&parts[..needs.at], Way::Forth).len(),
                back: self.codes(&parts[..=needs.at], Way::Back),
                needs: needs.code,
                ..draft
            };
            self.rules.phrase(draft.write(), needs.anchor);
        }
        self.guards.push(Vec::new());
        Ok(self.number())
    }

    /// Adds a guard, of which it only matters whether a sentence has it: it is only looked for around
    /// the phrases that [`Self::guard`] names.
    ///
    /// # Errors
    /// The same.
    pub fn add_guard(&mut self, phrase: &str) -> Result<u32, PhraseError> {
        let node = self.parse(phrase)?;
        let code = self.draft(&node, &mut Vec::new()).write();
        self.rules.guard(code);
        Ok(self.number())
    }

    /// Says that a guard is looked for where a phrase was found: in the sentence, and in so many before
    /// and behind it, of which seven are the most.
    pub fn guard(&mut self, phrase: u32, guard: u32, reach: u32) {
        self.guards[phrase as usize].push(guard << REACH_BITS | reach);
    }

    /// The number of the phrase that was just added.
    fn number(&mut self) -> u32 {
        self.phrases += 1;
        self.phrases as u32 - 1
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
        Ok(node)
    }

    /// The tables of all phrases.
    ///
    /// # Errors
    /// When there are more phrases or sets of words than they can tell apart.
    pub fn finish(mut self) -> Result<Phrasebook, PhraseError> {
        let names: Vec<String> = self.classes.names().cloned().collect();
        let symbols = names.iter().map(|name| match self.wide_classes.get(name) {
            Some(symbol) => *symbol,
            // Of a class that no phrase uses only the single words are asked for.
            None => self.symbols.of_words(self.classes.words(name, None)),
        });
        let symbols: Vec<_> = symbols.collect();
        let classes = ClassSymbols::new(names.iter().map(String::as_str).zip(symbols));
        let Some(symbols) = self.symbols.count() else {
            let message = format!("there are more than {SYMBOLS} sets of words in phrases");
            return Err(PhraseError::new(0, message));
        };
        if self.phrases > PHRASES {
            return Err(PhraseError::new(0, format!("there are more than {PHRASES} phrases")));
        }
        Ok(self.rules.freeze(&self.guards, symbols, self.symbols.freeze(), classes))
    }

    /// The code of a phrase but for how it is found. Gives its parts.
    fn draft<'n>(&mut self, node: &'n Node, parts: &mut Vec<&'n Node>) -> Draft {
        // The reported part stands at the top, which parsing sees to.
        let top = flat(node, parts);
        let (before, reported) = top.unwrap_or((0, parts.len()));
        let (before, rest) = parts.split_at(before);
        let (reported, behind) = rest.split_at(reported);
        Draft {
            pattern: self.phrases as u16,
            parts: [before, reported, behind].map(|parts| self.codes(parts, Way::Forth)),
            ..Draft::default()
        }
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
