//! What web addresses and names of files end with, for where a point is no end of a sentence. Names of files
//! that a letter may be proved by are facts and stand in `grammar/fact.pest`.

/// Ends of web addresses.
const DOMAINS: &[&str] = &[
    "com", "net", "org", "cn", "uk", "de", "fr", "es", "jp", "io", "eu", "ca", "au", "hk", "tw",
    "kr", "ru", "nl", "pl", "se", "mx", "br", "sg", "ae", "gov", "edu", "biz", "dev", "xyz", "tv",
    "cc", "ai",
];

/// The same, but English words as well: behind a point with a capital they begin a sentence.
const WORDS: &[&str] =
    &["info", "app", "shop", "store", "online", "site", "club", "top", "vip", "co"];

/// The same, but so common in English that only these names have them.
const COMMON: &[(&str, &str)] = &[("amazon", "in"), ("amazon", "it")];

/// Ends of names of files.
const FILES: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "jpg", "jpeg", "png", "gif", "webp", "heic",
    "tif", "tiff", "bmp", "svg", "psd", "zip", "rar", "7z", "html", "htm", "xml", "json", "toml",
    "yaml", "md", "mp4", "mov", "avi", "mp3", "php", "aspx", "js", "exe", "eml", "msg", "ppt",
    "pptx", "wps",
];

/// Whether what stands around a point belongs together, in small or in capital letters: a name and the end
/// of an address or a file name.
#[must_use]
pub fn is_name(before: &str, behind: &str) -> bool {
    is_host(before, behind) || is_file(behind)
}

/// Whether they may be the last two parts of a web address.
#[must_use]
pub fn is_host(before: &str, behind: &str) -> bool {
    let word = || behind.starts_with(char::is_uppercase) && behind.contains(char::is_lowercase);
    is_one_of(DOMAINS, behind)
        || is_one_of(WORDS, behind) && !word()
        || COMMON
            .iter()
            .any(|(name, end)| end.eq_ignore_ascii_case(behind) && ends_with(before, name))
}

/// Whether the name of a file ends so.
#[must_use]
pub fn is_file(behind: &str) -> bool {
    is_one_of(FILES, behind)
}

fn is_one_of(endings: &[&str], ending: &str) -> bool {
    endings.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// Whether a text ends with a word.
fn ends_with(text: &str, word: &str) -> bool {
    let at = text.len().checked_sub(word.len());
    at.and_then(|at| text.split_at_checked(at)).is_some_and(|(head, tail)| {
        tail.eq_ignore_ascii_case(word) && !head.ends_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_is_not_taken_for_two_sentences() {
        for (before, behind) in [
            ("lamp", "com"),
            ("lamp", "COM"),
            ("invoice", "PDF"),
            ("lamp", "top"),
            ("lamp", "TOP"),
            ("amazon", "in"),
            ("www.Amazon", "it"),
        ] {
            assert!(is_name(before, behind), "{before}.{behind}");
        }
        for (before, behind) in
            [("lamp", "in"), ("lamp", "it"), ("lamp", "Top"), ("lamp", "we"), ("myamazon", "in")]
        {
            assert!(!is_name(before, behind), "{before}.{behind}");
        }
    }
}
