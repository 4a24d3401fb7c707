//! Which letters are drafts of one appeal.

use std::path::Path;

use super::SameAppeal;
use super::globs::Globs;

/// Letters that a configuration takes for drafts of one appeal, or of one for each folder.
#[derive(Clone, Debug)]
pub struct Drafts {
    patterns: Globs,
    /// Where the patterns count, and what they are: no other drafts are called so.
    name: String,
    /// Whether each folder that fits is an appeal.
    each: bool,
}

impl Drafts {
    /// The drafts below `root` that an entry of the configuration speaks of; or what is wrong with it.
    pub fn new(root: &Path, said: &SameAppeal) -> Result<Self, String> {
        let (patterns, each) = match said {
            SameAppeal::Each(pattern) => (vec![folder(pattern)], true),
            SameAppeal::All(patterns) => (patterns.clone(), false),
        };
        let fits_none = |pattern: &&String| pattern.trim().is_empty() || pattern.starts_with('#');
        if patterns.is_empty() || patterns.iter().any(|one| fits_none(&one)) {
            return Err("no letter fits this".to_owned());
        }
        if patterns[0].starts_with('!') {
            return Err("`!` takes letters out of what stands before it".to_owned());
        }
        let name = format!("{}\n{}", root.to_string_lossy(), patterns.join("\n"));
        let patterns = Globs::new(root, patterns.iter().map(String::as_str));
        Ok(Self { patterns: patterns.map_err(|(_, message)| message)?, name, each })
    }

    /// The appeal that the letter at `path`, which is absolute, is a draft of: the same text for all its
    /// drafts.
    pub fn appeal(&self, path: &Path) -> Option<String> {
        let folder = self.patterns.folder_of(path).filter(|_| self.each);
        let folder = folder.map(|folder| folder.to_string_lossy().into_owned());
        folder.or_else(|| self.patterns.cover(path).then(|| self.name.clone()))
    }
}

/// The pattern of a folder for what may be the pattern of all in it.
fn folder(pattern: &str) -> String {
    match pattern.strip_suffix("/**") {
        Some(folder) if folder.contains('/') => format!("{folder}/"),
        Some(folder) if !folder.is_empty() => format!("/{folder}/"),
        _ => pattern.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts(said: SameAppeal) -> Result<Drafts, String> {
        Drafts::new(Path::new("/work"), &said)
    }

    fn same(said: SameAppeal, one: &str, other: &str) -> bool {
        let drafts = drafts(said).expect("good patterns");
        let appeal = |path| drafts.appeal(Path::new(path));
        appeal(one).is_some() && appeal(one) == appeal(other)
    }

    #[test]
    fn each_folder_that_fits_is_an_appeal_with_all_below_it() {
        for pattern in ["clients/*", "clients/*/", "clients/*/**"] {
            let same = |one, other| same(SameAppeal::Each(pattern.into()), one, other);
            assert!(same("/work/clients/a/1.txt", "/work/clients/a/sent/2.txt"), "{pattern}");
            assert!(!same("/work/clients/a/1.txt", "/work/clients/b/1.txt"), "{pattern}");
            assert!(!same("/work/old/1.txt", "/work/old/2.txt"), "{pattern}");
        }
        let same = |one, other| same(SameAppeal::Each("a/**".into()), one, other);
        assert!(same("/work/a/1.txt", "/work/a/b/2.txt"));
        assert!(!same("/work/c/a/1.txt", "/work/c/a/2.txt"), "as in a .gitignore");
    }

    #[test]
    fn a_pattern_of_letters_and_a_list_of_patterns_are_one_appeal() {
        let files = SameAppeal::Each("lumo-*.txt".into());
        assert!(same(files, "/work/a/lumo-1.txt", "/work/b/lumo-2.txt"));
        let list =
            || SameAppeal::All(vec!["lumo-*/".into(), "sent/lumo".into(), "!keep.txt".into()]);
        assert!(same(list(), "/work/lumo-us/1.txt", "/work/sent/lumo/1.txt"));
        assert!(same(list(), "/work/lumo-us/1.txt", "/work/lumo-de/x/1.txt"));
        assert!(!same(list(), "/work/lumo-us/1.txt", "/work/nova/1.txt"));
    }

    #[test]
    fn what_fits_no_letter_is_told() {
        let all =
            |patterns: &[&str]| SameAppeal::All(patterns.iter().map(|&one| one.into()).collect());
        for wrong in [all(&[]), all(&["a", " "]), all(&["#a"]), all(&["!a"]), all(&["a{b"])] {
            assert!(drafts(wrong.clone()).is_err(), "{wrong:?}");
        }
    }
}
