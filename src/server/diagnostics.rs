//! Findings as editors show them.

use lsp_types::{
    Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, Location,
    NumberOrString, Position, PublishDiagnosticsParams, Range,
};

use appeal_lint::Diagnostic;
use appeal_lint::lint::Level;
use appeal_lint::report::said;
use appeal_lint::source::Span;

use super::client::Client;
use super::documents::{Basis, Document};
use super::positions::Places;

/// Who finds, for editors that ask several programs.
const SOURCE: &str = "appeal-lint";

/// What is found in a document; an empty list takes back what was told before.
pub fn publish(document: &Document, client: &Client) -> PublishDiagnosticsParams {
    let places = Places::new(document.source.text(), client.unit);
    let shown = match &document.basis {
        Basis::Broken(why) => vec![not_judged(why, &places)],
        _ => document.found().iter().map(|one| show(one, document, &places, client)).collect(),
    };
    PublishDiagnosticsParams::new(document.uri.clone(), shown, Some(document.version))
}

/// That a document is not judged, at its first line: nothing found would look like nothing wrong.
fn not_judged(why: &str, places: &Places<'_>) -> Shown {
    let first = Range::new(Position::new(0, 0), Position::new(0, u32::MAX));
    Shown {
        range: places.range(places.span(first)),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: why.to_owned(),
        ..Shown::default()
    }
}

/// One finding. There is one text for it, so that the help goes below the message.
pub fn show(
    found: &Diagnostic<'_>,
    document: &Document,
    places: &Places<'_>,
    client: &Client,
) -> Shown {
    let related = found.related.iter().map(|one| DiagnosticRelatedInformation {
        location: Location::new(document.uri.clone(), places.range(one.span)),
        message: one.message.clone(),
    });
    let related: Vec<_> = related.filter(|_| client.related).collect();
    Shown {
        range: places.range(found.span),
        severity: Some(severity(found.level)),
        code: Some(NumberOrString::String(found.lint.name.to_string())),
        source: Some(SOURCE.to_owned()),
        message: said(&found.message, &found.help),
        related_information: (!related.is_empty()).then_some(related),
        ..Shown::default()
    }
}

/// Where a finding is: its place, and the other places of one that is about many.
pub fn places_of(found: &Diagnostic<'_>) -> impl Iterator<Item = Span> {
    std::iter::once(found.span).chain(found.related.iter().map(|one| one.span))
}

const fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Note | Level::Allow => DiagnosticSeverity::INFORMATION,
    }
}
