//! What the editor can do, as it says at the start.

use std::path::PathBuf;

use lsp_types::{ClientCapabilities, InitializeParams, MarkupKind, PositionEncodingKind, Uri};

use appeal_lint::lint::Lang;
use appeal_lint::source::Unit;

use super::uri;

/// What the editor can do.
#[derive(Clone, Debug)]
pub struct Client {
    /// What its columns count.
    pub unit: Unit,
    /// The language that it shows its own words in, if it says so.
    pub lang: Option<Lang>,
    /// The folder that is open in it.
    pub folder: Option<PathBuf>,
    /// Whether it shows the other places of a finding.
    pub related: bool,
    /// Whether it checks for which version of a document edits were made.
    pub versioned_edits: bool,
    /// Whether it shows Markdown.
    pub markdown: bool,
    /// Whether it tells of files that change, when asked to.
    pub watches: bool,
}

impl Client {
    /// As it presents itself.
    pub fn new(params: &InitializeParams) -> Self {
        let can = &params.capabilities;
        Self {
            unit: unit(can),
            lang: params.locale.as_deref().map(lang),
            folder: folder(params),
            related: related(can).unwrap_or(false),
            versioned_edits: versioned_edits(can).unwrap_or(false),
            markdown: markdown(can).unwrap_or(false),
            watches: watches(can).unwrap_or(false),
        }
    }

    /// The name of its unit in the protocol.
    pub const fn encoding(&self) -> PositionEncodingKind {
        match self.unit {
            Unit::CodePoint => PositionEncodingKind::UTF32,
            Unit::Utf16 => PositionEncodingKind::UTF16,
            Unit::Byte => PositionEncodingKind::UTF8,
        }
    }
}

/// The first unit of its list that is known; UTF-16 is what everybody knows.
fn unit(can: &ClientCapabilities) -> Unit {
    let offered = can.general.as_ref().and_then(|general| general.position_encodings.as_ref());
    let known = offered.into_iter().flatten().find_map(|one| match one.as_str() {
        "utf-8" => Some(Unit::Byte),
        "utf-16" => Some(Unit::Utf16),
        "utf-32" => Some(Unit::CodePoint),
        _ => None,
    });
    known.unwrap_or(Unit::Utf16)
}

fn lang(locale: &str) -> Lang {
    if locale.to_ascii_lowercase().starts_with("zh") { Lang::Zh } else { Lang::En }
}

fn folder(params: &InitializeParams) -> Option<PathBuf> {
    let first = params.workspace_folders.iter().flatten().next();
    #[expect(deprecated, reason = "older editors say nothing else")]
    let root: Option<&Uri> = params.root_uri.as_ref();
    uri::path(first.map(|folder| &folder.uri).or(root)?)
}

fn related(can: &ClientCapabilities) -> Option<bool> {
    can.text_document.as_ref()?.publish_diagnostics.as_ref()?.related_information
}

fn versioned_edits(can: &ClientCapabilities) -> Option<bool> {
    can.workspace.as_ref()?.workspace_edit.as_ref()?.document_changes
}

fn markdown(can: &ClientCapabilities) -> Option<bool> {
    let formats = can.text_document.as_ref()?.hover.as_ref()?.content_format.as_ref()?;
    Some(formats.contains(&MarkupKind::Markdown))
}

fn watches(can: &ClientCapabilities) -> Option<bool> {
    can.workspace.as_ref()?.did_change_watched_files.as_ref()?.dynamic_registration
}
