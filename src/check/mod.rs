//! Runs the lints over a letter.
//!
//! [`judge`] is the machinery: it decides which hits of phrases count, calls the structural checks,
//! and words what they find. The other modules are structural checks, one lint each; the lint's
//! file names its module with `check = "…"`.

pub mod a_or_an;
pub mod around;
pub mod capital_letter;
pub mod clause;
pub mod comments;
pub mod full_width_punctuation;
pub mod judge;
pub mod leftover_chinese;
pub mod missing_space;
pub mod misspelling;
pub mod run_on;
pub mod together;
pub mod trial;

mod another_case;
mod cure_in_root_cause;
mod dates;
mod empty_section;
mod known_template;
mod leftover_comment;
mod leftover_foreign;
mod letter_length;
mod long_sentence;
mod malformed_asin;
mod malformed_order_id;
mod markdown;
mod missing;
mod missing_acknowledgement;
mod missing_contact;
mod missing_corrective_actions;
mod missing_facts;
mod missing_identifiers;
mod missing_prevention;
mod missing_request;
mod missing_root_cause;
mod missing_salutation;
mod missing_sign_off;
mod mixed_numbering;
mod own_words;
mod promise_instead_of_action;
mod question_in_appeal;
mod repeated_promise;
mod reused_text;
mod sections_out_of_order;
mod shouting;
mod too_many_apologies;
mod unowned_measure;
mod unused_directive;
mod vague_action;
mod verbatim;
mod wall_of_text;
mod wrong_directive;
mod wrong_threshold;

pub use comments::shown;
pub use judge::{Check, Context, Finding, Findings};

use std::iter;

use crate::diagnostic::Diagnostic;
use crate::lint::{Catalogue, shipped};
use crate::settings::Settings;
use crate::source::Source;

/// Judges one letter. Pure: nothing is read, written or remembered.
///
/// What it finds is in the order of the text.
#[must_use]
pub fn lint<'l>(source: &Source, settings: &'l Settings) -> Vec<Diagnostic<'l>> {
    let team = settings.team.as_deref();
    judge::judge(source, settings, iter::once(&shipped::CATALOGUE).chain(team))
}

/// Judges one letter as [`lint`] does, but with the lints of one catalogue only.
#[must_use]
pub fn lint_by<'l>(
    catalogue: &'l Catalogue,
    source: &Source,
    settings: &'l Settings,
) -> Vec<Diagnostic<'l>> {
    judge::judge(source, settings, iter::once(catalogue))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many bytes, which would take minutes if all of a block or a word were read for each place in it.
    const SIZE: usize = 150_000;

    #[test]
    fn letters_of_one_piece_take_no_longer_than_others() {
        let pieces = [
            "recieved-",
            "alot-",
            "a-",
            "A apple ",
            "“ ",
            "\"a ",
            "word\"",
            "word(word word ",
            "a1",
            "word,word.",
            "3：1",
            "<!-- a",
        ];
        for piece in pieces {
            let text = "(".repeat(SIZE / 4) + &piece.repeat(SIZE / piece.len());
            assert!(!lint(&Source::new("a.md", text), &Settings::default()).is_empty(), "{piece}");
        }
    }
}
