//! What a check says before it is put into words.

use crate::diagnostic::Edit;
use crate::lint::Applicability;
use crate::source::Span;

/// What the checks have found so far.
pub type Findings = Vec<Finding>;

/// One place that a check reports. The lint's file holds the words: the check says where, which
/// wording, and what it counted.
#[derive(Clone, Debug)]
pub struct Finding {
    pub(super) span: Span,
    pub(super) variant: Option<String>,
    pub(super) arguments: Vec<(&'static str, String)>,
    pub(super) lists: Vec<(&'static str, Vec<String>)>,
    pub(super) related: Vec<(Span, &'static str)>,
    pub(super) edits: Vec<Edit>,
    pub(super) applicability: Applicability,
}

impl Finding {
    /// A finding at `span`, in the lint's own words.
    #[must_use]
    pub fn at(span: Span) -> Self {
        Self {
            span,
            variant: None,
            arguments: Vec::new(),
            lists: Vec::new(),
            related: Vec::new(),
            edits: Vec::new(),
            applicability: Applicability::MaybeIncorrect,
        }
    }

    /// In the words of that `[variant.<name>]` of the lint's file.
    #[must_use]
    pub fn variant(mut self, name: impl Into<String>) -> Self {
        self.variant = Some(name.into());
        self
    }

    /// What stands for `{name}` in the message and the help.
    #[must_use]
    pub fn argument(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }

    /// What stands for `{name}` in the message and the help: the messages of these variants, as a list.
    #[must_use]
    pub fn list(mut self, name: &'static str, variants: Vec<String>) -> Self {
        self.lists.push((name, variants));
        self
    }

    /// Another place, in the words of that variant's message.
    #[must_use]
    pub fn related(mut self, span: Span, variant: &'static str) -> Self {
        self.related.push((span, variant));
        self
    }

    /// Replaces `span` by `text`; several edits mend a place each.
    #[must_use]
    pub fn replace(mut self, span: Span, text: impl Into<String>, by: Applicability) -> Self {
        self.edits.push(Edit { span, text: text.into() });
        self.applicability = by;
        self
    }
}
