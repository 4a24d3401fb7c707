//! The first look at the letters of a run, for the lint that compares them.

use std::collections::BTreeSet;
use std::sync::Arc;

use appeal_lint::Settings;
use appeal_lint::check::shown;
use appeal_lint::fingerprint::{Appeal, Runs, Seen};
use appeal_lint::lint::{Level, Lint};
use appeal_lint::source::Encoding;

use super::halt::Halt;
use super::jobs::Jobs;
use super::read::Input;
use super::workers;
use crate::config::{Configs, absolute};

/// The lint that compares the letters of a run.
pub const LINT: &str = "reused-text";

/// Hands what the letters have in common to the settings they are judged under; tells whether that is
/// so for all letters, none being unreadable. The letters are read and dropped again, so that only
/// fingerprints are kept; what does not read is told when it is judged.
pub fn compare(
    jobs: &mut Jobs,
    configs: &mut Configs,
    encoding: Option<Encoding>,
) -> Result<bool, Halt> {
    if jobs.letters.len() < 2 {
        return Ok(false);
    }
    let mut letters = Vec::with_capacity(jobs.letters.len());
    for input in jobs.letters.iter().filter_map(|(found, _)| found.as_ref().ok()) {
        if let Some(appeal) = appeal(input, configs)? {
            letters.push((input, appeal));
        }
    }
    let appeals: BTreeSet<&Appeal> = letters.iter().map(|(_, appeal)| appeal).collect();
    let near_too = jobs.ways.iter().any(|way| compares(&way.settings, true));
    let far = jobs.ways.iter().any(|way| compares(&way.settings, false));
    if !(near_too || far && appeals.len() > 1) {
        return Ok(false);
    }
    drop(appeals);
    let (mut runs, mut all) =
        (Runs::default(), jobs.letters.iter().all(|(found, _)| found.is_ok()));
    let look = |(input, appeal): (&Input, Appeal)| look(input, appeal, encoding);
    workers::in_order(letters, look, |seen| {
        all &= seen.is_some();
        seen.into_iter().for_each(|seen| runs.add(seen));
        Ok(())
    })?;
    let run = Arc::new(runs.finish());
    jobs.ways.iter_mut().for_each(|way| way.settings.run = Some(Arc::clone(&run)));
    Ok(all)
}

/// The appeal that a letter is taken for a draft of; standard input, which is read only once, is
/// compared with nothing.
fn appeal(input: &Input, configs: &mut Configs) -> Result<Option<Appeal>, Halt> {
    let Input::File(path) = input else { return Ok(None) };
    let path = absolute(path);
    let folder = || path.parent().unwrap_or(&path).to_string_lossy().into_owned();
    let said = configs.of_file(&path)?.appeal(&path);
    Ok(Some(said.map_or_else(|| Appeal::Folder(folder()), Appeal::Group)))
}

/// Whether letters judged so are compared, with `near` also those of one folder.
fn compares(settings: &Settings, near: bool) -> bool {
    let on = |lint: &&Lint| lint.name == LINT && settings.level(lint) > Level::Allow;
    let lint = settings.lints().find(on);
    lint.is_some_and(|lint| !near || settings.option(lint, "same-folder") > 0)
}

fn look(input: &Input, appeal: Appeal, encoding: Option<Encoding>) -> Option<Seen> {
    let source = input.read(encoding).ok()?;
    let lines = source.lines();
    let line = |at| lines.number(at);
    Some(Seen::new(source.name(), appeal, &shown(&source), line))
}
