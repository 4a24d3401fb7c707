//! Paths of files that editors name by URI.

use std::path::PathBuf;

use lsp_types::Uri;

/// The path of a file; buffers that are no file have none, nor does `file://`, as some editors call a
/// buffer without a name.
pub fn path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme()?.as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    let host = uri.authority().map_or("", |authority| authority.as_str());
    let path = uri.path().as_estr().decode().into_bytes();
    let query = uri.query().map(|query| query.decode().into_bytes());
    let fragment = uri.fragment().map(|fragment| fragment.decode().into_bytes());
    let mut whole = path.to_vec();
    for (mark, rest) in [(b'?', query), (b'#', fragment)] {
        whole.extend(rest.iter().flat_map(|rest| [&[mark], &**rest].concat()));
    }
    // Some editors leave these marks as they are in a file's name.
    let whole = Some(native(host, &whole)).filter(|_| whole.len() > path.len());
    let named = whole.filter(|whole| whole.is_file());
    named.or_else(|| (!path.is_empty()).then(|| native(host, &path)))
}

#[cfg(unix)]
fn native(_: &str, path: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(path))
}

/// `/c:/letters` is `c:/letters`, and a host makes a share of it.
#[cfg(not(unix))]
fn native(host: &str, path: &[u8]) -> PathBuf {
    let path = String::from_utf8_lossy(path);
    match path.as_bytes() {
        _ if !host.is_empty() => PathBuf::from(format!("//{host}{path}").replace('/', "\\")),
        [b'/', _, b':', ..] => PathBuf::from(path[1..].replace('/', "\\")),
        _ => PathBuf::from(path.into_owned()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_files_have_paths() {
        let path = |text: &str| path(&text.parse().expect("a URI"));
        let letter = PathBuf::from("/信 件/a.txt");
        assert_eq!(path("file:///%E4%BF%A1%20%E4%BB%B6/a.txt"), Some(letter));
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("file://"), None);
    }

    #[test]
    fn a_file_may_have_marks_in_its_name() {
        let dir = tempfile::TempDir::new().expect("a folder");
        let uri = |name: &str| format!("file://{}/{name}", dir.path().display());
        let path = |name| path(&uri(name).parse().expect("a URI"));
        assert_eq!(path("a%20b?c#2.md"), Some(dir.path().join("a b")));
        std::fs::write(dir.path().join("a b?c#2.md"), "").expect("a file");
        assert_eq!(path("a%20b?c#2.md"), Some(dir.path().join("a b?c#2.md")));
        assert_eq!(path("a%20b#3"), Some(dir.path().join("a b")));
    }
}
