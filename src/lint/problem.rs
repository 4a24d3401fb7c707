//! What is wrong with a TOML file that somebody wrote: a lint, word classes, a configuration.

use std::fmt;

/// A place in a file, and what is wrong with it. It holds the line, so that it can be shown without
/// the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's path, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The text of that line.
    pub excerpt: String,
    /// Where in that line the place begins and ends, in bytes.
    pub place: (usize, usize),
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl Problem {
    /// A problem with a file as a whole, such as that there is none.
    #[must_use]
    pub fn whole(file: &str, message: impl Into<String>) -> Self {
        Self::at(file, "", 0, message)
    }

    /// A problem with `needle`, a string in the file, at its byte `offset`; or with the first line.
    #[must_use]
    pub fn near(
        file: &str,
        text: &str,
        needle: &str,
        offset: usize,
        message: impl Into<String>,
    ) -> Self {
        let escaped = needle.replace('\\', "\\\\").replace('"', "\\\"");
        let quoted = text.find(&format!("\"{escaped}\"")).map(|at| at + 1);
        let at = quoted.or_else(|| text.find(&escaped)).or_else(|| text.find(needle));
        match at.filter(|_| !needle.is_empty()) {
            None => Self::at(file, text, 0, message),
            // Where something is escaped, offsets into the string are none into the file.
            Some(at) if offset > 0 && escaped == needle => {
                Self::span(file, text, (at + offset, at + needle.len()), message)
            }
            Some(at) => Self::span(file, text, (at, at + escaped.len()), message),
        }
    }

    /// A problem with what begins at a byte of the file, up to the end of its line.
    #[must_use]
    pub fn at(file: &str, text: &str, at: usize, message: impl Into<String>) -> Self {
        Self::span(file, text, (at, usize::MAX), message)
    }

    /// A problem with some bytes of the file; of several lines only the first is shown.
    #[must_use]
    pub fn span(
        file: &str,
        text: &str,
        (start, end): (usize, usize),
        message: impl Into<String>,
    ) -> Self {
        let start = boundary(text, start);
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = text[..start].bytes().filter(|byte| *byte == b'\n').count() + 1;
        let excerpt = text[first..].lines().next().unwrap_or_default().trim_end();
        let from = (start - first).min(excerpt.len());
        let to = boundary(excerpt, end.saturating_sub(first));
        Self {
            file: file.to_owned(),
            line,
            excerpt: excerpt.to_owned(),
            place: (from, to.max(from)),
            message: message.into(),
        }
    }

    /// What TOML says of a file.
    #[must_use]
    pub fn toml(file: &str, text: &str, error: &toml::de::Error) -> Self {
        let span = error.span().map_or((0, usize::MAX), |span| (span.start, span.end));
        Self::span(file, text, span, plain(error.message()))
    }

    /// The column of the place, from 1, in code points.
    #[must_use]
    pub fn column(&self) -> usize {
        self.excerpt[..self.place.0].chars().count() + 1
    }
}

/// The last place at or before `at` where a character begins, or the end.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// A message of TOML or serde on one line; of the names that serde expected, the one that was meant.
fn plain(message: &str) -> String {
    let message = message.replace('\n', " ");
    let message = message.replace("expected u32", "expected a whole number from 0 to 4294967295");
    let message = message.replace("expected a sequence", "expected a list: `[\"…\"]`");
    if message.ends_with("untagged enum OneOrMany") {
        return "expected a text, or a list of texts: `[\"…\"]`".to_owned();
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("the key {key} is missing");
    }
    let kind = ["field", "variant"]
        .into_iter()
        .find(|kind| message.strip_prefix("unknown ").is_some_and(|rest| rest.starts_with(*kind)));
    let mut names = message.split('`').skip(1).step_by(2);
    let (Some(kind), Some(given)) = (kind, names.next()) else { return message };
    let what = if kind == "field" { "key" } else { "value" };
    let known: Vec<_> = names.collect();
    match meant(given, known.iter().copied()) {
        Some(name) => format!("there is no {what} `{given}`; did you mean `{name}`?"),
        None => format!("there is no {what} `{given}`; there are `{}`", known.join("`, `")),
    }
}

/// The known name that somebody meant who wrote `given`, whatever the capitals.
pub fn meant<'n>(given: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let given = given.to_lowercase();
    let likeness = |name: &'n str| (strsim::jaro_winkler(&given, &name.to_lowercase()), name);
    let near = known.into_iter().map(likeness).filter(|(likeness, _)| *likeness > 0.8);
    near.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, name)| name)
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column(), self.message)
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_shows_its_line() {
        let text = "a = 1\nmatch = [\"we @promis that\"]\n";
        let problem = Problem::near("x.toml", text, "we @promis that", 3, "no such class");
        assert_eq!(problem.to_string(), "x.toml:2:14: no such class");
        assert_eq!(&problem.excerpt[problem.place.0..problem.place.1], "@promis that");
    }

    #[test]
    fn a_problem_without_a_place_has_the_first_line() {
        let problem = Problem::near("x.toml", "a = 1\nb = 2", "nowhere", 0, "odd");
        assert_eq!((problem.line, problem.column()), (1, 1));
        assert_eq!(Problem::whole("x.toml", "missing").to_string(), "x.toml:1:1: missing");
    }

    #[test]
    fn serde_is_told_what_was_meant() {
        let message = "unknown field `levles`, expected one of `levels`, `lang`";
        assert_eq!(plain(message), "there is no key `levles`; did you mean `levels`?");
        let message = "unknown variant `x`, expected `en` or `zh`";
        assert_eq!(plain(message), "there is no value `x`; there are `en`, `zh`");
        let message = "invalid type: string \"a\", expected a sequence";
        assert_eq!(plain(message), "invalid type: string \"a\", expected a list: `[\"…\"]`");
        assert_eq!(plain("missing field `zh`"), "the key `zh` is missing");
    }
}
