//! What docs/editors.md tells readers to copy, where no editor can be driven: tests/editors does the rest.

use std::path::Path;

use regex_lite::Regex;
use serde_json::Value;

use super::support::run;

const PAGE: &str = include_str!("../../docs/editors.md");

/// The first block of code in a language below a heading.
fn snippet(heading: &str, language: &str) -> &'static str {
    let (_, section) = PAGE.split_once(&format!("\n## {heading}\n")).unwrap();
    let (_, code) = section.split_once(&format!("\n```{language}\n")).unwrap();
    code.split("\n```").next().unwrap()
}

#[test]
fn the_problem_matcher_of_vs_code_reads_every_line() {
    let tasks: Value = serde_json::from_str(snippet("VS Code", "json")).unwrap();
    let task = &tasks["tasks"][0];
    let pattern = &task["problemMatcher"]["pattern"];
    let regexp = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    let letter = "examples/appeal.txt";
    let args = task["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap());
    let args: Vec<_> = args.map(|arg| arg.replace("${file}", letter)).collect();
    let done = run(Path::new(env!("CARGO_MANIFEST_DIR")), &args);
    assert!(done.out.lines().count() > 10, "the sample has faults: {}", done.err);
    for line in done.out.lines() {
        let parts = regexp.captures(line).unwrap_or_else(|| panic!("not matched: {line}"));
        let part = |name: &str| &parts[pattern[name].as_u64().unwrap() as usize];
        assert_eq!(part("file"), letter);
        assert!(part("line").parse::<u32>().is_ok() && part("column").parse::<u32>().is_ok());
        assert!(["error", "warning", "note"].contains(&part("severity")), "{line}");
        assert!(line.ends_with(&format!("{} [{}]", part("message"), part("code"))), "{line}");
    }
    let windows = regexp.captures(r"C:\信 件\a.txt:3:7: error: so: it [is] [some-lint]").unwrap();
    assert_eq!((&windows[1], &windows[6]), (r"C:\信 件\a.txt", "some-lint"));
}

#[test]
fn the_settings_shown_can_be_read() {
    let helix: toml::Table = toml::from_str(snippet("Helix", "toml")).unwrap();
    assert!(helix["language-server"]["appeal-lint"]["args"].is_array());
    let sublime: Value = serde_json::from_str(snippet("Sublime Text", "json")).unwrap();
    assert_eq!(sublime["clients"]["appeal-lint"]["command"][1], "server");
}
