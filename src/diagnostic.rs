//! What the linter says about a place in a letter.

use crate::lint::{Applicability, Level, Lint};
use crate::source::Span;

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic<'l> {
    /// The lint that found it.
    pub lint: &'l Lint,
    /// How serious it is: the lint's own level, or what the settings say.
    pub level: Level,
    /// What is wrong with this text; lower case, no full stop.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The place. What is missing stands where it would be inserted.
    pub span: Span,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// A replacement, when there is one.
    pub fix: Option<Fix>,
}

/// Another place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place, in the same letter.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// Edits that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in order, without overlap; each mends a place of its own, and may be made alone.
    pub edits: Vec<Edit>,
    /// Who may apply it.
    pub applicability: Applicability,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes.
    pub span: Span,
    /// What comes.
    pub text: String,
}
