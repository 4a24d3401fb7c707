//! The machinery of judging: which hits count, which checks run, and the words for what they find.

mod allowed;
mod context;
mod finding;
mod gather;
mod hits;
mod pattern;
mod replace;
mod wording;

pub use context::{Check, Context};
pub use finding::{Finding, Findings};

use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::lint::{Level, shipped};
use crate::settings::Settings;
use hits::Judged;

/// The functions of structural lints, by the index of their lint, as the build script found them named.
static CHECKS: &[(usize, Check)] = include!(concat!(env!("OUT_DIR"), "/checks.rs"));

/// Judges the text of a letter with the lints that the settings leave on.
pub(super) fn judge<'l>(text: &str, settings: &'l Settings) -> Vec<Diagnostic<'l>> {
    let letter = Letter::parse(text, &shipped::LANGUAGE);
    let clear = letter.case.as_ref().filter(|guess| guess.clear).map(|guess| guess.case);
    let case = settings.case.or(clear);
    let lints = shipped::LINTS;
    let found = hits::judged(&letter, lints, shipped::CUES.len(), shipped::OWNERS, case);
    let mut rest = found.as_slice();
    let mut diagnostics = Vec::new();
    for (index, lint) in lints.iter().enumerate() {
        let own = rest.partition_point(|hit| usize::from(hit.lint) <= index);
        let (hits, behind) = rest.split_at(own);
        rest = behind;
        let level = settings.level(lint);
        if level == Level::Allow {
            continue;
        }
        let automaton = &shipped::AUTOMATON;
        let context = Context { letter: &letter, case, lint, settings, automaton, hits };
        let findings = run(&context, check(index));
        let worded = |one| wording::word(one, lint, level, settings.lang, text);
        diagnostics.extend(findings.into_iter().map(worded));
    }
    allowed::drop_allowed(&mut diagnostics, &settings.allow.places(text));
    sort(&mut diagnostics);
    let mut diagnostics = gather::gather(diagnostics, &letter, lints, settings);
    sort(&mut diagnostics);
    diagnostics
}

/// Into the order of the text.
fn sort(diagnostics: &mut [Diagnostic<'_>]) {
    diagnostics.sort_by_key(|one| (one.span.start, one.span.end, one.lint.name.as_ref()));
}

/// What one lint finds: by its check, or by its phrases and patterns.
fn run(context: &Context<'_>, check: Option<Check>) -> Findings {
    let mut found = Findings::new();
    match check {
        Some(check) => check(context, &mut found),
        None => found.extend(context.hits.iter().map(|hit| report(context, hit))),
    }
    pattern::run(context, &mut found);
    found
}

/// A finding for a hit of a phrase.
fn report(context: &Context<'_>, hit: &Judged) -> Finding {
    let phrase = &context.lint.phrases[usize::from(hit.phrase)];
    let finding = Finding::at(hit.span).variant(hit.phrase.to_string());
    if phrase.replace.is_empty() || hit.merged {
        return finding;
    }
    match replace::expand(&phrase.replace, context, hit) {
        Some(text) => finding.replace(hit.span, text, phrase.applicability),
        None => finding,
    }
}

/// The function of a structural lint.
fn check(lint: usize) -> Option<Check> {
    CHECKS.binary_search_by_key(&lint, |(index, _)| *index).ok().map(|at| CHECKS[at].1)
}
