//! Findings into words: the lint's templates filled with what was found.

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
    let mut arguments = vec![("match", quote(&letter[finding.span.range()]))];
    arguments.extend(finding.arguments);
    let related = finding.related.into_iter().map(|(span, variant)| Related {
        span,
        message: fill(templates(text, Some(variant)).0, &arguments),
    });
    let fix = (!finding.edits.is_empty())
        .then_some(Fix { edits: finding.edits, applicability: finding.applicability });
    Diagnostic {
        lint,
        level,
        message: fill(message, &arguments),
        help: fill(help, &arguments),
        span: finding.span,
        related: related.collect(),
        fix,
    }
}

/// The message and the help of a variant; what it leaves empty is the lint's own.
fn templates<'t>(text: &'t Text, variant: Option<&str>) -> (&'t str, &'t str) {
    let variant = variant.and_then(|name| text.variants.iter().find(|one| one.name == name));
    let own = |said: Option<&'t str>, own: &'t str| said.filter(|t| !t.is_empty()).unwrap_or(own);
    (
        own(variant.map(|v| v.message.as_ref()), &text.message),
        own(variant.map(|v| v.help.as_ref()), &text.help),
    )
}

/// Puts the arguments in place of their names in braces.
fn fill(template: &str, arguments: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(template.len() + QUOTED);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, rest)| {
            let (_, value) = arguments.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        rest = match named {
            Some((value, behind)) => {
                filled.push_str(value);
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

/// The text as a message quotes it: on one line, cut in the middle when it is long.
fn quote(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = line.chars().count();
    if length <= QUOTED {
        return line;
    }
    let half = QUOTED / 2 - 1;
    let head: String = line.chars().take(half).collect();
    let tail: String = line.chars().skip(length - half).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_keeps_what_it_does_not_know() {
        let arguments = [("count", "3".to_string())];
        assert_eq!(fill("{count} of {total} {", &arguments), "3 of {total} {");
    }

    #[test]
    fn a_long_quotation_is_cut_in_the_middle() {
        let quoted = quote(&"word ".repeat(40));
        assert!(quoted.contains('…') && quoted.chars().count() <= QUOTED + 1, "{quoted}");
        assert_eq!(quote("two\n  lines"), "two lines");
    }
}
