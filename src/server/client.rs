//! What the editor can do, as it says at the start.

use std::path::PathBuf;

use lsp_types::Uri;
use serde_json::Value;

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
    /// As it presents itself. Of the hundreds of things that it may say few matter here, and one that
    /// says the others wrongly is welcome all the same.
    pub fn new(params: &Value) -> Self {
        let can = |what: &str| params.pointer(&format!("/capabilities/{what}"));
        let is_able = |what| can(what).and_then(Value::as_bool).unwrap_or(false);
        let formats = can("textDocument/hover/contentFormat").and_then(Value::as_array);
        Self {
            unit: unit(can("general/positionEncodings")),
            lang: params["locale"].as_str().map(lang),
            folder: folder(params),
            related: is_able("textDocument/publishDiagnostics/relatedInformation"),
            versioned_edits: is_able("workspace/workspaceEdit/documentChanges"),
            // The first that is known is what it likes best.
            markdown: formats.into_iter().flatten().find_map(format).unwrap_or(false),
            watches: is_able("workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }

    /// The name of its unit in the protocol.
    pub const fn encoding(&self) -> &'static str {
        match self.unit {
            Unit::CodePoint => "utf-32",
            Unit::Utf16 => "utf-16",
            Unit::Byte => "utf-8",
        }
    }
}

/// Whether a format of texts is Markdown, if it is known.
fn format(name: &Value) -> Option<bool> {
    match name.as_str()? {
        "markdown" => Some(true),
        "plaintext" => Some(false),
        _ => None,
    }
}

/// The first unit of its list that is known; UTF-16 is what everybody knows.
fn unit(offered: Option<&Value>) -> Unit {
    let offered = offered.and_then(Value::as_array);
    let known = offered.into_iter().flatten().find_map(|one| match one.as_str()? {
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

/// The first folder; older editors say nothing but the root.
fn folder(params: &Value) -> Option<PathBuf> {
    let first = params.pointer("/workspaceFolders/0/uri");
    let uri: Uri = first.or(params.get("rootUri"))?.as_str()?.parse().ok()?;
    uri::path(&uri)
}
