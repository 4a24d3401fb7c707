//! Comments for this tool that silence nothing.

use super::comments::{Directive, Name};
use super::judge::{Context, Finding, Findings};
use crate::lint::Applicability;
use crate::source::Span;

/// Reports directives, or names in them, that silenced no finding; after all other lints have run.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for (directive, unused) in cx.unused_directives() {
        let names: Vec<&str> = unused.iter().map(|name| name.text.as_str()).collect();
        let finding = Finding::at(directive.span).argument("names", names.join("`, `"));
        let (place, text) = without(directive, &unused);
        found.push(finding.replace(place, text, Applicability::MachineApplicable));
    }
}

/// The directive without the names that are of no use, or nothing in its place.
fn without(directive: &Directive, unused: &[&Name]) -> (Span, String) {
    let is_unused = |name: &&Name| unused.iter().any(|one| one.span == name.span);
    let kept: Vec<&str> =
        directive.names.iter().filter(|name| !is_unused(name)).map(|name| &*name.text).collect();
    let spans = directive.names.iter().map(|name| name.span);
    match spans.reduce(Span::cover).filter(|_| !kept.is_empty()) {
        Some(all) => (all, kept.join(", ")),
        None => (directive.removal, String::new()),
    }
}
