//! Regular expressions: the escape hatch for what is no phrase. None is compiled unless the letter
//! holds a literal that it needs.

use regex::Captures;

use super::{Context, Finding, Findings};
use crate::letter::{BlockKind, Letter};
use crate::lint::Pattern;
use crate::source::Span;

/// What the lint's patterns find, without quoted text and places found already.
pub(super) fn run(context: &Context<'_>, found: &mut Findings) {
    let first = context.lint.phrases.len();
    for (index, pattern) in context.lint.patterns.iter().enumerate() {
        let text = context.letter.text;
        if !pattern.needs.iter().any(|need| text.contains(need.as_ref())) {
            continue;
        }
        let Some(regex) = pattern.regex() else { continue };
        for captures in regex.captures_iter(text) {
            let span = place(&captures);
            let known = found.iter().any(|one| one.span.overlaps(span));
            if !span.is_empty() && !known && !quoted(context.letter, span) {
                found.push(report(pattern, first + index, span, &captures));
            }
        }
    }
}

/// The place that a match reports: the group `here`, or all of it.
fn place(captures: &Captures<'_>) -> Span {
    let range = captures.name("here").or(captures.get(0)).map_or(0..0, |found| found.range());
    Span::new(range.start as u32, range.end as u32)
}

/// Whether a place lies in text that is not the writer's.
fn quoted(letter: &Letter<'_>, span: Span) -> bool {
    let at = letter.blocks.partition_point(|block| block.span.end <= span.start);
    letter.blocks.get(at).is_some_and(|block| {
        block.span.overlaps(span) && matches!(block.kind, BlockKind::Quote | BlockKind::Directive)
    })
}

/// A finding for a match; wordings of patterns are numbered behind those of the phrases.
fn report(pattern: &Pattern, wording: usize, span: Span, captures: &Captures<'_>) -> Finding {
    let finding = Finding::at(span).variant(wording.to_string());
    if pattern.replace.is_empty() {
        return finding;
    }
    let mut text = String::new();
    captures.expand(&pattern.replace, &mut text);
    finding.replace(span, text, pattern.applicability)
}
