//! Words of French, Spanish, German and the like in an English letter.

use super::judge::{Context, Finding, Findings};
use crate::phrase::TokenKind;

/// Words that every English letter has.
const ENGLISH: &[&str] =
    &["the", "and", "of", "to", "we", "i", "our", "my", "is", "was", "have", "for", "it"];

/// A letter with fewer of them than one word in so many is written in another language.
const SHARE: usize = 10;

/// Reports each word that the phrases know, unless the letter is not English at all.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if cx.hits().next().is_none() {
        return;
    }
    let words = cx.letter.tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let (mut english, mut all) = (0, 0);
    for word in words.map(|token| cx.word(token)) {
        all += 1;
        english += usize::from(ENGLISH.iter().any(|one| one.eq_ignore_ascii_case(word)));
    }
    if english * SHARE >= all {
        found.extend(cx.hits().map(|(_, place, _)| Finding::at(place)));
    }
}
