//! A lint as SARIF describes it.

use serde::Serialize;

use super::Message;
use super::result::level;
use crate::lint::{Lang, Lint};

/// A lint, in the language of the run. It owns its text, for it outlives the letters.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    id: String,
    short_description: Message<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    full_description: Option<Message<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Help>,
    default_configuration: Configuration,
    properties: Properties,
}

/// What to write instead; GitHub shows the Markdown.
#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

impl Rule {
    pub fn new(lint: &Lint, lang: Lang) -> Self {
        let text = lint.text(lang);
        let explain = text.explain.trim();
        let paragraphs = [&*text.help, explain].map(str::to_owned);
        let paragraphs: Vec<_> = paragraphs.into_iter().filter(|one| !one.is_empty()).collect();
        let help = paragraphs.join("\n\n");
        let sources: String = lint.sources.iter().map(|source| format!("\n- {source}")).collect();
        let markdown = if sources.is_empty() { help.clone() } else { format!("{help}\n{sources}") };
        Self {
            id: lint.name.to_string(),
            short_description: Message { text: text.summary.to_string() },
            full_description: (!explain.is_empty()).then(|| Message { text: explain.to_owned() }),
            help: (!help.is_empty()).then_some(Help { text: help, markdown }),
            default_configuration: Configuration { level: level(lint.level) },
            properties: Properties { tags: [lint.group.name()] },
        }
    }
}
