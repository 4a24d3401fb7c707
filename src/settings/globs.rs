//! File patterns, as in a `.gitignore`, but that `./` may stand before what is in the folder itself.

use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use super::pattern;

/// Patterns for the files of a folder.
#[derive(Clone, Debug)]
pub struct Globs {
    root: PathBuf,
    rules: Gitignore,
}

impl Globs {
    /// The patterns, for files below `root`. What is wrong with a pattern is told with its index.
    pub fn new<'p>(
        root: &Path,
        patterns: impl IntoIterator<Item = &'p str>,
    ) -> Result<Self, (usize, String)> {
        // The root is empty, for paths are cut before they are looked at.
        let mut builder = GitignoreBuilder::new("");
        // For git a `[` that nothing closes is a character like any other; here it is a slip of the pen.
        builder.allow_unclosed_class(false);
        for (index, pattern) in patterns.into_iter().enumerate() {
            let plain = pattern::plain(pattern, root).map_err(|why| (index, why.to_owned()))?;
            builder.add_line(None, &plain).map_err(|error| (index, error.to_string()))?;
        }
        let rules = builder.build().map_err(|error| (0, error.to_string()))?;
        Ok(Self { root: root.to_owned(), rules })
    }

    /// Whether a pattern fits the file or folder itself.
    pub fn fit(&self, path: &Path, is_dir: bool) -> bool {
        self.rules.matched(self.relative(path), is_dir).is_ignore()
    }

    /// Whether the patterns are for what is at a path.
    pub fn speak_of(&self, path: &Path) -> bool {
        path.starts_with(&self.root) && path != self.root
    }

    /// Whether a pattern fits the file, or a folder that it lies in.
    pub fn cover(&self, path: &Path) -> bool {
        !self.rules.is_empty()
            && self.rules.matched_path_or_any_parents(self.relative(path), false).is_ignore()
    }

    /// The outermost folder that a pattern fits, of those that the file lies in.
    pub fn folder_of<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let below = self.relative(path).components().count();
        let folders: Vec<_> = path.ancestors().take(below).skip(1).collect();
        folders.into_iter().rev().find(|folder| self.fit(folder, true))
    }

    /// The path below the root; of a file elsewhere the name, which patterns without a folder fit.
    fn relative<'p>(&self, path: &'p Path) -> &'p Path {
        let name = || path.file_name().map_or(path, Path::new);
        path.strip_prefix(&self.root).unwrap_or_else(|_| name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(patterns: &[&str]) -> Globs {
        Globs::new(Path::new("/case"), patterns.iter().copied()).expect("good patterns")
    }

    #[test]
    fn patterns_are_those_of_gitignore() {
        let globs = globs(&["old/", "/top.txt", "*.md", "drafts/**", "!keep.md"]);
        let cover = |path: &str| globs.cover(Path::new(path));
        assert!(cover("/case/a/old/b/c.txt"));
        assert!(cover("/case/top.txt") && !cover("/case/a/top.txt"));
        assert!(cover("/case/a/b.md") && !cover("/case/a/keep.md"));
        assert!(cover("/case/drafts/a.txt") && !cover("/case/a.txt"));
        assert!(globs.fit(Path::new("/case/a/old"), true));
        assert!(!globs.fit(Path::new("/case/a/old/b.txt"), false));
    }

    #[test]
    fn the_outermost_folder_is_told() {
        let folder = |path: &'static str| globs(&["clients/*", "old"]).folder_of(Path::new(path));
        assert_eq!(folder("/case/clients/a/b/c.txt"), Some(Path::new("/case/clients/a")));
        assert_eq!(folder("/case/x/old/b/old/c.txt"), Some(Path::new("/case/x/old")));
        assert_eq!(folder("/case/clients/c.txt"), None);
        assert_eq!(folder("/old/c.txt"), None);
    }

    #[test]
    fn of_a_file_elsewhere_the_name_counts() {
        let globs = globs(&["*.md", "case/*.txt"]);
        assert!(globs.cover(Path::new("/other/a.md")));
        assert!(!globs.cover(Path::new("/other/case/a.txt")));
    }

    #[test]
    fn a_dot_stands_for_the_folder_itself() {
        let globs = globs(&["./archive", "./*.md", "!./keep.md"]);
        let cover = |path: &str| globs.cover(Path::new(path));
        assert!(cover("/case/archive/a.txt") && !cover("/case/b/archive/a.txt"));
        assert!(cover("/case/a.md") && !cover("/case/keep.md") && !cover("/case/b/a.md"));
    }

    #[test]
    fn a_wrong_pattern_is_told() {
        for pattern in ["a{b", "[a"] {
            let wrong = Globs::new(Path::new("/"), ["fine", pattern]);
            assert_eq!(wrong.map(|_| ()).map_err(|(index, _)| index), Err(1), "{pattern}");
        }
    }
}
