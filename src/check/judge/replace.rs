//! Replacements: what to write in place of a hit, made of the hit's own words.

use super::Context;
use super::hits::Judged;
use crate::phrase::{Form, TokenKind, inflect};

/// Fills a replacement: `{1}` is the first word of the hit, `{1:ing}` that word inflected, `{match}`
/// all of it. It takes the case of the text replaced. Nothing when a word is lacking.
pub(super) fn expand(template: &str, context: &Context<'_>, hit: &Judged) -> Option<String> {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        text.push_str(before);
        text.push_str(&part(name, context, hit)?);
        rest = behind;
    }
    text.push_str(rest);
    Some(like(context.text(hit.span), template, text))
}

/// One named part of a hit.
fn part(name: &str, context: &Context<'_>, hit: &Judged) -> Option<String> {
    if name == "match" {
        return Some(context.text(hit.span).to_string());
    }
    let (number, form) = name.split_once(':').unwrap_or((name, ""));
    let tokens = &context.letter.tokens[hit.tokens.0 as usize..hit.tokens.1 as usize];
    let mut words = tokens.iter().filter(|token| token.kind != TokenKind::Pause);
    let word = context.word(words.nth(number.parse::<usize>().ok()?.checked_sub(1)?)?);
    if form.is_empty() {
        return Some(word.to_string());
    }
    Some(inflect(&word.to_lowercase(), Form::from_name(form)?))
}

/// A text made of a template, with capitals where the text replaced has them: at the start, or all
/// through, unless the template knows better, as in `{1} ASINs`.
pub(super) fn like(old: &str, template: &str, new: String) -> String {
    let mut letters = new.chars();
    match (old.chars().next(), letters.next()) {
        _ if is_shouted(old) && !template.contains(char::is_uppercase) => new.to_uppercase(),
        (Some(was), Some(first)) if was.is_uppercase() && first.is_lowercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => new,
    }
}

/// Whether a text is all in capitals; one letter, as in `I`, does not tell.
fn is_shouted(text: &str) -> bool {
    text.chars().filter(|one| one.is_uppercase()).count() > 1 && !text.contains(char::is_lowercase)
}
