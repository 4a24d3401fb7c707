//! What `.gitignore` files exclude from a directory.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The `.gitignore` files that bear on the place a walk has come to, the nearest last.
pub struct Ignored {
    /// The directory walked, absolute.
    base: PathBuf,
    /// Each with the depth of its directory in the walk; those above the walk have depth 0.
    files: Vec<(usize, Gitignore)>,
}

impl Ignored {
    /// For a walk of `dir`. The files above it count as far as the repository reaches, as in git;
    /// outside of a repository only what stands in the directory itself counts.
    pub fn new(dir: &Path) -> Self {
        let base = fs::canonicalize(dir).unwrap_or_else(|_| dir.to_path_buf());
        let mut ignored = Self { base: base.clone(), files: Vec::new() };
        let reach = base.ancestors().position(|above| above.join(".git").exists()).unwrap_or(0);
        let above: Vec<_> = base.ancestors().skip(1).take(reach).collect();
        for dir in above.into_iter().rev() {
            ignored.add(dir, 0);
        }
        ignored
    }

    /// The walk enters the directory `dir`, relative to its start, at `depth`.
    pub fn enter(&mut self, dir: &Path, depth: usize) {
        self.leave(depth);
        let dir = self.base.join(dir);
        self.add(&dir, depth);
    }

    /// Whether the entry at `path`, relative to the walk's start, is excluded.
    pub fn excludes(&mut self, path: &Path, depth: usize, is_dir: bool) -> bool {
        self.leave(depth);
        let path = self.base.join(path);
        let verdict = |(_, file): &(usize, Gitignore)| match file.matched(&path, is_dir) {
            Match::None => None,
            found => Some(found.is_ignore()),
        };
        // The nearest file that speaks of the entry decides.
        self.files.iter().rev().find_map(verdict).unwrap_or(false)
    }

    /// Forgets the files of directories that an entry at `depth` does not stand in.
    fn leave(&mut self, depth: usize) {
        let inside = |(at, _): &(usize, Gitignore)| *at < depth.max(1);
        self.files.truncate(self.files.iter().rposition(inside).map_or(0, |last| last + 1));
    }

    fn add(&mut self, dir: &Path, depth: usize) {
        let file = dir.join(".gitignore");
        if file.is_file() {
            let mut builder = GitignoreBuilder::new(dir);
            // A line that is no pattern excludes nothing, as in git.
            let _ = builder.add(file);
            self.files.extend(builder.build().ok().map(|built| (depth, built)));
        }
    }
}
