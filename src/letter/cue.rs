//! Phrases that tell what a part of a letter is for, or what kind of case it speaks of: what
//! `lints/sections.toml` and `lints/cases.toml` say.

use serde::Deserialize;

use crate::lint::file::OneOrMany;
use crate::lint::{Case, Part, Str};

/// What one phrase tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The part that it speaks for.
    pub part: Option<Part>,
    /// The kind of case that it speaks for.
    pub case: Option<Case>,
    /// Where it counts.
    pub kind: CueKind,
    /// How much it counts; below zero: against.
    pub weight: i8,
}

/// Where a cue counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// It is a heading.
    Heading,
    /// Its sentence announces a list.
    LeadIn,
    /// Its sentence belongs to the part.
    Content,
    /// It marks something else, such as a salutation, by this name.
    Marker(Str),
    /// The letter speaks of the kind of case.
    Case,
}

/// The schema of `lints/sections.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SectionsFile {
    /// Headings.
    pub heading: Vec<PartFile>,
    /// Sentences that announce a list.
    #[serde(rename = "lead-in")]
    pub lead_in: Vec<PartFile>,
    /// What sentences of a part say.
    pub cue: Vec<PartFile>,
    /// Anything else that the reader of letters looks for.
    pub marker: Vec<MarkerFile>,
}

/// Phrases that speak for a part.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    /// The part.
    pub part: Part,
    /// How much one counts.
    #[serde(default = "one")]
    pub weight: i8,
    /// The phrases.
    #[serde(rename = "match")]
    pub phrases: OneOrMany,
}

/// Phrases with a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkerFile {
    /// The name.
    pub name: String,
    /// The phrases.
    #[serde(rename = "match")]
    pub phrases: OneOrMany,
}

/// The schema of `lints/cases.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CasesFile {
    /// How to recognise a kind of case.
    pub case: Vec<CaseFile>,
}

/// Phrases that speak for a kind of case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The kind.
    pub kind: Case,
    /// How much one counts.
    #[serde(default = "one")]
    pub weight: i8,
    /// The phrases.
    #[serde(rename = "match")]
    pub phrases: OneOrMany,
}

fn one() -> i8 {
    1
}

impl SectionsFile {
    /// The phrases of the file, and what each tells.
    #[must_use]
    pub fn cues(&self) -> Vec<(&str, Cue)> {
        let mut cues = Vec::new();
        let kinds = [
            (&self.heading, CueKind::Heading),
            (&self.lead_in, CueKind::LeadIn),
            (&self.cue, CueKind::Content),
        ];
        for (files, kind) in kinds {
            for file in files {
                let cue = Cue {
                    part: Some(file.part),
                    case: None,
                    kind: kind.clone(),
                    weight: file.weight,
                };
                cues.extend(each(&file.phrases, &cue));
            }
        }
        for file in &self.marker {
            let kind = CueKind::Marker(file.name.clone().into());
            cues.extend(each(&file.phrases, &Cue { part: None, case: None, kind, weight: 1 }));
        }
        cues
    }
}

impl CasesFile {
    /// The phrases of the file, and what each tells.
    #[must_use]
    pub fn cues(&self) -> Vec<(&str, Cue)> {
        let mut cues = Vec::new();
        for file in &self.case {
            let (case, weight) = (Some(file.kind), file.weight);
            cues.extend(each(
                &file.phrases,
                &Cue { part: None, case, kind: CueKind::Case, weight },
            ));
        }
        cues
    }
}

/// Each phrase with what all of them tell.
fn each<'f>(phrases: &'f OneOrMany, cue: &Cue) -> impl Iterator<Item = (&'f str, Cue)> {
    phrases.as_slice().iter().map(|phrase| (phrase.as_str(), cue.clone()))
}
