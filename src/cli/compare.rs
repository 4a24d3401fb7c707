//! The first look at the letters of a run, for the lint that compares them.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use appeal_lint::Settings;
use appeal_lint::fingerprint::{Runs, Seen};
use appeal_lint::lint::{Level, Lint};
use appeal_lint::source::Encoding;

use super::jobs::Jobs;
use super::read::Input;
use super::workers;
use crate::config::absolute;

/// The lint that compares the letters of a run.
pub const LINT: &str = "reused-text";

/// Hands what the letters have in common to the settings they are judged under. The letters are read
/// and dropped again, so that only fingerprints are kept; what does not read is told when it is judged.
pub fn compare(jobs: &mut Jobs, encoding: Option<Encoding>) -> io::Result<()> {
    if jobs.letters.len() < 2 {
        return Ok(());
    }
    let inputs = jobs.letters.iter().filter_map(|(found, _)| found.as_ref().ok());
    let letters: Vec<(&Input, PathBuf)> =
        inputs.filter_map(|input| Some((input, folder(input)?))).collect();
    let folders: BTreeSet<&Path> = letters.iter().map(|(_, folder)| folder.as_path()).collect();
    let near_too = jobs.ways.iter().any(|way| compares(&way.settings, true));
    let far = jobs.ways.iter().any(|way| compares(&way.settings, false));
    if !(near_too || far && folders.len() > 1) {
        return Ok(());
    }
    drop(folders);
    let mut runs = Runs::default();
    let look = |(input, folder): (&Input, PathBuf)| look(input, &folder, encoding);
    workers::in_order(letters, look, |seen| {
        seen.into_iter().for_each(|seen| runs.add(seen));
        Ok(())
    })?;
    let run = Arc::new(runs.finish());
    jobs.ways.iter_mut().for_each(|way| way.settings.run = Some(Arc::clone(&run)));
    Ok(())
}

/// The folder that a letter lies in; standard input, which is read only once, has none.
fn folder(input: &Input) -> Option<PathBuf> {
    match input {
        Input::Stdin(_) => None,
        Input::File(path) => absolute(path).parent().map(Path::to_owned),
    }
}

/// Whether letters judged so are compared, with `near` also those of one folder.
fn compares(settings: &Settings, near: bool) -> bool {
    let on = |lint: &&Lint| lint.name == LINT && settings.level(lint) > Level::Allow;
    let lint = settings.lints().find(on);
    lint.is_some_and(|lint| !near || settings.option(lint, "same-folder") > 0)
}

fn look(input: &Input, folder: &Path, encoding: Option<Encoding>) -> Option<Seen> {
    let source = input.read(encoding).ok()?;
    let lines = source.lines();
    let line = |at| lines.number(at);
    Some(Seen::new(source.name(), &folder.to_string_lossy(), source.text(), line))
}
