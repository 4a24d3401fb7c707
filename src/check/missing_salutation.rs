//! No greeting.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::source::Span;

/// The most words of a line that speaks to somebody.
const LONGEST: usize = 8;

/// Reports the beginning of a letter that greets nobody.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let blocks = &cx.letter.blocks;
    if blocks.iter().any(|block| block.kind == BlockKind::Salutation) {
        return;
    }
    // Behind the subject and the address lines, where a greeting would stand.
    let body =
        |kind| !matches!(kind, BlockKind::Subject | BlockKind::Address | BlockKind::Directive);
    let first = blocks.iter().find(|block| body(block.kind));
    if let Some(block) = first.filter(|block| !addresses(cx.text(block.span))) {
        found.push(Finding::at(Span::new(block.span.start, block.span.start)));
    }
}

/// Whether a line speaks to somebody without a greeting: `Seller Performance Team,` or `To the Appeals
/// Team`.
fn addresses(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let to = line.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("to"));
    let line = line.trim_end();
    // A sentence may begin with the same word: to be honest.
    let to = to && !line.ends_with(['.', '!', '?', '。', '！', '？']);
    words <= LONGEST && (to || line.ends_with([',', '，']))
}
