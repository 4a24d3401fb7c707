//! A JSON array that is written as its items come, one on each line.

use std::io::{self, Write};

use serde::Serialize;

/// An array in the making.
pub struct List {
    /// What stands before the first item; gone once it is written.
    open: Option<String>,
}

impl List {
    /// An array behind `open`, which ends with its bracket.
    pub fn new(open: impl Into<String>) -> Self {
        Self { open: Some(open.into()) }
    }

    /// Writes an item.
    pub fn push(&mut self, item: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        let before = self.open.take();
        writeln!(out, "{}", before.as_deref().unwrap_or(","))?;
        serde_json::to_writer(out, item)?;
        Ok(())
    }

    /// Ends the array, which may be empty.
    pub fn close(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{}\n]", self.open.take().unwrap_or_default())
    }
}
