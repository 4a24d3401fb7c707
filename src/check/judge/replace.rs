//! Replacements: what to write in place of a hit, made of the hit's own words.

use super::Context;
use super::hits::Judged;
use crate::lint::Applicability;
use crate::phrase::{Form, TokenKind, inflect};
use crate::source::Span;

/// So many characters before a word and behind it are looked at for others in capitals.
const BESIDE: usize = 40;

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
    Some(like(context.letter.text, hit.span, template, text))
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

/// A text made of a template, with capitals where the place of the letter that it replaces has them: at
/// the start, or all through, unless the template knows better, as in `{1} ASINs`.
pub(super) fn like(letter: &str, place: Span, template: &str, new: String) -> String {
    let old = &letter[place.range()];
    let (before, behind) = beside(letter, place);
    let is_short = || in_capitals(old) && is_abbreviation(old, &new, before, behind);
    let opens = || before.is_empty() || before.ends_with(['.', '!', '?', ':']);
    let mut letters = new.chars();
    match (old.chars().next(), letters.next()) {
        _ if in_capitals(old) && !template.contains(char::is_uppercase) && !is_short() => {
            new.to_uppercase()
        }
        (Some(was), Some(first))
            if was.is_uppercase() && first.is_lowercase() && (!is_short() || opens()) =>
        {
            first.to_uppercase().chain(letters).collect()
        }
        _ => new,
    }
}

/// How sure a replacement is: one that is sure for a word is not for an abbreviation or a name that is
/// written with the same letters, as in `THX speakers` and `Tata Softwares`.
pub(super) fn sureness(letter: &str, place: Span, new: &str, sure: Applicability) -> Applicability {
    let old = &letter[place.range()];
    let (before, behind) = beside(letter, place);
    let is_short = in_capitals(old) && is_abbreviation(old, new, before, behind);
    let is_capital = |text: &str| text.starts_with(char::is_uppercase) && !in_capitals(text);
    let follows = before.ends_with(char::is_alphanumeric);
    let is_name = follows && is_capital(old) && words(before).last().is_some_and(is_capital);
    match sure {
        Applicability::MachineApplicable if is_short || is_name => Applicability::MaybeIncorrect,
        _ => sure,
    }
}

/// Whether a text in capitals is an abbreviation, not loud: one word beside others in small letters, and
/// not the one that is put in its place, as `ALOT` is `A LOT`.
fn is_abbreviation(old: &str, new: &str, before: &str, behind: &str) -> bool {
    const ALIKE: usize = 3;
    let head = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphabetic()).take(ALIKE).collect::<String>().to_lowercase()
    };
    let mut beside = words(before).last().into_iter().chain(words(behind).next()).peekable();
    words(old).nth(1).is_none()
        && head(old) != head(new)
        && beside.peek().is_some()
        && !beside.any(in_capitals)
}

/// What stands in the line before a place and behind it, as far as is looked at.
fn beside(letter: &str, place: Span) -> (&str, &str) {
    let (start, end) = (place.start as usize, place.end as usize);
    let in_line = |(_, c): &(usize, char)| *c != '\n';
    let before = letter[..start].char_indices().rev().take(BESIDE).take_while(in_line).last();
    let behind = letter[end..].char_indices().take(BESIDE).take_while(in_line).last();
    let before = before.map_or(start, |(at, _)| at);
    let behind = behind.map_or(end, |(at, c)| end + at + c.len_utf8());
    (letter[before..start].trim_end(), &letter[end..behind])
}

/// The words of a text that have letters enough to tell whether they are in capitals: not `I`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter(|word| word.chars().nth(1).is_some())
}

/// Whether a text is all in capitals; one letter, as in `I`, does not tell.
fn in_capitals(text: &str) -> bool {
    text.chars().filter(|one| one.is_uppercase()).count() > 1 && !text.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{like, sureness};
    use crate::lint::Applicability::{MachineApplicable, MaybeIncorrect};
    use crate::source::Span;

    #[test]
    fn abbreviations_and_names_are_not_surely_replaced() {
        for (letter, old, new, sure) in [
            ("The THX speakers", "THX", "thanks", MaybeIncorrect),
            ("with the PLS report", "PLS", "please", MaybeIncorrect),
            ("THX FOR THE HELP", "THX", "THANKS", MachineApplicable),
            ("Many thx to you", "thx", "thanks", MachineApplicable),
            ("Thx for it", "Thx", "Thanks", MachineApplicable),
            ("We paid Tata Softwares for it", "Softwares", "Software", MaybeIncorrect),
            ("We paid. Softwares are", "Softwares", "Software", MachineApplicable),
            ("we paid softwares", "softwares", "software", MachineApplicable),
        ] {
            let at = letter.find(old).unwrap() as u32;
            let place = Span::new(at, at + old.len() as u32);
            assert_eq!(sureness(letter, place, new, MachineApplicable), sure, "{letter}");
        }
    }

    #[test]
    fn a_replacement_has_the_capitals_of_the_text() {
        for (letter, old, new) in [
            ("We sell FOB lamps.", "FOB", "free on board"),
            ("So be it. FOB lamps are sold.", "FOB", "Free on board"),
            ("We sell:\nFOB", "FOB", "FREE ON BOARD"),
            ("We sell FREIGHT here.", "FREIGHT", "FREE ON BOARD"),
            ("Fob lamps are here.", "Fob", "Free on board"),
            ("We SELL FOB lamps.", "FOB", "FREE ON BOARD"),
            ("I SELL FOB. I do.", "FOB", "FREE ON BOARD"),
            ("we sell FOB A LAMP", "FOB", "FREE ON BOARD"),
            ("We sell FOB PLUS lamps", "FOB PLUS", "FREE ON BOARD"),
        ] {
            let at = letter.find(old).unwrap() as u32;
            let place = Span::new(at, at + old.len() as u32);
            let text = like(letter, place, "free on board", "free on board".to_owned());
            assert_eq!(text, new, "{letter}");
        }
    }
}
