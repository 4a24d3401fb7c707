//! Baselines as files: TOML, sorted, so that a change of one finding is a change of a few lines.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{Baseline, Entry, Key};
use crate::lint::Problem;
use crate::spelling::plain_path;

/// The version of the format.
const VERSION: u32 = 1;

const HEAD: &str = "\
# Findings that are accepted: appeal-lint does not report them. `appeal-lint --write-baseline` writes
# this file, `--prune-baseline` takes out what is mended. A `reason` that you add stays, other remarks
# do not.
";

/// The least that every version of the format has.
#[derive(Deserialize)]
struct Head {
    version: Option<Spanned<toml::Value>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Read {
    #[serde(rename = "version")]
    _version: u32,
    #[serde(default)]
    finding: Vec<Finding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    file: String,
    lint: String,
    hash: Option<Spanned<String>>,
    count: Option<Spanned<u32>>,
    #[serde(default)]
    text: String,
    reason: Option<String>,
}

#[derive(Serialize)]
struct Write<'b> {
    version: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    finding: Vec<Written<'b>>,
}

#[derive(Serialize)]
struct Written<'b> {
    file: &'b str,
    lint: &'b str,
    hash: Option<String>,
    count: Option<u32>,
    text: Option<&'b str>,
    reason: Option<&'b str>,
}

impl Baseline {
    /// Reads the text of a baseline that complaints call `name`.
    ///
    /// # Errors
    /// When it is damaged, of another version, or something else.
    pub fn read(name: &str, text: &str) -> Result<Self, Problem> {
        let toml = |error| Problem::toml(name, text, &error);
        let wrong =
            |(place, message): Wrong| Problem::span(name, text, (place.start, place.end), message);
        toml::from_str(text).map_err(toml).and_then(|head: Head| head.check().map_err(wrong))?;
        let read: Read = toml::from_str(text).map_err(toml)?;
        let mut baseline = Self::default();
        for one in read.finding {
            baseline.add(one).map_err(wrong)?;
        }
        Ok(baseline)
    }

    fn add(&mut self, one: Finding) -> Result<(), Wrong> {
        let sentence = one.hash.as_ref().map(hash).transpose()?;
        let count = one.count.as_ref().map_or(Ok(1), count)?;
        let letter = self.letters.entry(plain_path(&one.file).into_owned()).or_default();
        let entry = letter.entries.entry(Key { lint: one.lint, sentence }).or_default();
        // Two branches may have accepted the same.
        entry.count = entry.count.max(count);
        entry.text = one.text;
        entry.reason = entry.reason.take().or(one.reason);
        Ok(())
    }

    /// The text of the file.
    ///
    /// # Errors
    /// When a value has no form in TOML, which does not happen.
    pub fn write(&self) -> Result<String, toml::ser::Error> {
        let findings = self.letters.iter().flat_map(|(file, accepted)| {
            accepted.entries.iter().map(move |(key, entry)| written(file, key, entry))
        });
        let body = toml::to_string(&Write { version: VERSION, finding: findings.collect() })?;
        Ok(format!("{HEAD}{body}"))
    }
}

fn written<'b>(file: &'b str, key: &'b Key, entry: &'b Entry) -> Written<'b> {
    Written {
        file,
        lint: &key.lint,
        hash: key.sentence.map(|hash| format!("{hash:016x}")),
        count: Some(entry.count).filter(|count| *count > 1),
        text: Some(entry.text.as_str()).filter(|text| !text.is_empty()),
        reason: entry.reason.as_deref(),
    }
}

/// A place in the file, and what is wrong there.
type Wrong = (Range<usize>, String);

impl Head {
    fn check(self) -> Result<(), Wrong> {
        let Some(version) = self.version else {
            return Err((0..usize::MAX, "this is no baseline: it says no `version`".to_owned()));
        };
        if version.get_ref().as_integer() == Some(VERSION.into()) {
            return Ok(());
        }
        let message = format!(
            "this program reads version {VERSION} of baselines; delete the file to have it written anew, \
             but keep a copy: the reasons in it go as well"
        );
        Err((version.span(), message))
    }
}

fn hash(digits: &Spanned<String>) -> Result<u64, Wrong> {
    let text = digits.get_ref();
    let plain = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = u64::from_str_radix(text, 16).ok().filter(|_| plain);
    value.ok_or_else(|| (digits.span(), "a hash has 16 digits, 0 to 9 and a to f".to_owned()))
}

fn count(count: &Spanned<u32>) -> Result<u32, Wrong> {
    let value = Some(*count.get_ref()).filter(|count| *count > 0);
    value.ok_or_else(|| (count.span(), "a count is 1 or more".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"version = 1

[[finding]]
file = "a/信.txt"
lint = "missing-contact"

[[finding]]
file = "a/信.txt"
lint = "tone"
hash = "00000000000000ff"
count = 2
text = 'We say "never"…'
reason = "the client's\nwish \\ \u001B"
"#;

    #[test]
    fn what_is_written_is_read() {
        let baseline = Baseline::read("b.toml", FILE).expect("reads");
        let text = baseline.write().expect("writes");
        assert_eq!(Baseline::read("b.toml", &text), Ok(baseline.clone()));
        assert_eq!(text.matches("[[finding]]").count(), 2, "{text}");
        let twice = format!("{FILE}{}", FILE.replace("version = 1", "").replace("count = 2", ""));
        assert_eq!(Baseline::read("b.toml", &twice), Ok(baseline));
    }

    #[test]
    fn a_path_written_by_hand_is_that_of_the_letter() {
        let by_hand = FILE.replacen("a/信.txt", "./a//./信.txt", 1);
        assert_eq!(Baseline::read("b.toml", &by_hand), Baseline::read("b.toml", FILE));
    }

    #[test]
    fn what_is_damaged_or_foreign_is_told_with_its_place() {
        for (old, new, place, reason) in [
            ("version = 1", "version = 2", "1:11", "version 1 of baselines"),
            ("version = 1", "[package]", "1:1", "no baseline"),
            ("00ff", "ff", "10:8", "16 digits"),
            ("count = 2", "count = 0", "11:9", "1 or more"),
            ("count", "cuont", "11:1", "did you mean `count`?"),
            ("lint = \"tone\"\n", "<<<<<<< ours\n", "9:9", ""),
        ] {
            let problem = Baseline::read("b.toml", &FILE.replace(old, new)).expect_err(new);
            let said = problem.to_string();
            assert!(said.starts_with(&format!("b.toml:{place}: ")), "{said}");
            assert!(said.contains(reason), "{said}");
        }
    }
}
