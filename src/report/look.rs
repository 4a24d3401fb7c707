//! How a report looks.

use crate::lint::Lang;
use crate::source::Unit;

/// How a report looks; most of it is for people, and each format asks for what it can heed.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language of the words around the messages.
    pub lang: Lang,
    /// Cells in a line of the terminal; see [`terminal_width`].
    pub width: usize,
    /// Whether to colour. Who writes to something that may not understand it strips the colours.
    pub styled: bool,
    /// Whether the report closes with a line that counts the findings.
    pub closing: bool,
    /// What columns count, where the format leaves that open.
    pub unit: Unit,
}

/// The width where nothing is known: wide enough for a sentence, narrow enough for a window.
const UNKNOWN_WIDTH: usize = 100;

/// The cells in a line: what `COLUMNS` says, else what the terminal says, else 100.
#[must_use]
pub fn terminal_width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let asked = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.filter(|width| *width > 0).or_else(asked).unwrap_or(UNKNOWN_WIDTH)
}
