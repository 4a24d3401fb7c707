//! Capitals and rows of marks.

use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// The fewest words in capitals in a row that shout: shorter rows are names and abbreviations.
const ROW: usize = 3;

/// Reports words in capitals in a row, one of them an everyday word, outside headings. Rows of marks
/// are the lint's patterns.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for sentence in &cx.letter.sentences {
        let kind = cx.letter.blocks[sentence.block as usize].kind;
        if !matches!(kind, BlockKind::Paragraph | BlockKind::Item(_)) {
            continue;
        }
        let tokens =
            &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        for row in tokens.chunk_by(|one, next| loud(cx, one) == loud(cx, next)) {
            let everyday = |token: &Token| cx.is(token, "everyday");
            if row.len() >= ROW && loud(cx, &row[0]) && row.iter().any(everyday) {
                found.push(Finding::at(Span::new(row[0].start, row[row.len() - 1].end)));
            }
        }
    }
}

/// Whether a word is written in capitals.
fn loud(cx: &Context<'_>, token: &Token) -> bool {
    let small = cx.letter.text.as_bytes()[token.start as usize].is_ascii_lowercase();
    if token.kind != TokenKind::Word || small {
        return false;
    }
    let word = cx.word(token);
    !word.chars().any(char::is_lowercase) && word.bytes().any(|letter| letter.is_ascii_uppercase())
}
