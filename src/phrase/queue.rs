//! Rules to look at, in order.

/// A set of rules that gives the lowest first. Those that are added while it gives must come behind the
/// last one given, as an entry does behind those of the classes that it reads.
#[derive(Debug)]
pub struct Queue {
    bits: Vec<u64>,
    /// The words of `bits` that are not empty.
    summary: Vec<u64>,
    /// No word of the summary before this one has a bit.
    from: usize,
}

impl Queue {
    /// For that many rules.
    pub fn new(rules: usize) -> Self {
        let words = rules / 64 + 1;
        Self { bits: vec![0; words], summary: vec![0; words / 64 + 1], from: 0 }
    }

    /// Begins anew with the lowest rule.
    pub fn rewind(&mut self) {
        self.from = 0;
    }

    #[inline]
    pub fn add(&mut self, rule: u32) {
        let word = rule as usize / 64;
        self.bits[word] |= 1 << (rule % 64);
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
        let rule = word as u32 * 64 + bits.trailing_zeros();
        *bits &= *bits - 1;
        if *bits == 0 {
            *summary &= *summary - 1;
        }
        Some(rule)
    }
}
