//! Which findings of a letter are reported.

use appeal_lint::baseline::Accepted;
use appeal_lint::{Diagnostic, Source};

/// Which findings of a letter are reported.
#[derive(Clone, Copy)]
pub enum Screen<'b> {
    /// All.
    Open,
    /// All but these.
    Known(&'b Accepted),
    /// None: all are accepted now.
    All,
}

impl Screen<'_> {
    /// The findings to report, and those that are accepted.
    pub fn sort_out<'l>(
        self,
        source: &Source,
        found: Vec<Diagnostic<'l>>,
    ) -> (Vec<Diagnostic<'l>>, Accepted) {
        match self {
            Self::Open => (found, Accepted::default()),
            Self::Known(accepted) => accepted.sort_out(source, found),
            Self::All => (Vec::new(), Accepted::all(source, &found)),
        }
    }
}
