//! JUnit's XML, which every CI system shows: a test suite a letter, a test case a finding. An error or
//! a warning is a failed test; a note is a passed one with the note in its output, a letter without
//! findings is one passed test, and one that could not be read is one test with an error.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::place::Places;
use super::{Report, escape, plain};
use crate::diagnostic::Diagnostic;
use crate::lint::Level;
use crate::source::{Source, Unit};

/// The format `junit`.
#[derive(Default)]
pub struct Junit {
    is_open: bool,
}

impl Junit {
    fn open(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if std::mem::replace(&mut self.is_open, true) {
            return Ok(());
        }
        writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
        writeln!(out, "<testsuites name=\"appeal-lint\">")
    }
}

impl Report for Junit {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        self.open(out)?;
        let places = Places::new(source, Unit::CodePoint);
        let name = plain::line(&escape::path(source.name()));
        let failures = found.iter().filter(|one| is_failure(one.level)).count().to_string();
        let tests = found.len().max(1).to_string();
        Writer::new(&mut *out)
            .create_element("testsuite")
            .with_attribute(("name", &*name))
            .with_attribute(("tests", &*tests))
            .with_attribute(("failures", &*failures))
            .with_attribute(("errors", "0"))
            .write_inner_content(|suite| {
                if found.is_empty() {
                    let case =
                        suite.create_element("testcase").with_attribute(("name", "appeal-lint"));
                    case.with_attribute(("classname", &*name)).write_empty()?;
                }
                found.iter().try_for_each(|one| case(suite, &name, &places, one))
            })?;
        writeln!(out)
    }

    fn unread(&mut self, name: &str, why: &str, out: &mut dyn Write) -> io::Result<()> {
        self.open(out)?;
        let (name, why) = (plain::line(&escape::path(name)), plain::line(why));
        Writer::new(&mut *out)
            .create_element("testsuite")
            .with_attribute(("name", &*name))
            .with_attribute(("tests", "1"))
            .with_attribute(("failures", "0"))
            .with_attribute(("errors", "1"))
            .write_inner_content(|suite| {
                let case = suite
                    .create_element("testcase")
                    .with_attribute(("name", "appeal-lint"))
                    .with_attribute(("classname", &*name))
                    .with_attribute(("file", &*name));
                case.write_inner_content(|case| {
                    let error = case.create_element("error").with_attribute(("message", &*why));
                    error.with_attribute(("type", "unread")).write_empty()?;
                    Ok(())
                })?;
                Ok(())
            })?;
        writeln!(out)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.open(out)?;
        writeln!(out, "</testsuites>")
    }
}

fn is_failure(level: Level) -> bool {
    level >= Level::Warning
}

/// A finding. What XML cannot hold is replaced as for a terminal.
fn case<W: Write>(
    suite: &mut Writer<W>,
    file: &str,
    places: &Places<'_>,
    diagnostic: &Diagnostic<'_>,
) -> io::Result<()> {
    let at = places.extent(diagnostic.span).start;
    let line = at.line.to_string();
    let message = plain::line(&diagnostic.message);
    let place = format!("{file}:{}:{}", at.line, at.column);
    let text = format!("{place}: {message}\n{}", plain::line(&diagnostic.help));
    let text = BytesText::new(text.trim_end());
    // GitLab keeps one test of a name.
    let name = format!("{} {}:{}", diagnostic.lint.name, at.line, at.column);
    let case = suite
        .create_element("testcase")
        .with_attribute(("name", &*name))
        .with_attribute(("classname", file))
        .with_attribute(("file", file))
        .with_attribute(("line", &*line));
    case.write_inner_content(|case| {
        if is_failure(diagnostic.level) {
            let failure = case.create_element("failure").with_attribute(("message", &*message));
            failure.with_attribute(("type", diagnostic.level.name())).write_text_content(text)?;
        } else {
            case.create_element("system-out").write_text_content(text)?;
        }
        Ok(())
    })?;
    Ok(())
}
