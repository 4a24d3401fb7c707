//! A finding as SARIF describes it.

use serde::Serialize;

use super::Message;
use crate::diagnostic::{Diagnostic, Edit, Related};
use crate::lint::Level;
use crate::report::offer;
use crate::report::place::{Extent, Places};
use crate::report::said::said;
use crate::source::{Source, Span};

/// A letter, and how it is referred to.
pub struct Letter<'s> {
    pub uri: &'s str,
    pub source: &'s Source,
    pub places: Places<'s>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding<'d> {
    rule_id: &'d str,
    rule_index: usize,
    level: &'static str,
    message: Message<String>,
    locations: [Location<'d>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'d>>,
    partial_fingerprints: Fingerprints,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[Repair<'d>; 1]>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'d> {
    physical_location: Physical<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<&'d str>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'d> {
    artifact_location: Artifact<'d>,
    region: Region,
}

#[derive(Serialize)]
struct Artifact<'d> {
    uri: &'d str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Serialize)]
struct Fingerprints {
    /// The number is that of the way it is made.
    #[serde(rename = "appealLint/v1")]
    identity: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Repair<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Message<&'d str>>,
    artifact_changes: [Change<'d>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'d> {
    artifact_location: Artifact<'d>,
    replacements: Vec<Replacement<'d>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'d> {
    deleted_region: Region,
    inserted_content: Message<&'d str>,
}

impl<'d> Finding<'d> {
    pub fn new(
        letter: &Letter<'d>,
        diagnostic: &'d Diagnostic<'_>,
        rule_index: usize,
        identity: String,
    ) -> Self {
        let related = |one: &'d Related| letter.location(one.span, Some(&one.message));
        Self {
            rule_id: &diagnostic.lint.name,
            rule_index,
            level: level(diagnostic.level),
            message: Message { text: said(&diagnostic.message, &diagnostic.help) },
            locations: [letter.location(diagnostic.span, None)],
            related_locations: diagnostic.related.iter().map(related).collect(),
            partial_fingerprints: Fingerprints { identity },
            fixes: letter.repair(diagnostic).map(|one| [one]),
        }
    }
}

impl<'d> Letter<'d> {
    fn location(&self, span: Span, message: Option<&'d str>) -> Location<'d> {
        let physical_location =
            Physical { artifact_location: Artifact { uri: self.uri }, region: self.region(span) };
        Location { physical_location, message: message.map(|text| Message { text }) }
    }

    fn region(&self, span: Span) -> Region {
        let Extent { start, end } = self.places.extent(span);
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        }
    }

    fn repair(&self, diagnostic: &'d Diagnostic<'_>) -> Option<Repair<'d>> {
        let replacement = |edit: &'d Edit| Replacement {
            deleted_region: self.region(edit.span),
            inserted_content: Message { text: &edit.text },
        };
        let edits = offer::edits(self.source, diagnostic);
        let replacements: Vec<_> = edits.into_iter().map(replacement).collect();
        let described = Some(&*diagnostic.help).filter(|help| !help.is_empty());
        (!replacements.is_empty()).then(|| Repair {
            description: described.map(|text| Message { text }),
            artifact_changes: [Change {
                artifact_location: Artifact { uri: self.uri },
                replacements,
            }],
        })
    }
}

/// SARIF's word for a level.
pub const fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
        Level::Allow => "none",
    }
}
