//! A section of actions taken in which every sentence speaks of the future.

use super::judge::{Context, Finding, Findings};
use crate::letter::KnownBy;
use crate::lint::Part;

/// Reports the heading of each section of actions in which nothing is done.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for (index, section) in cx.letter.sections.iter().enumerate() {
        let announced = matches!(section.known_by, KnownBy::Heading | KnownBy::LeadIn);
        let Some(heading) = section.heading.filter(|_| announced) else { continue };
        if section.part != Part::Corrective {
            continue;
        }
        let within = |sentence: u32| {
            let sentence = &cx.letter.sentences[sentence as usize];
            sentence.section as usize == index && !sentence.span.overlaps(heading)
        };
        let says = |sign| cx.hits().any(|(name, _, sentence)| name == sign && within(sentence));
        if says("promise") && !says("done") {
            found.push(Finding::at(heading));
        }
    }
}
