//! Sections: runs of blocks below one heading or lead-in, or for one part.

use super::prior::Opening;
use super::vote::PARTS;
use super::{Block, BlockKind, KnownBy, Letter, Section};
use crate::lint::Part;
use crate::source::Span;

/// Forms the sections, and tells each sentence which it stands in.
pub(super) fn read(letter: &mut Letter<'_>, openings: &[Opening]) {
    let mut openings = openings.iter().peekable();
    let mut sections: Vec<Section> = Vec::new();
    for (index, block) in letter.blocks.iter().enumerate() {
        let mut opened = None;
        while let Some(opening) = openings.next_if(|opening| opening.block as usize <= index) {
            opened = Some(opening);
        }
        if let Some(opening) = opened {
            begin(&mut sections, opening);
        } else if let Some(part) = turns(letter, block, sections.last()) {
            sections.push(section(part, KnownBy::Content, None, block.span.start, index));
        }
        if let Some(last) = sections.last_mut() {
            last.span.end = block.span.end;
            last.blocks.end = index as u32 + 1;
        }
    }
    settle(letter, sections);
}

/// A section below a heading or a lead-in; a lead-in takes its words from the section before.
fn begin(sections: &mut Vec<Section>, opening: &Opening) {
    if let Some(last) = sections.last_mut() {
        last.span.end = last.span.end.min(opening.start);
    }
    let part = opening.part.unwrap_or(Part::Other);
    sections.push(section(
        part,
        opening.known_by,
        Some(opening.words),
        opening.start,
        opening.block as usize,
    ));
}

fn section(
    part: Part,
    known_by: KnownBy,
    heading: Option<Span>,
    start: u32,
    block: usize,
) -> Section {
    let blocks = block as u32..block as u32;
    Section { part, known_by, heading, span: Span::new(start, start), blocks }
}

/// The part of a section that begins with this block because it is for something else.
fn turns(letter: &Letter<'_>, block: &Block, last: Option<&Section>) -> Option<Part> {
    let part = main_part(letter, block);
    let Some(last) = last else { return Some(part) };
    let speaks = part != Part::Other && part != last.part;
    // Below a heading a list stays together, whatever one of its items says.
    let listed = last.heading.is_some() && block.kind != BlockKind::Paragraph;
    let told = |one: u32| letter.sentences[one as usize].known_by == KnownBy::Content;
    let clear = last.heading.is_none()
        || block
            .sentences
            .clone()
            .any(|one| told(one) && letter.sentences[one as usize].part == part);
    (speaks
        && !listed
        && clear
        && !(last.known_by == KnownBy::Heading && right_below(last, letter)))
    .then_some(part)
}

/// Whether a section holds nothing but its heading so far.
fn right_below(section: &Section, letter: &Letter<'_>) -> bool {
    let blocks = section.blocks.start as usize..section.blocks.end as usize;
    letter.blocks[blocks].iter().all(|block| block.kind == BlockKind::Heading)
}

/// What most of a block is for.
fn main_part(letter: &Letter<'_>, block: &Block) -> Part {
    if matches!(block.kind, BlockKind::Heading) {
        return Part::Other;
    }
    most(letter, block.sentences.clone())
}

/// What most of these sentences are for, by their length.
fn most(letter: &Letter<'_>, sentences: std::ops::Range<u32>) -> Part {
    let mut lengths = [0_u64; PARTS];
    for sentence in &letter.sentences[sentences.start as usize..sentences.end as usize] {
        if sentence.part != Part::Other {
            lengths[sentence.part as usize] += u64::from(sentence.span.len());
        }
    }
    let longest = Part::ALL.iter().rev().max_by_key(|part| lengths[**part as usize]);
    longest.copied().filter(|part| lengths[*part as usize] > 0).unwrap_or(Part::Other)
}

/// Gives sections whose heading says nothing the part of what stands in them, and numbers sentences.
fn settle(letter: &mut Letter<'_>, mut sections: Vec<Section>) {
    for (number, section) in sections.iter_mut().enumerate() {
        let blocks = &letter.blocks[section.blocks.start as usize..section.blocks.end as usize];
        let first = blocks.first().map_or(0, |block| block.sentences.start);
        let end = blocks.last().map_or(first, |block| block.sentences.end);
        if section.part == Part::Other && section.heading.is_some() {
            section.part = most(letter, first..end);
            if section.part != Part::Other {
                section.known_by = KnownBy::Content;
            }
        }
        if section.part == Part::Other && section.heading.is_none() {
            section.known_by = KnownBy::Position;
        }
        for sentence in &mut letter.sentences[first as usize..end as usize] {
            sentence.section = number as u32;
        }
    }
    letter.sections = sections;
}
