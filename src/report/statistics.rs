//! How often each lint found something, in the place of the findings: where to begin in a folder of
//! old letters.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::io::{self, Write};

use super::{Look, Report, plain};
use crate::diagnostic::Diagnostic;
use crate::lint::{Lang, Level};
use crate::source::Source;

/// Counts by lint.
pub struct Statistics {
    lang: Lang,
    counts: HashMap<String, Count>,
}

struct Count {
    findings: usize,
    /// The most serious, if the letters' configurations differ.
    level: Level,
    summary: String,
}

impl Statistics {
    /// A report that looks like `look`.
    pub fn new(look: Look) -> Self {
        Self { lang: look.lang, counts: HashMap::new() }
    }
}

impl Report for Statistics {
    fn letter(
        &mut self,
        _: &Source,
        found: &[Diagnostic<'_>],
        _: &mut dyn Write,
    ) -> io::Result<()> {
        for Diagnostic { lint, level, .. } in found {
            let count = self.counts.entry(lint.name.to_string()).or_insert_with(|| Count {
                findings: 0,
                level: *level,
                summary: plain::line(&lint.text(self.lang).summary),
            });
            count.findings += 1;
            count.level = count.level.max(*level);
        }
        Ok(())
    }

    /// The most frequent first.
    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut counts: Vec<_> = self.counts.iter().collect();
        counts.sort_by_key(|(name, count)| (Reverse(count.findings), *name));
        let digits = counts.first().map_or(0, |(_, count)| count.findings.to_string().len());
        let width = counts.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, Count { findings, level, summary }) in counts {
            writeln!(out, "{findings:digits$}  {level:7}  {name:width$}  {summary}")?;
        }
        Ok(())
    }
}
