//! The same promise twice in one letter.

use std::collections::HashMap;

use super::judge::{Context, Finding, Findings};
use crate::phrase::TokenKind;
use crate::source::Span;

/// How many equal words, from the first of the promise on, make two promises the same.
const SAME: usize = 8;

/// Reports each promise that begins with the words of an earlier one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut first: HashMap<Vec<String>, Span> = HashMap::new();
    let mut end = 0;
    for (_, span, sentence) in cx.hits() {
        let Some((words, place)) = promise(cx, span, sentence).filter(|_| span.start >= end) else {
            continue;
        };
        end = place.end;
        match first.get(&words) {
            Some(earlier) => found.push(Finding::at(place).related(*earlier, "first")),
            None => {
                first.insert(words, place);
            }
        }
    }
}

/// The first words of the promise that begins at a place, and the promise up to the next pause
/// behind them.
fn promise(cx: &Context<'_>, at: Span, sentence: u32) -> Option<(Vec<String>, Span)> {
    let tokens = cx.letter.sentences[sentence as usize].tokens.clone();
    let tokens = &cx.letter.tokens[tokens.start as usize..tokens.end as usize];
    let tokens = &tokens[tokens.partition_point(|token| token.start < at.start)..];
    let mut words = Vec::with_capacity(SAME);
    let mut end = at.end;
    for token in tokens {
        let pause = token.kind == TokenKind::Pause;
        if pause && words.len() == SAME {
            break;
        }
        if !pause && words.len() < SAME {
            words.push(cx.word(token).to_lowercase());
        }
        if !pause {
            end = token.end;
        }
    }
    (words.len() == SAME).then_some((words, Span::new(at.start, end)))
}
