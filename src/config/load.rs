//! Reads configuration files, and those that they extend.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use appeal_lint::lint::{Catalogue, Group, LintSource, Problem, team};
use appeal_lint::settings::{Config, Layer};
use walkdir::{DirEntry, WalkDir};

use super::NAMES;
use super::path::{absolute, shown};
use super::prints::Prints;

/// Reads configurations.
#[derive(Default)]
pub struct Loader {
    /// The lints of teams, by their folders.
    teams: HashMap<Vec<PathBuf>, Arc<Catalogue>>,
    /// Files of fingerprints.
    prints: Prints,
}

/// The configuration file of a folder, and what it says.
pub fn find(folder: &Path) -> Option<(PathBuf, io::Result<String>)> {
    NAMES.into_iter().map(|name| folder.join(name)).find_map(|path| match read(&path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            None
        }
        text => Some((path, text)),
    })
}

/// The text of a file, without the byte order mark that Notepad leaves.
pub fn read(path: &Path) -> io::Result<String> {
    let text = fs::read_to_string(path)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

impl Loader {
    /// The configuration at `path`, for letters below `root`.
    pub fn load(&mut self, path: &Path, root: &Path) -> Result<Config, Vec<Problem>> {
        let path = absolute(path);
        let text = read(&path);
        self.load_text(&path, text, root)
    }

    /// The configuration at `path`, as read, for letters below `root`.
    pub fn load_text(
        &mut self,
        path: &Path,
        text: io::Result<String>,
        root: &Path,
    ) -> Result<Config, Vec<Problem>> {
        let layers = layers(path, text).map_err(|problem| vec![problem])?;
        let team = self.team(&layers)?;
        let fingerprints = self.prints.of(&layers)?;
        Config::new(&layers, root, team, fingerprints)
    }

    /// The lints in the folders that a configuration names, compiled once a run.
    fn team(&mut self, layers: &[Layer]) -> Result<Option<Arc<Catalogue>>, Vec<Problem>> {
        let mut dirs = Vec::new();
        let mut problems = Vec::new();
        for layer in layers {
            for (dir, place) in layer.lint_dirs() {
                let dir = absolute(&dir);
                if !dir.is_dir() {
                    problems.push(layer.problem(place, "there is no such folder"));
                } else if lint_files(&dir).next().is_none() {
                    let message =
                        "there are no lints in this folder: a file is `<group>/<name>.toml`";
                    problems.push(layer.problem(place, message));
                } else {
                    dirs.push(dir);
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if dirs.is_empty() {
            return Ok(None);
        }
        if let Some(known) = self.teams.get(&dirs) {
            return Ok(Some(Arc::clone(known)));
        }
        let team = Arc::new(team::compile(team_files(&dirs)?)?);
        self.teams.insert(dirs, Arc::clone(&team));
        Ok(Some(team))
    }
}

/// A configuration file and all that it extends, the farthest first.
fn layers(path: &Path, text: io::Result<String>) -> Result<Vec<Layer>, Problem> {
    let text = text.map_err(|error| Problem::whole(&shown(path), unread(&error)))?;
    let mut layers = vec![Layer::read(path, shown(path), text)?];
    let mut paths = vec![path.to_owned()];
    while let Some((next, from)) = layers.last().and_then(|layer| Some((layer.extends()?, layer))) {
        let next = absolute(&next);
        let wrong = |message: &str| {
            let place = from.file.extend.as_ref().map_or(0..0, |extend| extend.span());
            from.problem(place, format!("{}: {message}", shown(&next)))
        };
        if paths.contains(&next) {
            return Err(wrong("the file extends itself"));
        }
        let text = read(&next).map_err(|error| wrong(&unread(&error)))?;
        layers.push(Layer::read(&next, shown(&next), text)?);
        paths.push(next);
    }
    layers.reverse();
    Ok(layers)
}

/// The lint files below some folders, each once: a configuration may name a folder that the one which
/// it extends names, too.
///
/// # Errors
/// Those that cannot be read.
pub fn team_files(dirs: &[PathBuf]) -> Result<Vec<LintSource>, Vec<Problem>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    let mut known = HashSet::new();
    for dir in dirs {
        for entry in lint_files(dir) {
            let wrong =
                |path: &Path, error: &io::Error| Problem::whole(&shown(path), unread(error));
            match entry {
                Ok(entry) if entry.depth() == 1 && !is_group(dir) => {
                    let message = "a lint's file lies in the folder of its group, `<group>/<name>.toml`; \
                                   move or delete this one";
                    problems.push(Problem::whole(&shown(entry.path()), message));
                }
                Ok(entry) if !known.insert(entry.path().to_owned()) => {}
                Ok(entry) => match read(entry.path()) {
                    Ok(text) => files.push(LintSource { path: slashed(entry.path()), text }),
                    Err(error) => problems.push(wrong(entry.path(), &error)),
                },
                Err(error) => {
                    let path = error.path().unwrap_or(dir).to_owned();
                    problems.push(wrong(&path, &error.into()));
                }
            }
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

/// The lint files below a folder, and what cannot be read there. What is hidden is left out: editors leave
/// such files, and so does the configuration.
fn lint_files(dir: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let is_hidden = |entry: &DirEntry| {
        entry.depth() > 0 && entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let all = WalkDir::new(dir).sort_by_file_name().into_iter();
    let all = all.filter_entry(move |entry| !is_hidden(entry));
    all.filter(|entry| entry.as_ref().map_or(true, |entry| is_lint_file(entry.path())))
}

fn is_lint_file(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == "toml")
}

/// Whether files of a folder are lints of one group, or word classes.
fn is_group(dir: &Path) -> bool {
    let name = dir.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name == "words" || Group::from_name(name).is_some())
}

/// A path as lint files are named, with `/` on every system.
fn slashed(path: &Path) -> String {
    shown(path).replace(std::path::MAIN_SEPARATOR, "/")
}

/// Why a file cannot be read.
pub fn unread(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        ErrorKind::InvalidData => "it is not in UTF-8".to_owned(),
        _ => format!("cannot read it: {error}"),
    }
}
