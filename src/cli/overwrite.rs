//! Which files must not be overwritten by what is written.

use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::fingerprint;

use super::halt::Halt;
use super::read::{Input, shown};
use super::walk::Found;

/// Makes sure that a report takes the place of no letter of the run.
///
/// # Errors
/// Which letter it would be.
pub fn no_letter(report: &Path, found: &[Found], named: &[PathBuf]) -> Result<(), Halt> {
    // What does not exist is no letter yet.
    let Ok(report) = fs::canonicalize(report) else { return Ok(()) };
    let found = found.iter().flatten().map(Input::path);
    for letter in found.chain(named.iter().map(PathBuf::as_path)) {
        if fs::canonicalize(letter).is_ok_and(|letter| letter == report) {
            let letter = shown(letter);
            let why = format!("--output-file would overwrite {letter}, a letter of this run");
            return Err(Halt::Argument(why));
        }
    }
    Ok(())
}

/// Makes sure that fingerprints take the place of nothing else. What is no file, such as a pipe, holds
/// nothing, and an empty file is waiting to be filled.
///
/// # Errors
/// Which file it would be, or that it cannot be read.
pub fn fingerprints_only(path: &Path) -> Result<(), Halt> {
    if !path.is_file() {
        return Ok(());
    }
    let old = fs::read(path)?;
    if old.is_empty() || fingerprint::is_file(&String::from_utf8_lossy(&old)) {
        return Ok(());
    }
    let name = shown(path);
    let why = format!("--output would overwrite {name}, which is no file of fingerprints");
    Err(Halt::Argument(why))
}
