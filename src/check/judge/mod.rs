//! The machinery of judging: which hits count, which checks run, and the words for what they find.

mod allowed;
mod class_names;
mod context;
mod finding;
mod gather;
mod hits;
mod learned;
mod pattern;
mod replace;
mod rough;
mod wording;

pub use class_names::ClassBits;
pub use context::{Check, Context, DISPUTE};
pub use finding::{Finding, Findings};
pub use hits::{Judged, Silence, silenced};

use super::comments::{self, Comments};
use super::markdown::Markdown;
use super::verbatim::Verbatim;
use crate::diagnostic::Diagnostic;
use crate::letter::Letter;
use crate::lint::{Applicability, Catalogue, Level, Lint, Place};
use crate::settings::Settings;
use crate::source::{Source, Span};
use class_names::ClassNames;
use learned::Leanings;

/// The functions of structural lints, by name, as the build script found them in the lint files.
static CHECKS: &[(&str, Check)] = include!(concat!(env!("OUT_DIR"), "/checks.rs"));

/// Judges the text of a letter with the lints of some catalogues that the settings leave on.
pub(super) fn judge<'l>(
    source: &Source,
    settings: &'l Settings,
    catalogues: impl Iterator<Item = &'l Catalogue>,
) -> Vec<Diagnostic<'l>> {
    let markdown = Markdown::of(source);
    let spans = comments::spans(source.text(), &markdown);
    let hidden = if source.is_markdown() { &spans[..] } else { &[] };
    let text = &*comments::without(source.text(), hidden);
    let allowed = settings.allow.places(text);
    let letter = |catalogue: &'l Catalogue| (catalogue, Letter::parse(text, &catalogue.language()));
    let letters: Vec<_> = catalogues.map(letter).collect();
    let blocks = letters.first().map_or(&[][..], |(_, letter)| &letter.blocks);
    let comments = Comments::of(source, spans, blocks);
    let verbatim = &Verbatim::of(source.text(), &markdown);
    let bench =
        Bench { name: source.name(), settings, allowed: &allowed, verbatim, comments: &comments };
    let mut found = Vec::new();
    for (catalogue, letter) in &letters {
        let mut own = bench.judge(catalogue, letter, false);
        allowed::drop_allowed(&mut own, &allowed);
        verbatim.respect(&mut own);
        offer_in_terms(&mut own, letter);
        bench.silence(&mut own);
        sort(&mut own);
        let mut own = gather::gather(own, letter, &catalogue.lints, settings);
        bench.silence(&mut own);
        found.append(&mut own);
    }
    if !comments.unused(settings).is_empty() {
        let last = letters.iter().map(|(catalogue, letter)| bench.judge(catalogue, letter, true));
        found.extend(last.flatten());
    }
    sort(&mut found);
    found
}

/// What stands in quotation marks may be cited as it is, or be a name: a fix there is only offered.
fn offer_in_terms(found: &mut [Diagnostic<'_>], letter: &Letter<'_>) {
    for fix in found.iter_mut().filter_map(|one| one.fix.as_mut()) {
        if fix.applicability == Applicability::MachineApplicable
            && fix.edits.iter().any(|edit| letter.is_term(edit.span))
        {
            fix.applicability = Applicability::MaybeIncorrect;
        }
    }
}

/// What is the same for all catalogues that judge a letter.
struct Bench<'b, 'l> {
    name: &'b str,
    settings: &'l Settings,
    allowed: &'b [Span],
    verbatim: &'b Verbatim<'b>,
    comments: &'b Comments,
}

impl<'l> Bench<'_, 'l> {
    /// All that the lints of a catalogue say of a letter, lint by lint; or what the last of them say.
    fn judge(
        &self,
        catalogue: &'l Catalogue,
        letter: &Letter<'_>,
        last: bool,
    ) -> Vec<Diagnostic<'l>> {
        let Self { name, settings, allowed, verbatim, comments } = *self;
        let clear = letter.case.as_ref().filter(|guess| guess.clear).map(|guess| guess.case);
        let case = settings.case.or(clear);
        let classes = &ClassNames::new(&catalogue.phrasebook);
        let (found, rough) = hits::judged(letter, catalogue, case);
        let is_on = |lint: &&Lint| settings.level(lint) > Level::Allow;
        let fills = |lint: &&Lint| lint.learned.is_some_and(|learned| learned.fills);
        // What fills up a group must know of all its lints, those that are off among them.
        let filling: Vec<_> = catalogue.lints.iter().filter(is_on).filter(fills).collect();
        let asked = |lint: &Lint| filling.iter().any(|one| one.group == lint.group);
        let judges = |lint: &&Lint| lint.after_others == last && (is_on(lint) || asked(lint));
        let leanings = Leanings::of(letter, catalogue.lints.iter().filter(judges));
        let literals = catalogue.literals.find(letter.text);
        let read = pattern::Read::new(letter.text);
        let (mut rest, mut waiting) = (found.as_slice(), literals.as_slice());
        let context = |lint: &'l Lint, hits| Context {
            letter,
            case,
            lint,
            name,
            settings,
            classes,
            hits,
            all: &found,
            lints: &catalogue.lints,
            allowed,
            verbatim,
            rough: rough.contains(&lint.group),
            comments,
            leanings: &leanings,
        };
        let worded = |one, lint: &'l Lint| {
            wording::word(one, lint, settings.level(lint), settings.lang, letter.text)
        };
        let said_by_others =
            |one: &Diagnostic<'_>| hits::is_said_by_others(one.lint, one.span, letter);
        let mut diagnostics = Vec::new();
        for (index, lint) in catalogue.lints.iter().enumerate() {
            let own = rest.partition_point(|hit| usize::from(hit.lint) <= index);
            let (hits, behind) = rest.split_at(own);
            rest = behind;
            let own = waiting.partition_point(|place| usize::from(place.lint) <= index);
            let (literals, behind) = waiting.split_at(own);
            waiting = behind;
            if !judges(&lint) {
                continue;
            }
            let context = context(lint, hits);
            let mut findings =
                run(&context, lint.check.as_deref().and_then(check), &read, literals);
            leanings.apply(&context, &mut findings);
            let findings = findings.into_iter().map(|one| worded(one, lint));
            diagnostics.extend(findings.filter(|one| !said_by_others(one)));
        }
        for lint in filling.iter().copied().filter(judges) {
            let others = || diagnostics.iter().filter(|one| one.lint.group == lint.group);
            let places: Vec<_> = others().map(|one| one.span).collect();
            let related: Vec<_> =
                others().flat_map(|one| &one.related).map(|related| related.span).collect();
            let own = leanings.fill(&context(lint, &[]), &places, &related);
            diagnostics.extend(own.into_iter().map(|one| worded(one, lint)));
        }
        diagnostics.retain(|one| is_on(&one.lint));
        diagnostics
    }

    /// Drops the findings that comments hold or silence.
    fn silence(&self, found: &mut Vec<Diagnostic<'_>>) {
        found.retain(|one| !self.comments.silence(one.lint, one.span));
    }
}

/// Into the order of the text.
fn sort(diagnostics: &mut [Diagnostic<'_>]) {
    diagnostics.sort_by_key(|one| (one.span.start, one.span.end, one.lint.name.as_str()));
}

/// What one lint finds: by its check, or by its phrases and patterns.
fn run(
    context: &Context<'_>,
    check: Option<Check>,
    read: &pattern::Read<'_>,
    literals: &[Place],
) -> Findings {
    let mut found = Findings::new();
    match check {
        Some(check) => check(context, &mut found),
        None => found.extend(context.hits.iter().map(|hit| report(context, hit))),
    }
    pattern::run(context, read, literals, &mut found);
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
        Some(text) => {
            let by = replace::sureness(context.letter.text, hit.span, &text, phrase.applicability);
            finding.replace(hit.span, text, by)
        }
        None => finding,
    }
}

/// The function of a structural lint.
fn check(name: &str) -> Option<Check> {
    CHECKS.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|at| CHECKS[at].1)
}
