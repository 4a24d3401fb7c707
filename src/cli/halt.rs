//! Why a command stops before its work is done.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use appeal_lint::lint::Problem;
use appeal_lint::report::{problem, terminal_width};

use super::output;

/// Why a command stops.
#[derive(Debug)]
pub enum Halt {
    /// The report cannot be written.
    Report(io::Error),
    /// Files that the user wrote for the program are wrong.
    Files(Vec<Problem>),
    /// An argument is wrong.
    Argument(String),
}

impl From<io::Error> for Halt {
    fn from(error: io::Error) -> Self {
        Self::Report(error)
    }
}

impl From<Vec<Problem>> for Halt {
    fn from(problems: Vec<Problem>) -> Self {
        Self::Files(problems)
    }
}

impl Halt {
    /// Says why on standard error.
    pub fn tell(&self) {
        match self {
            Self::Report(error) => {
                output::complain(format_args!("cannot write the report: {error}"));
            }
            Self::Argument(message) => output::complain(format_args!("{message}")),
            Self::Files(problems) => show(problems),
        }
    }
}

/// Shows the places in files on standard error.
pub fn show(problems: &[Problem]) {
    let styled = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    let mut to = AutoStream::auto(io::stderr());
    for one in problems {
        // Nobody is left to tell when this fails.
        let _ = writeln!(to, "{}\n", problem(one, terminal_width(), styled));
    }
}
