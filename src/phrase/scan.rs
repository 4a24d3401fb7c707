//! Finds all phrases in one pass over the words of a letter.
//!
//! The automaton is not deterministic. Instead of walking it word by word, a stretch of a sentence is
//! walked at once: what stands at many places is a set of bits, so a phrase costs a few operations
//! whichever places it stands at, and most phrases end at their second word. A stretch is no longer
//! than such a set, so the time is linear in the letter.

use std::cmp::Reverse;
use std::ops::Range;

use super::automaton::Automaton;
use super::places::{STRETCH, each};
use super::token::{FactWords, Hit, Token, TokenKind};
use super::trace::Trace;
use super::walk::{Stretch, Walk};

/// How many words of a stretch phrases may begin with when the sentence goes on: so much is left for
/// the longest of them, which [`super::compile`] sees to. It counts a fact as one word: a phrase of
/// several long facts can be missed at the end of a stretch, in sentences of over a hundred words.
const HEADS: u32 = STRETCH - LONGEST;

/// The most words of a phrase.
pub const LONGEST: u32 = 63;

/// A phrase found, before overlaps are settled.
#[derive(Clone, Copy, Debug)]
struct Found {
    pattern: u32,
    /// The token behind the whole match.
    at: u32,
    /// The first token of the reported part.
    first: u32,
    /// The token behind its last.
    end: u32,
}

/// Looks for the phrases of one automaton; keeps its memory from letter to letter.
#[derive(Debug)]
pub struct Scanner<'a> {
    automaton: &'a Automaton,
    facts: &'a [FactWords],
    walk: Walk,
    trace: Trace,
    found: Vec<Found>,
}

impl<'a> Scanner<'a> {
    /// A scanner for the phrases of `automaton`.
    #[must_use]
    pub fn new(automaton: &'a Automaton) -> Self {
        Self {
            automaton,
            facts: &[],
            walk: Walk::new(automaton),
            trace: Trace::default(),
            found: Vec::new(),
        }
    }

    /// The same, with facts of several tokens, by start and without overlap. A phrase may read such a
    /// fact as one word, `{quantity}` or `_`, or as the words that it has.
    #[must_use]
    pub fn with_facts(mut self, facts: &'a [FactWords]) -> Self {
        self.facts = facts;
        self
    }

    /// The phrases in `sentences`, which are ranges of `tokens`; within a sentence, hits of one phrase do
    /// not overlap, the leftmost and longest counts. Ordered by sentence, start and phrase.
    pub fn scan(
        &mut self,
        text: &str,
        tokens: &[Token],
        sentences: impl IntoIterator<Item = Range<u32>>,
    ) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (number, sentence) in sentences.into_iter().enumerate() {
            let first = hits.len();
            self.read_sentence(text, tokens, sentence);
            self.settle(tokens, number as u32, &mut hits);
            hits[first..].sort_unstable_by_key(|hit| (hit.start, hit.pattern));
        }
        hits
    }

    /// Walks one sentence and gathers what is found.
    fn read_sentence(&mut self, text: &str, tokens: &[Token], sentence: Range<u32>) {
        let bare = bare(tokens, &sentence);
        let mut start = sentence.start;
        while start < sentence.end {
            let end = sentence.end.min(start + STRETCH);
            let heads = if end == sentence.end { end - start } else { HEADS };
            let within = |place: u32, most: u32| {
                (bare.start < bare.end && place >= start && place <= start + most)
                    .then(|| place - start)
            };
            self.walk.ground.lay(start..end, self.facts);
            let stretch = Stretch {
                text,
                tokens: &tokens[start as usize..end as usize],
                heads,
                start: within(bare.start, heads - 1),
                end: within(bare.end, end - start),
            };
            self.walk.walk(self.automaton, &stretch);
            self.gather(start);
            start += heads;
        }
    }

    /// Adds what a walk has found, in a stretch that begins with the token at `base`.
    fn gather(&mut self, base: u32) {
        for end in &self.walk.ends {
            let active = &self.walk.active[*end as usize];
            let patterns = self.automaton.accepts(active.state);
            let reported = patterns.partition_point(|one| *one < self.automaton.reported);
            let (reported, guards) = patterns.split_at(reported);
            let mut find = |patterns: &[u32], at: u32, first: u32, last: u32| {
                let (at, first, end) = (base + at, base + first, base + last);
                let found = patterns.iter().map(|one| Found { pattern: *one, at, first, end });
                self.found.extend(found);
            };
            // Its last word will do for a place.
            for at in each(active.places).take(1) {
                find(guards, at, at.saturating_sub(1), at);
            }
            for place in each(active.places).filter(|_| !reported.is_empty()) {
                if let Some((first, last)) = self.trace.reported(&self.walk, *end, place) {
                    find(reported, place, first, last);
                }
            }
        }
    }

    /// Keeps of each phrase's finds those that do not overlap. Of the finds with one end only the best
    /// is looked at: which others there are depends on how phrases share states.
    fn settle(&mut self, tokens: &[Token], sentence: u32, hits: &mut Vec<Hit>) {
        self.found.sort_unstable_by_key(|f| (f.pattern, f.at, f.first, Reverse(f.end)));
        self.found.dedup_by_key(|found| (found.pattern, found.at));
        self.found.sort_unstable_by_key(|f| (f.pattern, f.first, Reverse(f.end)));
        let mut last: Option<Found> = None;
        for found in self.found.drain(..) {
            let again = last.is_some_and(|last| {
                let guard = found.pattern >= self.automaton.reported;
                last.pattern == found.pattern && (guard || found.first < last.end)
            });
            if !again {
                hits.push(hit(found, tokens, sentence));
                last = Some(found);
            }
        }
    }
}

/// The tokens of a sentence without the pauses at its ends, which `^` and `$` do not mind.
fn bare(tokens: &[Token], sentence: &Range<u32>) -> Range<u32> {
    let is_pause = |at: u32| tokens[at as usize].kind == TokenKind::Pause;
    let mut bare = sentence.clone();
    while bare.start < bare.end && is_pause(bare.start) {
        bare.start += 1;
    }
    while bare.start < bare.end && is_pause(bare.end - 1) {
        bare.end -= 1;
    }
    bare
}

/// What is reported of a find.
fn hit(found: Found, tokens: &[Token], sentence: u32) -> Hit {
    let range = found.first..found.end;
    let start = tokens[range.start as usize].start;
    let end = tokens[range.end as usize - 1].end;
    Hit { pattern: found.pattern, start, end, tokens: range, sentence }
}
