//! Comparing letters with each other, and with large collections of templates.

use std::collections::BTreeSet;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use appeal_lint::fingerprint::{Entry, Set, Template, winnow, words};
use appeal_lint::{Settings, Source, lint};

use super::text::Numbers;
use super::{best, process, text};

const LETTERS: usize = 10_000;
/// So many letters share a passage with one other.
const SHARING: usize = 100;
const WORDS: usize = 400;
const PASSAGE: usize = 60;

/// 10,000 letters in folders of their own, 50 pairs of which share a passage: what is found, how long
/// the run takes beside one that does not compare, and the most memory it holds.
pub fn run() {
    let dir = process::scratch("reuse");
    let mut sharing = BTreeSet::new();
    for number in 0..LETTERS {
        let path = format!("shop{number:05}/appeal.txt");
        fs::create_dir_all(dir.join(&path[..9])).expect("the build directory is writable");
        process::write(&dir.join(&path), &letter(number));
        if is_sharing(number) {
            sharing.insert(path);
        }
    }
    let (found, alone) = program(&dir, &["--select", "reused-text"]);
    let paths: BTreeSet<String> =
        found.lines().filter_map(|line| Some(line.split_once(':')?.0.to_owned())).collect();
    println!("reuse, {LETTERS} letters of {WORDS} words, {SHARING} share a passage of {PASSAGE}");
    println!(
        "  found {}, missed {}, wrong {}",
        paths.intersection(&sharing).count(),
        sharing.difference(&paths).count(),
        paths.difference(&sharing).count()
    );
    println!("  only reused-text             {}", told(alone));
    println!("  all lints                    {}", told(program(&dir, &["--quiet"]).1));
    println!(
        "  all without reused-text      {}",
        told(program(&dir, &["--ignore", "reused-text"]).1)
    );
}

/// One letter beside a collection of 10,000 texts: of other words, and of the same sentences.
pub fn templates() {
    let letters = text::letters(200);
    let other: Vec<Source> = (0..LETTERS).map(|n| Source::new("made", letter(n))).collect();
    let alike = text::letters(LETTERS);
    println!("templates, microseconds a letter of 4 KB (ratio to no collection)");
    let mut settings = Settings::default();
    let none = cost(&letters, &settings);
    println!("  none                         {none:8.1}");
    for (name, texts) in [("10,000 of other words", &other), ("10,000 of its sentences", &alike)] {
        settings.fingerprints = Arc::new([set(texts)]);
        let with = cost(&letters, &settings);
        println!("  {name:28} {with:8.1}  ({:.2})", with / none);
    }
}

fn cost(letters: &[Source], settings: &Settings) -> f64 {
    let judge = || letters.iter().for_each(|letter| drop(black_box(lint(letter, settings))));
    best(5, judge).as_secs_f64() * 1e6 / letters.len() as f64
}

fn set(texts: &[Source]) -> Set {
    let (mut templates, mut entries) = (Vec::new(), Vec::new());
    for (template, text) in (0..).zip(texts) {
        let words = words(text.text());
        let entry = |hash, word| Entry { hash, template, word };
        entries.extend(winnow(&words).iter().map(|one| entry(one.hash, one.word)));
        let (name, published, case) = ("made".into(), "nowhere".into(), "".into());
        templates.push(Template { name, published, case, words: words.len() as u32 });
    }
    Set::new(templates, entries)
}

/// A letter of invented words; every hundredth letter and the one behind it share a passage.
fn letter(number: usize) -> String {
    let mut letter = invented(number as u64 + 1, WORDS);
    if is_sharing(number) {
        let pair = (number / 200) as u64;
        letter += &invented(u64::MAX - pair, PASSAGE);
        letter += &invented(number as u64 + 1_000_000, WORDS / 4);
    }
    letter
}

fn is_sharing(number: usize) -> bool {
    number % (LETTERS / SHARING * 2) < 2
}

/// So many words of two or three syllables, in sentences.
fn invented(seed: u64, count: usize) -> String {
    let mut numbers = Numbers::new(seed);
    let mut text = String::with_capacity(count * 7);
    for at in 0..count {
        for _ in 0..2 + numbers.below(2) {
            text.push(char::from(b"bdfgklmnprstvw"[numbers.below(14)]));
            text.push(char::from(b"aeiou"[numbers.below(5)]));
        }
        text.push_str(if at % 12 == 11 { ".\n" } else { " " });
    }
    text
}

/// What the program prints on a folder, its time, and the most memory it held, in megabytes.
fn program(dir: &Path, args: &[&str]) -> (String, (Duration, u64)) {
    let mut command = Command::new(process::PROGRAM);
    command.current_dir(dir).args(["check", "--format", "short"]).args(args).arg(".");
    let out = dir.with_extension("out");
    let file = fs::File::create(&out).expect("the build directory is writable");
    let start = Instant::now();
    let mut child =
        command.stdout(file).stderr(Stdio::null()).spawn().expect("the program was built");
    let status = Path::new("/proc").join(child.id().to_string()).join("status");
    let mut peak = 0;
    // The system keeps the peak until the process ends, so that a look now and then is enough.
    while matches!(child.try_wait(), Ok(None)) {
        peak = peak_of(&status).unwrap_or(0).max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    let time = start.elapsed();
    (fs::read_to_string(&out).unwrap_or_default().replace("./", ""), (time, peak / 1024))
}

/// The peak of a process in kilobytes; Linux only.
fn peak_of(status: &Path) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

fn told((time, peak): (Duration, u64)) -> String {
    format!("{:8.1} ms  {peak:5} MB", time.as_secs_f64() * 1e3)
}
