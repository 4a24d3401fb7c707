//! Rules as they are gathered, and their tables.

use std::borrow::Cow;

use super::phrasebook::{Anchors, ClassSymbols, Phrasebook, Symbol, Table};
use super::vocabulary::Vocabulary;

/// Rules, and what they are found by.
#[derive(Debug, Default)]
pub struct Rules {
    entries: Vec<Rule>,
    phrases: Vec<Rule>,
    guards: Vec<Vec<u16>>,
}

#[derive(Debug)]
struct Rule {
    code: Vec<u16>,
    anchor: Anchor,
}

/// What a rule is found by.
#[derive(Debug)]
pub struct Anchor {
    /// Symbols one of which any match of it reads, the rarest that there are.
    pub symbols: Vec<Symbol>,
    /// Another that any match reads, if there is one.
    pub need: Option<Symbol>,
}

impl Rules {
    /// Adds the entry of a class.
    pub fn entry(&mut self, code: Vec<u16>, anchor: Anchor) {
        self.entries.push(Rule { code, anchor });
    }

    /// Adds a phrase, or an alternative of one.
    pub fn phrase(&mut self, code: Vec<u16>, anchor: Anchor) {
        self.phrases.push(Rule { code, anchor });
    }

    /// Adds a guard.
    pub fn guard(&mut self, code: Vec<u16>) {
        self.guards.push(code);
    }

    /// The tables; `guards` are those of each phrase.
    pub fn freeze(
        self,
        guards: &[Vec<u32>],
        symbols: u32,
        vocabulary: Vocabulary,
        classes: ClassSymbols,
    ) -> Phrasebook {
        let reported = guards.len() as u32;
        let entries = self.entries.len() as u32;
        let first_guard = entries + self.phrases.len() as u32;
        let entry_anchors = anchors(symbols, 0, &self.entries);
        let phrase_anchors = anchors(symbols, entries, &self.phrases);
        let rules = self.entries.into_iter().chain(self.phrases).map(|rule| rule.code);
        let code: Vec<_> = rules.chain(self.guards).collect();
        let (code_at, code) = rows(&code);
        let (guards_at, guards) = rows(guards);
        Phrasebook {
            reported,
            symbols,
            vocabulary,
            code_at,
            code,
            entry_anchors,
            phrase_anchors,
            guards_at,
            guards,
            first_guard,
            classes,
        }
    }
}

/// Rules by their anchors; `first` is the number of the first.
fn anchors(symbols: u32, first: u32, rules: &[Rule]) -> Anchors {
    let mut by_symbol: Vec<Vec<(u32, Symbol)>> = vec![Vec::new(); symbols as usize];
    for (number, rule) in (first..).zip(rules) {
        for symbol in &rule.anchor.symbols {
            by_symbol[usize::from(*symbol)].push((number, rule.anchor.need.unwrap_or(*symbol)));
        }
    }
    by_symbol.iter_mut().for_each(Vec::dedup);
    let (at, rules) = rows(&by_symbol);
    let (rules, needs): (Vec<_>, Vec<_>) = rules.iter().copied().unzip();
    Anchors { at, rules: rules.into(), needs: needs.into() }
}

/// Rows one behind the other, and where each begins, and one more: the end.
fn rows<T: Clone>(rows: &[Vec<T>]) -> (Table<u32>, Table<T>) {
    let mut at = vec![0];
    let mut all = Vec::new();
    for row in rows {
        all.extend_from_slice(row);
        at.push(all.len() as u32);
    }
    (Cow::Owned(at), Cow::Owned(all))
}
