//! Words of French, Spanish, German and the like in an English letter.

use super::judge::{Context, Finding, Findings};
use crate::phrase::TokenKind;

/// A letter with more than one such word in so many is written in that language.
const SHARE: usize = 6;

/// Reports each word that the phrases know, unless the letter is full of them.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let words = cx.letter.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    if cx.hits().count() * SHARE <= words {
        found.extend(cx.hits().map(|(_, place, _)| Finding::at(place)));
    }
}
