//! One line a finding, as gcc prints it: `path:line:column: level: message [lint]`. Vim's
//! `compiler gcc`, Emacs, Kakoune and VS Code's `$gcc` read it without set-up, for which the level
//! must be English and the name stand behind.

use std::io::{self, Write};

use super::place::Places;
use super::{Report, plain};
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Unit};

/// The format `short`, with columns in a unit.
pub struct Short(pub Unit);

impl Report for Short {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let places = Places::new(source, self.0);
        for diagnostic in found {
            let at = places.extent(diagnostic.span).start;
            writeln!(
                out,
                "{}:{}:{}: {}: {} [{}]",
                plain::line(source.name()),
                at.line,
                at.column,
                diagnostic.level,
                plain::line(&diagnostic.message),
                diagnostic.lint.name
            )?;
        }
        Ok(())
    }
}
