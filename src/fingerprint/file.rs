//! The file of fingerprints: text, a line a template, hashes only. `docs/fingerprints.md` documents
//! it for others.

use std::fmt;
use std::fmt::Write as _;

use super::{Entry, Template};
use crate::hash::fnv;

/// The first line of a file of this version.
const MAGIC: &str = "appeal-lint fingerprints 1";

/// The last word whose place the file can name; runs behind it share that place.
const FAR: u32 = 0xffff;

/// Why a file of fingerprints was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It does not begin as such a file does.
    Foreign,
    /// It is of a version that this program does not read.
    Version(String),
    /// This line, from 1, does not read.
    Line(usize),
    /// The last line is missing or does not fit what stands above: the file is cut off or altered.
    Damaged,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("not a file of fingerprints"),
            Self::Version(found) => {
                write!(f, "fingerprints of version {found}, this program reads version 1")
            }
            Self::Line(line) => {
                write!(f, "damaged file of fingerprints: line {line} does not read")
            }
            Self::Damaged => {
                f.write_str("damaged file of fingerprints: it is cut off or was altered")
            }
        }
    }
}

impl std::error::Error for FileError {}

/// The file for these texts; `fingerprints` holds each one's (hash, word).
#[must_use]
pub fn write(texts: &[(Template, Vec<(u64, u32)>)]) -> String {
    let mut file = format!("{MAGIC}\n");
    for (template, fingerprints) in texts {
        let field = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        let Template { name, published, case, words } = template;
        let _ = write!(file, "{}\t{}\t{}\t{words}\t", field(name), field(published), field(case));
        for (hash, word) in fingerprints {
            let _ = write!(file, "{hash:016x}{:04x}", word.min(&FAR));
        }
        file.push('\n');
    }
    let sum = checksum(&file);
    let _ = writeln!(file, "end\t{sum:016x}");
    file
}

/// The texts and fingerprints of a file; texts are numbered from `first`.
///
/// # Errors
/// [`FileError`] when it is another file, of another version, or damaged.
pub fn read(file: &str, first: u32) -> Result<(Vec<Template>, Vec<Entry>), FileError> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    begins(file)?;
    let (body, end) = file.trim_end().rsplit_once('\n').ok_or(FileError::Damaged)?;
    let said =
        end.trim_end().strip_prefix("end\t").and_then(|sum| u64::from_str_radix(sum, 16).ok());
    let (mut templates, mut entries) = (Vec::new(), Vec::new());
    let lines: Vec<&str> = body.trim_end_matches('\r').lines().collect();
    for (at, line) in lines.iter().enumerate().skip(1) {
        let template = first + templates.len() as u32;
        templates.push(text(line, template, &mut entries).ok_or(FileError::Line(at + 1))?);
    }
    let sum = checksum(&(lines.join("\n") + "\n"));
    if said != Some(sum) {
        return Err(FileError::Damaged);
    }
    Ok((templates, entries))
}

/// Whether a text means to be such a file.
#[must_use]
pub fn is_file(text: &str) -> bool {
    begins(text) != Err(FileError::Foreign)
}

/// Whether the file begins as a file of this version does.
fn begins(file: &str) -> Result<(), FileError> {
    let first = file.lines().next().unwrap_or_default().trim_end();
    let name = MAGIC.trim_end_matches(|c: char| c.is_ascii_digit());
    match first.strip_prefix(name) {
        None => Err(FileError::Foreign),
        Some(version) if !MAGIC.ends_with(version) || version.is_empty() => {
            Err(FileError::Version(version.chars().take(8).collect()))
        }
        Some(_) => Ok(()),
    }
}

/// One line: a text and its fingerprints.
fn text(line: &str, template: u32, entries: &mut Vec<Entry>) -> Option<Template> {
    let mut fields = line.split('\t');
    let mut field = || fields.next();
    let (name, published, case) = (field()?, field()?, field()?);
    let words = field()?.parse().ok()?;
    let hashes = field()?.as_bytes();
    for one in hashes.chunks(20) {
        let one = std::str::from_utf8(one).ok()?;
        let hash = u64::from_str_radix(one.get(..16)?, 16).ok()?;
        let word = u32::from_str_radix(one.get(16..20)?, 16).ok()?;
        entries.push(Entry { hash, template, word });
    }
    let own = |text: &str| text.to_string().into();
    Some(Template { name: own(name), published: own(published), case: own(case), words })
}

/// Tells a damaged file, not a forged one.
fn checksum(text: &str) -> u64 {
    fnv(text.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> String {
        let template = Template {
            name: "letter\t7".into(),
            published: "a page".into(),
            case: "performance".into(),
            words: 300,
        };
        write(&[(template, vec![(u64::MAX, 0), (7, 70_000)])])
    }

    #[test]
    fn what_is_written_is_read() {
        let (templates, entries) = read(&file(), 3).expect("reads");
        assert_eq!(templates[0].name, "letter 7");
        assert_eq!(templates[0].words, 300);
        assert_eq!(entries[0], Entry { hash: u64::MAX, template: 3, word: 0 });
        assert_eq!(entries[1], Entry { hash: 7, template: 3, word: FAR });
        assert_eq!(read(&file().replace('\n', "\r\n"), 3), read(&file(), 3));
    }

    #[test]
    fn what_is_damaged_or_foreign_is_refused() {
        let file = file();
        assert_eq!(read("[[template]]", 0), Err(FileError::Foreign));
        assert_eq!(read("", 0), Err(FileError::Foreign));
        assert_eq!(
            read(&file.replace("prints 1", "prints 2"), 0),
            Err(FileError::Version("2".into()))
        );
        assert_eq!(read(&file.replace("300", "301"), 0), Err(FileError::Damaged));
        assert_eq!(read(&file.replace("\tffff", "\tgfff"), 0), Err(FileError::Line(2)));
        for cut in 0..file.len() - 1 {
            assert!(read(&file[..cut], 0).is_err(), "cut at {cut}");
        }
    }
}
