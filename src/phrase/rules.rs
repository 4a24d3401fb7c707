//! Rules as they are gathered, and their tables.

use std::borrow::Cow;

use super::automaton::{Automaton, Symbol, Table};
use super::vocabulary::Vocabulary;

/// Rules, and what they are found by.
#[derive(Debug, Default)]
pub struct Rules {
    entries: Vec<Rule>,
    phrases: Vec<Rule>,
    guards: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    code: Vec<u16>,
    /// Symbols one of which any match of it reads, the rarest that there are.
    anchor: Vec<Symbol>,
}

impl Rules {
    /// Adds the entry of a class.
    pub fn entry(&mut self, code: Vec<u16>, anchor: Vec<Symbol>) {
        self.entries.push(Rule { code, anchor });
    }

    /// Adds a phrase, or an alternative of one.
    pub fn phrase(&mut self, code: Vec<u16>, anchor: Vec<Symbol>) {
        self.phrases.push(Rule { code, anchor });
    }

    /// Adds a guard.
    pub fn guard(&mut self, code: Vec<u16>) {
        self.guards.push(Rule { code, anchor: Vec::new() });
    }

    /// The tables; `guards` are those of each phrase.
    pub fn freeze(
        self,
        guards: &[Vec<u32>],
        symbols: u32,
        vocabulary: Vocabulary,
        classes: Table<(Cow<'static, str>, Symbol)>,
    ) -> Automaton {
        let reported = guards.len() as u32;
        let entries = self.entries.len() as u32;
        let first_guard = entries + self.phrases.len() as u32;
        let guard_rules = (first_guard..).take(self.guards.len()).collect();
        let rules: Vec<Rule> =
            [self.entries, self.phrases, self.guards].into_iter().flatten().collect();
        let mut anchored = vec![Vec::new(); symbols as usize];
        for (number, rule) in (0..).zip(&rules) {
            for symbol in &rule.anchor {
                anchored[usize::from(*symbol)].push(number);
            }
        }
        anchored.iter_mut().for_each(Vec::dedup);
        let code: Vec<_> = rules.into_iter().map(|rule| rule.code).collect();
        let (code_at, code) = rows(&code);
        let (anchored_at, anchored) = rows(&anchored);
        let (guards_at, guards) = rows(guards);
        Automaton {
            reported,
            symbols,
            entries,
            vocabulary,
            code_at,
            code,
            anchored_at,
            anchored,
            guards_at,
            guards,
            guard_rules,
            classes,
        }
    }
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
