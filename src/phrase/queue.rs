//! States to look at, in order.

/// A set of states that gives the lowest first. Those that are added lie behind the last one given.
#[derive(Debug)]
pub struct Queue {
    bits: Vec<u64>,
    /// The words of `bits` that are not empty.
    summary: Vec<u64>,
    /// No word of the summary before this one has a bit.
    from: usize,
}

impl Queue {
    /// For that many states.
    pub fn new(states: usize) -> Self {
        let words = states / 64 + 1;
        Self { bits: vec![0; words], summary: vec![0; words / 64 + 1], from: 0 }
    }

    /// Begins anew with the lowest state.
    pub fn rewind(&mut self) {
        self.from = 0;
    }

    #[inline]
    pub fn add(&mut self, state: u32) {
        let word = state as usize / 64;
        self.bits[word] |= 1 << (state % 64);
        self.summary[word / 64] |= 1 << (word % 64);
    }

    #[inline]
    pub fn take(&mut self) -> Option<u32> {
        while *self.summary.get(self.from)? == 0 {
            self.from += 1;
        }
        let summary = &mut self.summary[self.from];
        let word = self.from * 64 + summary.trailing_zeros() as usize;
        let bits = &mut self.bits[word];
        let state = word as u32 * 64 + bits.trailing_zeros();
        *bits &= *bits - 1;
        if *bits == 0 {
            *summary &= *summary - 1;
        }
        Some(state)
    }
}
