//! What went wrong in a run, as SARIF puts it.

use serde::Serialize;

use super::Message;

/// A run of the program.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invocation<'n> {
    execution_successful: bool,
    tool_execution_notifications: &'n [Notification],
}

impl<'n> Invocation<'n> {
    /// A run in which something went wrong.
    pub fn failed(notifications: &'n [Notification]) -> Self {
        Self { execution_successful: false, tool_execution_notifications: notifications }
    }
}

/// A letter that could not be read.
#[derive(Serialize)]
pub struct Notification {
    level: &'static str,
    message: Message<String>,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: Physical,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

impl Notification {
    /// A letter by its reference, and what is said of it.
    pub fn new(uri: String, text: String) -> Self {
        let physical_location = Physical { artifact_location: Artifact { uri } };
        Self {
            level: "error",
            message: Message { text },
            locations: [Location { physical_location }],
        }
    }
}
