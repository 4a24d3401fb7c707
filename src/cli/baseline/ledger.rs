//! What a run has seen of the accepted findings, and what follows for the files that hold them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use appeal_lint::Settings;
use appeal_lint::baseline::{Accepted, Baseline, Entry, Key};
use appeal_lint::fingerprint::Run;
use appeal_lint::lint::Level;

use super::Acceptance;
use super::books::{Book, Books, Page};
use super::tell::Teller;
use crate::cli::halt::Halt;
use crate::cli::mend::Judged;
use crate::cli::{compare, write};
use crate::config::{absolute, shown};

/// What a run has seen of the accepted findings.
#[derive(Default)]
pub struct Ledger {
    /// The folders of the run, absolute.
    folders: Vec<PathBuf>,
    /// Whether all letters of the run were compared with each other.
    compared: bool,
    /// The pages as they should be.
    renewed: BTreeMap<Page, Accepted>,
    /// The entries of each page that are of no lint of the run, as lines.
    foreign: BTreeMap<Page, Vec<String>>,
    /// The number of findings that were not reported.
    held: usize,
}

impl Ledger {
    /// For a run on these paths; `compared` says whether all its letters were compared with each other.
    pub fn new(paths: &[PathBuf], compared: bool) -> Self {
        let folders = paths.iter().filter(|path| path.is_dir()).map(|path| absolute(path));
        Self { folders: folders.collect(), compared, ..Self::default() }
    }

    /// Notes the accepted findings that a letter has, judged under these settings.
    pub fn add(&mut self, books: &Books, page: Page, settings: &Settings, judged: &Judged<'_>) {
        let held = &judged.held;
        self.held += held.total();
        let book = &books.books[page.0];
        let has_met = |run: &Run| run.knows(judged.source.name()) && self.meets_all(book, &page.1);
        let met = settings.run.as_deref().is_some_and(has_met);
        let old = book.baseline.letters.get(&page.1);
        let judges = |lint: &str| judges(settings, lint) && (met || lint != compare::LINT);
        let renewed = old.unwrap_or(&Accepted::default()).renewed(held, judges);
        let is_foreign = |lint: &str| settings.names().lint(lint).is_none();
        let foreign = renewed.entries.iter().filter(|(key, _)| is_foreign(&key.lint));
        let foreign = foreign.map(|(key, entry)| line(&page.1, key, entry)).collect();
        self.foreign.insert(page.clone(), foreign);
        self.renewed.insert(page, renewed);
    }

    /// Tells what is stale, or writes the files anew.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn finish(mut self, books: Books, asked: &Acceptance, teller: Teller) -> Result<(), Halt> {
        self.miss(&books);
        let writes = asked.prune_baseline || books.accept_all;
        if !books.accept_all {
            teller.held(self.held);
        }
        for (index, book) in books.books.iter().enumerate() {
            let renewed: Vec<_> = of_book(&self.renewed, index).collect();
            let stale: Vec<_> = renewed.iter().flat_map(|page| book.stale(page)).collect();
            if writes {
                book.rewrite(&renewed)?;
            }
            if books.accept_all {
                let written = renewed.iter().map(|(_, accepted)| accepted.total()).sum();
                let gone: Vec<_> = renewed.iter().flat_map(|page| book.gone(page)).collect();
                teller.written(&book.path, written, &gone, book.configured);
            } else if asked.prune_baseline {
                teller.pruned(&book.path, stale.len());
            } else {
                teller.stale(&book.path, &stale);
            }
            if writes {
                let foreign = of_book(&self.foreign, index).flat_map(|(_, lines)| lines);
                teller.foreign(&book.path, &foreign.cloned().collect::<Vec<_>>());
            }
        }
        Ok(())
    }

    /// Notes the letters that are gone from a folder of the run: nothing is found in them. One that
    /// was judged is not gone, even if no file has the name that its page shows.
    fn miss(&mut self, books: &Books) {
        for (index, book) in books.books.iter().enumerate() {
            let folder = book.path.parent().unwrap_or(Path::new(""));
            for file in book.baseline.letters.keys() {
                let path = absolute(&folder.join(file));
                let is_gone = || matches!(path.try_exists(), Ok(false));
                if self.folders.iter().any(|folder| path.starts_with(folder)) && is_gone() {
                    self.renewed.entry((index, file.clone())).or_default();
                }
            }
        }
    }

    /// Whether the letter of a page was compared with all letters that the book may speak of: those
    /// below its folder. What a letter has in common with another is not gone where that one is not in
    /// the run.
    fn meets_all(&self, book: &Book, file: &str) -> bool {
        let is_whole = |folder: &Path| self.folders.iter().any(|one| folder.starts_with(one));
        self.compared && !file.starts_with("../") && book.path.parent().is_some_and(is_whole)
    }
}

impl Book {
    /// The entries of a page that are not true any more, as lines.
    fn stale(&self, (file, renewed): &(&String, &Accepted)) -> Vec<String> {
        let old = self.baseline.letters.get(*file);
        let stale = old.into_iter().flat_map(|old| old.beyond(renewed));
        stale.map(|(key, entry)| line(file, key, entry)).collect()
    }

    /// The entries of a page that are in no way true any more.
    fn gone(&self, (file, renewed): &(&String, &Accepted)) -> Vec<&Entry> {
        let old = self.baseline.letters.get(*file).into_iter().flat_map(|old| &old.entries);
        let gone = old.filter(|(key, _)| !renewed.entries.contains_key(*key));
        gone.map(|(_, entry)| entry).collect()
    }

    /// Writes the file with these pages, if they differ from what it held and still holds.
    fn rewrite(&self, renewed: &[(&String, &Accepted)]) -> Result<(), Halt> {
        let mut letters = self.baseline.letters.clone();
        for (file, accepted) in renewed {
            letters.insert((*file).clone(), (*accepted).clone());
        }
        letters.retain(|_, accepted| !accepted.entries.is_empty());
        let baseline = Baseline { letters };
        if baseline == self.baseline && self.old.is_some() {
            return Ok(());
        }
        let wrong = |error: &dyn std::fmt::Display| {
            let path = shown(&self.path);
            Halt::Argument(format!("{path}: cannot write the baseline: {error}"))
        };
        let text = baseline.write().map_err(|error| wrong(&error))?;
        write::put_over(&self.path, self.old.as_deref(), text.as_bytes())
            .map_err(|error| wrong(&error))
    }
}

/// What is known of the pages of a book, with their letters.
fn of_book<T>(pages: &BTreeMap<Page, T>, book: usize) -> impl Iterator<Item = (&String, &T)> {
    let pages = pages.range((book, String::new())..).take_while(move |((of, _), _)| *of == book);
    pages.map(|((_, file), of_page)| (file, of_page))
}

/// An entry as a line.
fn line(file: &str, key: &Key, entry: &Entry) -> String {
    match entry.text.as_str() {
        "" => format!("{file}: {}", key.lint),
        text => format!("{file}: {}: {text}", key.lint),
    }
}

/// Whether a lint that has nothing to say would have said something. One that the run does not know may
/// be a team's, whose folder this run does not name.
fn judges(settings: &Settings, name: &str) -> bool {
    settings.names().lint(name).is_some_and(|lint| settings.level(lint) > Level::Allow)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_another_run_has_written_is_not_lost() {
        let dir = tempfile::TempDir::new().expect("a folder");
        let path = dir.path().join("baseline.toml");
        let mut accepted = Accepted::default();
        let key = Key { lint: "tone".to_owned(), sentence: None };
        accepted.entries.insert(key, Entry { count: 1, ..Entry::default() });
        let pages = [(&"a.txt".to_owned(), &accepted)];
        let book = |old: Option<&str>| Book {
            path: path.clone(),
            baseline: Baseline::default(),
            old: old.map(|old| old.as_bytes().to_vec()),
            configured: false,
        };
        for (read, now) in [(None, "version = 1\n"), (Some("version = 1\n"), "version = 1\n\n")] {
            fs::write(&path, now).expect("a file");
            assert!(book(read).rewrite(&pages).is_err());
            assert_eq!(fs::read_to_string(&path).expect("a file"), now);
            assert!(book(Some(now)).rewrite(&pages).is_ok());
        }
        fs::remove_file(&path).expect("a file");
        assert!(book(None).rewrite(&pages).is_ok() && path.exists());
    }
}
