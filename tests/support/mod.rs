//! What several tests need: lints made by hand.

use appeal_lint::lint::{Group, Level, Lint, Text};

/// A lint that finds nothing by itself.
pub fn lint(name: &str, group: Group, level: Level, summary: &str) -> Lint {
    let text = Text {
        summary: summary.to_owned().into(),
        message: "".into(),
        help: "".into(),
        explain: "".into(),
        variants: Vec::new().into(),
    };
    Lint {
        name: name.to_owned().into(),
        group,
        level,
        whole_letter: false,
        after_others: false,
        texts: [text.clone(), text],
        sources: Vec::new().into(),
        check: None,
        learned: None,
        shown: None,
        gathers: None,
        phrases: Vec::new().into(),
        patterns: Vec::new().into(),
        options: Vec::new().into(),
        examples: Vec::new().into(),
    }
}
