//! SARIF 2.1.0, which GitHub's code scanning, GitLab, Azure and viewers in editors read. Results are
//! written as they come; the rules that they refer to follow at the end of the run.

mod notification;
mod result;
mod rule;

use std::collections::HashMap;
use std::io::{self, Write};

use serde::Serialize;

use super::identity::Identities;
use super::list::List;
use super::place::Places;
use super::{Report, escape};
use crate::diagnostic::Diagnostic;
use crate::lint::{Lang, Lint};
use crate::source::{Source, Unit};
use notification::{Invocation, Notification};
use result::{Finding, Letter};
use rule::Rule;

/// The format `sarif`.
pub struct Sarif {
    lang: Lang,
    results: List,
    rules: Vec<Rule>,
    /// Where in `rules` a lint stands.
    known: HashMap<String, usize>,
    identities: Identities,
    unread: Vec<Notification>,
}

/// What stands before the results. SARIF knows two units of columns; the other is UTF-16's.
const OPEN: &str = r#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","#;

impl Sarif {
    /// A report whose rules speak `lang`.
    pub fn new(lang: Lang) -> Self {
        let language = match lang {
            Lang::En => "en",
            Lang::Zh => "zh",
        };
        Self {
            lang,
            results: List::new(format!("{OPEN}\"language\":\"{language}\",\"results\":[")),
            rules: Vec::new(),
            known: HashMap::new(),
            identities: Identities::default(),
            unread: Vec::new(),
        }
    }

    /// The index of the rule for a lint.
    fn rule(&mut self, lint: &Lint) -> usize {
        if let Some(index) = self.known.get(&*lint.name) {
            return *index;
        }
        self.rules.push(Rule::new(lint, self.lang));
        self.known.insert(lint.name.to_string(), self.rules.len() - 1);
        self.rules.len() - 1
    }
}

impl Report for Sarif {
    fn letter(
        &mut self,
        source: &Source,
        found: &[Diagnostic<'_>],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let uri = escape::uri(source.name());
        let letter = Letter { uri: &uri, source, places: Places::new(source, Unit::CodePoint) };
        for diagnostic in found {
            let rule = self.rule(diagnostic.lint);
            let identity = self.identities.of(&escape::path(source.name()), source, diagnostic);
            self.results.push(&Finding::new(&letter, diagnostic, rule, identity), out)?;
        }
        Ok(())
    }

    fn unread(&mut self, name: &str, why: &str, _: &mut dyn Write) -> io::Result<()> {
        self.unread.push(Notification::new(escape::uri(name), format!("{name}: {why}")));
        Ok(())
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.results.close(out)?;
        if !self.unread.is_empty() {
            write!(out, ",\"invocations\":")?;
            serde_json::to_writer(&mut *out, &[Invocation::failed(&self.unread)])?;
        }
        let driver =
            Driver { name: "appeal-lint", version: env!("CARGO_PKG_VERSION"), rules: &self.rules };
        write!(out, ",\"tool\":{{\"driver\":")?;
        serde_json::to_writer(&mut *out, &driver)?;
        writeln!(out, "}}}}]}}")
    }
}

/// The program.
#[derive(Serialize)]
struct Driver<'r> {
    name: &'static str,
    version: &'static str,
    rules: &'r [Rule],
}

/// A text of SARIF.
#[derive(Serialize)]
struct Message<T> {
    text: T,
}
