//! The documents that are open in the editor, as they are there.

use std::collections::BTreeMap;
use std::ffi::OsStr;

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
    /// What it is judged under.
    pub basis: Basis,
    /// The findings that its baseline accepts.
    pub accepted: Accepted,
    /// Whether its findings are still to be told.
    pub is_stale: bool,
    /// Whether a change was not understood, so that the editor has another text. Until it sends all of
    /// it, what would be found or fixed would stand elsewhere.
    pub is_lost: bool,
}

/// What a document is judged under.
#[derive(Debug)]
pub enum Basis {
    Settings(Box<Settings>),
    /// The configuration leaves it out.
    Excluded,
    /// The configuration was never right: what is wrong with it.
    Broken(String),
}

impl Document {
    pub fn new(item: TextDocumentItem) -> Self {
        let source = Source::new(name(&item.uri, &item.language_id), item.text);
        let (uri, version) = (item.uri, item.version);
        let (basis, accepted) = (Basis::Broken(String::new()), Accepted::default());
        Self { uri, version, source, basis, accepted, is_stale: true, is_lost: false }
    }

    /// Takes over what the user typed.
    pub fn change(&mut self, version: i32, changes: &[TextDocumentContentChangeEvent], unit: Unit) {
        let mut text = self.source.text().to_owned();
        for change in changes {
            match change.range {
                Some(_) if self.is_lost => {}
                Some(range) => {
                    let span = Places::new(&text, unit).span(range);
                    text.replace_range(span.range(), &change.text);
                }
                None => {
                    text.clone_from(&change.text);
                    self.is_lost = false;
                }
            }
        }
        self.source = self.source.with_text(text);
        self.version = version;
        self.is_stale = true;
    }

    /// The settings that it is judged under, if it is judged at all.
    pub fn settings(&self) -> Option<&Settings> {
        match &self.basis {
            Basis::Settings(settings) if !self.is_lost => Some(settings),
            _ => None,
        }
    }

    /// What is found in it.
    pub fn found(&self) -> Vec<Diagnostic<'_>> {
        self.settings().map_or_else(Vec::new, |settings| self.judge(&self.source, settings))
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

/// What the names of letters end with.
const ENDINGS: [&str; 4] = ["md", "markdown", "txt", "text"];

/// What editors call Markdown and what goes beyond it, in any case.
const MARKDOWN: [&str; 7] = ["markdown", "gfm", "pandoc", "quarto", "rmd", "mdx", "vimwiki"];

/// A name whose ending tells whether the letter is Markdown. A file that has such an ending is what
/// the command line takes it for: some editors have one language for all that they send to a server.
/// For other files and for buffers the editor's language decides.
fn name(at: &Uri, language: &str) -> String {
    let path = uri::path(at).unwrap_or_else(|| "untitled".into());
    let name = path.to_string_lossy();
    let is_one_of =
        |text: &str, list: &[&str]| list.iter().any(|one| text.eq_ignore_ascii_case(one));
    let own = path.extension().and_then(OsStr::to_str);
    if own.is_some_and(|own| is_one_of(own, &ENDINGS)) {
        return name.into_owned();
    }
    let ending = if is_one_of(language, &MARKDOWN) { "md" } else { "txt" };
    format!("{name}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides_and_then_the_language_of_the_editor() {
        let name = |uri: &str, language| name(&uri.parse().expect("a URI"), language);
        for language in ["", "text", "plaintext", "gfm", "Markdown", "org"] {
            assert_eq!(name("file:///a/b.MD", language), "/a/b.MD");
            assert_eq!(name("file:///a/b.text", language), "/a/b.text");
        }
        assert_eq!(name("untitled:Untitled-1", "plaintext"), "untitled.txt");
        assert_eq!(name("untitled:Untitled-1", "GFM"), "untitled.md");
        assert_eq!(name("file:///a/draft", "markdown"), "/a/draft.md");
        assert_eq!(name("file:///a/b.Rmd", "rmd"), "/a/b.Rmd.md");
        assert_eq!(name("file:///a/draft", ""), "/a/draft.txt");
    }
}
