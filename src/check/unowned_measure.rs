//! A section of preventive measures without a single owner, date, interval or number.

use super::judge::{Context, Finding, Findings};
use crate::letter::KnownBy;
use crate::lint::Part;

/// How many sentences a section must have to be judged.
const SOME: usize = 2;

/// Reports the heading of each section of measures that nobody owns.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for (index, section) in cx.letter.sections.iter().enumerate() {
        let announced = matches!(section.known_by, KnownBy::Heading | KnownBy::LeadIn);
        let Some(heading) = section.heading.filter(|_| announced) else { continue };
        if section.part != Part::Preventive {
            continue;
        }
        let mut sentences = 0;
        let mut owned = false;
        for (at, sentence) in cx.letter.sentences.iter().enumerate() {
            if sentence.section as usize == index && !sentence.span.overlaps(heading) {
                sentences += 1;
                owned |= cx.hits().any(|(_, _, hit)| hit as usize == at);
            }
        }
        if sentences >= SOME && !owned {
            found.push(Finding::at(heading));
        }
    }
}
