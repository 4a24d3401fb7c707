//! Pages about the lints: `explain`, `lints`, and the catalogue and README of the repository; and about
//! the arguments: completions and manual pages.

use std::path::Path;

use super::support::run;
#[cfg(unix)]
use super::support::{finish, letters, write};

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
fn explain_lists_the_lints_of_a_group() {
    let page = print(&["explain", "tone"]);
    assert!(page.starts_with("tone: anger") && page.contains("  denial  "), "{page}");
    assert!(print(&["lints"]).contains(&page) && !page.contains("absolute-promise"), "{page}");
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

/// The commands that `--help` lists.
fn commands() -> Vec<String> {
    let help = print(&["--help"]);
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let list = list.lines().take_while(|line| !line.is_empty());
    let names = list.map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.filter(|name| name != "help").collect()
}

#[test]
fn the_manual_names_every_option() {
    let commands = commands();
    assert!(commands.len() > 8, "{commands:?}");
    for command in commands.iter().map(String::as_str).chain([""]) {
        let with = |name| if command.is_empty() { vec![name] } else { vec![name, command] };
        let page = print(&with("man"));
        assert!(page.contains(".TH appeal-lint") && page.contains(".SH NAME"), "{page}");
        let page = page.replace("\\-", "-");
        let help = match command {
            "" => print(&["--help"]),
            _ => print(&[command, "--help"]),
        };
        let options = help.split(|c: char| !c.is_ascii_alphabetic() && c != '-');
        for option in options.filter(|word| word.starts_with("--")) {
            assert!(page.contains(option), "the manual of {command} lacks {option}");
        }
    }
    let done = run(Path::new(ROOT), &["man", "nonsense"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("nonsense"), "{}", done.err);
}

#[test]
fn completions_know_lints() {
    // The files for Elvish and PowerShell know options and commands only.
    for (shell, word) in [
        ("bash", "absolute-promise"),
        ("fish", "absolute-promise"),
        ("zsh", "absolute-promise"),
        ("elvish", "test-lints"),
        ("powershell", "test-lints"),
    ] {
        assert!(print(&["completions", shell]).contains(word), "{shell}");
    }
}

/// Needs Bash, which Unix systems without it have to be given for the tests.
#[cfg(unix)]
#[test]
fn bash_understands_its_completions() {
    use std::process::Command;

    let dir = letters(&[]);
    write(dir.path(), "complete.bash", print(&["completions", "bash"]));
    let done = finish(Command::new("bash").arg("-n").arg(dir.path().join("complete.bash")), b"");
    assert_eq!((done.code, &*done.err), (0, ""));
    let complete = "source ./complete.bash; how=$(complete -p appeal-lint); how=${how##*-F }; \
                    COMP_WORDS=(appeal-lint $1 $2); COMP_CWORD=2; \
                    ${how%% *} appeal-lint $2 $1; echo \"${COMPREPLY[@]}\"";
    for (command, begun, whole) in
        [("explain", "absolute-p", "absolute-promise\n"), ("man", "expl", "explain\n")]
    {
        let args = ["-c", complete, "bash", command, begun];
        let done = finish(Command::new("bash").current_dir(dir.path()).args(args), b"");
        assert_eq!(done.out, whole, "{}", done.err);
    }
}
