//! One finding for a sentence that drowns in others: nine remarks on one sentence help nobody, "write
//! it anew" does.

use super::{Finding, wording};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related};
use crate::letter::{Letter, Sentence};
use crate::lint::{Applicability, Group, Level, Lint};
use crate::settings::Settings;

/// Puts one finding of a lint that `gathers` a group in place of that group's findings, in each
/// sentence that has too many of them. The findings are in the order of the text.
pub(super) fn gather<'l>(
    found: Vec<Diagnostic<'l>>,
    letter: &Letter<'_>,
    lints: &'l [Lint],
    settings: &'l Settings,
) -> Vec<Diagnostic<'l>> {
    lints.iter().fold(found, |found, lint| match lint.gathers {
        Some(group) if settings.level(lint) > Level::Allow => {
            Gatherer { lint, group, letter, settings }.gather(found)
        }
        _ => found,
    })
}

struct Gatherer<'g, 'l> {
    lint: &'l Lint,
    group: Group,
    letter: &'g Letter<'g>,
    settings: &'l Settings,
}

impl<'l> Gatherer<'_, 'l> {
    fn gather(&self, found: Vec<Diagnostic<'l>>) -> Vec<Diagnostic<'l>> {
        let most = self.settings.option(self.lint, "most") as usize;
        let (of_group, mut rest): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|one| self.takes(one));
        let mut of_group = of_group.into_iter().peekable();
        while let Some(first) = of_group.next() {
            let Some(sentence) = self.sentence(&first) else {
                rest.push(first);
                continue;
            };
            let mut own = vec![first];
            while let Some(next) = of_group.next_if(|one| sentence.span.contains(one.span)) {
                own.push(next);
            }
            if own.len() > most {
                rest.push(self.instead_of(own, sentence));
            } else {
                rest.append(&mut own);
            }
        }
        rest
    }

    /// Whether a finding is of the group. One with related places is about more than a sentence.
    fn takes(&self, found: &Diagnostic<'_>) -> bool {
        found.lint.group == self.group && found.related.is_empty()
    }

    /// The sentence that holds a finding wholly.
    fn sentence(&self, found: &Diagnostic<'_>) -> Option<&Sentence> {
        let sentences = &self.letter.sentences;
        let at = sentences.partition_point(|one| one.span.end <= found.span.start);
        sentences.get(at).filter(|one| one.span.contains(found.span))
    }

    /// The finding that stands for the others, which become its related places.
    fn instead_of(&self, own: Vec<Diagnostic<'l>>, sentence: &Sentence) -> Diagnostic<'l> {
        let one = Finding::at(sentence.span).argument("count", own.len());
        let level = self.settings.level(self.lint);
        let one = wording::word(one, self.lint, level, self.settings.lang, self.letter.text);
        let place = |one: &Diagnostic<'_>| Related { span: one.span, message: one.message.clone() };
        Diagnostic { related: own.iter().map(place).collect(), fix: fix(own), ..one }
    }
}

/// The edits among them that need no judgement, as one fix.
fn fix(own: Vec<Diagnostic<'_>>) -> Option<Fix> {
    let applicability = Applicability::MachineApplicable;
    let mut edits: Vec<Edit> = Vec::new();
    let fixes = own.into_iter().filter_map(|one| one.fix);
    for fix in fixes.filter(|fix| fix.applicability == applicability) {
        let last = edits.last().map_or(0, |edit| edit.span.end);
        if fix.edits.first().is_some_and(|edit| edit.span.start >= last) {
            edits.extend(fix.edits);
        }
    }
    (!edits.is_empty()).then_some(Fix { edits, applicability })
}
