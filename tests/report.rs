//! What holds of every report, whatever the letter holds and the lints say.

mod support;

use appeal_lint::diagnostic::{Diagnostic, Edit, Fix, Related};
use appeal_lint::lint::{Applicability, Group, Lang, Level, Lint};
use appeal_lint::report::{FORMATS, Format, Look};
use appeal_lint::source::{Source, Span, Unit};
use proptest::prelude::*;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

/// Text of all that a terminal, a line or a column may stumble over.
fn text(most: usize) -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "word ",
        "we ",
        "a",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "我们",
        "。",
        "（审核）",
        "“",
        "，",
        "😭",
        "👨\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
        "🇨🇳",
        "e\u{301}",
        "\u{200B}",
        "\u{1B}[31m",
        "\u{9B}2J",
        "\u{202E}",
        "\u{2028}",
        "\u{FDD0}",
        "\u{FEFF}",
        "ＡＳＩＮ",
        "\u{2E3B}",
        "...",
        "`quoted`",
        "an-unbreakable-word-that-is-longer-than-many-a-terminal-is-wide-and-then-some",
        "a sentence of some length, so that lines grow long and must be cut. ",
        "这是一句比较长的话，用来让一行文字超过终端的宽度，从而必须裁剪。",
    ];
    prop::collection::vec(prop::sample::select(PARTS), 0..most).prop_map(|parts| parts.concat())
}

/// Spans that mostly lie in a short text, but need not.
fn span() -> impl Strategy<Value = Span> {
    let offset = || prop_oneof![20 => 0..3000_u32, 1 => any::<u32>()];
    let near = (0..3000_u32, 0..60_u32).prop_map(|(start, len)| Span::new(start, start + len));
    prop_oneof![near, (offset(), offset()).prop_map(|(start, end)| Span::new(start, end))]
}

/// A finding that says anything about any place; its lint is at the index.
#[derive(Clone, Debug)]
struct Found {
    span: Span,
    message: String,
    help: String,
    related: Vec<(Span, String)>,
    edits: Vec<(Span, String)>,
}

fn found() -> impl Strategy<Value = Found> {
    let related = prop::collection::vec((span(), text(8)), 0..8);
    let edits = prop::collection::vec((span(), text(12)), 0..9);
    (span(), text(20), text(30), related, edits).prop_map(
        |(span, message, help, related, edits)| Found { span, message, help, related, edits },
    )
}

impl Found {
    fn diagnostic<'l>(&self, lint: &'l Lint) -> Diagnostic<'l> {
        let related =
            |(span, message): &(Span, String)| Related { span: *span, message: message.clone() };
        let edit = |(span, text): &(Span, String)| Edit { span: *span, text: text.clone() };
        let edits: Vec<_> = self.edits.iter().map(edit).collect();
        Diagnostic {
            lint,
            level: lint.level,
            message: self.message.clone(),
            help: self.help.clone(),
            span: self.span,
            related: self.related.iter().map(related).collect(),
            fix: (!edits.is_empty())
                .then_some(Fix { edits, applicability: Applicability::HasPlaceholders }),
        }
    }
}

/// What a format prints for a letter.
fn print(format: &str, look: Look, text: &str, found: &[Found]) -> String {
    let lint = support::lint("some-lint", Group::Plan, Level::Warning, "a summary of some length");
    let diagnostics: Vec<_> = found.iter().map(|found| found.diagnostic(&lint)).collect();
    let mut report = Format::from_name(format).expect("a format").report(look);
    let mut out = Vec::new();
    report
        .letter(&Source::new("letter.txt", text), &diagnostics, &mut out)
        .expect("memory to write to");
    report.finish(&mut out).expect("memory to write to");
    String::from_utf8(out).expect("UTF-8")
}

const PLAIN: Look =
    Look { lang: Lang::En, width: 80, styled: false, closing: true, unit: Unit::CodePoint };

/// Line and column of an offset, counted the slow way.
fn position(text: &str, offset: usize) -> (u64, u64) {
    let before = &text[..offset];
    let line = before.matches('\n').count() as u64 + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() as u64 + 1)
}

fn check_extent(text: &str, extent: &Value) -> Result<(), TestCaseError> {
    let mut last = 0;
    for end in ["start", "end"] {
        let point = &extent[end];
        let offset = point["offset"].as_u64().expect("an offset") as usize;
        prop_assert!(text.is_char_boundary(offset) && last <= offset);
        let (line, column) = position(text, offset);
        prop_assert_eq!(
            (point["line"].as_u64(), point["column"].as_u64()),
            (Some(line), Some(column))
        );
        last = offset;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn full_stays_within_the_terminal(
        text in text(120),
        found in prop::collection::vec(found(), 0..3),
        width in 40..130_usize,
        zh in any::<bool>(),
        styled in any::<bool>(),
    ) {
        let look = Look { lang: if zh { Lang::Zh } else { Lang::En }, width, styled, ..PLAIN };
        let printed = print("full", look, &text, &found);
        let printed = anstream::adapter::strip_str(&printed).to_string();
        for line in printed.lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line}", line.width());
            prop_assert!(line.chars().all(|c| !c.is_control()), "{line:?}");
        }
    }

    #[test]
    fn full_and_short_tell_the_same_place(text in text(120), found in found()) {
        let short = print("short", PLAIN, &text, std::slice::from_ref(&found));
        let place = short.split(": warning").next().unwrap_or_default();
        let start = (found.span.start as usize).min(text.len());
        // What begins within a line break is shown at the end of the line.
        prop_assume!(text.is_char_boundary(start) && !text[start..].starts_with('\n'));
        prop_assume!(!text[..start].ends_with('\r'));
        prop_assume!(!text[start..].starts_with('\r'));
        let full = print("full", PLAIN, &text, &[found]);
        let arrow = full.lines().find(|line| line.contains("--> ")).unwrap_or_default();
        prop_assert_eq!(arrow.trim_start(), format!("--> {place}"));
    }

    #[test]
    fn json_is_consistent(text in text(120), found in prop::collection::vec(found(), 0..4)) {
        let lines = print("jsonl", PLAIN, &text, &found);
        let whole: Value = serde_json::from_str(&print("json", PLAIN, &text, &found)).unwrap();
        prop_assert_eq!(whole["schema_version"].as_u64(), Some(1));
        let all = whole["diagnostics"].as_array().expect("an array");
        prop_assert_eq!(lines.lines().count(), found.len());
        prop_assert_eq!(all.len(), found.len());
        for ((line, found), mut one) in lines.lines().zip(&found).zip(all.clone()) {
            let value: Value = serde_json::from_str(line).unwrap();
            prop_assert_eq!(value["message"].as_str(), Some(&*found.message));
            check_extent(&text, &value["span"])?;
            for place in value["related"].as_array().into_iter().chain(value["fix"]["edits"].as_array()).flatten() {
                check_extent(&text, &place["span"])?;
            }
            one["schema_version"] = 1.into();
            prop_assert_eq!(one, value);
        }
    }

    #[test]
    fn short_has_a_line_a_finding(text in text(60), found in prop::collection::vec(found(), 0..4)) {
        let printed = print("short", PLAIN, &text, &found);
        prop_assert_eq!(printed.lines().count(), found.len());
        for line in printed.lines() {
            prop_assert!(line.starts_with("letter.txt:") && line.ends_with(" [some-lint]"), "{line}");
            prop_assert!(line.chars().all(|c| !c.is_control()), "{line:?}");
        }
    }
}

#[test]
fn formats_have_names_of_their_own() {
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMATS.len());
}

/// A letter on one line of 20 MB: were the line walked for every finding, this would take minutes.
#[test]
fn a_finding_costs_the_same_on_any_line() {
    let text = "the buyer was careless 买家粗心 and opened a case. ".repeat(400_000);
    let end = text.len() as u32;
    let found = |at: u32| Found {
        span: Span::new(at, at + 22),
        message: "a message".to_owned(),
        help: "a help".to_owned(),
        related: vec![(Span::new(end - at - 40, end - at - 20), "another place".to_owned())],
        edits: vec![(Span::new(at, at + 9), "we were".to_owned())],
    };
    let found: Vec<_> = (0..2000).map(|index| found(index * (end / 2000))).collect();
    let start = std::time::Instant::now();
    for format in FORMATS {
        print(format.name, PLAIN, &text, &found);
    }
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}
