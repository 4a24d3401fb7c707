//! Replacements: what to write in place of a hit, made of the hit's own words.

use super::Context;
use super::hits::Judged;
use crate::phrase::{Form, TokenKind, inflect};

/// Fills a replacement: `{1}` is the first word of the hit, `{1:ing}` that word inflected, `{match}`
/// all of it. The first letter takes the case of the text replaced. Nothing when a word is lacking.
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
    Some(like(context.text(hit.span), text))
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

/// A capital at the start where the text replaced has one.
fn like(old: &str, new: String) -> String {
    let mut letters = new.chars();
    match (old.chars().next(), letters.next()) {
        (Some(was), Some(first)) if was.is_uppercase() && first.is_lowercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => new,
    }
}
