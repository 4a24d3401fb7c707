//! Letters too long or too short.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::Case;
use crate::phrase::TokenKind;
use crate::source::Span;

/// Reports a letter with more words than the option `most`, or fewer than the option `least`.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let (least, most) = (cx.option("least"), cx.option("most"));
    // Papers speak for themselves where only an identity is to be proved.
    let least = if cx.case == Some(Case::Verification) { 0 } else { least };
    let words = words(cx);
    let wrong = most > 0 && words > most || words < least;
    if let Some(first) = cx.letter.blocks.first().filter(|_| wrong) {
        let at = Span::new(first.span.start, first.span.start);
        found.push(Finding::at(at).argument("words", words));
    }
}

/// The words of the writer's own, without what is quoted.
fn words(cx: &Context<'_>) -> u32 {
    let letter = cx.letter;
    let own = letter.sentences.iter().filter(|sentence| {
        let kind = letter.blocks[sentence.block as usize].kind;
        !matches!(kind, BlockKind::Quote | BlockKind::Directive | BlockKind::Row)
    });
    let words = own.map(|sentence| {
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        letter.tokens[tokens].iter().filter(|token| token.kind != TokenKind::Pause).count()
    });
    words.sum::<usize>() as u32
}
