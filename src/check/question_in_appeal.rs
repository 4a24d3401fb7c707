//! Questions: an appeal answers, it does not ask.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;

/// Reports the sentences of paragraphs and items that end with a question mark, but no requests.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let letter = cx.letter;
    for (number, sentence) in letter.sentences.iter().enumerate() {
        let kind = letter.blocks[sentence.block as usize].kind;
        let asks =
            cx.text(sentence.span).trim_end_matches(['"', '”', ')', '!']).ends_with(['?', '？']);
        let requests = || cx.hits().any(|(_, _, at)| at as usize == number);
        if asks && matches!(kind, BlockKind::Paragraph | BlockKind::Item(_)) && !requests() {
            found.push(Finding::at(sentence.span));
        }
    }
}
