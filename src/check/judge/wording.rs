//! Findings into words: the lint's templates filled with what was found.

use std::borrow::Cow;

use memchr::memchr;

use super::Finding;
use crate::diagnostic::{Diagnostic, Fix, Related};
use crate::lint::{Lang, Level, Lint, Text};

/// The most characters of the letter that a message quotes.
const QUOTED: usize = 60;

/// Puts a finding into words.
pub(super) fn word<'l>(
    finding: Finding,
    lint: &'l Lint,
    level: Level,
    lang: Lang,
    letter: &str,
) -> Diagnostic<'l> {
    let text = lint.text(lang);
    let (message, help) = templates(text, finding.variant.as_deref());
    let Finding { arguments, lists, related, .. } = &finding;
    let list = |names: &[String]| {
        let said: Vec<_> = names.iter().map(|name| templates(text, Some(name)).0).collect();
        said.join(if lang == Lang::Zh { "、" } else { ", " })
    };
    let value = |name: &str| match name {
        "match" => Some(Cow::Owned(quote(&letter[finding.span.range()]))),
        _ => (arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
            .or_else(|| Some(Cow::Owned(list(&lists.iter().find(|(known, _)| *known == name)?.1)))),
    };
    let related = related.iter().map(|(span, variant)| Related {
        span: *span,
        message: fill(templates(text, Some(variant)).0, value),
    });
    let related = related.collect();
    let (message, help) = (fill(message, value), fill(help, value));
    let fix = (!finding.edits.is_empty())
        .then_some(Fix { edits: finding.edits, applicability: finding.applicability });
    Diagnostic { lint, level, message, help, span: finding.span, related, fix }
}

/// The message and the help of a variant; what it leaves empty is the lint's own.
fn templates<'t>(text: &'t Text, variant: Option<&str>) -> (&'t str, &'t str) {
    let variant = variant.and_then(|name| text.variant(name));
    let own = |said: Option<&'t str>, own: &'t str| said.filter(|t| !t.is_empty()).unwrap_or(own);
    (
        own(variant.map(|v| v.message.as_ref()), &text.message),
        own(variant.map(|v| v.help.as_ref()), &text.help),
    )
}

/// Puts values in place of their names in braces. A name without a value stays.
fn fill<'v>(template: &str, value: impl Fn(&str) -> Option<Cow<'v, str>>) -> String {
    let mut filled = String::with_capacity(template.len() + QUOTED);
    let mut rest = template;
    while let Some(brace) = memchr(b'{', rest.as_bytes()) {
        let after = &rest[brace + 1..];
        filled.push_str(&rest[..brace]);
        let end = memchr(b'}', after.as_bytes());
        let named = end.and_then(|end| Some((value(&after[..end])?, &after[end + 1..])));
        rest = match named {
            Some((value, behind)) => {
                filled.push_str(&value);
                behind
            }
            None => {
                filled.push('{');
                after
            }
        };
    }
    filled.push_str(rest);
    filled
}

/// The text as a message quotes it: on one line, cut in the middle when it is long, between words if
/// there are several. Of a long one only the ends are read.
fn quote(text: &str) -> String {
    let half = QUOTED / 2 - 1;
    let mut line = String::with_capacity(text.len().min(2 * QUOTED));
    let mut length = 0;
    for word in text.split_whitespace() {
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        length += word.chars().count() + usize::from(length > 0);
        if length > QUOTED {
            // One character more tells whether a word ends there.
            let head: String = line.chars().take(half + 1).collect();
            let tail = tail(text, half + 1);
            let head = head.rsplit_once(' ').map_or(&*head, |(words, _)| words);
            let tail = tail.split_once(' ').map_or(&*tail, |(_, words)| words);
            return format!("{head} … {tail}");
        }
    }
    line
}

/// The last characters of a text on one line.
fn tail(text: &str, length: usize) -> String {
    let words = text.split_whitespace().rev();
    let letters = words.flat_map(|word| word.chars().rev().chain([' ']));
    let turned: String = letters.take(length).collect();
    turned.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_keeps_what_it_does_not_know() {
        let value = |name: &str| (name == "count").then_some("3".into());
        assert_eq!(fill("{count} of {total} {", value), "3 of {total} {");
    }

    #[test]
    fn a_long_quotation_is_cut_in_the_middle() {
        let quoted = quote(&"word ".repeat(40));
        assert_eq!(quoted, "word word word word word word … word word word word word word");
        assert_eq!(quote("two\n  lines"), "two lines");
        let rented = "We have never bought, rented, borrowed or transferred any account";
        assert_eq!(quote(rented), "We have never bought, rented, … or transferred any account");
        assert_eq!(quote(&"字".repeat(90)).matches('字').count(), QUOTED);
    }
}
