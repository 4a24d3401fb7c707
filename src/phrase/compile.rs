//! Phrases to one automaton.

use super::ast::{Atom, Node};
use super::automaton::{
    ANY, Automaton, END, NUMBER, PAUSE, START, Symbol, fact_symbol, gap_symbol,
};
use super::class::{Classes, formed};
use super::freeze::{Frame, freeze};
use super::net::{Key, Net, Set, union};
use super::parse::{PhraseError, parse};
use super::scan::LONGEST;
use super::symbols::Symbols;

/// Takes phrases one by one, and makes them an automaton.
#[derive(Debug)]
pub struct Compiler {
    classes: Classes,
    symbols: Symbols,
    net: Net,
    patterns: u32,
    reported: Option<u32>,
}

impl Compiler {
    /// A compiler of phrases that use these classes, which must have passed [`Classes::check`].
    #[must_use]
    pub fn new(classes: Classes) -> Self {
        Self { classes, symbols: Symbols::new(), net: Net::new(), patterns: 0, reported: None }
    }

    /// Adds a phrase and returns its number: 0 for the first, and so on.
    ///
    /// # Errors
    /// What is wrong with the phrase; it has no number then.
    pub fn add(&mut self, phrase: &str) -> Result<u32, PhraseError> {
        let node = parse(phrase)?;
        check(&node)?;
        self.check_classes(&node)?;
        let longest = self.longest(&node);
        if longest > LONGEST {
            let message = format!("the phrase may have {longest} words: {LONGEST} are the most");
            return Err(PhraseError::new(0, message));
        }
        let marked = !node.any(&|node| matches!(node, Node::Marked(_)));
        let pattern = self.patterns;
        self.patterns += 1;
        for exit in self.compile(&node, vec![0], marked) {
            self.net.accepts[exit as usize].push(pattern);
        }
        Ok(pattern)
    }

    /// Of the phrases that are added from now on it only matters whether a sentence has them: where one
    /// ends is enough.
    pub fn guards_follow(&mut self) {
        self.reported = Some(self.patterns);
    }

    /// The automaton of all phrases.
    ///
    /// # Errors
    /// When there are more words and sets of words than it can tell apart.
    pub fn finish(mut self) -> Result<Automaton, PhraseError> {
        let names: Vec<String> = self.classes.names().cloned().collect();
        let mut classes = Vec::new();
        for name in names {
            let symbol = self.symbols.of_words(self.classes.words(&name, None));
            classes.push((name.into(), symbol));
        }
        let Some(symbols) = self.symbols.count() else {
            return Err(PhraseError::new(0, "there are more than 65,000 sets of words in phrases"));
        };
        let vocabulary = self.symbols.freeze();
        let reported = self.reported.unwrap_or(self.patterns);
        Ok(freeze(&self.net, Frame { vocabulary, symbols, reported, classes }))
    }

    /// Adds the edges of a node behind the states `entries`; returns the states behind it.
    fn compile(&mut self, node: &Node, entries: Set, marked: bool) -> Set {
        match node {
            Node::Atom(atom) => vec![self.atom(atom, &entries, marked)],
            Node::Any => vec![self.net.step(&entries, ANY, marked)],
            Node::Pause => vec![self.net.step(&entries, PAUSE, marked)],
            Node::Number => vec![self.net.step(&entries, NUMBER, marked)],
            Node::Fact(kind) => vec![self.net.step(&entries, fact_symbol(*kind), marked)],
            // These read no word, so they mark none.
            Node::Start => vec![self.net.step(&entries, START, false)],
            Node::End => vec![self.net.step(&entries, END, false)],
            Node::Gap(most) => vec![self.net.step(&entries, gap_symbol(*most), marked)],
            Node::Marked(node) => self.compile(node, entries, true),
            Node::Option(node) => union(self.compile(node, entries.clone(), marked), &entries),
            Node::Sequence(nodes) => {
                nodes.iter().fold(entries, |entries, node| self.compile(node, entries, marked))
            }
            Node::Choice(nodes) => nodes.iter().fold(Vec::new(), |exits, node| {
                union(exits, &self.compile(node, entries.clone(), marked))
            }),
        }
    }

    fn atom(&mut self, atom: &Atom, entries: &Set, marked: bool) -> u32 {
        if let Atom::Class { name, forms: None, .. } = atom
            && !self.classes.phrases(name).is_empty()
        {
            let (exit, fresh) = self.net.state(entries, Key::Class(name.clone()), marked);
            if fresh {
                self.class(name, entries, exit, marked);
            }
            return exit;
        }
        let symbol = self.symbol(atom);
        self.net.step(entries, symbol, marked)
    }

    /// The symbol of the single words that an atom stands for.
    fn symbol(&mut self, atom: &Atom) -> Symbol {
        match atom {
            Atom::Word(word) => self.symbols.of_words(vec![word.clone()]),
            Atom::Inflected(base, forms) => self.symbols.of_words(formed(base, Some(*forms))),
            Atom::Class { name, forms, .. } => {
                self.symbols.of_words(self.classes.words(name, *forms))
            }
            Atom::Suffix(text) => self.symbols.of_affix(text, false),
            Atom::Prefix(text) => self.symbols.of_affix(text, true),
        }
    }

    /// Leads all entries of a class to one state: what follows the class is then there once.
    fn class(&mut self, name: &str, entries: &Set, exit: u32, marked: bool) {
        let words = self.classes.words(name, None);
        if !words.is_empty() {
            let symbol = self.symbols.of_words(words);
            self.net.connect(entries, symbol, exit, marked);
        }
        for phrase in self.classes.phrases(name) {
            let Some((last, before)) = phrase.split_last() else { continue };
            let before = before.iter();
            let ends = before.fold(entries.clone(), |ends, node| self.compile(node, ends, marked));
            match last {
                Node::Atom(Atom::Class { name, forms: None, .. }) => {
                    self.class(name, &ends, exit, marked)
                }
                Node::Atom(atom) => {
                    let symbol = self.symbol(atom);
                    self.net.connect(&ends, symbol, exit, marked);
                }
                _ => self.net.connect(&ends, PAUSE, exit, marked),
            }
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

/// Refuses phrases that match nothing, or everywhere.
fn check(node: &Node) -> Result<(), PhraseError> {
    if node.is_nullable() {
        return Err(PhraseError::new(
            0,
            "the phrase can be empty: give it a word that must be there",
        ));
    }
    if begins_open(node) {
        let message =
            "a phrase cannot begin with `_` or `...`, which begin everywhere; `^ ...` can";
        return Err(PhraseError::new(0, message));
    }
    let first = |node: &Node| matches!(node, Node::Start);
    let last = |node: &Node| matches!(node, Node::End);
    if !stays_at_edge(node, &first, false, true).0 {
        return Err(PhraseError::new(
            0,
            "`^` is the start of a sentence: nothing can stand before it",
        ));
    }
    if !stays_at_edge(node, &last, true, true).0 {
        return Err(PhraseError::new(
            0,
            "`$` is the end of a sentence: nothing can stand behind it",
        ));
    }
    Ok(())
}

/// Whether any word at all can be the first.
fn begins_open(node: &Node) -> bool {
    match node {
        Node::Any | Node::Gap(_) => true,
        Node::Sequence(nodes) => {
            let closed = nodes.iter().position(|node| !is_skippable(node));
            nodes[..closed.map_or(nodes.len(), |at| at + 1)].iter().any(begins_open)
        }
        Node::Choice(nodes) => nodes.iter().any(begins_open),
        Node::Option(node) | Node::Marked(node) => begins_open(node),
        _ => false,
    }
}

/// Whether what follows can come first.
fn is_skippable(node: &Node) -> bool {
    match node {
        Node::Start | Node::End => false,
        Node::Sequence(nodes) => nodes.iter().all(is_skippable),
        Node::Choice(nodes) => nodes.iter().any(is_skippable),
        Node::Marked(node) => is_skippable(node),
        node => node.is_nullable(),
    }
}

/// Reads a phrase from one edge: whether every `^` (or `$`) stands where it can match, and whether
/// what follows can still stand at the edge.
fn stays_at_edge(node: &Node, edge: &impl Fn(&Node) -> bool, back: bool, at: bool) -> (bool, bool) {
    match node {
        _ if edge(node) => (at, false),
        Node::Sequence(nodes) => {
            let mut state = (true, at);
            for step in 0..nodes.len() {
                let index = if back { nodes.len() - 1 - step } else { step };
                let (good, at) = stays_at_edge(&nodes[index], edge, back, state.1);
                state = (state.0 && good, at);
            }
            state
        }
        Node::Choice(nodes) => nodes.iter().fold((true, false), |(good, still), node| {
            let (own, at) = stays_at_edge(node, edge, back, at);
            (good && own, still || at)
        }),
        Node::Option(node) => (stays_at_edge(node, edge, back, at).0, at),
        Node::Marked(node) => stays_at_edge(node, edge, back, at),
        node => (true, at && node.is_nullable()),
    }
}
