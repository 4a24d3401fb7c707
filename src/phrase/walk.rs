//! The way of all phrases through a stretch of a sentence.
//!
//! A state is looked at once, with all places that it is reached at: the states have an order in which
//! edges only lead on, so what leads to a state is known before it is looked at.

use super::automaton::{ANY, Automaton, END, FIRST_FREE, START, Symbol, fact_symbol, gap_bound};
use super::places::{Ground, Places, Reach};
use super::queue::Queue;
use super::reading::{Reading, kind_symbols, unknown_word};
use super::token::Token;

/// No step, or no state.
pub const NONE: u32 = u32::MAX;

/// A state that is reached, and where.
#[derive(Debug)]
pub struct Active {
    pub state: u32,
    pub places: Places,
    /// The last of the steps that lead here.
    pub step: u32,
}

/// An edge that was taken.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The active state that it leaves; none at a phrase's first word.
    pub from: u32,
    /// Where it was taken.
    pub places: Places,
    pub reach: Reach,
    /// Whether what it reads belongs to the reported part.
    pub marked: bool,
    /// The step before this one to the same state.
    pub before: u32,
}

/// A stretch of a sentence.
pub struct Stretch<'s> {
    pub text: &'s str,
    pub tokens: &'s [Token],
    /// How many of the tokens phrases may begin with; the others are read again later.
    pub heads: u32,
    /// The place of the sentence's first word, and the place behind its last, where they lie here.
    pub start: Option<u32>,
    pub end: Option<u32>,
}

/// What phrases have come to.
#[derive(Debug)]
pub struct Walk {
    /// For each state where in `active` it is, and one; 0 if it is not.
    slots: Vec<u32>,
    pub active: Vec<Active>,
    pub steps: Vec<Step>,
    /// The active states at which phrases end.
    pub ends: Vec<u32>,
    /// The edges of the state under way whose symbols stand somewhere.
    open: Vec<u32>,
    queue: Queue,
    reading: Reading,
    pub ground: Ground,
}

impl Walk {
    pub fn new(automaton: &Automaton) -> Self {
        let states = automaton.states();
        Self {
            slots: vec![0; states],
            active: Vec::new(),
            steps: Vec::new(),
            ends: Vec::new(),
            open: Vec::new(),
            queue: Queue::new(states),
            reading: Reading::new(automaton.symbols),
            ground: Ground::default(),
        }
    }

    /// Walks a stretch, whose ground is laid.
    pub fn walk(&mut self, automaton: &Automaton, stretch: &Stretch<'_>) {
        self.clear();
        self.reading.read(automaton, stretch, &self.ground.leaps);
        self.start(automaton, stretch);
        while let Some(state) = self.queue.take() {
            let at = self.slots[state as usize] - 1;
            if automaton.is_end(state) {
                self.ends.push(at);
            }
            self.follow(automaton, at);
        }
    }

    fn clear(&mut self) {
        for active in self.active.drain(..) {
            self.slots[active.state as usize] = 0;
        }
        self.steps.clear();
        self.ends.clear();
        self.queue.rewind();
    }

    /// Begins the phrases.
    fn start(&mut self, automaton: &Automaton, stretch: &Stretch<'_>) {
        if let Some(place) = stretch.start {
            self.begin(automaton.first(START), place, Reach::Here);
        }
        for (place, token) in (0..stretch.heads).zip(stretch.tokens) {
            self.begin(automaton.first_of_row(token.entry), place, Reach::Words(1));
            for symbol in kind_symbols(token).into_iter().flatten() {
                self.begin(automaton.first(symbol), place, Reach::Words(1));
            }
            let unknown = unknown_word(stretch.text, token).into_iter();
            for symbol in unknown.flat_map(|word| automaton.vocabulary.affixes_of(word)) {
                self.begin(automaton.first(symbol), place, Reach::Words(1));
            }
        }
        for index in 0..self.ground.leaps.len() {
            let leap = self.ground.leaps[index];
            if leap.from < stretch.heads {
                let targets = automaton.first(fact_symbol(leap.kind));
                self.begin(targets, leap.from, Reach::Words(leap.words));
            }
        }
    }

    fn begin(&mut self, targets: &[u32], place: u32, reach: Reach) {
        for target in targets {
            self.step(NONE, *target, 1 << place, reach);
        }
    }

    /// Follows the edges of a state.
    fn follow(&mut self, automaton: &Automaton, at: u32) {
        let Active { state, places, .. } = self.active[at as usize];
        let edges = automaton.edges(state);
        let first = edges.start;
        let labels = &automaton.labels[edges];
        // Few of the symbols stand in the sentence: this passes over the others.
        let mut open = std::mem::take(&mut self.open);
        open.clear();
        self.reading.pick(labels, &mut open);
        for index in &open {
            let index = *index as usize;
            // The target is looked up when it is needed: it is hardly ever, and lies far away.
            let target = || automaton.targets[first + index];
            let label = labels[index];
            if let Some(most) = gap_bound(label) {
                self.step(at, target(), places, Reach::Gap(most));
                continue;
            }
            let places = places & self.reading.places(label);
            if places != 0 {
                let reach = if label == END { Reach::Here } else { Reach::Words(1) };
                self.step(at, target(), places, reach);
            }
            if label < FIRST_FREE {
                self.leap(at, label, target());
            }
        }
        self.open = open;
    }

    /// Follows an edge over facts of several words.
    fn leap(&mut self, at: u32, label: Symbol, target: u32) {
        for index in 0..self.ground.leaps.len() {
            let leap = self.ground.leaps[index];
            if label == ANY || label == fact_symbol(leap.kind) {
                let places = self.active[at as usize].places & 1 << leap.from;
                self.step(at, target, places, Reach::Words(leap.words));
            }
        }
    }

    /// Takes an edge at some places, if there are any.
    #[inline]
    fn step(&mut self, from: u32, target: u32, places: Places, reach: Reach) {
        if places == 0 {
            return;
        }
        let (state, marked) = (target >> 1, target & 1 == 1);
        let slot = &mut self.slots[state as usize];
        if *slot == 0 {
            self.active.push(Active { state, places: 0, step: NONE });
            *slot = self.active.len() as u32;
            self.queue.add(state);
        }
        let active = &mut self.active[*slot as usize - 1];
        active.places |= self.ground.forth(reach, places);
        let before = std::mem::replace(&mut active.step, self.steps.len() as u32);
        self.steps.push(Step { from, places, reach, marked, before });
    }
}
