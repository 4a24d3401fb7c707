//! What a letter is read with.

use super::cue::Cue;
use crate::phrase::Phrasebook;

/// The phrases to look for, and what the first of them tell of a letter.
#[derive(Clone, Copy, Debug)]
pub struct Language<'a> {
    /// All phrases: the cues first, then those of the lints.
    pub phrasebook: &'a Phrasebook,
    /// What each cue tells.
    pub cues: &'a [Cue],
}
