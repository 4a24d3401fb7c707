//! Which configuration counts for a letter: the closest one above it, unless the user names one.

mod load;
mod path;
mod prints;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use appeal_lint::lint::Problem;
use appeal_lint::settings::Config;

pub use load::{read, team_files, unread};
pub use path::{absolute, relative, shown};

/// The names of a configuration file; the first that a folder has counts.
const NAMES: [&str; 2] = ["appeal-lint.toml", ".appeal-lint.toml"];

/// Names a configuration, as `--config` does, which counts for more.
const VARIABLE: &str = "APPEAL_LINT_CONFIG";

/// The arguments that say which configuration counts.
#[derive(Args, Clone)]
pub struct Choice {
    /// The configuration for all letters [default: APPEAL_LINT_CONFIG, or for each letter the closest
    /// appeal-lint.toml or .appeal-lint.toml in the folders above it]; heeded by check, explain, lints,
    /// parse and server, the other commands read none
    #[arg(long, global = true, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long, global = true)]
    isolated: bool,
}

/// The configurations of a run; each folder is looked at once.
pub struct Configs {
    loader: load::Loader,
    /// The one that counts for all letters.
    fixed: Option<Arc<Config>>,
    /// What counts for the files of a folder.
    known: HashMap<PathBuf, Arc<Config>>,
}

impl Configs {
    /// As the user chose.
    ///
    /// # Errors
    /// What is wrong with the file that he named.
    pub fn new(choice: &Choice) -> Result<Self, Vec<Problem>> {
        let mut loader = load::Loader::default();
        let variable = || std::env::var_os(VARIABLE).filter(|path| !path.is_empty());
        let named = || choice.config.clone().or_else(|| variable().map(PathBuf::from));
        let named = named().filter(|_| !choice.isolated);
        if let Some(path) = named.as_ref().filter(|_| choice.config.is_none())
            && let Err(error) = read(path)
        {
            // Nobody sees the variable on the command line.
            let message = format!("{}; {VARIABLE} names this configuration", unread(&error));
            return Err(vec![Problem::whole(&shown(path), message)]);
        }
        let fixed = match named {
            // Patterns are then relative to where the user is, not to where the file happens to be.
            Some(path) => Some(Arc::new(loader.load(&path, &absolute(Path::new("")))?)),
            None => choice.isolated.then(Arc::default),
        };
        Ok(Self { loader, fixed, known: HashMap::new() })
    }

    /// No configuration for any file.
    pub fn none() -> Self {
        let loader = load::Loader::default();
        Self { loader, fixed: Some(Arc::default()), known: HashMap::new() }
    }

    /// The configuration for the files of a folder, whose path is absolute.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_folder(&mut self, folder: &Path) -> Result<Arc<Config>, Vec<Problem>> {
        if let Some(known) = self.fixed.as_ref().or_else(|| self.known.get(folder)) {
            return Ok(Arc::clone(known));
        }
        let config = match load::find(folder) {
            Some((path, text)) => Arc::new(self.loader.load_text(&path, text, folder)?),
            None => match folder.parent() {
                Some(parent) => self.of_folder(parent)?,
                None => Arc::default(),
            },
        };
        self.known.insert(folder.to_owned(), Arc::clone(&config));
        Ok(config)
    }

    /// The configuration for a letter, whose path is absolute.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of_file(&mut self, path: &Path) -> Result<Arc<Config>, Vec<Problem>> {
        self.of_folder(path.parent().unwrap_or(path))
    }

    /// Whether a letter, whose path is absolute, is left out: whether a walk would not come to it, since
    /// the letter or a folder that it lies in is excluded. Each is looked at under the configuration that
    /// counts for it, the outermost first, so that nothing within an excluded folder is read. To folders
    /// that hold `here`, from where a user walks, its configuration speaks.
    ///
    /// # Errors
    /// What is wrong with a configuration.
    pub fn exclude(&mut self, path: &Path, here: Option<&Path>) -> Result<bool, Vec<Problem>> {
        let folders: Vec<&Path> = path.ancestors().skip(1).collect();
        for folder in folders.into_iter().rev() {
            let config = match here.filter(|here| here.starts_with(folder)) {
                Some(here) => self.of_folder(here),
                None => self.of_file(folder),
            };
            if config?.excludes_folder(folder) {
                return Ok(true);
            }
        }
        Ok(self.of_file(path)?.excludes(path, false))
    }

    /// The configuration for the working directory.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn here(&mut self) -> Result<Arc<Config>, Vec<Problem>> {
        self.of_folder(&absolute(Path::new("")))
    }
}
