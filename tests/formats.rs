//! What the formats for other programs promise to those.

mod support;

use std::collections::BTreeSet;

use appeal_lint::diagnostic::{Diagnostic, Edit, Fix, Related};
use appeal_lint::lint::{Applicability, Group, Lang, Level, Lint};
use appeal_lint::report::{Format, Look};
use appeal_lint::source::{Source, Span, Unit};
use appeal_lint::{Settings, lint};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

/// The schema of OASIS, as the crate serde-sarif ships it.
const SCHEMA: &str = include_str!("sarif/sarif-schema-2.1.0.json");

const SAMPLE: &str = include_str!("../examples/appeal.txt");

fn print(format: &str, lang: Lang, letters: &[(&Source, &[Diagnostic<'_>])]) -> String {
    let look = Look { lang, width: 80, styled: false, closing: true, unit: Unit::CodePoint };
    let mut report = Format::from_name(format).expect("a format").report(look);
    let mut out = Vec::new();
    for (source, found) in letters {
        report.letter(source, found, &mut out).expect("memory to write to");
    }
    report.finish(&mut out).expect("memory to write to");
    String::from_utf8(out).expect("UTF-8")
}

/// The sample letter, judged.
fn sample(format: &str, lang: Lang) -> String {
    let source = Source::new("./letters/a letter: 草稿.txt", SAMPLE);
    let settings = Settings { lang, ..Settings::default() };
    let found = lint(&source, &settings);
    assert!(found.len() > 10, "the sample has faults");
    print(format, lang, &[(&source, &found)])
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

const LETTER: &str = "我们😀 will do our best.\r\nAnd\u{1b}[31m <more> & \u{FFFE}more.";

/// A finding with everything, over the end of a line.
fn finding(lint: &Lint, applicability: Applicability) -> Diagnostic<'_> {
    let span = |text: &str| {
        let start = LETTER.find(text).expect("in the letter") as u32;
        Span::new(start, start + text.len() as u32)
    };
    Diagnostic {
        lint,
        level: lint.level,
        message: "`our\nbest` \u{1b}[31m is 50%: no step".to_owned(),
        help: "name it".to_owned(),
        span: span("our best.\r\nAnd"),
        related: vec![Related { span: span("😀"), message: "here".to_owned() }],
        fix: Some(Fix {
            applicability,
            edits: vec![
                Edit { span: span("will do"), text: "did".to_owned() },
                Edit { span: span("best"), text: "check".to_owned() },
            ],
        }),
    }
}

fn made(format: &str, applicability: Applicability) -> String {
    let lint = support::lint("some-lint", Group::Plan, Level::Warning, "a summary");
    let found = [finding(&lint, applicability), finding(&lint, applicability)];
    print(format, Lang::En, &[(&Source::new("letter.txt", LETTER), &found)])
}

#[test]
fn sarif_is_valid_against_the_official_schema() {
    let none = print("sarif", Lang::En, &[]);
    let made = made("sarif", Applicability::MaybeIncorrect);
    for report in [sample("sarif", Lang::En), sample("sarif", Lang::Zh), made, none] {
        check_schema(&json(&report));
    }
}

#[track_caller]
fn check_schema(report: &Value) {
    // One of its expressions has a bare `]`, which JavaScript takes for itself and Rust does not.
    let schema = SCHEMA.replace("{2}]?$", "{2}\\\\]?$");
    let schema = jsonschema::validator_for(&json(&schema)).expect("a schema");
    let errors: Vec<_> = schema.iter_errors(report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn sarif_results_refer_to_rules_in_the_language_of_the_run() {
    let report = json(&sample("sarif", Lang::Zh));
    let run = &report["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    for result in run["results"].as_array().expect("results") {
        let rule = &rules[result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let help = rule["help"]["text"].as_str().expect("help");
        assert!(help.chars().any(|one| one >= '\u{4e00}'), "{help}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = "letters/a%20letter%3A%20%E8%8D%89%E7%A8%BF.txt";
        assert_eq!(place["artifactLocation"]["uri"], uri);
    }
}

#[test]
fn fixes_with_gaps_are_not_offered() {
    let fixes = |applicability| {
        let sarif = json(&made("sarif", applicability));
        let rdjsonl = made("rdjsonl", applicability);
        let rdjson = json(rdjsonl.lines().next().expect("a line"));
        (sarif["runs"][0]["results"][0]["fixes"].clone(), rdjson["suggestions"].clone())
    };
    assert_eq!(fixes(Applicability::HasPlaceholders), (Value::Null, Value::Null));
    let (fixes, suggestions) = fixes(Applicability::MachineApplicable);
    let replacements = &fixes[0]["artifactChanges"][0]["replacements"];
    assert_eq!(replacements[0]["insertedContent"]["text"], "did");
    assert_eq!(replacements[0]["deletedRegion"]["startColumn"], 5);
    // One replacement, in bytes: 3 + 3 + 4 + a blank before it.
    assert_eq!(suggestions[0]["text"], "did our check");
    assert_eq!(suggestions[0]["range"]["start"]["column"], 12);
}

#[test]
fn fingerprints_are_unique_and_stay_when_lines_move() {
    let prints = |text: &str, lang| {
        let source = Source::new("a.txt", text);
        let settings = Settings { lang, ..Settings::default() };
        let found = lint(&source, &settings);
        let issues = json(&print("gitlab", lang, &[(&source, &found)]));
        let issues = issues.as_array().expect("issues").clone();
        let all: BTreeSet<_> = issues.iter().map(|one| one["fingerprint"].to_string()).collect();
        assert_eq!(all.len(), found.len());
        all
    };
    let before = prints(SAMPLE, Lang::En);
    assert_eq!(before, prints(SAMPLE, Lang::Zh));
    assert_eq!(before, prints(&format!("\n\n{SAMPLE}"), Lang::En));
    let twice = json(&made("gitlab", Applicability::MaybeIncorrect));
    assert_ne!(twice[0]["fingerprint"], twice[1]["fingerprint"]);
}

#[test]
fn github_has_a_command_a_finding() {
    let printed = made("github", Applicability::MaybeIncorrect);
    assert_eq!(printed.lines().count(), 2);
    let wanted = "::warning title=some-lint,file=letter.txt,line=1,endLine=2::`our best` ␛[31m is 50%25: no step%0Aname it";
    assert_eq!(printed.lines().next(), Some(wanted));
    let named = sample("github", Lang::En);
    assert!(named.contains(",file=letters/a letter%3A 草稿.txt,line="), "{named}");
}

#[test]
fn letters_that_could_not_be_read_are_in_the_report() {
    let print = |format: &str| {
        let look =
            Look { lang: Lang::En, width: 80, styled: false, closing: true, unit: Unit::CodePoint };
        let mut report = Format::from_name(format).expect("a format").report(look);
        let mut out = Vec::new();
        report.unread("./no <such> 信.txt", "no such file", &mut out).expect("memory to write to");
        report.letter(&Source::new("./b.txt", "Fine."), &[], &mut out).expect("memory to write to");
        report.finish(&mut out).expect("memory to write to");
        String::from_utf8(out).expect("UTF-8")
    };
    let junit = print("junit");
    let wanted = r#"<testsuite name="no &lt;such&gt; 信.txt" tests="1" failures="0" errors="1">"#;
    assert!(junit.contains(wanted), "{junit}");
    assert!(junit.contains(r#"<error message="no such file""#), "{junit}");
    assert!(junit.contains(r#"<testsuite name="b.txt""#), "{junit}");
    let sarif = print("sarif");
    check_schema(&json(&sarif));
    let run = &json(&sarif)["runs"][0]["invocations"][0];
    assert_eq!(run["executionSuccessful"], false);
    let told = &run["toolExecutionNotifications"][0];
    assert_eq!(told["message"]["text"], "./no <such> 信.txt: no such file");
    let failures = json(&print("json"))["failures"].clone();
    assert_eq!(failures[0]["path"], "./no <such> 信.txt");
    assert_eq!(failures.as_array().map(Vec::len), Some(1));
}

#[test]
fn junit_is_xml_with_a_suite_a_letter() {
    let lint = support::lint("some-lint", Group::Plan, Level::Warning, "a summary");
    let found = [finding(&lint, Applicability::MaybeIncorrect)];
    let sources = [Source::new("a \"b\" <c>\u{1}.txt", LETTER), Source::new("fine.txt", "Fine.")];
    let printed = print("junit", Lang::En, &[(&sources[0], &found), (&sources[1], &[])]);
    let is_xml = |one: char| !one.is_control() || matches!(one, '\n' | '\t' | '\r');
    assert!(printed.chars().all(is_xml), "{printed:?}");
    let mut reader = Reader::from_str(&printed);
    let mut names = Vec::new();
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(tag) | Event::Empty(tag) => {
                names.push(AsRef::<str>::as_ref(&tag.name()).to_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let wanted = ["testsuites", "testsuite", "testcase", "failure", "testsuite", "testcase"];
    assert_eq!(names, wanted);
}
