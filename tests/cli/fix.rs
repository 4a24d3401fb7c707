//! Letters that are fixed: what changes in the file, and what does not.

use std::fs;
use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::time::{Duration, Instant};

use super::support::{FINE, Run, finish, letters, program, run, write};

/// One sure fix.
const WRONG: &str = "We sent the informations to the buyer on 3 May 2026.\n";
const RIGHT: &str = "We sent the information to the buyer on 3 May 2026.\n";
const SELECT: &str = "--select=uncountable-plural,placeholder";

fn fix(dir: &Path, args: &[&str]) -> Run {
    run(dir, &[&["--fix", "--format=short", SELECT], args].concat())
}

fn read(dir: &Path, name: &str) -> Vec<u8> {
    fs::read(dir.join(name)).unwrap()
}

#[test]
fn what_is_left_is_reported_at_its_new_place() {
    let dir = letters(&[("a.txt", &format!("{} Our supplier is XXXX.\n", WRONG.trim_end()))]);
    let done = fix(dir.path(), &["a.txt"]);
    assert_eq!((done.code, done.err.as_str()), (1, "1 place fixed\n"));
    assert!(done.out.starts_with("a.txt:1:69: error: "), "{}", done.out);
    assert_eq!(done.out.lines().count(), 1);
    assert!(read(dir.path(), "a.txt").starts_with(RIGHT.trim_end().as_bytes()));
    let again = fix(dir.path(), &["a.txt"]);
    assert_eq!((again.out, again.err.as_str()), (done.out, "0 places fixed\n"));
}

#[test]
fn a_letter_without_findings_left_is_clean() {
    let dir = letters(&[("a.txt", WRONG), ("b.txt", WRONG), ("c.txt", FINE)]);
    let done = fix(dir.path(), &["."]);
    assert_eq!((done.code, &*done.out, &*done.err), (0, "", "2 places fixed\n"));
    let quiet = fix(dir.path(), &[".", "--quiet"]);
    assert_eq!((quiet.code, &*quiet.err), (0, ""));
}

#[test]
fn every_byte_outside_the_edit_stays() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let around: [(&str, Vec<u8>); 6] = [
        ("crlf.txt", b"One.\r\ntwo\n@\r\nthree".to_vec()),
        ("bom.txt", b"\xEF\xBB\xBF\r\n@\t \n".to_vec()),
        ("western.txt", b"It\x92s \x93done\x94 \x96 caf\xE9.\n@".to_vec()),
        // A euro sign that the encoding would write in another way.
        (
            "chinese.txt",
            b"\xCE\xD2\xC3\xC7\xBC\xEC\xB2\xE9 \xB1\xEA\xC7\xA9\xA3\xAC\x80\n@".to_vec(),
        ),
        ("taiwan.txt", b"\xA7\xDA\xAD\xCC \xA4\x40\xA4\x47\xA4\x54\xA1\x41\n@\n".to_vec()),
        ("utf16.txt", wide("\u{feff}Dear Amazon,\r\n@\r\n")),
    ];
    for (name, around) in around {
        let utf16 = name == "utf16.txt";
        let fill = |text: &str| {
            let (mark, text) =
                if utf16 { (wide("@"), wide(text)) } else { (b"@".to_vec(), text.into()) };
            let at = around.windows(mark.len()).position(|part| part == mark).unwrap();
            [&around[..at], &text, &around[at + mark.len()..]].concat()
        };
        let dir = letters(&[]);
        write(dir.path(), name, fill(WRONG));
        let done = fix(dir.path(), &[name]);
        assert_eq!((done.code, &*done.err), (0, "1 place fixed\n"), "{name}");
        assert_eq!(read(dir.path(), name), fill(RIGHT), "{name}");
    }
}

#[test]
fn a_diff_shows_what_would_change_and_changes_nothing() {
    let dir = letters(&[("a.txt", WRONG), ("b.txt", FINE)]);
    let done = run(dir.path(), &["--diff", SELECT, "."]);
    let wanted = format!("--- ./a.txt\n+++ ./a.txt\n@@ -1 +1 @@\n-{WRONG}+{RIGHT}");
    assert_eq!((done.code, done.out, done.err.as_str()), (1, wanted, ""));
    assert_eq!(read(dir.path(), "a.txt"), WRONG.as_bytes());
    assert_eq!(run(dir.path(), &["--diff", SELECT, "b.txt"]).code, 0);
    let piped = finish(program(dir.path()).args(["--diff", SELECT, "-"]), WRONG.as_bytes());
    assert_eq!(piped.code, 1);
    assert!(piped.out.starts_with("--- <stdin>\n"));
}

#[test]
fn arguments_that_make_no_sense_together() {
    let dir = letters(&[("a.txt", WRONG)]);
    for (args, reason) in [
        (&["--fix", "-"][..], "standard input cannot be fixed"),
        (&["--unsafe-fixes", "a.txt"], "--unsafe-fixes goes with --fix or --diff"),
        (&["--fix", "--diff", "a.txt"], "cannot be used with"),
        (&["--verbose", "--quiet", "a.txt"], "cannot be used with"),
    ] {
        let done = run(dir.path(), args);
        assert_eq!((done.code, &*done.out), (2, ""), "{args:?}");
        assert!(done.err.contains(reason), "{args:?}: {}", done.err);
    }
    assert_eq!(read(dir.path(), "a.txt"), WRONG.as_bytes());
}

#[test]
fn the_encoding_is_told() {
    let dir = letters(&[]);
    write(dir.path(), "a.txt", [b"\xCE\xD2\xC3\xC7. ".as_slice(), b"XXXX\n"].concat());
    write(dir.path(), "b.txt", b"\xEF\xBB\xBFXXXX\n");
    let done = run(dir.path(), &["-v", "--format=jsonl", "--select=placeholder", "a.txt", "b.txt"]);
    assert_eq!(done.err, "a.txt: GBK\nb.txt: UTF-8 with BOM\n");
    let told: Vec<_> = done.out.lines().map(|line| line.contains(r#""encoding":"GBK""#)).collect();
    assert_eq!(told, [true, false]);
}

#[test]
fn what_is_no_letter_is_not_written() {
    let dir = letters(&[]);
    write(dir.path(), "old.doc.txt", b"{\\rtf1}");
    let done = fix(dir.path(), &["old.doc.txt", "--lang=zh"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("不支持 RTF"), "{}", done.err);
}

/// A lint of a team, whose name is Polish.
const POLISH: &str = r#"
level = "note"
sources = ["house style"]
example = []
[en]
summary = "the town's name"
message = "`{match}` is written with its marks"
help = "write `Łódź`"
explain = "Amazon compares addresses."
[zh]
summary = "城市名"
message = "“{match}”少了符号"
help = "写“Łódź”"
explain = "亚马逊会核对地址。"
[[phrase]]
match = "lodz"
replace = "Łódź"
applicability = "machine-applicable"
"#;

#[test]
fn a_place_that_cannot_be_fixed_keeps_no_other_from_it() {
    // Mended, the brackets would look like a gap in a template.
    let text =
        "We sold 1，200 units（in May）.\nWe read the 【Policy】and signed it.\nWe are sorry！！\n";
    let dir = letters(&[("a.txt", text)]);
    let done = run(dir.path(), &["--fix", "--isolated", "a.txt"]);
    let mended =
        "We sold 1,200 units (in May).\nWe read the 【Policy】and signed it.\nWe are sorry!!\n";
    assert_eq!(String::from_utf8_lossy(&read(dir.path(), "a.txt")), mended);
    // Places are counted: brackets are two, and what two rounds change is one.
    assert!(done.err.starts_with("4 places fixed\n1 place not fixed"), "{}", done.err);
}

#[test]
fn what_the_encoding_lacks_is_refused_and_the_letter_left_alone() {
    let dir = letters(&[
        ("appeal-lint.toml", "lint-dirs = [\"house\"]\n"),
        ("house/language/lodz.toml", POLISH),
    ]);
    let plain = b"The shop is in Lodz.\n".as_slice();
    let gbk = [plain, b"\xCE\xD2\xC3\xC7\xBC\xEC\xB2\xE9\r\n"].concat();
    for (file, encoding, character) in [
        ([plain, b"It\x92s a caf\xE9.\r\n"].concat(), "windows-1252", 'Ł'),
        (gbk.clone(), "GBK", 'Ł'),
        ([plain, b"\xA7\xDA\xAD\xCC\xA4\x40\xA1\x41\n"].concat(), "Big5", 'Ł'),
    ] {
        write(dir.path(), "a.txt", &file);
        let done = run(dir.path(), &["--fix", "--select=lodz", "--format=short", "a.txt"]);
        assert_eq!(done.code, 2, "{encoding}: {}", done.err);
        let code = u32::from(character);
        let reason = format!("a.txt: not fixed: {encoding} has no `{character}` (U+{code:04X})");
        assert!(done.err.contains(&reason), "{}", done.err);
        assert!(done.out.starts_with("a.txt:1:16: note: "), "still reported: {}", done.out);
        assert_eq!(read(dir.path(), "a.txt"), file, "{encoding}");
    }
    // One encoding that is only read, and one that has all characters.
    for (label, code) in [("iso-2022-jp", 2), ("gb18030", 0)] {
        let file = if code == 0 { &gbk[..] } else { plain };
        write(dir.path(), "a.txt", file);
        let label = format!("--encoding={label}");
        let done = run(dir.path(), &["--fix", "--select=lodz", &label, "a.txt"]);
        assert_eq!(done.code, code, "{label}: {}", done.err);
        assert_eq!(read(dir.path(), "a.txt") == file, code == 2, "{label}");
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3, "nothing is left behind");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn permissions_stay_and_nothing_is_left_behind() {
        let dir = letters(&[("a.txt", WRONG)]);
        let path = dir.path().join("a.txt");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(fix(dir.path(), &["a.txt"]).code, 0);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_link_stays_a_link() {
        let dir = letters(&[("folder/real.txt", WRONG)]);
        symlink("folder/real.txt", dir.path().join("link.txt")).unwrap();
        assert_eq!(fix(dir.path(), &["link.txt"]).code, 0);
        assert!(fs::symlink_metadata(dir.path().join("link.txt")).unwrap().is_symlink());
        assert_eq!(read(dir.path(), "folder/real.txt"), RIGHT.as_bytes());
    }

    #[test]
    fn a_read_only_letter_is_not_replaced() {
        let dir = letters(&[("a.txt", WRONG), ("b.txt", WRONG)]);
        let path = dir.path().join("a.txt");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let done = fix(dir.path(), &["a.txt", "b.txt"]);
        assert_eq!(done.code, 2);
        assert_eq!(done.out.lines().count(), 1, "what is not fixed is reported: {}", done.out);
        let wanted =
            "error: a.txt: not fixed: the file is read-only, or the folder is\n1 place fixed\n";
        assert_eq!(done.err, wanted);
        assert_eq!(read(dir.path(), "a.txt"), WRONG.as_bytes());
        assert_eq!(read(dir.path(), "b.txt"), RIGHT.as_bytes());
    }
}

/// Kills the program at random moments of its work: each letter is the old one or the new one, and of
/// what it was writing at most the hidden files stay that README.md speaks of.
#[test]
fn a_kill_in_the_middle_leaves_the_old_letter_or_the_new_one() {
    const LETTERS: usize = 48;
    const KILLS: u64 = 20;
    let (old, new) = (WRONG.repeat(20), RIGHT.repeat(20));
    let names: Vec<_> = (0..LETTERS).map(|number| format!("{number}.txt")).collect();
    let dir = letters(&[]);
    let reset = || names.iter().for_each(|name| write(dir.path(), name, &old));
    reset();
    let start = Instant::now();
    assert_eq!(fix(dir.path(), &["."]).code, 0);
    let whole = start.elapsed().as_micros() as u64;

    let (mut killed, mut between) = (0, 0);
    for kill in 0..KILLS {
        reset();
        let mut command = program(dir.path());
        let mut child = command.args(["--fix", "--quiet", SELECT, "."]).spawn().unwrap();
        // One moment in each share of the time that all takes.
        let moment = (kill * whole + RandomState::new().hash_one(kill) % whole) / KILLS;
        std::thread::sleep(Duration::from_micros(moment));
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        let mut mended = 0;
        for name in &names {
            let found = read(dir.path(), name);
            assert!(found == old.as_bytes() || found == new.as_bytes(), "{}", found.len());
            mended += usize::from(found == new.as_bytes());
        }
        between += u32::from((1..LETTERS).contains(&mended));
        check_leftovers(dir.path(), child.id());
    }
    assert!(killed > 0 && between > 0, "{killed} runs killed, {between} with letters half done");
    // Who runs it again has all letters, and no more than the letters, fixed.
    let done = fix(dir.path(), &["."]);
    assert_eq!((done.code, &*done.out), (0, ""), "{}", done.err);
    assert!(names.iter().all(|name| read(dir.path(), name) == new.as_bytes()));
}

/// What a killed run leaves: hidden, named for the letter and the process, one for each thread.
#[track_caller]
fn check_leftovers(dir: &Path, process: u32) {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut left = 0;
    for entry in fs::read_dir(dir).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(rest) = name.strip_prefix('.') else { continue };
        let number = rest.strip_suffix(&format!(".txt.{process}-0.tmp"));
        assert!(number.is_some_and(|number| number.parse::<usize>().is_ok()), "{name}");
        fs::remove_file(dir.join(name)).unwrap();
        left += 1;
    }
    assert!(left <= threads, "{left} files left by {threads} threads");
}
