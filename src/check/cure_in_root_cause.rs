//! Steps that stand in the section about the cause.

use super::judge::{Context, Finding, Findings};
use crate::letter::KnownBy;
use crate::lint::Part;

/// Reports the first step in each section that its heading makes a root cause.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for (index, section) in cx.letter.sections.iter().enumerate() {
        if section.part != Part::RootCause || section.known_by != KnownBy::Heading {
            continue;
        }
        let says =
            |at: usize, name| cx.hits().any(|(sign, _, hit)| hit as usize == at && sign == name);
        let step = cx.letter.sentences.iter().enumerate().find(|(at, sentence)| {
            sentence.section as usize == index
                && sentence.known_by == KnownBy::Content
                && matches!(sentence.part, Part::Corrective | Part::Preventive)
                && says(*at, "step")
                && !says(*at, "search")
        });
        found.extend(step.map(|(_, sentence)| Finding::at(sentence.span)));
    }
}
