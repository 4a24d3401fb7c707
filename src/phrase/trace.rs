//! What a phrase reports: the way that it took, traced back from its end.

use std::collections::BinaryHeap;

use super::places::{Places, Reach, first, last};
use super::walk::{NONE, Step, Walk};

/// A step on some way to an end.
#[derive(Clone, Copy, Debug)]
struct Taken {
    /// Its number in the walk.
    step: u32,
    /// The active state it leads to.
    to: u32,
    /// Where it was taken on such a way.
    places: Places,
}

/// Traces ways; keeps its memory.
#[derive(Debug, Default)]
pub struct Trace {
    /// For each active state the places of it that lead to the end.
    back: Vec<Places>,
    /// For each active state the places that ways lead to which report from the first word on.
    forth: Vec<Places>,
    /// Active states to go back from, those that come last first: state and number.
    wanted: BinaryHeap<(u32, u32)>,
    taken: Vec<Taken>,
    /// The active states that ways lead over.
    seen: Vec<u32>,
}

impl Trace {
    /// The reported part of a phrase that ends in an active state, at a place: from the first word that
    /// any way there reports to the last one that such a way reports. In places of the stretch.
    pub fn reported(&mut self, walk: &Walk, end: u32, place: u32) -> Option<(u32, u32)> {
        self.clear();
        if self.back.len() < walk.active.len() {
            self.back.resize(walk.active.len(), 0);
            self.forth.resize(walk.active.len(), 0);
        }
        self.want(walk, end, 1 << place);
        let mut begin = u32::MAX;
        let mut whole = true;
        while let Some((_, to)) = self.wanted.pop() {
            let mut next = walk.active[to as usize].step;
            while next != NONE {
                let step = &walk.steps[next as usize];
                let places = walk.ground.back(step.reach, self.back[to as usize]) & step.places;
                if places != 0 {
                    self.taken.push(Taken { step: next, to, places });
                    if step.marked {
                        begin = begin.min(first(self.read(walk, step, to, places)));
                    } else {
                        whole &= step.reach == Reach::Here;
                    }
                    if step.from != NONE {
                        self.want(walk, step.from, places);
                    }
                }
                next = step.before;
            }
        }
        if begin >= Places::BITS {
            return None;
        }
        Some((begin, if whole { place } else { self.end(walk, begin) }))
    }

    /// Forgets the ways of before, at the cost of these.
    fn clear(&mut self) {
        for active in self.seen.drain(..) {
            self.back[active as usize] = 0;
            self.forth[active as usize] = 0;
        }
        self.taken.clear();
    }

    /// Goes back from an active state as well.
    fn want(&mut self, walk: &Walk, active: u32, places: Places) {
        let known = &mut self.back[active as usize];
        if *known == 0 {
            self.wanted.push((walk.active[active as usize].state, active));
            self.seen.push(active);
        }
        *known |= places;
    }

    /// Where a step that was taken at some places reads a word: a gap may be empty.
    fn read(&self, walk: &Walk, step: &Step, to: u32, places: Places) -> Places {
        let Reach::Gap(most) = step.reach else { return places };
        let behind = walk.ground.before(self.back[to as usize]);
        places & walk.ground.back(Reach::Gap(most.saturating_sub(1)), behind)
    }

    /// The place behind the last reported word, on the ways that report the word at `begin`.
    fn end(&mut self, walk: &Walk, begin: u32) -> u32 {
        let mut end = begin;
        for Taken { step, to, places } in self.taken.iter().rev() {
            let step = &walk.steps[*step as usize];
            let mut from = match step.from {
                NONE => 0,
                from => self.forth[from as usize] & places,
            };
            if step.marked {
                from |= self.read(walk, step, *to, *places) & 1 << begin;
            }
            let ground = &walk.ground;
            let behind = ground.forth(step.reach, from) & self.back[*to as usize];
            self.forth[*to as usize] |= behind;
            let read = match step.reach {
                Reach::Gap(most) => {
                    ground.forth(Reach::Gap(most.saturating_sub(1)), ground.next(from))
                }
                _ => behind,
            };
            if step.marked && read & self.back[*to as usize] != 0 {
                end = end.max(last(read & self.back[*to as usize]));
            }
        }
        end
    }
}
