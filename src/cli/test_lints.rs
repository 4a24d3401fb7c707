//! `appeal-lint test-lints`: runs the examples of a team's own lints.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use appeal_lint::check::trial::{Trial, trials};
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Catalogue, LintSource, Problem, team};

use super::halt::Halt;
use super::{CLEAN, FINDINGS, output};
use crate::config::{absolute, team_files};

/// The arguments of `test-lints`.
#[derive(Args)]
pub struct TestLints {
    /// Folders of lint files, as `lint-dirs` of a configuration names them
    #[arg(value_name = "DIR", required = true)]
    dirs: Vec<PathBuf>,
}

impl TestLints {
    /// Runs the examples, a line for each that fails.
    pub fn run(self) -> Result<u8, Halt> {
        let dirs: Vec<_> = self.dirs.iter().map(|dir| absolute(dir)).collect();
        let files = team_files(&dirs)?;
        let team = team::compile(files.clone())?;
        let tests = files.iter().filter(|file| !file.is_base()).map(|file| tests(file, &team));
        let tests: Vec<Trial> = tests.collect::<Result<Vec<_>, _>>()?.concat();
        if tests.is_empty() {
            let dirs: Vec<_> = self.dirs.iter().map(|dir| dir.to_string_lossy()).collect();
            let why = "no file of a lint (<group>/<name>.toml) below this folder";
            return Err(Halt::Argument(format!("{}: {why}", dirs.join(", "))));
        }
        let mut out = output::stdout(false);
        let mut failed = 0;
        for test in &tests {
            if let Err(why) = test.run(&team) {
                failed += 1;
                writeln!(out, "{}: {why}\n", test.name)?;
            }
        }
        writeln!(out, "{} passed, {failed} failed", tests.len() - failed)?;
        out.flush()?;
        Ok(if failed == 0 { CLEAN } else { FINDINGS })
    }
}

/// The tests of a lint file that has been compiled before.
fn tests(file: &LintSource, team: &Catalogue) -> Result<Vec<Trial>, Vec<Problem>> {
    let read: LintFile = toml::from_str(&file.text)
        .map_err(|error| vec![Problem::toml(&file.path, &file.text, &error)])?;
    Ok(team
        .lints
        .iter()
        .find(|lint| file.is_of(lint))
        .map_or_else(Vec::new, |lint| trials(lint, read)))
}
