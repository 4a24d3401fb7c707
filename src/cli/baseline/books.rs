//! The files of accepted findings: which one counts for a letter, and what it says.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use appeal_lint::baseline::Baseline;
use appeal_lint::lint::Problem;

use super::{Acceptance, Screen};
use crate::cli::halt::Halt;
use crate::cli::jobs::Way;
use crate::cli::walk::Found;
use crate::config::{absolute, relative, shown, unread};

/// A file of accepted findings.
pub(super) struct Book {
    pub path: PathBuf,
    pub baseline: Baseline,
    /// What the file held when it was read; nothing where it was not there.
    pub old: Option<Vec<u8>>,
    /// Whether a configuration of the run names it.
    pub configured: bool,
}

/// Why a baseline is not there to use.
enum Unopened {
    /// The file is not there, or cannot be read.
    File(String),
    /// It was read, and is wrong at a place.
    Text(Problem),
}

/// The baselines of a run.
pub struct Books {
    pub(super) books: Vec<Book>,
    /// For each way in which letters are judged, its book.
    of_way: Vec<Option<usize>>,
    /// Whether all findings are to be accepted.
    pub(super) accept_all: bool,
}

/// What a book says of a letter: the book, and the letter's path in it.
pub type Page = (usize, String);

impl Books {
    /// Reads the baselines that count for some way.
    ///
    /// # Errors
    /// All files that are damaged, foreign, or not there; or that there is none to prune.
    pub fn open(asked: &Acceptance, ways: &[Way]) -> Result<Self, Halt> {
        let accept_all = asked.accepts_all();
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
                let (baseline, old) = self.load(&path).map_err(|why| match (why, named) {
                    (Unopened::Text(problem), _) => problem,
                    // The configuration has the place to look at.
                    (Unopened::File(why), Some(named)) => {
                        named.problem(format!("{}: {why}", shown(&path)))
                    }
                    (Unopened::File(why), None) => Problem::whole(&shown(&path), why),
                })?;
                self.books.push(Book { path, baseline, old, configured: false });
                self.books.len() - 1
            }
        };
        self.books[index].configured |= named.is_some();
        Ok(index)
    }

    /// The baseline, and the bytes of its file.
    fn load(&self, path: &Path) -> Result<(Baseline, Option<Vec<u8>>), Unopened> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let none = (Baseline::default(), None);
                let message = "no such file; --write-baseline writes it";
                let allowed = self.accept_all.then_some(none);
                return allowed.ok_or_else(|| Unopened::File(message.to_owned()));
            }
            Err(error) => return Err(Unopened::File(unread(&error))),
        };
        let not_text = |_| Unopened::File(unread(&ErrorKind::InvalidData.into()));
        let text = str::from_utf8(&bytes).map_err(not_text)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let baseline = Baseline::read(&shown(path), text).map_err(Unopened::Text)?;
        Ok((baseline, Some(bytes)))
    }

    /// The files, as absolute paths.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.books.iter().map(|book| book.path.as_path())
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
