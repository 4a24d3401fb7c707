//! Why a lint minds: what `appeal-lint explain` prints, shorter.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use appeal_lint::Diagnostic;
use appeal_lint::lint::Lang;
use appeal_lint::report::reflow;

use super::client::Client;
use super::diagnostics::places_of;
use super::documents::Document;
use super::positions::Places;

/// What there is to say about a position of a document.
pub fn hover(document: &Document, at: Position, client: &Client) -> Option<Hover> {
    let settings = document.settings()?;
    let places = Places::new(document.source.text(), client.unit);
    let at = places.offset(at);
    let found = document.found();
    let place = |one| places_of(one).find(|place| place.start <= at && at <= place.end);
    let here = found.iter().filter_map(|one| Some((one, place(one)?)));
    let here: Vec<_> = here.collect();
    let range = places.range(here.first()?.1);
    let (kind, rule) = match client.markdown {
        true => (MarkupKind::Markdown, "\n\n---\n\n"),
        false => (MarkupKind::PlainText, "\n\n"),
    };
    let texts: Vec<_> =
        here.iter().map(|(one, _)| page(one, settings.lang, client.markdown)).collect();
    let contents = MarkupContent { kind, value: texts.join(rule) };
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(range) })
}

/// The page about a finding: the lint, why it minds, what to write instead, and who says so. Nothing
/// of the letter is quoted, which might be taken for marks.
fn page(found: &Diagnostic<'_>, lang: Lang, markdown: bool) -> String {
    let (lint, text) = (found.lint, found.lint.text(lang));
    let bold = |title: &str| if markdown { format!("**{title}**") } else { title.to_owned() };
    let [instead, from] = match lang {
        Lang::En => ["What to write:", "Sources:"],
        Lang::Zh => ["怎么写：", "来源："],
    };
    let title = bold(&lint.name);
    let mut page = format!("{title} ({}, {})\n\n{}\n\n", lint.group, found.level, text.summary);
    // The editor wraps; lines that stay lines must say so in Markdown.
    let explain = reflow(&text.explain, usize::MAX, 0);
    page += &if markdown { explain.replace('\n', "  \n") } else { explain };
    page += &format!("\n\n{} {}", bold(instead), text.help);
    if !lint.sources.is_empty() {
        let sources: Vec<_> = lint.sources.iter().map(|source| format!("- {source}")).collect();
        page += &format!("\n\n{}\n\n{}", bold(from), sources.join("\n"));
    }
    page
}
