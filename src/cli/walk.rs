//! Paths to letters: files as they are, directories walked.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::failure::{Failure, Reason};
use super::ignored::Ignored;
use super::read::{Input, shown};

/// A letter, or why there is none.
pub type Found = Result<Input, Failure>;

/// The letters at `paths`, in their order; what is in a directory in the order of names. A letter
/// that is met twice is listed once.
pub fn letters(paths: &[PathBuf], stdin_name: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Input::Stdin(stdin_name.to_owned())));
        } else if path.is_dir() {
            found.extend(directory(path));
        } else {
            found.push(Ok(Input::File(path.clone())));
        }
    }
    // One file, the usual case, needs no look at the disk for this.
    if found.len() > 1 {
        let mut seen = HashSet::new();
        found.retain(|one| one.as_ref().map_or(true, |input| seen.insert(identity(input))));
    }
    found
}

/// What two names of the same letter have in common; none for standard input.
fn identity(input: &Input) -> Option<PathBuf> {
    match input {
        Input::Stdin(_) => None,
        Input::File(path) => Some(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
    }
}

fn directory(dir: &Path) -> Vec<Found> {
    let mut found = Vec::new();
    let mut ignored = Ignored::new(dir);
    let mut walk = WalkDir::new(dir).follow_links(true).sort_by_file_name().into_iter();
    while let Some(next) = walk.next() {
        match next {
            Ok(entry) if wanted(&entry, dir, &mut ignored) => {
                if entry.file_type().is_file() && is_letter(entry.path()) {
                    found.push(Ok(Input::File(entry.into_path())));
                }
            }
            Ok(entry) if entry.file_type().is_dir() => walk.skip_current_dir(),
            Ok(_) => {}
            Err(error) => found.extend(failure(error).map(Err)),
        }
    }
    if found.is_empty() {
        found.push(Err(Failure { name: shown(dir), reason: Reason::NoLetters }));
    }
    found
}

/// Whether the walk takes an entry, or goes into it. What the user named himself it takes.
fn wanted(entry: &DirEntry, dir: &Path, ignored: &mut Ignored) -> bool {
    let (depth, is_dir) = (entry.depth(), entry.file_type().is_dir());
    let path = entry.path().strip_prefix(dir).unwrap_or(entry.path());
    let out = depth > 0 && (is_hidden(entry.path()) || ignored.excludes(path, depth, is_dir));
    if is_dir && !out {
        ignored.enter(path, depth);
    }
    !out
}

/// What could not be visited, if a letter may be lost by it: editors leave dangling links that are
/// no letters.
fn failure(error: walkdir::Error) -> Option<Failure> {
    let path = error.path()?;
    let name = shown(path);
    if is_hidden(path) || (path.is_symlink() && !path.exists() && !is_letter(path)) {
        return None;
    }
    let reason = if error.loop_ancestor().is_some() {
        Reason::Loop
    } else {
        Reason::Io(error.into_io_error()?)
    };
    Some(Failure { name, reason })
}

/// Whether it is hidden, or what Word leaves beside a document that is open.
fn is_hidden(path: &Path) -> bool {
    let hidden = |name: &[u8]| name.starts_with(b".") || name.starts_with(b"~$");
    path.file_name().is_some_and(|name| hidden(name.as_encoded_bytes()))
}

fn is_letter(path: &Path) -> bool {
    let is = |extension: &OsStr| {
        ["txt", "md", "docx"].iter().any(|one| extension.eq_ignore_ascii_case(one))
    };
    path.extension().is_some_and(is)
}
