//! What the server can do, as it tells the editor.

use serde_json::{Value, json};

use super::actions::FIX_ALL;
use super::client::Client;

/// What the server can do for an editor.
pub fn result(client: &Client) -> Value {
    json!({
        "capabilities": {
            "positionEncoding": client.encoding(),
            // Changes come as edits (2), and a save is told.
            "textDocumentSync": { "openClose": true, "change": 2, "save": true },
            "codeActionProvider": { "codeActionKinds": ["quickfix", FIX_ALL] },
            "hoverProvider": true,
        },
        "serverInfo": { "name": env!("CARGO_PKG_NAME"), "version": env!("CARGO_PKG_VERSION") },
    })
}

/// Asks to be told when files change that configurations are made of.
pub fn watch() -> Value {
    let watchers = json!([{ "globPattern": "**/*.toml" }, { "globPattern": "**/*.fingerprints" }]);
    json!({
        "registrations": [{
            "id": "configuration",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        }],
    })
}
