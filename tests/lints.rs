//! Every example of every lint file is a test: `group/name::bad[0]`, `group/name::good[1]`; and
//! `group/name::file` is what holds for the file as a whole.

use std::fs;
use std::path::Path;

use appeal_lint::diagnostic::Edit;
use appeal_lint::letter::Letter;
use appeal_lint::lint::file::{ExampleFile, LintFile};
use appeal_lint::lint::{Lang, Level, Lint, Owner, Part, shipped};
use appeal_lint::source::Span;
use appeal_lint::{Diagnostic, Settings, Source, lint};
use libtest_mimic::{Arguments, Failed, Trial};

/// The fewest examples of each sort.
const FEWEST: usize = 2;

fn main() {
    let arguments = Arguments::from_args();
    let trials = shipped::LINTS.iter().enumerate().flat_map(|(at, lint)| trials(at, lint));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// The tests of one lint file.
fn trials(index: usize, lint: &'static Lint) -> Vec<Trial> {
    let file = read(lint);
    let name = format!("{}/{}", lint.group, lint.name);
    let mut trials = Vec::new();
    let (mut bad, mut good) = (0, 0);
    for example in file.example.clone() {
        let (sort, count) =
            if example.bad.is_some() { ("bad", &mut bad) } else { ("good", &mut good) };
        let test = format!("{name}::{sort}[{count}]");
        *count += 1;
        trials.push(Trial::test(test, move || judge(lint, &example)));
    }
    trials.push(Trial::test(format!("{name}::file"), move || whole_file(index, lint, &file)));
    trials
}

fn read(lint: &Lint) -> LintFile {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lints").join(lint.group.name());
    let path = folder.join(format!("{}.toml", lint.name));
    let text = fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    toml::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// What must hold of a file beside its examples.
fn whole_file(index: usize, lint: &Lint, file: &LintFile) -> Result<(), Failed> {
    let bad = file.example.iter().filter(|one| one.bad.is_some()).count();
    let good = file.example.iter().filter(|one| one.good.is_some()).count();
    if bad < FEWEST || good < FEWEST {
        return Err(
            format!("{bad} bad and {good} good examples, {FEWEST} of each are needed").into()
        );
    }
    if file.sources.is_empty() {
        return Err("no source".into());
    }
    let chinese = &lint.text(Lang::Zh);
    for text in [&chinese.summary, &chinese.message, &chinese.help, &chinese.explain] {
        if !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            return Err(format!("not Chinese: {text}").into());
        }
    }
    every_phrase_is_hit(index, lint, file)
}

fn every_phrase_is_hit(index: usize, lint: &Lint, file: &LintFile) -> Result<(), Failed> {
    let mut hit = vec![false; lint.phrases.len()];
    // The phrases of a structural lint may speak against a finding, too.
    let shows = |one: &&ExampleFile| lint.check.is_some() || one.bad.is_some();
    for example in file.example.iter().filter(shows) {
        let (text, _) = staged(example);
        for found in Letter::parse(&text, &shipped::LANGUAGE).hits {
            for owner in shipped::owners(found.pattern) {
                if let Owner::Phrase(of, phrase) = owner
                    && usize::from(*of) == index
                {
                    hit[usize::from(*phrase)] = true;
                }
            }
        }
    }
    match hit.iter().position(|hit| !hit) {
        None => Ok(()),
        Some(at) => {
            let phrases = file.phrase[at].phrases.as_slice().join("` or `");
            Err(format!("no example shows the phrase `{phrases}`").into())
        }
    }
}

/// Judges an example.
fn judge(lint_: &Lint, example: &ExampleFile) -> Result<(), Failed> {
    let (text, wanted) = staged(example);
    let source = Source::new("example", &text);
    for lang in [Lang::En, Lang::Zh] {
        let settings = settings(lint_, example, lang);
        let found = lint(&source, &settings);
        let (own, others): (Vec<_>, Vec<_>) =
            found.iter().partition(|one| one.lint.name == lint_.name);
        if let Some(unfilled) =
            own.iter().find(|one| one.message.contains('{') || one.help.contains('{'))
        {
            return Err(format!("not filled: {} / {}", unfilled.message, unfilled.help).into());
        }
        let spans: Vec<Span> = own.iter().map(|one| one.span).collect();
        if spans != wanted {
            return Err(differ(&text, &wanted, &spans).into());
        }
        if example.good.is_some() {
            quiet(&text, &others, example)?;
        }
        if let Some(fixed) = &example.fixed {
            let now = apply(&text, &own);
            let (want, _) = stage(fixed, example);
            if now != want {
                return Err(format!("the fix gives\n{now}\nnot\n{want}").into());
            }
        }
    }
    Ok(())
}

/// No other lint may speak up on a good example; `*` allows them all.
fn quiet(text: &str, others: &[&Diagnostic<'_>], example: &ExampleFile) -> Result<(), Failed> {
    let allowed = |one: &Diagnostic<'_>| {
        example.allow.iter().any(|name| name == "*" || *name == one.lint.name)
    };
    let noisy = others.iter().find(|one| !allowed(one));
    match noisy {
        None => Ok(()),
        Some(one) => {
            let at = text.get(one.span.range()).unwrap_or_default();
            Err(format!("{} also reports `{at}`: {}", one.lint.name, one.message).into())
        }
    }
}

/// The text of an example as the linter sees it, and where it must report.
fn staged(example: &ExampleFile) -> (String, Vec<Span>) {
    let text = example.bad.as_ref().or(example.good.as_ref()).expect("an example is bad or good");
    stage(text, example)
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

fn heading(part: Part) -> &'static str {
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
fn settings(lint: &Lint, example: &ExampleFile, lang: Lang) -> Settings {
    let mut settings = Settings { lang, case: example.case, ..Settings::default() };
    let options = example.option.iter();
    let name = lint.name.to_string();
    settings.options.extend(options.map(|(option, value)| (name.clone(), option.clone(), *value)));
    if lint.level == Level::Allow {
        settings.levels.push((lint.name.to_string(), Level::Note));
    }
    if !example.whole_letter {
        let whole = shipped::LINTS.iter().filter(|lint| lint.whole_letter);
        settings.levels.extend(whole.map(|lint| (lint.name.to_string(), Level::Allow)));
    }
    settings
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
