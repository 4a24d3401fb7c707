//! Runs the lints over a letter.
//!
//! [`judge`] is the machinery: it decides which hits of phrases count, calls the structural checks,
//! and words what they find. The other modules are structural checks, one lint each; the lint's
//! file names its module with `check = "…"`.

pub mod judge;

mod cure_in_root_cause;
mod empty_section;
mod known_template;
mod letter_length;
mod long_sentence;
mod missing_acknowledgement;
mod missing_contact;
mod missing_salutation;
mod missing_sign_off;
mod mixed_numbering;
mod promise_instead_of_action;
mod repeated_promise;
mod sections_out_of_order;
mod unowned_measure;
mod vague_action;
mod wall_of_text;

pub use judge::{Check, Context, Finding, Findings};

use crate::diagnostic::Diagnostic;
use crate::settings::Settings;
use crate::source::Source;

/// Judges one letter. Pure: nothing is read, written or remembered.
///
/// What it finds is in the order of the text.
#[must_use]
pub fn lint<'l>(source: &Source, settings: &'l Settings) -> Vec<Diagnostic<'l>> {
    judge::judge(source.text(), settings)
}
