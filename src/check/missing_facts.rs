//! What a letter of this kind of case must carry, and this one does not.
//!
//! Each name of a `[[phrase]]` table is one thing to be carried, in the kinds of case that the table
//! lists. A check for several lints.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::{Case, Part};
use crate::source::Span;

/// What the names of the variants begin with that name the things in a list.
const LACKS: &str = "lacks-";

/// Reports a letter that lacks as many of the things as the option `least` says, or one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let Some(case) = cx.case else { return };
    let wanted = wanted(cx, case);
    let has = |name: &str| cx.hits().any(|(hit, _, _)| hit == name);
    let lacking: Vec<&str> = wanted.iter().copied().filter(|name| !has(name)).collect();
    if lacking.is_empty() || lacking.len() < cx.option("least") as usize {
        return;
    }
    let names = lacking.iter().map(|name| format!("{LACKS}{name}")).collect();
    let finding = Finding::at(place(cx)).list("lacking", names);
    found.push(match lacking[..] {
        [only] => finding.variant(only),
        _ => finding,
    });
}

/// The names of the tables that speak of the kind of case, each once.
fn wanted<'c>(cx: &Context<'c>, case: Case) -> Vec<&'c str> {
    let mut names: Vec<&str> = Vec::new();
    for phrase in cx.lint.phrases.iter() {
        let name = phrase.name.as_str();
        if phrase.cases & case.bit() != 0 && !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Where it would be inserted: behind the last step or document, else behind the text.
fn place(cx: &Context<'_>) -> Span {
    let letter = cx.letter;
    let steps = [Part::Corrective, Part::Evidence];
    let step = letter.sentences.iter().rfind(|sentence| steps.contains(&sentence.part));
    let text = |kind| matches!(kind, BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Row);
    let last = || letter.blocks.iter().rfind(|block| text(block.kind)).map(|block| block.body.end);
    let end = step.map(|sentence| sentence.span.end).or_else(last).unwrap_or_default();
    Span::new(end, end)
}
