//! Fixes at a click: one for each finding that has one, and all that are surely right at once.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use appeal_lint::diagnostic::Edit;
use appeal_lint::fix::fix_with;
use appeal_lint::lint::{Applicability, Lang};
use appeal_lint::report::offered_edits;
use appeal_lint::source::Span;
use appeal_lint::{Diagnostic, Source};

use super::client::Client;
use super::diagnostics::{places_of, show};
use super::documents::Document;
use super::positions::Places;

/// Makes all fixes that are surely right.
pub const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.appeal-lint");

/// What can be done about a range of a document.
pub fn actions(
    document: &Document,
    range: Range,
    asked: &CodeActionContext,
    client: &Client,
) -> Vec<CodeAction> {
    let Some(settings) = document.settings() else { return Vec::new() };
    let menu = Menu {
        document,
        client,
        places: Places::new(document.source.text(), client.unit),
        lang: settings.lang,
    };
    let mut actions = Vec::new();
    if wants(asked, &CodeActionKind::QUICKFIX) {
        let here = menu.places.span(range);
        let found = document.found();
        let near = found.iter().filter(|one| places_of(one).any(|place| touches(place, here)));
        actions.extend(near.filter_map(|one| menu.quick_fix(one)));
    }
    // Editors that name no kind ask whenever the cursor moves, and all fixes take several rounds.
    if asked.only.is_some() && wants(asked, &FIX_ALL) {
        let judge = |source: &Source| document.judge(source, settings);
        let fixed = fix_with(&document.source, false, &judge);
        actions.extend(menu.fix_all(&fixed.edits));
    }
    actions
}

/// Whether actions of that kind are asked for: where no kind is named, any; and a kind holds those
/// whose names go on behind it.
fn wants(asked: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let holds = |one: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(one.as_str());
        rest.is_some_and(|rest| one.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
    };
    asked.only.as_ref().is_none_or(|only| only.iter().any(holds))
}

/// Whether two places share a byte or an end: a cursor behind a word is at the word.
fn touches(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// The actions for a document.
struct Menu<'d> {
    document: &'d Document,
    client: &'d Client,
    places: Places<'d>,
    lang: Lang,
}

impl Menu<'_> {
    /// The fix of a finding, unless it has gaps that only the writer can fill.
    fn quick_fix(&self, found: &Diagnostic<'_>) -> Option<CodeAction> {
        let sure = found.fix.as_ref()?.applicability == Applicability::MachineApplicable;
        let edits = offered_edits(&self.document.source, found);
        (!edits.is_empty()).then(|| CodeAction {
            title: self.title(&edits),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![show(found, self.document, &self.places, self.client)]),
            edit: Some(self.edit(edits)),
            is_preferred: Some(sure),
            ..CodeAction::default()
        })
    }

    fn fix_all(&self, edits: &[Edit]) -> Option<CodeAction> {
        let title = match self.lang {
            Lang::En => format!("Make all sure fixes of appeal-lint ({})", edits.len()),
            Lang::Zh => format!("改正 appeal-lint 有把握的所有问题（{} 处）", edits.len()),
        };
        (!edits.is_empty()).then(|| CodeAction {
            title,
            kind: Some(FIX_ALL),
            edit: Some(self.edit(edits)),
            ..CodeAction::default()
        })
    }

    /// What the edits do, in few words.
    fn title(&self, edits: &[&Edit]) -> String {
        let [edit] = edits else {
            return match self.lang {
                Lang::En => format!("Change {} places", edits.len()),
                Lang::Zh => format!("改动 {} 处", edits.len()),
            };
        };
        let old = self.document.source.text().get(edit.span.range()).unwrap_or_default();
        let (old, new) = (quoted(old), quoted(&edit.text));
        match (self.lang, edit.span.is_empty(), edit.text.is_empty()) {
            (Lang::En, true, _) => format!("Insert {new}"),
            (Lang::En, _, true) => format!("Delete {old}"),
            (Lang::En, ..) => format!("Replace {old} with {new}"),
            (Lang::Zh, true, _) => format!("插入 {new}"),
            (Lang::Zh, _, true) => format!("删除 {old}"),
            (Lang::Zh, ..) => format!("把 {old} 改为 {new}"),
        }
    }

    /// Edits of the document, with its version where the editor looks at that.
    fn edit<'e>(&self, edits: impl IntoIterator<Item = &'e Edit>) -> WorkspaceEdit {
        let newline = if self.document.source.text().contains("\r\n") { "\r\n" } else { "\n" };
        let edit = |edit: &Edit| {
            let text = edit.text.replace("\r\n", "\n").replace('\n', newline);
            TextEdit::new(self.places.range(edit.span), text)
        };
        let edits: Vec<_> = edits.into_iter().map(edit).collect();
        let Document { uri, version, .. } = self.document;
        if !self.client.versioned_edits {
            return WorkspaceEdit::new(HashMap::from([(uri.clone(), edits)]));
        }
        let (uri, version) = (uri.clone(), Some(*version));
        let changes = DocumentChanges::Edits(vec![TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        }]);
        WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

/// The longest text that a title quotes, in characters.
const LONGEST_QUOTE: usize = 40;

/// A text in quotes, on one line; of a long one the beginning.
fn quoted(text: &str) -> String {
    let all = text.replace(['\r', '\n', '\t'], " ");
    let mut short: String = all.chars().take(LONGEST_QUOTE).collect();
    if short.len() < all.len() {
        short.push('…');
    }
    format!("`{short}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_holds_those_below_it() {
        let asked = |kinds: &[&'static str]| CodeActionContext {
            only: Some(kinds.iter().map(|kind| CodeActionKind::new(kind)).collect()),
            ..CodeActionContext::default()
        };
        for kind in ["", "source", "source.fixAll", "source.fixAll.appeal-lint"] {
            assert!(wants(&asked(&[kind]), &FIX_ALL), "{kind}");
        }
        for kind in ["quickfix", "source.fix", "source.fixAll.other", "source.fixAll.appeal-lint.x"]
        {
            assert!(!wants(&asked(&[kind]), &FIX_ALL), "{kind}");
        }
        assert!(wants(&CodeActionContext::default(), &FIX_ALL));
        assert!(!wants(&asked(&[]), &FIX_ALL));
    }
}
