//! Phrases to tables.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ast::{Atom, Node};
use super::automaton::{ANY, Automaton, NUMBER, PAUSE, PhraseCode, Symbol, fact_symbol};
use super::class::{Classes, formed};
use super::code::{
    CHOICE, END, GAPS, ONE_OF, OPTION, START, SYMBOLS, is_symbol, push_bracket, push_counted,
};
use super::limits::check;
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
    classes: Classes,
    symbols: Symbols,
    /// The symbols of classes with entries of several words.
    wide: BTreeMap<String, Symbol>,
    rules: Rules,
    /// The guards of each phrase that is looked for everywhere.
    guards: Vec<Vec<u32>>,
    phrases: usize,
}

/// Symbols one of which any match of a node reads.
#[derive(Debug)]
struct Needed {
    symbols: Vec<Symbol>,
    /// How often they stand in letters.
    weight: u32,
}

impl Needed {
    /// Whether it is worth a look if one of the symbols stands in a sentence: in most none does, and
    /// there are few.
    fn is_selective(&self) -> bool {
        self.weight < 400 && self.symbols.len() < 20
    }
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
        let mut needed: Vec<_> = parts.iter().map(|part| self.needed(part)).collect();
        let weight = |at: &usize| needed[*at].as_ref().map_or(u32::MAX, |needed| needed.weight);
        let at = (0..parts.len()).min_by_key(weight).unwrap_or(0);
        let symbols = needed.get_mut(at).and_then(Option::take).map(|needed| needed.symbols);
        let (need, needs) = others(needed.into_iter().flatten().collect());
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
        (code, Anchor { symbols: symbols.unwrap_or(vec![ANY]), need })
    }

    fn emit_all<N: std::borrow::Borrow<Node>>(
        &mut self,
        nodes: &[N],
        way: Way,
        code: &mut Vec<u16>,
    ) {
        match way {
            Way::Forth => nodes.iter().for_each(|node| self.emit(node.borrow(), way, code)),
            Way::Back => nodes.iter().rev().for_each(|node| self.emit(node.borrow(), way, code)),
        }
    }

    /// Appends the code of a node.
    fn emit(&mut self, node: &Node, way: Way, code: &mut Vec<u16>) {
        match node {
            Node::Start => code.push(START),
            Node::End => code.push(END),
            Node::Gap(most) => code.push(GAPS + u16::from(*most)),
            Node::Marked(node) => self.emit(node, way, code),
            Node::Sequence(nodes) => self.emit_all(nodes, way, code),
            Node::Option(node) => push_bracket(OPTION, &self.code(node, way), code),
            Node::Choice(nodes) => self.emit_choice(nodes, way, code),
            Node::Any | Node::Pause | Node::Number | Node::Fact(_) | Node::Atom(_) => {
                code.extend(self.symbol(node));
            }
        }
    }

    /// Appends the code of a choice: the alternatives of one word are one branch.
    fn emit_choice(&mut self, nodes: &[Node], way: Way, code: &mut Vec<u16>) {
        let branches: Vec<_> = nodes.iter().map(|node| self.code(node, way)).collect();
        let is_symbol = |branch: &Vec<u16>| branch.len() == 1 && is_symbol(branch[0]);
        let (words, others): (Vec<_>, Vec<_>) = branches.into_iter().partition(is_symbol);
        let mut one_of = Vec::new();
        push_bracket(ONE_OF, &words.concat(), &mut one_of);
        if others.is_empty() {
            code.extend(one_of);
            return;
        }
        let mut body = Vec::new();
        if !words.is_empty() {
            push_counted(&one_of, &mut body);
        }
        others.iter().for_each(|branch| push_counted(branch, &mut body));
        push_bracket(CHOICE, &body, code);
    }

    fn code(&mut self, node: &Node, way: Way) -> Vec<u16> {
        let mut code = Vec::new();
        self.emit(node, way, &mut code);
        code
    }

    /// The symbol of a node that reads one word.
    fn symbol(&mut self, node: &Node) -> Option<Symbol> {
        Some(match node {
            Node::Any => ANY,
            Node::Pause => PAUSE,
            Node::Number => NUMBER,
            Node::Fact(kind) => fact_symbol(*kind),
            Node::Atom(Atom::Word(word)) => self.symbols.of_words(vec![word.clone()]),
            Node::Atom(Atom::Inflected(base, forms)) => {
                self.symbols.of_words(formed(base, Some(*forms)))
            }
            Node::Atom(Atom::Class { name, forms: None, .. }) => self.class(name),
            Node::Atom(Atom::Class { name, forms, .. }) => {
                self.symbols.of_words(self.classes.words(name, *forms))
            }
            Node::Atom(Atom::Suffix(text)) => self.symbols.of_affix(text, false),
            Node::Atom(Atom::Prefix(text)) => self.symbols.of_affix(text, true),
            _ => return None,
        })
    }

    /// The symbol of a class; its entries of several words become rules.
    fn class(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.wide.get(name) {
            return *symbol;
        }
        let words = self.classes.words(name, None);
        let entries = self.classes.phrases(name);
        if entries.is_empty() {
            return self.symbols.of_words(words);
        }
        let symbol = self.symbols.of_class(&words);
        self.wide.insert(name.to_owned(), symbol);
        for entry in entries {
            // The entries of a class inside come before this one.
            let symbols: Vec<Symbol> = entry.iter().filter_map(|node| self.symbol(node)).collect();
            let mut by_weight = symbols.clone();
            by_weight.sort_by_key(|symbol| self.symbols.weight(*symbol));
            let Some((rarest, others)) = by_weight.split_first() else { continue };
            // Few of the places where its rarest word stands are places of the entry.
            self.symbols.add_weight(symbol, self.symbols.weight(*rarest).div_ceil(4));
            // Whether a class stands somewhere is not known yet when entries are chosen.
            let is_class = |symbol: &Symbol| self.wide.values().any(|wide| wide == symbol);
            let need = others.iter().find(|symbol| !is_class(symbol)).copied();
            let code = [&[symbol], &symbols[..]].concat();
            self.rules.entry(code, Anchor { symbols: vec![*rarest], need });
        }
        symbol
    }

    /// The rarest symbols one of which a match of the node reads, if there are such.
    fn needed(&mut self, node: &Node) -> Option<Needed> {
        match node {
            Node::Start | Node::End | Node::Gap(_) | Node::Option(_) => None,
            Node::Marked(node) => self.needed(node),
            Node::Sequence(nodes) => {
                let needed = nodes.iter().filter_map(|node| self.needed(node));
                needed.min_by_key(|needed| needed.weight)
            }
            Node::Choice(nodes) => {
                let mut all = Needed { symbols: Vec::new(), weight: 0 };
                for node in nodes {
                    let needed = self.needed(node)?;
                    all.symbols.extend(needed.symbols);
                    all.weight += needed.weight;
                }
                Some(all)
            }
            Node::Any | Node::Pause | Node::Number | Node::Fact(_) | Node::Atom(_) => {
                let symbol = self.symbol(node)?;
                Some(Needed { symbols: vec![symbol], weight: self.symbols.weight(symbol) })
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

/// Of what else a phrase needs the rarest symbol, and the other sets of symbols that are worth a look.
fn others(mut needed: Vec<Needed>) -> (Option<Symbol>, Vec<u16>) {
    needed.sort_by_key(|needed| needed.weight);
    let single = needed.iter().position(|needed| needed.symbols.len() == 1);
    let need = single.map(|at| needed.remove(at).symbols[0]);
    let mut needs = Vec::new();
    for needed in needed.iter().filter(|needed| needed.is_selective()) {
        push_counted(&needed.symbols, &mut needs);
    }
    (need, needs)
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
