//! A heading with nothing below it.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, KnownBy, Section};
use crate::lint::Part;

/// Reports headings of main parts that are followed by another main part or by the end.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let sections = &cx.letter.sections;
    for (at, section) in sections.iter().enumerate() {
        let Some(heading) = section.heading.filter(|_| is_main(section)) else { continue };
        // A heading above another of the same kind, or of none, is a title over it.
        let ended = sections.get(at + 1).is_none_or(|next| {
            let other = is_main(next) && next.part != section.part;
            other || next.heading.is_none() && !says_something(cx, next)
        });
        if ended && !says_something(cx, section) {
            found.push(Finding::at(heading));
        }
    }
}

/// Whether a heading makes it one of the parts that a letter must have.
fn is_main(section: &Section) -> bool {
    section.known_by == KnownBy::Heading
        && !matches!(section.part, Part::Other | Part::Request | Part::Issue)
}

/// Whether anything but the heading stands in it.
fn says_something(cx: &Context<'_>, section: &Section) -> bool {
    let blocks = section.blocks.start as usize..section.blocks.end as usize;
    let silent = |kind| {
        matches!(
            kind,
            BlockKind::Heading | BlockKind::Directive | BlockKind::SignOff | BlockKind::Signature
        )
    };
    cx.letter.blocks[blocks].iter().any(|block| {
        !silent(block.kind)
            || section
                .heading
                .is_some_and(|heading| heading.end < block.body.end && block.body.contains(heading))
    })
}
