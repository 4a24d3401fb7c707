//! Finds all phrases in one pass over the words of a letter.
//!
//! A phrase is looked at where its rarest word stands: the words of a sentence tell which phrases may
//! be in it, which are few. Those are matched from all places of the sentence at once, for what stands at
//! many places is a set of bits. A stretch of a sentence is no longer than such a set, so the time is
//! linear in the letter.

use std::cmp::Reverse;
use std::ops::Range;

use super::matching::{Find, find, first_end};
use super::phrasebook::{Anchors, Phrasebook};
use super::places::STRETCH;
use super::queue::Queue;
use super::reading::{Reading, Stretch};
use super::token::{FactWords, Hit, Token, TokenKind};
use super::wanted::Wanted;

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

impl Found {
    /// A find in the stretch that begins with the token `base`.
    fn new(pattern: u32, base: u32, find: Find) -> Self {
        let Find { at, first, end } = find;
        Self { pattern, at: base + at, first: base + first, end: base + end }
    }
}

/// Looks for the phrases of one phrasebook; keeps its memory from letter to letter.
#[derive(Debug)]
pub struct Scanner<'a> {
    phrasebook: &'a Phrasebook,
    facts: &'a [FactWords],
    reading: Reading,
    /// The rules that the words of a stretch make worth a look.
    rules: Queue,
    found: Vec<Found>,
}

impl<'a> Scanner<'a> {
    /// A scanner for the phrases of `phrasebook`.
    #[must_use]
    pub fn new(phrasebook: &'a Phrasebook) -> Self {
        Self {
            phrasebook,
            facts: &[],
            reading: Reading::new(phrasebook.symbols),
            rules: Queue::new(phrasebook.rules()),
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
    /// not overlap, the leftmost and longest counts. Ordered by sentence, start and phrase. Guards are
    /// looked for only around what they guard, and stand behind the others in no order.
    pub fn scan(&mut self, text: &str, tokens: &[Token], sentences: &[Range<u32>]) -> Vec<Hit> {
        let (mut hits, mut guards) = (Vec::new(), Vec::new());
        let mut wanted = Wanted::default();
        for (number, sentence) in (0..).zip(sentences) {
            let first = hits.len();
            self.each_stretch(text, tokens, sentence, Self::look_for_phrases);
            self.settle(tokens, number, &mut hits);
            hits[first..].sort_unstable_by_key(|hit| (hit.start, hit.pattern));
            let count = sentences.len() as u32;
            let here = wanted.add(self.phrasebook, &hits[first..], number, count);
            // The words of a sentence of one stretch are still known.
            let known = sentence.len() <= STRETCH as usize;
            wanted.note(number, &here, known);
            if known {
                self.look_for_guards(sentence.start, &here);
                self.settle(tokens, number, &mut guards);
            }
        }
        for (number, left) in wanted.left() {
            self.each_stretch(text, tokens, &sentences[number as usize], |scanner, stretch| {
                scanner.look_for_entries();
                scanner.look_for_guards(stretch.base, &left);
            });
            self.settle(tokens, number, &mut guards);
        }
        hits.append(&mut guards);
        hits
    }

    /// Reads a sentence stretch by stretch.
    fn each_stretch(
        &mut self,
        text: &str,
        tokens: &[Token],
        sentence: &Range<u32>,
        look: impl Fn(&mut Self, &Stretch<'_>),
    ) {
        let bare = bare(tokens, sentence);
        let mut base = sentence.start;
        while base < sentence.end {
            let end = sentence.end.min(base + STRETCH);
            let heads = if end == sentence.end { end - base } else { HEADS };
            let within = |place: u32, most: u32| {
                (bare.start < bare.end && place >= base && place <= base + most)
                    .then(|| place - base)
            };
            let stretch = Stretch {
                text,
                tokens: &tokens[base as usize..end as usize],
                base,
                heads,
                start: within(bare.start, heads - 1),
                end: within(bare.end, end - base),
            };
            self.reading.read(self.phrasebook, &stretch, self.facts);
            look(self, &stretch);
            base += heads;
        }
    }

    /// Looks for all phrases but guards.
    fn look_for_phrases(&mut self, stretch: &Stretch<'_>) {
        self.look_for_entries();
        self.rules.rewind();
        queue(&self.reading, 0, &self.phrasebook.phrase_anchors, &mut self.rules);
        while let Some(rule) = self.rules.take() {
            let phrase = self.phrasebook.phrase_code(rule);
            let add = |find| self.found.push(Found::new(phrase.pattern(), stretch.base, find));
            find(&self.reading, phrase, add);
        }
    }

    /// Looks for some guards in the stretch that was read, which begins with the token `base`.
    fn look_for_guards(&mut self, base: u32, guards: &[u32]) {
        for guard in guards {
            if let Some(at) = first_end(&self.reading, self.phrasebook.guard_code(*guard)) {
                // Its last word will do for a place.
                let find = Find { at, first: at.saturating_sub(1), end: at };
                self.found.push(Found::new(*guard, base, find));
            }
        }
    }

    /// Looks for the entries of several words of classes. One of them may make another worth a look,
    /// which comes behind it.
    fn look_for_entries(&mut self) {
        let anchors = &self.phrasebook.entry_anchors;
        self.rules.rewind();
        let mut known = queue(&self.reading, 0, anchors, &mut self.rules);
        while let Some(rule) = self.rules.take() {
            let (class, entry) = self.phrasebook.entry_code(rule);
            self.reading.add_entry(class, entry);
            known = queue(&self.reading, known, anchors, &mut self.rules);
        }
    }

    /// Keeps of each phrase's finds those that do not overlap.
    fn settle(&mut self, tokens: &[Token], sentence: u32, hits: &mut Vec<Hit>) {
        // Alternatives of a phrase, and stretches of a sentence, may have found the same end.
        self.found.sort_unstable_by_key(|f| (f.pattern, f.at, f.first, Reverse(f.end)));
        self.found.dedup_by_key(|found| (found.pattern, found.at));
        self.found.sort_unstable_by_key(|f| (f.pattern, f.first, Reverse(f.end)));
        let mut last: Option<Found> = None;
        for found in self.found.drain(..) {
            let again = last.is_some_and(|last| {
                let guard = found.pattern >= self.phrasebook.reported;
                last.pattern == found.pattern && (guard || found.first < last.end)
            });
            if !again {
                hits.push(hit(found, tokens, sentence));
                last = Some(found);
            }
        }
    }
}

/// Queues the rules of symbols that stand somewhere, but for the first `known` ones. Returns how many
/// are known now.
fn queue(reading: &Reading, known: usize, anchors: &Anchors, rules: &mut Queue) -> usize {
    for symbol in reading.symbols_from(known) {
        let needed = anchors.of(symbol).filter(|(_, need)| reading.has(*need));
        needed.for_each(|(rule, _)| rules.add(rule));
    }
    reading.count()
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
