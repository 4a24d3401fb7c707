//! Whom the phrases of the phrasebook serve.

use super::model::List;

/// Whom a phrase of the phrasebook serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A phrase of a lint: indexes of the lint and of its phrase.
    Phrase(u16, u16),
    /// Makes that phrase of that lint harmless in the same sentence.
    Unless(u16, u16),
    /// Makes that phrase of that lint harmless near it, in the same block.
    UnlessNearby(u16, u16),
    /// Must stand in the same sentence for that phrase of that lint to count.
    When(u16, u16),
}

/// How many sentences before and behind a phrase an `unless-nearby` counts, in the same block: a letter may
/// be one long paragraph.
pub const NEARBY: u32 = 3;

impl Owner {
    /// The lint and the phrase that it serves.
    #[must_use]
    pub const fn phrase(self) -> (u16, u16) {
        match self {
            Self::Phrase(lint, phrase)
            | Self::Unless(lint, phrase)
            | Self::UnlessNearby(lint, phrase)
            | Self::When(lint, phrase) => (lint, phrase),
        }
    }
}

/// The owners of all phrases: a phrase that several lints have is there once.
#[derive(Clone, Debug)]
pub struct Owners {
    /// Where in `all` those of each phrase begin, and the end.
    pub starts: List<u32>,
    /// The owners, phrase by phrase.
    pub all: List<Owner>,
}

impl Owners {
    /// Whom a phrase serves, by its number among those of lints; nobody if there is none of that
    /// number.
    #[must_use]
    pub fn of(&self, phrase: usize) -> &[Owner] {
        match self.starts.get(phrase..phrase + 2) {
            Some([start, end]) => &self.all[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

impl From<Vec<Vec<Owner>>> for Owners {
    fn from(owners: Vec<Vec<Owner>>) -> Self {
        let mut starts = vec![0];
        let mut all = Vec::new();
        for mut more in owners {
            all.append(&mut more);
            starts.push(all.len() as u32);
        }
        Self { starts: starts.into(), all: all.into() }
    }
}
