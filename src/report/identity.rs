//! What tells findings apart from run to run, so that a service knows an old one again.
//!
//! Path, lint and the marked text decide, not the line: a finding stays the same when a paragraph is
//! put before it, and when the report is in another language. Findings that are equal in all of that
//! are numbered.

use std::collections::HashMap;

use super::place;
use crate::diagnostic::Diagnostic;
use crate::hash::fnv;
use crate::source::Source;

/// The identities that a run gave away.
#[derive(Default)]
pub struct Identities {
    /// How often each hash was there.
    known: HashMap<u64, u32>,
}

impl Identities {
    /// The identity of a finding, which no other finding of the run has.
    pub fn of(&mut self, path: &str, source: &Source, diagnostic: &Diagnostic<'_>) -> String {
        let marked = &source.text()[place::clamp(source.text(), diagnostic.span)];
        let words = marked.split_whitespace();
        let hash = hash([path, &diagnostic.lint.name].into_iter().chain(words));
        let number = self.known.entry(hash).or_default();
        *number += 1;
        format!("{hash:016x}-{number}")
    }
}

/// A hash of the parts, each ended by a byte that no text has.
fn hash<'t>(parts: impl Iterator<Item = &'t str>) -> u64 {
    fnv(parts.flat_map(|part| part.bytes().chain([0xFF])))
}
