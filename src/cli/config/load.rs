//! Reads configuration files, and those that they extend.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use appeal_lint::lint::Problem;
use appeal_lint::settings::{Config, Layer};

use super::NAMES;
use super::path::{absolute, shown};

/// Reads configurations.
#[derive(Default)]
pub struct Loader {}

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
fn read(path: &Path) -> io::Result<String> {
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
        Config::new(&layers, root, None)
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

/// Why a file cannot be read.
fn unread(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        ErrorKind::InvalidData => "it is not in UTF-8".to_owned(),
        _ => format!("cannot read it: {error}"),
    }
}
