//! Tries a lint file: each example is a test, and so is what must hold of the file as a whole.

mod why_not;

use std::sync::Arc;

use crate::Diagnostic;
use crate::check::shown;
use crate::diagnostic::Edit;
use crate::fingerprint::{Appeal, Run, Runs, Seen};
use crate::letter::Letter;
use crate::lint::file::{ExampleFile, LintFile};
use crate::lint::{Catalogue, Lang, Level, Lint, Owner, Part};
use crate::settings::Settings;
use crate::source::{Source, Span};

/// The fewest examples of each sort.
const FEWEST: usize = 2;

/// One test of a lint file.
#[derive(Clone, Debug)]
pub struct Trial {
    /// `group/name::bad[0]`, `group/name::good[1]`, or `group/name::file` for the file as a whole.
    pub name: String,
    lint: String,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    File(Box<LintFile>),
    Example(Box<ExampleFile>),
}

/// The tests of a lint, whose file this is.
#[must_use]
pub fn trials(lint: &Lint, file: LintFile) -> Vec<Trial> {
    let trial = |test: String, what| Trial {
        name: format!("{}/{}::{test}", lint.group, lint.name),
        lint: lint.name.to_string(),
        what,
    };
    let (mut bad, mut good) = (0, 0);
    let mut trials = Vec::new();
    for example in file.example.clone() {
        let (sort, count) =
            if example.bad.is_some() { ("bad", &mut bad) } else { ("good", &mut good) };
        trials.push(trial(format!("{sort}[{count}]"), What::Example(Box::new(example))));
        *count += 1;
    }
    trials.push(trial("file".to_owned(), What::File(Box::new(file))));
    trials
}

impl Trial {
    /// Runs the test on the lint as the catalogue has it.
    ///
    /// # Errors
    /// What is wrong, for the lint's author.
    pub fn run(&self, catalogue: &Catalogue) -> Result<(), String> {
        let index = catalogue.lints.iter().position(|lint| *lint.name == self.lint);
        let index = index.ok_or_else(|| format!("there is no lint `{}`", self.lint))?;
        match &self.what {
            What::File(file) => whole_file(catalogue, index, file),
            What::Example(example) => [Lang::En, Lang::Zh]
                .into_iter()
                .try_for_each(|lang| judge(catalogue, &catalogue.lints[index], example, lang)),
        }
    }
}

/// What must hold of a file beside its examples.
fn whole_file(catalogue: &Catalogue, index: usize, file: &LintFile) -> Result<(), String> {
    let bad = file.example.iter().filter(|one| one.bad.is_some()).count();
    let good = file.example.iter().filter(|one| one.good.is_some()).count();
    if bad < FEWEST || good < FEWEST {
        return Err(format!("{bad} bad and {good} good examples, {FEWEST} of each are needed"));
    }
    if file.sources.is_empty() {
        return Err("no source".to_owned());
    }
    let lint = &catalogue.lints[index];
    let mut hit = vec![false; lint.phrases.len()];
    // The phrases of a structural lint may speak against a finding, too.
    let shows = |one: &&ExampleFile| lint.check.is_some() || one.bad.is_some();
    for example in file.example.iter().filter(shows) {
        let (text, _) = staged(example);
        for found in Letter::parse(&text, &catalogue.language()).hits {
            for owner in catalogue.owners(found.pattern) {
                if let Owner::Phrase(of, phrase) = owner
                    && usize::from(*of) == index
                {
                    hit[usize::from(*phrase)] = true;
                }
            }
        }
    }
    hit.iter().position(|hit| !hit).map_or(Ok(()), |at| {
        let phrases = file.phrase[at].phrases.as_slice().join("` or `");
        Err(format!("no example shows the phrase `{phrases}`"))
    })
}

/// Judges an example: the places, the words, the fix, and silence of the other lints.
fn judge(
    catalogue: &Catalogue,
    lint: &Lint,
    example: &ExampleFile,
    lang: Lang,
) -> Result<(), String> {
    let (text, wanted) = staged(example);
    let source = Source::new(if example.markdown { "example.md" } else { "example" }, &text);
    let mut settings = settings(catalogue, lint, example, lang);
    settings.run = example.beside.as_deref().map(|other| Arc::new(run(&source, other)));
    let found = super::lint_by(catalogue, &source, &settings);
    let (own, others): (Vec<_>, Vec<_>) = found.iter().partition(|one| one.lint.name == lint.name);
    let unfilled = |one: &&&Diagnostic<'_>| one.message.contains('{') || one.help.contains('{');
    if let Some(unfilled) = own.iter().find(unfilled) {
        return Err(format!("not filled: {} / {}", unfilled.message, unfilled.help));
    }
    let spans: Vec<Span> = own.iter().map(|one| one.span).collect();
    if spans != wanted {
        let is_found = |place: &Span| spans.iter().any(|span| span.overlaps(*place));
        let silent: Vec<Span> = wanted.iter().copied().filter(|place| !is_found(place)).collect();
        let why = why_not::why_not(catalogue, lint, example, &text, &silent);
        return Err(
            differ(&text, &wanted, &spans) + &why.map_or_else(String::new, |w| format!("\n{w}"))
        );
    }
    if example.good.is_some() {
        quiet(&text, &others, example)?;
    }
    match &example.fixed {
        Some(fixed) => {
            let (now, (want, _)) = (apply(&text, &own), stage(fixed, example));
            if now == want { Ok(()) } else { Err(format!("the fix gives\n{now}\nnot\n{want}")) }
        }
        None => Ok(()),
    }
}

/// No other lint may speak up on a good example; `*` allows them all.
fn quiet(text: &str, others: &[&Diagnostic<'_>], example: &ExampleFile) -> Result<(), String> {
    let allowed = |one: &Diagnostic<'_>| {
        example.allow.iter().any(|name| name == "*" || *name == *one.lint.name)
    };
    others.iter().find(|one| !allowed(one)).map_or(Ok(()), |one| {
        let at = text.get(one.span.range()).unwrap_or_default();
        Err(format!("{} also reports `{at}`: {}", one.lint.name, one.message))
    })
}

/// The text of an example as the linter sees it, and where it must report.
fn staged(example: &ExampleFile) -> (String, Vec<Span>) {
    let text = example.bad.as_ref().or(example.good.as_ref());
    stage(text.map_or("", String::as_str), example)
}

/// Puts a passage below a heading that says what part it is, and takes the marks out.
fn stage(marked: &str, example: &ExampleFile) -> (String, Vec<Span>) {
    let mut text = example.part.map(heading).unwrap_or_default().to_string();
    let (mut spans, mut open) = (Vec::new(), 0);
    for letter in marked.chars() {
        match letter {
            '«' => open = text.len(),
            '»' => spans.push(Span::new(open as u32, text.len() as u32)),
            other => text.push(other),
        }
    }
    (text, spans)
}

const fn heading(part: Part) -> &'static str {
    match part {
        Part::Issue => "What happened:\n\n",
        Part::RootCause => "Root cause:\n\n",
        Part::Corrective => "Corrective actions taken:\n\n",
        Part::Preventive => "Preventive measures:\n\n",
        Part::Evidence => "Evidence:\n\n",
        Part::Request => "Request:\n\n",
        Part::Other => "",
    }
}

/// All lints at their own level; those for whole letters only on whole letters.
fn settings(catalogue: &Catalogue, lint: &Lint, example: &ExampleFile, lang: Lang) -> Settings {
    let (case, marketplace) = (example.case, example.marketplace);
    let mut settings = Settings { lang, case, marketplace, ..Settings::default() };
    let options = example.option.iter();
    let name = lint.name.to_string();
    settings.options.extend(options.map(|(option, value)| (name.clone(), option.clone(), *value)));
    if lint.level == Level::Allow {
        settings.levels.push((name, Level::Note));
    }
    if !example.whole_letter {
        let whole = catalogue.lints.iter().filter(|lint| lint.whole_letter);
        settings.levels.extend(whole.map(|lint| (lint.name.to_string(), Level::Allow)));
    }
    settings
}

/// A run of the example and a letter of another folder.
fn run(example: &Source, other: &str) -> Run {
    let mut runs = Runs::default();
    for (folder, letter) in [("", example), ("other", &Source::new("other/appeal.txt", other))] {
        let lines = letter.lines();
        let appeal = Appeal::Folder(folder.to_owned());
        runs.add(Seen::new(letter.name(), appeal, &shown(letter), |at| lines.number(at)));
    }
    runs.finish()
}

/// Applies every fix, whoever may apply it.
fn apply(text: &str, found: &[&Diagnostic<'_>]) -> String {
    let fixes = found.iter().filter_map(|one| one.fix.as_ref());
    let mut edits: Vec<&Edit> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span);
    let mut text = text.to_string();
    for edit in edits.into_iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    text
}

/// What was wanted and what was found, as marked text.
fn differ(text: &str, wanted: &[Span], found: &[Span]) -> String {
    let show = |spans: &[Span]| {
        let mut marked = text.to_string();
        for span in spans.iter().rev() {
            marked.insert(span.end as usize, '»');
            marked.insert(span.start as usize, '«');
        }
        marked
    };
    let way = match (wanted.len(), found.len()) {
        (want, got) if got < want => "missing",
        (want, got) if got > want => "noisy",
        _ => "wrong place",
    };
    format!("{way}\nwanted {}\nfound  {}", show(wanted), show(found))
}
