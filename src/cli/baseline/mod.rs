//! Accepted findings: which file holds them for a letter, and what becomes of it.

mod ledger;
mod tell;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use appeal_lint::baseline::{Accepted, Baseline};
use appeal_lint::lint::Problem;
use appeal_lint::{Diagnostic, Source};

use super::halt::Halt;
use super::jobs::Way;
use super::walk::Found;
use crate::config::{absolute, read, relative, shown, unread};

pub use ledger::Ledger;
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
    /// Why the arguments make no sense with a letter on standard input that has no name.
    pub fn objection(&self, has_nameless: bool) -> Option<&'static str> {
        (self.write_baseline.is_some() && has_nameless).then_some(
            "a baseline needs the name of each letter: give standard input one with --stdin-filename",
        )
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

/// A file of accepted findings.
struct Book {
    path: PathBuf,
    baseline: Baseline,
    /// Whether a configuration of the run names it.
    configured: bool,
}

/// The baselines of a run.
pub struct Books {
    books: Vec<Book>,
    /// For each way in which letters are judged, its book.
    of_way: Vec<Option<usize>>,
    /// Whether all findings are to be accepted.
    accept_all: bool,
}

/// What a book says of a letter: the book, and the letter's path in it.
pub type Page = (usize, String);

impl Books {
    /// Reads the baselines that count for some way.
    ///
    /// # Errors
    /// All files that are damaged, foreign, or not there; or that there is none to prune.
    pub fn open(asked: &Acceptance, ways: &[Way]) -> Result<Self, Halt> {
        let accept_all = asked.write_baseline.is_some();
        let mut open = Self { books: Vec::new(), of_way: Vec::new(), accept_all };
        let mut problems = Vec::new();
        for way in ways {
            let book = match asked.file(way) {
                None => None,
                Some(path) => open.book(path, way).map_err(|problem| problems.push(problem)).ok(),
            };
            open.of_way.push(book);
        }
        if !problems.is_empty() {
            problems.dedup();
            return Err(problems.into());
        }
        if asked.prune_baseline && open.books.is_empty() {
            let message =
                "there is no baseline to prune: name one with --baseline, or in the configuration";
            return Err(Halt::Argument(message.to_owned()));
        }
        Ok(open)
    }

    /// The number of the book at `path`.
    fn book(&mut self, path: PathBuf, way: &Way) -> Result<usize, Problem> {
        let named = way.baseline.as_ref().filter(|named| absolute(&named.path) == path);
        let known = self.books.iter().position(|book| book.path == path);
        let index = match known {
            Some(known) => known,
            None => {
                let baseline = self.load(&path).map_err(|problem| match named {
                    // Where the file is not there, the configuration has the place to look at.
                    Some(named) if problem.excerpt.is_empty() => {
                        named.problem(format!("{}: {}", problem.file, problem.message))
                    }
                    _ => problem,
                })?;
                self.books.push(Book { path, baseline, configured: false });
                self.books.len() - 1
            }
        };
        self.books[index].configured |= named.is_some();
        Ok(index)
    }

    fn load(&self, path: &Path) -> Result<Baseline, Problem> {
        let name = shown(path);
        match read(path) {
            Ok(text) => Baseline::read(&name, &text),
            Err(error) if error.kind() == ErrorKind::NotFound && self.accept_all => {
                Ok(Baseline::default())
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {
                Err(Problem::whole(&name, "no such file; --write-baseline writes it"))
            }
            Err(error) => Err(Problem::whole(&name, unread(&error))),
        }
    }

    /// The page of a letter that is judged in a way.
    pub fn page(&self, way: usize, letter: &Found) -> Option<Page> {
        let index = (*self.of_way.get(way)?)?;
        let path = absolute(letter.as_ref().ok()?.path());
        let folder = self.books[index].path.parent()?;
        Some((index, relative(&path, folder)))
    }

    /// What is done with the findings of the letter of a page.
    pub fn screen(&self, page: Option<&Page>) -> Screen<'_> {
        let accepted = |(book, file): &Page| self.books[*book].baseline.letters.get(file);
        match page {
            Some(_) if self.accept_all => Screen::All,
            page => page.and_then(accepted).map_or(Screen::Open, Screen::Known),
        }
    }
}

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
