//! What the README shows and promises is what the program does.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::support::{FINE, Run, letters, run};

const README: &str = include_str!("../../README.md");

fn on_the_sample(args: &[&str]) -> Run {
    run(Path::new(env!("CARGO_MANIFEST_DIR")), &[args, &["examples/appeal.txt"]].concat())
}

#[test]
fn the_report_shown_is_the_programs() {
    let start = "```console\n$ appeal-lint examples/appeal.txt\n";
    let (_, rest) = README.split_once(start).unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    let report = on_the_sample(&[]).out;
    for piece in shown.split("\n…\n") {
        assert!(
            report.contains(piece.trim_matches('\n')),
            "README.md shows\n{piece}\nbut the report is\n{report}"
        );
    }
}

#[test]
fn the_mended_letter_has_no_findings() {
    let mended = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/mended.txt");
    let done = run(
        Path::new("."),
        &[mended.as_os_str(), "--format=short".as_ref(), "--fail-on=note".as_ref()],
    );
    assert_eq!((done.code, &*done.out), (0, ""));
}

#[test]
fn the_configuration_shown_is_accepted() {
    let start = "```toml\nextend";
    let (_, rest) = README.split_once(start).unwrap();
    let (shown, _) = rest.split_once("```").unwrap();
    let dir = letters(&[
        ("house.toml", ""),
        ("shop/house-lints/words/shop.toml", "[class]\nshop-lamps = [\"lamp\"]\n"),
        ("shop/appeal-lint.toml", &format!("extend{shown}")),
        ("shop/a.txt", FINE),
    ]);
    let done = run(dir.path(), &["shop/a.txt", "--select=placeholder"]);
    assert_eq!(done.code, 0, "{}", done.err);
}

#[test]
fn every_field_of_json_is_described() {
    let mut fields = BTreeSet::new();
    for line in on_the_sample(&["--format=jsonl"]).out.lines() {
        collect(&serde_json::from_str(line).unwrap(), &mut fields);
    }
    collect(&serde_json::from_str(&on_the_sample(&["--format=json"]).out).unwrap(), &mut fields);
    let described = |field: &String| {
        README.contains(&format!("`{field}`")) || README.contains(&format!("\"{field}\""))
    };
    let missing: Vec<_> = fields.iter().filter(|field| !described(field)).collect();
    assert!(missing.is_empty(), "README.md does not describe {missing:?}");
}

/// The names of all fields in a value.
fn collect(value: &Value, fields: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| {
            fields.insert(name.clone());
            collect(value, fields);
        }),
        Value::Array(values) => values.iter().for_each(|value| collect(value, fields)),
        _ => {}
    }
}
