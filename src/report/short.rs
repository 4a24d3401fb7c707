//! One line a finding, as gcc prints it: `path:line:column: level: message [lint]`. Vim's
//! `compiler gcc`, Emacs, Kakoune and VS Code's `$gcc` read it without set-up, for which the level
//! must be English and the name stand behind.

use std::io::{self, Write};

use super::{Report, place, plain};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The format `short`.
pub struct Short;

impl Report for Short {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let lines = source.lines();
        for diagnostic in found {
            let start = place::clamp(source.text(), diagnostic.span).start;
            let at = place::position(&lines, start);
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
