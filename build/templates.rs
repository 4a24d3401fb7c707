//! Writes the fingerprints of published templates down as a static.

use std::fmt::Write as _;

use crate::fingerprint::{Entry, Set, Template, read};

/// The set of a file of fingerprints, as `static TEMPLATES`; or why the file does not read.
pub fn templates(file: &str) -> Result<String, String> {
    let (templates, entries) = read(file, 0).map_err(|why| why.to_string())?;
    let set = Set::new(templates, entries);
    let mut out = String::new();
    let template = |Template { name, published, case, words }: &Template| {
        format!(
            "Template {{ name: Cow::Borrowed({name:?}), published: Cow::Borrowed({published:?}), \
             case: Cow::Borrowed({case:?}), words: {words} }}"
        )
    };
    let entry = |Entry { hash, template, word }: &Entry| {
        format!("Entry {{ hash: {hash:#x}, template: {template}, word: {word} }}")
    };
    let templates: Vec<_> = set.templates.iter().map(template).collect();
    let entries: Vec<_> = set.entries.iter().map(entry).collect();
    let index: Vec<_> = set.index.iter().map(u32::to_string).collect();
    let _ = write!(
        out,
        "/// The fingerprints of published templates.\n\
         pub static TEMPLATES: Set = Set {{\n\
         templates: Cow::Borrowed(&[\n{}]),\nentries: Cow::Borrowed(&[\n{}]),\n\
         index: Cow::Borrowed(&[{}]) }};\n",
        templates.join(",\n"),
        entries.join(",\n"),
        index.join(",")
    );
    Ok(out)
}
