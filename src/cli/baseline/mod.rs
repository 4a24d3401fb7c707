//! Accepted findings: the arguments that say which file holds them, and what becomes of it.

mod books;
mod ledger;
mod screen;
mod tell;

use std::path::{Path, PathBuf};

use clap::Args;

use super::jobs::Way;
use crate::config::absolute;

pub use books::Books;
pub use ledger::Ledger;
pub use screen::Screen;
pub use tell::Teller;

/// The file that `--write-baseline` writes when nothing names one.
const DEFAULT: &str = "appeal-lint-baseline.toml";

/// The arguments that say which findings are accepted.
#[derive(Args)]
#[command(next_help_heading = "Accepted findings")]
pub struct Acceptance {
    /// Do not report the findings in this file [default: what the configuration names]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Accept all findings: write them to this file, in the place of reporting them [default: the
    /// baseline that counts, or appeal-lint-baseline.toml]
    #[arg(
        long,
        value_name = "FILE",
        num_args = 0..=1,
        require_equals = true,
        conflicts_with_all = ["fix", "diff", "prune_baseline"]
    )]
    write_baseline: Option<Option<PathBuf>>,
    /// Take out of the baseline what is no longer found in the letters of this run
    #[arg(long, conflicts_with = "diff")]
    prune_baseline: bool,
}

impl Acceptance {
    /// Why the arguments make no sense with these paths, of which one may be standard input that has no
    /// name.
    pub fn objection(&self, paths: &[PathBuf], has_nameless: bool) -> Option<String> {
        self.write_baseline.as_ref()?;
        if has_nameless {
            let message = "a baseline needs the name of each letter: give standard input one with --stdin-filename";
            return Some(message.to_owned());
        }
        let gone =
            |path: &&PathBuf| path.as_os_str() != "-" && matches!(path.try_exists(), Ok(false));
        let gone = paths.iter().find(gone)?.to_string_lossy();
        Some(format!(
            "{gone}: no such file or directory, so no baseline is written; if it is the baseline's name, \
             write --write-baseline={gone}"
        ))
    }

    /// Whether all findings are to be accepted, and none reported.
    pub fn accepts_all(&self) -> bool {
        self.write_baseline.is_some()
    }

    /// The file of a way; none where nothing is accepted.
    fn file(&self, way: &Way) -> Option<PathBuf> {
        let asked = self.write_baseline.as_ref().and_then(Option::as_ref);
        let named = asked.or(self.baseline.as_ref()).map(|path| absolute(path));
        let configured = || way.baseline.as_ref().map(|named| absolute(&named.path));
        let default = || self.write_baseline.as_ref().map(|_| absolute(Path::new(DEFAULT)));
        named.or_else(configured).or_else(default)
    }
}
