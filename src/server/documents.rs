//! The documents that are open in the editor, as they are there.

use std::collections::BTreeMap;

use lsp_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use appeal_lint::baseline::Accepted;
use appeal_lint::source::Unit;
use appeal_lint::{Diagnostic, Settings, Source, lint};

use super::positions::Places;
use super::uri;

/// The open documents, by URI.
pub type Documents = BTreeMap<Uri, Document>;

/// An open document.
#[derive(Debug)]
pub struct Document {
    pub uri: Uri,
    pub version: i32,
    /// Its text.
    pub source: Source,
    /// What it is judged under, or nothing: it is excluded, or its configuration was never right.
    pub settings: Option<Settings>,
    /// The findings that its baseline accepts.
    pub accepted: Accepted,
    /// Whether its findings are still to be told.
    pub is_stale: bool,
}

impl Document {
    pub fn new(item: TextDocumentItem) -> Self {
        let source = Source::new(name(&item.uri, &item.language_id), item.text);
        let (uri, version) = (item.uri, item.version);
        let accepted = Accepted::default();
        Self { uri, version, source, settings: None, accepted, is_stale: true }
    }

    /// Takes over what the user typed.
    pub fn change(&mut self, version: i32, changes: &[TextDocumentContentChangeEvent], unit: Unit) {
        let mut text = self.source.text().to_owned();
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = Places::new(&text, unit).span(range);
                    text.replace_range(span.range(), &change.text);
                }
                None => text.clone_from(&change.text),
            }
        }
        self.source = self.source.with_text(text);
        self.version = version;
        self.is_stale = true;
    }

    /// What is found in it.
    pub fn found(&self) -> Vec<Diagnostic<'_>> {
        self.settings.as_ref().map_or_else(Vec::new, |settings| self.judge(&self.source, settings))
    }

    /// What is found in a text that it has or may get. Nothing is missing from a letter that is not
    /// begun.
    pub fn judge<'l>(&self, source: &Source, settings: &'l Settings) -> Vec<Diagnostic<'l>> {
        if source.text().trim().is_empty() {
            return Vec::new();
        }
        self.accepted.sort_out(source, lint(source, settings)).0
    }
}

/// A name whose ending tells what the editor takes the text for, whatever the file is called.
fn name(at: &Uri, language: &str) -> String {
    let path = uri::path(at).unwrap_or_else(|| "untitled".into());
    let is = |ending: &str| path.extension().is_some_and(|one| one.eq_ignore_ascii_case(ending));
    let ending = if language == "markdown" { "md" } else { "txt" };
    let name = path.to_string_lossy();
    if is(ending) { name.into_owned() } else { format!("{name}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_the_editor_decides() {
        let name = |uri: &str, language| name(&uri.parse().expect("a URI"), language);
        assert_eq!(name("untitled:Untitled-1", "plaintext"), "untitled.txt");
        assert_eq!(name("file:///a/draft", "markdown"), "/a/draft.md");
        assert_eq!(name("file:///a/b.MD", "markdown"), "/a/b.MD");
    }
}
