//! What headings and lead-ins say of the blocks below them.

use super::vote::Said;
use super::{Block, BlockKind, KnownBy, Letter};
use crate::lint::Part;
use crate::source::Span;

/// The most that a heading or lead-in weighs against what a sentence says.
const MOST: i16 = 4;

/// The weight of a heading for what no longer stands right below it.
const FADED: i16 = 1;

/// What is expected of a sentence before it is read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Prior {
    /// The part that the heading or lead-in announces.
    pub part: Part,
    /// How much it counts.
    pub weight: i16,
    /// Which of the two it is.
    pub known_by: KnownBy,
}

/// A heading or a lead-in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    /// The first block that belongs to it.
    pub block: u32,
    /// Its words.
    pub words: Span,
    /// Where its section begins.
    pub start: u32,
    /// The part that it announces, if it says one.
    pub part: Option<Part>,
    /// Which of the two it is.
    pub known_by: KnownBy,
}

/// What headings and lead-ins say.
#[derive(Debug, Default)]
pub(super) struct Priors {
    /// For each block.
    pub of_block: Vec<Option<Prior>>,
    /// In order.
    pub openings: Vec<Opening>,
}

/// Walks down a letter and remembers what stands above.
struct Walk<'w> {
    letter: &'w Letter<'w>,
    said: &'w [Said],
    /// From the last heading.
    heading: Option<Prior>,
    /// From a lead-in, as long as its list lasts.
    lead_in: Option<Prior>,
    /// Whether the last block was an item or a row.
    listed: bool,
    found: Priors,
}

/// Reads the headings and lead-ins.
pub(super) fn read(letter: &Letter<'_>, said: &[Said]) -> Priors {
    let mut walk = Walk {
        letter,
        said,
        heading: None,
        lead_in: None,
        listed: false,
        found: Priors::default(),
    };
    for (index, block) in letter.blocks.iter().enumerate() {
        walk.block(index, block);
    }
    walk.found
}

impl Walk<'_> {
    fn block(&mut self, index: usize, block: &Block) {
        let mut prior = None;
        match block.kind {
            BlockKind::Heading => self.heading(index, block),
            BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Row => {
                let listed = block.kind != BlockKind::Paragraph;
                if self.listed && !listed {
                    self.list_ends();
                }
                self.listed = listed;
                prior = self.lead_in.or(self.heading);
                self.announce(index, block);
            }
            BlockKind::SignOff | BlockKind::Signature => {
                (self.heading, self.lead_in) = (None, None)
            }
            _ => {}
        }
        self.found.of_block.push(prior);
    }

    /// Behind a list, a letter often goes on to its closing without a heading.
    fn list_ends(&mut self) {
        self.lead_in = None;
        self.heading = self.heading.map(faded);
    }

    fn heading(&mut self, index: usize, block: &Block) {
        let says = block
            .sentences
            .clone()
            .filter_map(|one| self.said[one as usize].heading)
            .max_by_key(|one| one.1);
        self.heading = match says {
            Some((Part::Other, _)) => None,
            Some((part, weight)) => {
                Some(Prior { part, weight: weight.min(MOST), known_by: KnownBy::Heading })
            }
            None => self.heading.map(faded),
        };
        self.lead_in = None;
        self.listed = false;
        let part = says.map(|one| one.0).filter(|part| *part != Part::Other);
        self.found.openings.push(Opening {
            block: index as u32,
            words: block.body,
            start: block.span.start,
            part,
            known_by: KnownBy::Heading,
        });
    }

    /// The last sentence of a block may announce what follows.
    fn announce(&mut self, index: usize, block: &Block) {
        let Some(last) = block.sentences.clone().next_back() else { return };
        let sentence = &self.letter.sentences[last as usize];
        let next = self.letter.blocks.get(index + 1).map(|next| next.kind);
        let before_list = matches!(next, Some(BlockKind::Item(_))) && next != Some(block.kind);
        let colon = self.letter.text[sentence.span.range()].ends_with([':', '：']);
        let Some((part, weight)) =
            self.said[last as usize].lead_in.filter(|_| colon || before_list)
        else {
            return;
        };
        match part {
            // `Our plan is as follows:` says nothing, unless it says that it is all of the plan.
            Part::Other if weight < 5 => return,
            Part::Other => (self.heading, self.lead_in) = (None, None),
            _ => {
                let weight = weight.min(MOST);
                self.lead_in = Some(Prior { part, weight, known_by: KnownBy::LeadIn });
            }
        }
        let alone = block.sentences.len() == 1 && block.kind == BlockKind::Paragraph;
        self.found.openings.push(Opening {
            block: index as u32 + u32::from(!alone),
            words: sentence.span,
            start: sentence.span.start,
            part: Some(part).filter(|part| *part != Part::Other),
            known_by: KnownBy::LeadIn,
        });
    }
}

/// What is left of a heading's word further down.
fn faded(prior: Prior) -> Prior {
    Prior { weight: prior.weight.min(FADED), ..prior }
}
