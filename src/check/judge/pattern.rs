//! Regular expressions: the escape hatch for what is no phrase. None is compiled unless the letter
//! holds a literal that it needs.

use std::ops::Range;

use memchr::{memchr, memmem, memrchr};
use regex_lite::Captures;

use super::{Context, Finding, Findings};
use crate::letter::{BlockKind, Letter};
use crate::lint::Pattern;
use crate::source::Span;

/// What the lint's patterns find, without quoted text and places found already.
pub(super) fn run(context: &Context<'_>, found: &mut Findings) {
    let first = context.lint.phrases.len();
    let text = context.letter.text;
    for (index, pattern) in context.lint.patterns.iter().enumerate() {
        let parts = parts(text, pattern);
        let Some(regex) = pattern.regex().filter(|_| !parts.is_empty()) else { continue };
        for part in parts {
            for captures in regex.captures_iter(&text[part.clone()]) {
                let span = place(&captures, part.start);
                let known = found.iter().any(|one| one.span.overlaps(span));
                if !span.is_empty() && !known && !quoted(context.letter, span) {
                    found.push(report(pattern, first + index, span, &captures));
                }
            }
        }
    }
}

/// What a pattern reads: the lines that hold a literal that it needs, or all if one does.
fn parts(text: &str, pattern: &Pattern) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let needs = pattern.needs.iter().map(|need| need.as_bytes());
    if pattern.across_lines {
        let mut needs = needs;
        return needs
            .find(|need| memmem::find(bytes, need).is_some())
            .map(|_| 0..text.len())
            .into_iter()
            .collect();
    }
    let mut lines: Vec<Range<usize>> = Vec::new();
    for need in needs {
        let finder = memmem::Finder::new(need);
        let mut from = 0;
        while let Some(at) =
            bytes.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at)
        {
            let start = memrchr(b'\n', &bytes[..at]).map_or(0, |at| at + 1);
            let behind = at + need.len() - 1;
            let end = memchr(b'\n', &bytes[behind..]).map_or(text.len(), |at| behind + at);
            lines.push(start..end);
            from = end + 1;
        }
    }
    lines.sort_unstable_by_key(|line| (line.start, line.end));
    lines.dedup_by_key(|line| line.start);
    lines
}

/// The place that a match reports: the group `here`, or all of it. The text that was read begins at
/// `base`.
fn place(captures: &Captures<'_>, base: usize) -> Span {
    let range = captures.name("here").or(captures.get(0)).map_or(0..0, |found| found.range());
    Span::new((base + range.start) as u32, (base + range.end) as u32)
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
