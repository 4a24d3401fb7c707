//! Fixes: which are made, which are not, and that a fixed letter stays as it is.

#![allow(clippy::unwrap_used, reason = "a test ends where something is lacking")]

mod support;

use appeal_lint::diagnostic::{Diagnostic, Edit, Fix, Related};
use appeal_lint::fix::{Fixed, fix, fix_with};
use appeal_lint::lint::shipped;
use appeal_lint::lint::{Applicability, Group, Level, Lint};
use appeal_lint::source::{Encoding, Source, Span};
use appeal_lint::{Settings, lint};
use proptest::prelude::*;

use Applicability::{HasPlaceholders, MachineApplicable, MaybeIncorrect};

/// Finds words, and suggests others for them.
struct Rule {
    lint: Lint,
    find: String,
    put: Option<(String, Applicability)>,
}

fn rule(find: &str, put: &str, applicability: Applicability) -> Rule {
    let lint = support::lint(find, Group::Language, Level::Warning, "");
    Rule { lint, find: find.into(), put: Some((put.into(), applicability)) }
}

/// Finds words, and suggests nothing.
fn report(find: &str) -> Rule {
    Rule { put: None, ..rule(find, "", MachineApplicable) }
}

fn judge<'l>(rules: &'l [Rule], text: &str) -> Vec<Diagnostic<'l>> {
    let mut found = Vec::new();
    for rule in rules {
        for (at, _) in text.match_indices(&rule.find) {
            let span = Span::new(at as u32, (at + rule.find.len()) as u32);
            let fix = rule.put.as_ref().map(|(text, applicability)| Fix {
                edits: vec![Edit { span, text: text.clone() }],
                applicability: *applicability,
            });
            found.push(diagnostic(&rule.lint, span, fix));
        }
    }
    found.sort_by_key(|one| one.span);
    found
}

fn diagnostic(lint: &Lint, span: Span, fix: Option<Fix>) -> Diagnostic<'_> {
    let (message, help) = (String::new(), String::new());
    Diagnostic { lint, level: Level::Warning, message, help, span, related: Vec::new(), fix }
}

fn run<'l>(rules: &'l [Rule], text: &str, unsafe_too: bool) -> Fixed<'l> {
    fix_with(&Source::new("", text), unsafe_too, &|source| judge(rules, source.text()))
}

#[track_caller]
fn check(rules: &[Rule], text: &str, fixed: &str, left: &[&str]) {
    let done = run(rules, text, false);
    assert_eq!(done.text, fixed);
    let names: Vec<_> = done.left.iter().map(|one| one.lint.name.as_str()).collect();
    assert_eq!(names, left);
    let again = run(rules, &done.text, false);
    assert_eq!((again.text, again.edits), (done.text, Vec::new()));
}

#[test]
fn only_sure_fixes_are_made_unless_asked() {
    let rules = [
        rule("teh", "the", MachineApplicable),
        rule("guys", "buyers", MaybeIncorrect),
        rule("soon", "by [date]", HasPlaceholders),
    ];
    let text = "teh guys come soon";
    check(&rules, text, "the guys come soon", &["guys", "soon"]);
    let done = run(&rules, text, true);
    assert_eq!(done.text, "the buyers come soon");
    assert_eq!(done.edits.len(), 2);
    assert_eq!(done.left.len(), 1);
}

#[test]
fn overlapping_fixes_are_made_one_after_the_other() {
    let rules = [rule("very very", "very", MachineApplicable)];
    check(&rules, "a very very very very good lid", "a very good lid", &[]);
    // The first of two wins, and the other finds nothing any more.
    let rules =
        [rule("do the", "make the", MachineApplicable), rule("the the", "the", MachineApplicable)];
    check(&rules, "we do the the plan", "we make the plan", &[]);
}

#[test]
fn a_fix_that_brings_a_new_finding_is_not_made() {
    let rules = [
        rule("guys", "dudes", MachineApplicable),
        rule("teh", "the", MachineApplicable),
        report("dudes"),
    ];
    check(&rules, "teh guys, and teh guys", "the guys, and the guys", &["guys", "guys"]);
}

#[test]
fn a_place_that_cannot_be_fixed_keeps_no_other_from_it() {
    // One lint with many places, which tells them as one finding.
    let lint = support::lint("spelling", Group::Language, Level::Warning, "");
    let bad = report("the end");
    let judged = std::cell::Cell::new(0);
    let told = |source: &Source| {
        judged.set(judged.get() + 1);
        let places: Vec<_> = source.text().match_indices("teh").collect();
        let edits = places.iter().map(|(at, _)| {
            let span = Span::new(*at as u32, *at as u32 + 3);
            Edit { span, text: "the".into() }
        });
        let fix = Fix { edits: edits.collect(), applicability: MachineApplicable };
        let related = places.iter().map(|(at, _)| {
            let span = Span::new(*at as u32, *at as u32 + 3);
            Related { span, message: String::new() }
        });
        let mut found = judge(std::slice::from_ref(&bad), source.text());
        found.extend(places.first().map(|(at, _)| {
            let span = Span::new(*at as u32, *at as u32 + 3);
            Diagnostic { related: related.collect(), ..diagnostic(&lint, span, Some(fix)) }
        }));
        found
    };
    let text = "teh lid, teh end, teh pot. ".repeat(300);
    let done = fix_with(&Source::new("", &text), false, &told);
    assert_eq!(done.text, "the lid, teh end, the pot. ".repeat(300));
    assert_eq!((done.edits.len(), done.refused), (600, 300));
    assert!(judged.get() < 20, "judged {} times", judged.get());
}

#[test]
fn an_edit_is_tried_again_without_those_that_were_blamed_beside_it() {
    let rules = [rule("a", "z", MachineApplicable), rule("b", "c", MachineApplicable)];
    let late = support::lint("late", Group::Language, Level::Warning, "");
    // What the second edit brings is told of the place of the first.
    let told = |source: &Source| {
        let found = source.text().contains('c').then(|| diagnostic(&late, Span::new(0, 1), None));
        found.into_iter().chain(judge(&rules, source.text())).collect()
    };
    let done = fix_with(&Source::new("", "a b"), false, &told);
    assert_eq!((done.text.as_str(), done.refused), ("z b", 1));
}

#[test]
fn fixes_that_undo_each_other_are_left_alone() {
    let rules =
        [rule("color", "colour", MachineApplicable), rule("colour ", "color ", MachineApplicable)];
    check(&rules, "the color is", "the color is", &["color"]);
    // The same, when no round shows a new finding: what is found has one name.
    let lint = support::lint("spelling", Group::Language, Level::Warning, "");
    let turn = |source: &Source| {
        let put = if source.text() == "ab" { "ba" } else { "ab" };
        let span = Span::new(0, 2);
        let edits = vec![Edit { span, text: put.into() }];
        vec![diagnostic(&lint, span, Some(Fix { edits, applicability: MachineApplicable }))]
    };
    let done = fix_with(&Source::new("", "ab"), false, &turn);
    assert_eq!((done.text.as_str(), done.edits.len(), done.left.len()), ("ab", 0, 1));
}

#[test]
fn what_cannot_be_done_is_not_done() {
    let lint = support::lint("wild", Group::Language, Level::Warning, "");
    let wild = [(3, 99), (1, 2), (2, 1)].map(|(start, end)| {
        let span = Span { start, end };
        let edits = vec![Edit { span, text: "x".into() }];
        diagnostic(&lint, Span::new(0, 1), Some(Fix { edits, applicability: MachineApplicable }))
    });
    let done = fix_with(&Source::new("", "é is two bytes"), false, &|_| wild.to_vec());
    assert_eq!(done.text, "é is two bytes");
    // A letter is not fixed away.
    check(&[rule("Dear", "", MachineApplicable)], " Dear\n", " Dear\n", &["Dear"]);
}

#[test]
fn new_lines_are_those_of_the_letter() {
    let rules = [rule("; ", ";\n", MachineApplicable)];
    check(&rules, "one; two\r\nthree", "one;\r\ntwo\r\nthree", &[]);
    check(&rules, "one; two\nthree", "one;\ntwo\nthree", &[]);
}

#[test]
fn edits_may_come_in_any_order() {
    let lint = support::lint("swap", Group::Language, Level::Warning, "");
    let swap = |source: &Source| {
        let found = source.text().starts_with("ab");
        let edit =
            |start, text: &str| Edit { span: Span::new(start, start + 1), text: text.into() };
        let fix = Fix { edits: vec![edit(1, "a"), edit(0, "b")], applicability: MachineApplicable };
        found.then(|| diagnostic(&lint, Span::new(0, 2), Some(fix))).into_iter().collect()
    };
    let done = fix_with(&Source::new("", "ab-ab"), false, &swap);
    assert_eq!((done.text.as_str(), done.edits.len()), ("ba-ab", 1));
}

#[test]
fn what_weights_say_of_the_new_text_stops_no_fix() {
    // The clause is known while it holds a misspelling, and reported by word-for-word without one.
    let rough = "Many customer has complain. The staffs was lack of trainings. We have told him many \
                 informations. Every boxes is check by he. ";
    let text = format!("{rough}From now on our shop strict control every recieved step link.");
    let source = Source::new("letter.txt", &text);
    let settings = Settings::default();
    let fixed = fix(&source, &settings, false);
    assert!(fixed.text.contains("every received step"), "{}", fixed.text);
    assert!(fixed.left.iter().any(|one| one.lint.name == "word-for-word"), "{}", fixed.text);
}

/// What the shipped lints give as bad examples, one by one and as one long letter.
#[test]
fn the_shipped_lints_settle() {
    let plain = |text: &str| text.replace(['«', '»'], "");
    let examples = shipped::CATALOGUE.lints.iter().flat_map(|lint| lint.examples.iter());
    let mut texts: Vec<_> = examples.map(|example| plain(&example.text)).collect();
    texts.push(texts.join("\n\n"));
    let settings = Settings::default();
    for text in texts {
        let source = Source::new("", text.as_str());
        for unsafe_too in [false, true] {
            let done = fix(&source, &settings, unsafe_too);
            let again = fix(&Source::new("", done.text.as_str()), &settings, unsafe_too);
            assert_eq!(again.text, done.text);
            let suggested = lint(&source, &settings).into_iter().filter_map(|one| one.fix);
            let sure = |fix: &Fix| fix.applicability == MachineApplicable;
            let lacking = suggested.filter(sure).count() > 0 && done.edits.is_empty();
            assert!(!lacking, "no fix was made in {text}");
        }
    }
}

#[test]
fn what_must_stay_as_it_is_is_not_fixed() {
    let stays = "Our manager Lin An has dont.reply@example.com, www.softwares.com,and #feedbacks. \
                 A buyer wrote 'we recieved the softwares,not the lamps' to us.";
    let in_markdown = "Go to [our page](https://x.com/recieve,a \"softwares,feedbacks\").\n\n\
                       ![a lamp](recieve,a.png) is `softwares,feedbacks` and &nbsp;text.\n\n\
                       ```\nwe recieved,feedbacks\n```\n\nThat is:\n\n    we recieved,feedbacks\n";
    let fixed =
        |name: &str, text: &str| fix(&Source::new(name, text), &Settings::default(), true).text;
    assert_eq!(fixed("a.txt", stays), stays);
    assert_eq!(fixed("a.md", in_markdown), in_markdown);
    assert_eq!(fixed("a.md", "We [recieved it](a,b.png)."), "We [received it](a,b.png).");
}

#[test]
fn what_is_cited_in_quotation_marks_is_only_offered() {
    let text = "We changed “recieve” to “receive” and \"Lamp,white\" to \"Lamp, white\".";
    let fixed =
        |unsafe_too| fix(&Source::new("a.txt", text), &Settings::default(), unsafe_too).text;
    assert_eq!(fixed(false), text);
    assert_ne!(fixed(true), text);
}

/// Rules over few letters, so that they meet, feed and undo each other.
/// What is right stays as it is, in a letter with what is surely wrong.
#[test]
fn sure_fixes_damage_no_names_brands_and_abbreviations() {
    let fixed = |text: &str| fix(&Source::new("a.txt", text), &Settings::default(), false).text;
    let right = "We sell lamps.\n\n1. Villegas signs the form.\n2. Pilar counts the parcels.\n\n\
                 Shure microphones are sold. Skelton Logistics lost four parcels.\n\n\
                 The THX speakers and the PLS report are here. We paid Tata Softwares for the tool.\n\n\
                 The papers are the certificat, the declaracion, the projet and the adres.\n\n\
                 The mgmt. team and our rep. in Leeds met. We met at 12 Elm Ave. in Boston.\n\n\
                 mophie cases were listed by mistake.\n\nWe sell china products and a china set.\n\n\
                 A Overview of the stock is here. Each can not put on the pallet was counted.\n";
    assert_eq!(fixed(right), right);
    let wrong = "Recieved goods are counted. Untill then no label was wrong. thx for it.\n\n\
                 Each goverment form is read. Goverment forms are filed. We are in china now.\n";
    let mended = "Received goods are counted. Until then no label was wrong. Thanks for it.\n\n\
                  Each government form is read. Government forms are filed. We are in China now.\n";
    assert_eq!(fixed(wrong), mended);
}

fn rules() -> impl Strategy<Value = Vec<Rule>> {
    let applicability = prop_oneof![4 => Just(MachineApplicable), 1 => Just(MaybeIncorrect), 1 => Just(HasPlaceholders)];
    let one = ("[ab好]{1,3}", proptest::option::weighted(0.8, "[abc ]{0,3}"), applicability);
    let made = |(find, put, applicability): (String, Option<String>, _)| {
        let found = rule(&find, "", applicability);
        Rule { put: put.map(|put| (put, applicability)), ..found }
    };
    proptest::collection::vec(one.prop_map(made), 1..6)
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} -> {:?}", self.find, self.put)
    }
}

proptest! {
    #[test]
    fn fixing_twice_changes_nothing_more(
        rules in rules(),
        text in "[abc好 \n]{1,30}",
        unsafe_too in any::<bool>(),
    ) {
        let done = run(&rules, &text, unsafe_too);
        let again = run(&rules, &done.text, unsafe_too);
        prop_assert_eq!(&again.text, &done.text);
        prop_assert!(again.edits.is_empty());
        let before = judge(&rules, &text);
        for rule in &rules {
            let count = |found: &[Diagnostic<'_>]| {
                found.iter().filter(|one| one.lint.name == rule.lint.name).count()
            };
            prop_assert!(count(&done.left) <= count(&before), "{:?} {:?}", rule, done.text);
        }
    }

    #[test]
    fn the_edits_lead_from_the_file_to_the_new_text(
        rules in rules(),
        text in "[abc好 ]{0,20}(\n|\r\n)[abc好 ]{0,20}",
        label in proptest::sample::select(&["utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5"][..]),
    ) {
        prop_assume!(!text.trim().is_empty());
        let encoding = Encoding::from_label(label).unwrap();
        let sample = if label == "utf-16be" { b"\0x" } else { b"x\0" };
        let sample = if label.starts_with("utf-16") { &sample[..] } else { b"x" };
        let bytes = Source::decode_as("", sample.to_vec(), encoding).unwrap().encode(&text).unwrap();
        let source = Source::decode_as("", bytes.clone(), encoding).unwrap();
        let done = fix_with(&source, true, &|source| judge(&rules, source.text()));
        let edits: Vec<_> = done.edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect();
        if let Ok(patched) = source.patch(&bytes, &edits) {
            prop_assert_eq!(patched, source.encode(&done.text).unwrap());
        } else {
            // Few letters in an old encoding may look like another; never so in Unicode.
            prop_assert!(!label.starts_with("utf-8"));
        }
    }
}
