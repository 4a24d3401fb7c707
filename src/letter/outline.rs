//! A letter's structure as text, for people and for tests.

use std::fmt::Write;

use super::Letter;

impl Letter<'_> {
    /// What was understood of the letter, one line a block.
    #[must_use]
    pub fn outline(&self) -> String {
        let mut out = String::new();
        for block in &self.blocks {
            let _ = writeln!(out, "{:?} {}", block.kind, block.sentences.len());
            for s in &self.sentences[block.sentences.start as usize..block.sentences.end as usize] {
                let _ = writeln!(out, "      | {:?}", &self.text[s.span.range()]);
            }
        }
        for f in &self.facts {
            let _ = write!(out, "{}={:?} ", f.kind.name(), &self.text[f.span.range()]);
        }
        out
    }
}
