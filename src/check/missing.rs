//! Where a part that a letter does not have would be inserted.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, KnownBy};
use crate::lint::{Case, Part};
use crate::source::Span;

/// The parts of a letter in the order in which they stand.
const ORDER: [Part; 5] =
    [Part::Issue, Part::RootCause, Part::Corrective, Part::Preventive, Part::Request];

/// Reports a letter without `part`.
pub(super) fn check(cx: &Context<'_>, part: Part, found: &mut Findings) {
    report_unless(cx.letter.has(part), cx, part, found);
}

/// Reports a letter without `part`, below a heading that promises it or where it would stand. If the part
/// is `told`, as the letter's structure says, and still not shown, it is not clear enough.
pub(super) fn report_unless(told: bool, cx: &Context<'_>, part: Part, found: &mut Findings) {
    if cx.has_part(told) || cx.is_proven_dispute() {
        return;
    }
    let heading = empty_promise(cx, part);
    let Some(place) = heading.or_else(|| place(cx, part)) else { return };
    let innocent = cx.case.is_some_and(|case| case == Case::Mistaken);
    let finding = Finding::at(place);
    found.push(match heading {
        None if innocent => finding.variant("mistaken"),
        _ if told => finding.variant("unclear"),
        Some(heading) => finding.variant("heading").argument("heading", cx.text(heading).trim()),
        None => finding,
    });
}

/// The heading of a section that should say it and does not.
fn empty_promise(cx: &Context<'_>, part: Part) -> Option<Span> {
    let promises = |known_by| matches!(known_by, KnownBy::Heading | KnownBy::LeadIn);
    let mut sections = cx.letter.sections.iter();
    sections.find(|one| one.part == part && promises(one.known_by))?.heading
}

/// The heading or last sentence of what would stand before it, else the salutation.
fn place(cx: &Context<'_>, part: Part) -> Option<Span> {
    let letter = cx.letter;
    let before = ORDER.iter().rev().skip_while(|one| **one != part).skip(1);
    let spoken = |one: Part| {
        letter.sentences.iter().rposition(|sentence| {
            let kind = letter.blocks[sentence.block as usize].kind;
            let told = sentence.part == one && sentence.known_by != KnownBy::Position;
            told && matches!(kind, BlockKind::Paragraph | BlockKind::Item(_))
        })
    };
    if let Some(last) = before.copied().find_map(spoken) {
        let sentence = &letter.sentences[last];
        let section = &letter.sections[sentence.section as usize];
        let heading = section.heading.filter(|_| section.part == sentence.part);
        return Some(heading.filter(|_| part != Part::Request).unwrap_or(sentence.span));
    }
    let salutation = letter.blocks.iter().find(|block| block.kind == BlockKind::Salutation);
    let greeting = salutation.map(|block| block.span);
    greeting.or_else(|| letter.sentences.first().map(|sentence| sentence.span))
}
