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
        let step = cx.letter.sentences.iter().find(|sentence| {
            sentence.section as usize == index
                && sentence.known_by == KnownBy::Content
                && matches!(sentence.part, Part::Corrective | Part::Preventive)
        });
        found.extend(step.map(|sentence| Finding::at(sentence.span)));
    }
}
