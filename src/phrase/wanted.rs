//! The guards that are wanted, by sentence: those of what was found there or near.

use super::phrasebook::Phrasebook;
use super::token::Hit;

/// Guards to look for: sentences and numbers of phrases.
#[derive(Debug, Default)]
pub struct Wanted {
    all: Vec<(u32, u32)>,
    /// Those that were looked for, ascending.
    done: Vec<(u32, u32)>,
}

impl Wanted {
    /// Adds the guards of the hits of a sentence, of which there are `sentences`. Returns those that are
    /// wanted in that sentence, ascending, each once.
    pub fn add(
        &mut self,
        phrasebook: &Phrasebook,
        hits: &[Hit],
        sentence: u32,
        sentences: u32,
    ) -> Vec<u32> {
        let mut here = Vec::new();
        for same in hits.chunk_by(|one, next| one.pattern == next.pattern) {
            for (guard, reach) in phrasebook.guards_of(same[0].pattern) {
                here.push(guard);
                let around = sentence.saturating_sub(reach)..sentences.min(sentence + reach + 1);
                let others = around.filter(|other| *other != sentence);
                self.all.extend(others.map(|other| (other, guard)));
            }
        }
        here.sort_unstable();
        here.dedup();
        here
    }

    /// Notes whether those of a sentence were looked for, or are still to be.
    pub fn note(&mut self, sentence: u32, guards: &[u32], done: bool) {
        let list = if done { &mut self.done } else { &mut self.all };
        list.extend(guards.iter().map(|guard| (sentence, *guard)));
    }

    /// Those that were not looked for, by sentence.
    pub fn left(mut self) -> Vec<(u32, Vec<u32>)> {
        self.all.retain(|wanted| self.done.binary_search(wanted).is_err());
        self.all.sort_unstable();
        self.all.dedup();
        let guards = |all: &[(u32, u32)]| all.iter().map(|(_, guard)| *guard).collect();
        let by_sentence = self.all.chunk_by(|one, next| one.0 == next.0);
        by_sentence.map(|all| (all[0].0, guards(all))).collect()
    }
}
