//! The code and the symbols of parts of phrases.

use std::borrow::Borrow;

use super::ast::{Atom, Node};
use super::class::formed;
use super::code::{
    CHOICE, END, GAPS, ONE_OF, OPTION, START, is_symbol, push_bracket, push_counted,
};
use super::compile::Compiler;
use super::phrasebook::{ANY, NUMBER, PAUSE, Symbol, fact_symbol};
use super::places::Way;
use super::rules::Anchor;

impl Compiler {
    /// The code of nodes that follow each other.
    pub(super) fn codes<N: Borrow<Node>>(&mut self, nodes: &[N], way: Way) -> Vec<u16> {
        let mut code = Vec::new();
        match way {
            Way::Forth => nodes.iter().for_each(|node| self.emit(node.borrow(), way, &mut code)),
            Way::Back => {
                nodes.iter().rev().for_each(|node| self.emit(node.borrow(), way, &mut code))
            }
        }
        code
    }

    /// Appends the code of a node.
    fn emit(&mut self, node: &Node, way: Way, code: &mut Vec<u16>) {
        match node {
            Node::Start => code.push(START),
            Node::End => code.push(END),
            Node::Gap(most) => code.push(GAPS + u16::from(*most)),
            Node::Marked(node) => self.emit(node, way, code),
            Node::Sequence(nodes) => code.extend(self.codes(nodes, way)),
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
    pub(super) fn symbol(&mut self, node: &Node) -> Option<Symbol> {
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
    pub(super) fn class(&mut self, name: &str) -> Symbol {
        if let Some(symbol) = self.wide_classes.get(name) {
            return *symbol;
        }
        let words = self.classes.words(name, None);
        let entries = self.classes.phrases(name);
        if entries.is_empty() {
            return self.symbols.of_words(words);
        }
        let symbol = self.symbols.of_class(&words);
        self.wide_classes.insert(name.to_owned(), symbol);
        for entry in entries {
            // The entries of a class inside come before this one.
            let symbols: Vec<Symbol> = entry.iter().filter_map(|node| self.symbol(node)).collect();
            let mut by_weight = symbols.clone();
            by_weight.sort_by_key(|symbol| self.symbols.weight(*symbol));
            let Some((rarest, others)) = by_weight.split_first() else { continue };
            // Few of the places where its rarest word stands are places of the entry.
            self.symbols.add_weight(symbol, self.symbols.weight(*rarest).div_ceil(4));
            // Whether a class stands somewhere is not known yet when entries are chosen.
            let is_class = |symbol: &Symbol| self.wide_classes.values().any(|wide| wide == symbol);
            let need = others.iter().find(|symbol| !is_class(symbol)).copied();
            let code = [&[symbol], &symbols[..]].concat();
            self.rules.entry(code, Anchor { symbols: vec![*rarest], need });
        }
        symbol
    }
}
