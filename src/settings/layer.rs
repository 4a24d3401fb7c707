//! One configuration file as read.

use std::ops::Range;
use std::path::{Path, PathBuf};

use super::ConfigFile;
use crate::lint::Problem;

/// A configuration file, with its text for complaints.
#[derive(Clone, Debug)]
pub struct Layer {
    /// What the file says.
    pub file: ConfigFile,
    name: String,
    text: String,
    /// The folder that its paths are relative to.
    folder: PathBuf,
}

/// A file that a configuration names, to be read when it is needed.
#[derive(Clone, Debug)]
pub struct Named {
    /// The file.
    pub path: PathBuf,
    /// Where it is named, for complaints.
    place: Problem,
}

impl Named {
    /// A problem with the file, at the place where it is named.
    #[must_use]
    pub fn problem(&self, message: impl Into<String>) -> Problem {
        Problem { message: message.into(), ..self.place.clone() }
    }
}

impl Layer {
    /// Reads the text of the configuration file at `path`, which complaints call `name`.
    ///
    /// # Errors
    /// When it is no TOML, or says something that no configuration says.
    pub fn read(path: &Path, name: String, text: String) -> Result<Self, Problem> {
        let file = toml::from_str(&text).map_err(|error| Problem::toml(&name, &text, &error))?;
        let folder = path.parent().unwrap_or(path).to_owned();
        let layer = Self { file, name, text, folder };
        layer.nameless().map_or(Ok(layer), Err)
    }

    /// A path in it that names nothing.
    fn nameless(&self) -> Option<Problem> {
        let ConfigFile { extend, baseline, fingerprints, lint_dirs, .. } = &self.file;
        let mut files = extend.iter().chain(baseline).chain(fingerprints);
        let no_file = files.find(|path| path.get_ref().file_name().is_none()).map(|path| {
            (
                path.span(),
                "this names no file; write its path, relative to this file, or delete the key",
            )
        });
        let no_folder = || {
            let empty = lint_dirs.iter().find(|path| path.get_ref().as_os_str().is_empty())?;
            let message =
                "this names no folder; write its path, relative to this file, or delete it";
            Some((empty.span(), message))
        };
        let (place, message) = no_file.or_else(no_folder)?;
        Some(self.problem(place, message))
    }

    /// The file that it extends.
    #[must_use]
    pub fn extends(&self) -> Option<PathBuf> {
        self.file.extend.as_ref().map(|path| self.folder.join(path.get_ref()))
    }

    /// The folders of lints that it names, each with its place in the file.
    pub fn lint_dirs(&self) -> impl Iterator<Item = (PathBuf, Range<usize>)> {
        let dirs = self.file.lint_dirs.iter();
        dirs.map(|path| (self.folder.join(path.get_ref()), path.span()))
    }

    /// The files of fingerprints that it names, each with its place in the file.
    pub fn fingerprints(&self) -> impl Iterator<Item = (PathBuf, Range<usize>)> {
        let files = self.file.fingerprints.iter();
        files.map(|path| (self.folder.join(path.get_ref()), path.span()))
    }

    /// The baseline that it names.
    #[must_use]
    pub fn baseline(&self) -> Option<Named> {
        let path = self.file.baseline.as_ref()?;
        let place = self.problem(path.span(), "");
        Some(Named { path: self.folder.join(path.get_ref()), place })
    }

    /// A problem with some bytes of it.
    #[must_use]
    pub fn problem(&self, span: Range<usize>, message: impl Into<String>) -> Problem {
        Problem::span(&self.name, &self.text, (span.start, span.end), message)
    }
}
