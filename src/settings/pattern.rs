//! File patterns as people write them, and those that could never fit.

use std::borrow::Cow;
use std::path::Path;

/// The pattern as git has it, for the files below `root`: nothing there begins with `./` or with the root
/// itself.
///
/// # Errors
/// What to write in the place of one that fits no file.
pub(super) fn plain<'p>(pattern: &'p str, root: &Path) -> Result<Cow<'p, str>, &'static str> {
    let (not, path) = pattern.split_at(usize::from(pattern.starts_with('!')));
    let begins = path.trim_start();
    if begins.is_empty() {
        return Err("an empty pattern fits no file; delete it, or write `*` for all files");
    }
    if pattern.starts_with('#') {
        return Err("what begins with `#` fits no file; write `[#]` for a name that does");
    }
    // Before a sign it takes the sign for itself, as git does.
    let is_folder = |(at, _): (usize, &str)| {
        path[at + 1..].chars().next().is_none_or(|next| next.is_alphanumeric() || next == '_')
    };
    if path.match_indices('\\').any(is_folder) && !is_drive(begins) {
        return Err("write `/` between folders; no name that a pattern fits has a `\\`");
    }
    if path.split('/').any(|part| part == "..") {
        return Err(
            "a pattern fits nothing above the folder it counts from, so no `..`; write it into \
                    the configuration of the folder above",
        );
    }
    if begins.starts_with("~/") || is_drive(begins) {
        return Err(ABSOLUTE);
    }
    if let Some(path) = path.strip_prefix("./") {
        return Ok(format!("{not}/{path}").into());
    }
    let absolute = Path::new(path);
    match absolute.strip_prefix(root) {
        _ if !path.starts_with('/') || root.parent().is_none() => Ok(pattern.into()),
        Ok(below) if below.as_os_str().is_empty() => Err(ABSOLUTE),
        Ok(below) => {
            let slash = if path.ends_with('/') { "/" } else { "" };
            Ok(format!("{not}/{}{slash}", below.to_string_lossy()).into())
        }
        Err(_) if is_elsewhere(absolute, root) => Err(ABSOLUTE),
        Err(_) => Ok(pattern.into()),
    }
}

const ABSOLUTE: &str = "a pattern counts from the folder of the configuration in force; write the path from \
                        there, and `/` before it where it is to fit only there";

/// Whether it begins with the letter of a drive: `C:\`.
fn is_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic())
}

/// Whether what begins with `/` goes on as the way to the root does, so that it is no file below it.
fn is_elsewhere(path: &Path, root: &Path) -> bool {
    let first = |path: &Path| path.components().nth(1).map(|part| part.as_os_str().to_owned());
    let deep = |path: &Path| path.components().nth(2).is_some();
    deep(path) && deep(root) && first(path) == first(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str) -> Result<Cow<'_, str>, &'static str> {
        plain(pattern, Path::new("/home/me/case"))
    }

    #[test]
    fn what_fits_nothing_is_refused() {
        for pattern in [
            "",
            " ",
            "!",
            "# old",
            "a\\b",
            "..",
            "../a",
            "!a/../b",
            "~/a",
            "C:\\a",
            "C:/a",
            "/home/me/case",
            "/home/me/case/",
            "/home/me/other",
        ] {
            assert!(read(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn other_patterns_are_those_of_git() {
        for (pattern, plain) in [
            ("./a", "/a"),
            ("!./a", "!/a"),
            ("/home/me/case/a/", "/a/"),
            ("!/home/me/case/a", "!/a"),
            ("/a/b", "/a/b"),
            ("/home", "/home"),
            ("a..b", "a..b"),
            ("[#]a", "[#]a"),
            ("home/me/x", "home/me/x"),
        ] {
            assert_eq!(read(pattern).as_deref(), Ok(plain));
        }
    }
}
