//! Paths to letters: files as they are, directories walked.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use appeal_lint::lint::Problem;

use super::failure::{Failure, Reason};
use super::ignored::Ignored;
use super::read::{Input, shown};
use crate::config::{Configs, absolute};

/// What the names of letters end with. The hooks of pre-commit take the same.
const EXTENSIONS: [&str; 5] = ["txt", "text", "md", "markdown", "docx"];

/// A letter, or why there is none.
pub type Found = Result<Input, Failure>;

/// What a run came upon.
pub struct Walked {
    /// The letters to judge.
    pub letters: Vec<Found>,
    /// The number of letters and folders that a configuration left out.
    pub excluded: usize,
}

/// The letters at `paths`, in their order; what is in a directory in the order of names. A letter
/// that is met twice is listed once. What a configuration excludes is left out; a letter named
/// itself only if `force` says so.
///
/// # Errors
/// What is wrong with a configuration.
pub fn letters(
    paths: &[PathBuf],
    stdin_name: &str,
    force: bool,
    configs: &mut Configs,
) -> Result<Walked, Vec<Problem>> {
    let (mut found, mut excluded) = (Vec::new(), 0);
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Input::Stdin(stdin_name.to_owned())));
        } else if path.is_dir() {
            let walked = Walk::new(path, configs).directory()?;
            found.extend(walked.letters);
            excluded += walked.excluded;
        } else {
            found.push(Ok(Input::File(path.clone())));
        }
    }
    if force {
        let all = found.len();
        found = kept(found, configs)?;
        excluded += all - found.len();
    }
    // One file, the usual case, needs no look at the disk for this.
    if found.len() > 1 {
        let mut seen = HashSet::new();
        found.retain(|one| one.as_ref().map_or(true, |input| seen.insert(identity(input))));
    }
    Ok(Walked { letters: found, excluded })
}

/// The letters that no configuration excludes, by their own name or by a folder they lie in.
fn kept(found: Vec<Found>, configs: &mut Configs) -> Result<Vec<Found>, Vec<Problem>> {
    let (mut kept, here) = (Vec::new(), absolute(Path::new("")));
    for one in found {
        let path = one.as_ref().ok().map(|input| absolute(input.path()));
        match path {
            Some(path) if configs.exclude(&path, Some(&here))? => {}
            _ => kept.push(one),
        }
    }
    Ok(kept)
}

/// What two names of the same letter have in common; none for standard input.
fn identity(input: &Input) -> Option<PathBuf> {
    match input {
        Input::Stdin(_) => None,
        Input::File(path) => Some(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
    }
}

/// The walk of a directory.
struct Walk<'w> {
    dir: &'w Path,
    /// The directory as configurations see it.
    base: PathBuf,
    ignored: Ignored,
    configs: &'w mut Configs,
    /// The number of letters and folders that a configuration left out.
    excluded: usize,
}

impl<'w> Walk<'w> {
    fn new(dir: &'w Path, configs: &'w mut Configs) -> Self {
        let (base, ignored) = (absolute(dir), Ignored::new(dir));
        Self { dir, base, ignored, configs, excluded: 0 }
    }

    fn directory(mut self) -> Result<Walked, Vec<Problem>> {
        let mut found = Vec::new();
        let mut walk = WalkDir::new(self.dir).sort_by_file_name().into_iter();
        while let Some(next) = walk.next() {
            match next {
                Ok(entry) if self.wants(&entry)? => {
                    if is_letter(entry.path()) && may_be_file(&entry) {
                        found.push(Ok(Input::File(entry.into_path())));
                    }
                }
                Ok(entry) if entry.file_type().is_dir() => walk.skip_current_dir(),
                Ok(_) => {}
                Err(error) => found.extend(failure(error).map(Err)),
            }
        }
        if found.is_empty() && self.excluded == 0 {
            found.push(Err(Failure { name: shown(self.dir), reason: Reason::NoLetters }));
        }
        Ok(Walked { letters: found, excluded: self.excluded })
    }

    /// Whether the walk takes an entry, or goes into it. What the user named himself it takes.
    fn wants(&mut self, entry: &DirEntry) -> Result<bool, Vec<Problem>> {
        let (depth, is_dir) = (entry.depth(), entry.file_type().is_dir());
        let path = entry.path().strip_prefix(self.dir).unwrap_or(entry.path());
        if depth > 0 {
            if is_hidden(entry.path()) || self.ignored.excludes(path, depth, is_dir) {
                return Ok(false);
            }
            let whole = self.base.join(path);
            if self.configs.of_file(&whole)?.excludes(&whole, is_dir) {
                self.excluded += usize::from(is_dir || is_letter(path));
                return Ok(false);
            }
        }
        if is_dir {
            self.ignored.enter(path, depth);
        }
        Ok(true)
    }
}

/// Whether an entry is a file, or a link to one. A link to nothing is tried and told of; one to a
/// directory is not followed, as it may lead out of the user's work, or back to where it stands.
fn may_be_file(entry: &DirEntry) -> bool {
    let kind = entry.file_type();
    let leads_to_file = || fs::metadata(entry.path()).map_or(true, |about| about.is_file());
    kind.is_file() || kind.is_symlink() && leads_to_file()
}

/// What could not be visited, if a letter may be lost by it.
fn failure(error: walkdir::Error) -> Option<Failure> {
    let name = shown(error.path().filter(|path| !is_hidden(path))?);
    Some(Failure { name, reason: Reason::Io(error.into_io_error()?) })
}

/// Whether it is hidden, or what Word leaves beside a document that is open.
fn is_hidden(path: &Path) -> bool {
    let hidden = |name: &[u8]| name.starts_with(b".") || name.starts_with(b"~$");
    path.file_name().is_some_and(|name| hidden(name.as_encoded_bytes()))
}

fn is_letter(path: &Path) -> bool {
    let is = |extension: &OsStr| EXTENSIONS.iter().any(|one| extension.eq_ignore_ascii_case(one));
    path.extension().is_some_and(is)
}
