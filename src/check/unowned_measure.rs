//! A section of preventive measures without a single owner, date, interval or number.

use super::judge::{Context, Finding, Findings};
use crate::letter::KnownBy;
use crate::lint::Part;

/// How many sentences a section must have to be judged.
const SOME: usize = 2;

/// Reports the heading of each section of measures that nobody owns.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut owned: Vec<u32> = cx.hits().map(|(_, _, sentence)| sentence).collect();
    owned.sort_unstable();
    for section in &cx.letter.sections {
        let announced = matches!(section.known_by, KnownBy::Heading | KnownBy::LeadIn);
        let Some(heading) = section.heading.filter(|_| announced) else { continue };
        if section.part != Part::Preventive {
            continue;
        }
        let blocks = &cx.letter.blocks[section.blocks.start as usize..section.blocks.end as usize];
        let sentences = blocks.iter().flat_map(|block| block.sentences.clone());
        let measures: Vec<u32> = sentences
            .filter(|at| !cx.letter.sentences[*at as usize].span.overlaps(heading))
            .collect();
        let is_owned = measures.iter().any(|at| owned.binary_search(at).is_ok());
        if measures.len() >= SOME && !is_owned {
            found.push(Finding::at(heading));
        }
    }
}
