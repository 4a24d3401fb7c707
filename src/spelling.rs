//! One spelling for a path: what people, scripts and services write differently is the same file.

use std::borrow::Cow;

/// A path with `/` between its parts, without `.` and doubled slashes: `./a//b.txt` is `a/b.txt`.
pub fn plain_path(path: &str) -> Cow<'_, str> {
    if !path.starts_with("./") && !path.contains("//") && !path.contains("/./") {
        return path.into();
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    let parts: Vec<_> = path.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    format!("{root}{}", parts.join("/")).into()
}

#[cfg(test)]
mod tests {
    use super::plain_path;

    #[test]
    fn a_path_has_one_spelling() {
        for path in ["d/a.txt", "./d/a.txt", ".//d/a.txt", "d//a.txt", "./d/./a.txt"] {
            assert_eq!(plain_path(path), "d/a.txt");
        }
        assert_eq!(plain_path("//d/a.txt"), "/d/a.txt");
        assert_eq!(plain_path("../a/b.txt"), "../a/b.txt");
    }
}
