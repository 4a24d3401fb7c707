//! Paths as configurations see them.

use std::path::{Component, Path, PathBuf};

/// The absolute path without `.` and `..`. Links are not followed: the folder that the user named
/// decides which configuration counts.
pub fn absolute(path: &Path) -> PathBuf {
    let here = || std::env::current_dir().unwrap_or_default();
    let path = if path.is_absolute() { path.to_owned() } else { here().join(path) };
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// A path as it is shown: relative to the working directory where it lies below.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).to_string_lossy().into_owned()
}

/// The path from a folder to a file, both absolute, with `/` on every system.
pub fn relative(path: &Path, folder: &Path) -> String {
    let common = path.components().zip(folder.components()).take_while(|(one, two)| one == two);
    let common = common.count();
    if common == 0 {
        return path.to_string_lossy().into_owned();
    }
    let up = folder.components().skip(common).map(|_| "..".into());
    let down = path.components().skip(common).map(|part| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_taken_away() {
        assert_eq!(absolute(Path::new("/a/./b/../c/")), Path::new("/a/c"));
        assert_eq!(absolute(Path::new("/../a")), Path::new("/a"));
        assert!(absolute(Path::new("a")).is_absolute());
    }

    #[test]
    fn a_relative_path_leads_from_the_folder_to_the_file() {
        let relative = |path: &str, folder: &str| relative(Path::new(path), Path::new(folder));
        assert_eq!(relative("/a/b/c.txt", "/a"), "b/c.txt");
        assert_eq!(relative("/a/b.txt", "/a/c/d"), "../../b.txt");
    }
}
