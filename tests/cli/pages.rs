//! Pages about the lints: `explain`, `lints`, and the catalogue and README of the repository.

use std::path::Path;

use super::support::run;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn print(args: &[&str]) -> String {
    let done = run(Path::new(ROOT), args);
    assert_eq!((done.code, &*done.err), (0, ""), "{args:?}");
    done.out
}

#[test]
fn explain_says_what_why_and_what_instead() {
    let page = print(&["explain", "absolute-promise"]);
    for title in
        ["absolute-promise (plan, warning)", "Why:", "What to write:", "Reported:", "Not reported:"]
    {
        assert!(page.contains(title), "no {title} in {page}");
    }
    assert!(print(&["explain", "absolute-promise", "--lang=zh"]).contains("为什么："));
}

#[test]
fn lints_lists_all_of_them() {
    let list = print(&["lints"]);
    let page: serde_json::Value =
        serde_json::from_str(&print(&["lints", "--format=json"])).unwrap();
    assert_eq!(page["schema_version"], 1);
    let lints = page["lints"].as_array().unwrap();
    assert!(lints.iter().all(|lint| list.contains(lint["name"].as_str().unwrap())));
    assert_ne!(list, print(&["lints", "--lang=zh"]));
}

#[test]
fn the_catalogue_is_fresh() {
    let path = Path::new(ROOT).join("lints/README.md");
    let page = print(&["lints", "--format=markdown"]);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::write(&path, &page).unwrap();
    }
    let fresh = std::fs::read_to_string(&path).is_ok_and(|kept| kept.replace("\r\n", "\n") == page);
    assert!(fresh, "lints/README.md is stale: SNAPSHOTS=overwrite cargo test --test cli catalogue");
}
