//! How fast letters are judged: `cargo bench`, or `cargo bench -- startup` for one part.
//!
//! Machines differ and are noisy, so each figure stands beside another one measured in the same
//! run, and is the best of several.

#[path = "../support/lsp.rs"]
mod lsp;
mod process;
mod reuse;
mod server;
mod text;

use std::hint::black_box;
use std::time::{Duration, Instant};

use appeal_lint::{Settings, Source, lint};

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let parts: [(&str, fn()); 8] = [
        ("throughput", throughput),
        ("letter", one_letter_grows),
        ("letters", letters_grow),
        ("startup", process::startup),
        ("batch", process::batch),
        ("reuse", reuse::run),
        ("templates", reuse::templates),
        ("server", server::run),
    ];
    for (name, part) in parts {
        if asked.is_empty() || asked.iter().any(|one| one == name) {
            part();
        }
    }
}

/// The shortest of several runs.
pub fn best(runs: usize, mut act: impl FnMut()) -> Duration {
    let mut time = || {
        let start = Instant::now();
        act();
        start.elapsed()
    };
    (0..runs).map(|_| time()).min().unwrap_or_default()
}

fn megabytes_per_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

fn judge(letters: &[Source], settings: &Settings) -> usize {
    letters.iter().map(|letter| lint(letter, settings).len()).sum()
}

/// 10 MB of letters, beside the least that reading words can cost.
fn throughput() {
    let letters = text::letters(2_500);
    let bytes: usize = letters.iter().map(|letter| letter.text().len()).sum();
    let settings = Settings::default();
    let mut found = 0;
    let judged = best(5, || found = black_box(judge(&letters, &settings)));
    let hashed = best(5, || {
        black_box(
            letters.iter().map(|letter| hash_words(letter.text().as_bytes())).fold(0, |a, b| a ^ b),
        );
    });
    let rate = |time| megabytes_per_second(bytes, time);
    println!("throughput, one thread, {} letters, {bytes} bytes, {found} findings", letters.len());
    println!("  lint()                       {:8.1} MB/s", rate(judged));
    println!("  split into words and hash    {:8.1} MB/s", rate(hashed));
    println!("  ratio                        {:8.1}", judged.as_secs_f64() / hashed.as_secs_f64());
}

/// Words by white space, FNV-1a over the bytes of each.
fn hash_words(text: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = |word: &[u8]| word.iter().fold(0xcbf2_9ce4_8422_2325, step);
    text.split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
        .map(hash)
        .fold(0, |a, b| a ^ b)
}

/// Time per byte of one letter from 1 KB to 10 MB, in paragraphs and on one line.
fn one_letter_grows() {
    let settings = Settings::default();
    println!("one letter: nanoseconds a byte (ratio to 10 KB)");
    for (name, shape) in
        [("paragraphs", text::paragraphs as fn(usize) -> Source), ("one line", text::one_line)]
    {
        let row = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(|size| {
            let letter = shape(size);
            let runs = (20_000_000 / size).clamp(2, 200);
            let time = best(runs, || drop(black_box(lint(&letter, &settings))));
            (size, time.as_nanos() as f64 / letter.text().len() as f64)
        });
        print_row(name, &row, row[1].1);
    }
}

/// Time per byte over 1 to 10,000 letters.
fn letters_grow() {
    let settings = Settings::default();
    let row = [1, 10, 100, 1_000, 10_000].map(|count| {
        let letters = text::letters(count);
        let bytes: usize = letters.iter().map(|letter| letter.text().len()).sum();
        let time = best((2_000 / count).clamp(2, 200), || {
            black_box(judge(&letters, &settings));
        });
        (count, time.as_nanos() as f64 / bytes as f64)
    });
    println!("many letters: nanoseconds a byte (ratio to 100 letters)");
    print_row("letters", &row, row[2].1);
}

fn print_row(name: &str, row: &[(usize, f64)], unit: f64) {
    for (size, cost) in row {
        println!("  {name:10} {size:>10}  {cost:8.1}  ({:.2})", cost / unit);
    }
}
