//! Runs the lints over a letter.

use crate::diagnostic::Diagnostic;
use crate::settings::Settings;
use crate::source::Source;

/// Judges one letter. Pure: nothing is read, written or remembered.
#[must_use]
pub fn lint<'l>(_source: &Source, _settings: &'l Settings) -> Vec<Diagnostic<'l>> {
    Vec::new()
}
