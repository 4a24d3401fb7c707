//! Which files must not be overwritten by what is written.

use std::fs;
use std::path::{Path, PathBuf};

use appeal_lint::fingerprint;

use super::halt::Halt;
use super::read::{Input, shown};
use super::walk::Found;
use crate::config;

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

/// Makes sure that a report takes the place of no file that somebody wrote for the program: a
/// configuration, accepted findings, lints. No format is TOML, and an empty file is waiting to be filled.
///
/// # Errors
/// Which file it would be.
pub fn nothing_written(report: &Path) -> Result<(), Halt> {
    let is_toml =
        report.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    if is_toml && fs::metadata(report).is_ok_and(|about| about.is_file() && about.len() > 0) {
        let name = shown(report);
        return Err(Halt::Argument(format!(
            "--output-file would overwrite {name}, which is no report"
        )));
    }
    Ok(())
}

/// Makes sure that a report and the accepted findings of the run are different files.
///
/// # Errors
/// Which file they would share.
pub fn no_baseline<'p>(
    report: &Path,
    mut baselines: impl Iterator<Item = &'p Path>,
) -> Result<(), Halt> {
    let report = config::absolute(report);
    match baselines.find(|baseline| **baseline == report) {
        Some(baseline) => {
            let name = config::shown(baseline);
            Err(Halt::Argument(format!(
                "--output-file would overwrite {name}, the baseline of this run"
            )))
        }
        None => Ok(()),
    }
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
