//! Prints findings. One file a format; [`FORMATS`] lists them, and nothing else knows them.

pub mod diff;
mod escape;
mod full;
mod github;
mod gitlab;
mod identity;
mod json;
mod junit;
mod list;
mod look;
mod offer;
mod place;
mod plain;
mod problem;
mod rdjsonl;
mod said;
mod sarif;
mod short;
mod statistics;
mod wrap;

use std::io::{self, Write};

use crate::diagnostic::Diagnostic;
use crate::source::Source;

pub use look::{Look, terminal_width};
pub use offer::edits as offered_edits;
pub use problem::problem;
pub use said::said;
pub use statistics::Statistics;
pub use wrap::reflow;

/// Prints the findings of a run, letter by letter.
pub trait Report {
    /// Reports what was found in one letter; a letter without findings is reported too.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()>;

    /// Reports a letter that could not be read, and why, in the words of the user's language. People are
    /// told on standard error.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn unread(&mut self, _name: &str, _why: &str, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Ends the report, when there are no more letters.
    ///
    /// # Errors
    /// When `out` cannot be written.
    fn finish(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// An output format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name on the command line and in the configuration.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    report: fn(Look) -> Box<dyn Report>,
}

/// All formats, the default first.
pub const FORMATS: &[Format] = &[
    Format {
        name: "full",
        about: "for people: the place, why, and what to write instead",
        report: |look| Box::new(full::Full::new(look)),
    },
    Format {
        name: "short",
        about: "one line a finding, as gcc prints it, for editors",
        report: |look| Box::new(short::Short(look.unit)),
    },
    Format {
        name: "json",
        about: "one JSON object for the whole run",
        report: |look| Box::new(json::Json::new(look.unit)),
    },
    Format {
        name: "jsonl",
        about: "one JSON object a finding, each on its line",
        report: |look| Box::new(json::JsonLines(look.unit)),
    },
    Format {
        name: "github",
        about: "annotations of GitHub Actions",
        report: |_| Box::new(github::Github),
    },
    Format {
        name: "gitlab",
        about: "a code quality report for GitLab",
        report: |_| Box::new(gitlab::Gitlab::default()),
    },
    Format {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning and viewers",
        report: |look| Box::new(sarif::Sarif::new(look.lang)),
    },
    Format {
        name: "junit",
        about: "JUnit XML, a test suite a letter",
        report: |_| Box::new(junit::Junit::default()),
    },
    Format {
        name: "rdjsonl",
        about: "for reviewdog, with suggestions",
        report: |_| Box::new(rdjsonl::Rdjsonl),
    },
];

impl Format {
    /// The format of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        FORMATS.iter().copied().find(|format| format.name == name)
    }

    /// Begins a report.
    #[must_use]
    pub fn report(self, look: Look) -> Box<dyn Report> {
        (self.report)(look)
    }
}
