//! Learns `lints/weights.tsv` from the labelled sentences in `training/` and the examples of lint files:
//! `cargo run --release --example train`. With `--check` it writes nothing, and prints for each lint how
//! well sentences of files that were left out are found, by the leaning at which they are reported.
//!
//! A linear support vector machine for each lint, trained by dual coordinate descent (Hsieh, Chang, Lin,
//! Keerthi, Sundararajan, A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008), with squared
//! hinge loss. The same input gives the same weights.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use appeal_lint::hash::fnv;
use appeal_lint::learned::features::{ALWAYS, words};
use appeal_lint::letter::sentences;
use appeal_lint::lint::Group;
use appeal_lint::lint::file::LintFile;

/// How much a mistake on a sentence costs beside large weights. Measured on letters left out: .02 to .05
/// are alike, more learns the sentences by heart.
const COST: f64 = 0.02;
/// How often each sentence is looked at.
const ROUNDS: usize = 60;
/// How much more an example of a lint file counts than another sentence.
const EXAMPLE: f64 = 4.0;
/// A feature counts when so many sentences have it.
const SEEN: usize = 3;
/// One in the margin of the machine is so much in the file.
const UNIT: f64 = 200.0;
/// Smaller weights are left out.
const LEAST: f64 = 8.0;
/// Into so many parts the files are divided by `--check`.
const FOLDS: usize = 6;

/// A sentence, and what it was labelled with.
struct Sentence {
    labels: BTreeSet<String>,
    /// Its features, by number, and how often each stands in it.
    features: Vec<(usize, f64)>,
    cost: f64,
    /// Its file, by number; examples of lint files have none.
    file: Option<usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("training"), "tsv", &mut files)?;
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let mut raw = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        raw.extend(text.lines().filter_map(|line| line.split_once('\t')).map(|(labels, text)| {
            let labels = labels.split(',').filter(|label| *label != "-").map(str::to_owned);
            (labels.collect(), text.to_owned(), 1.0, Some(number))
        }));
    }
    let lints = examples(root, &mut raw)?;
    let (names, all) = features(raw);
    if env::args().any(|arg| arg == "--check") {
        lints.iter().for_each(|lint| check(lint, &names, &all, files.len()));
        return Ok(());
    }
    let columns: Vec<_> =
        lints.iter().map(|lint| train(lint, names.len(), &all, |_| true)).collect();
    let of = texts.iter().flat_map(|text| text.bytes());
    fs::write(root.join("lints/weights.tsv"), table(&lints, &names, &columns, fnv(of)))?;
    Ok(())
}

/// The files below a folder with that extension, in order.
fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::path);
    for path in entries.iter().map(fs::DirEntry::path) {
        if path.is_dir() {
            collect(&path, extension, files)?;
        } else if path.extension().is_some_and(|one| one == extension) {
            files.push(path);
        }
    }
    Ok(())
}

type Raw = (BTreeSet<String>, String, f64, Option<usize>);

/// Adds the sentences of the examples: what stands in the marks of a lint that learns is its, and a good
/// example of any lint is nobody's. Returns the lints that learn.
fn examples(root: &Path, raw: &mut Vec<Raw>) -> Result<Vec<String>, Box<dyn Error>> {
    let mut files = Vec::new();
    for group in Group::ALL {
        collect(&root.join("lints").join(group.name()), "toml", &mut files)?;
    }
    let mut learn = Vec::new();
    for path in files {
        let lint: LintFile = toml::from_str(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for example in &lint.example {
            let bad = example.bad.as_deref().filter(|_| lint.learned.is_some());
            let good = example.good.as_deref().filter(|_| example.allow.is_empty());
            let Some(text) = bad.or(good) else { continue };
            raw.extend(marked(text).into_iter().map(|(text, marked)| {
                let labels = if marked { BTreeSet::from([name.clone()]) } else { BTreeSet::new() };
                (labels, text, EXAMPLE, None)
            }));
        }
        if lint.learned.is_some() {
            learn.push(name);
        }
    }
    learn.sort();
    Ok(learn)
}

/// The sentences of an example, and whether a mark stands in them.
fn marked(text: &str) -> Vec<(String, bool)> {
    let plain = text.replace(['«', '»'], "");
    let (mut places, mut open, mut at) = (Vec::new(), 0, 0);
    for c in text.chars() {
        match c {
            '«' => open = at,
            '»' => places.push(open..at),
            _ => at += c.len_utf8(),
        }
    }
    let inside = |span: &std::ops::Range<usize>| {
        places.iter().any(|place| place.start < span.end && span.start < place.end)
    };
    let spans = sentences(&plain).into_iter().map(|span| span.range());
    spans.map(|span| (plain[span.clone()].to_owned(), inside(&span))).collect()
}

/// Numbers the features that are seen often enough.
fn features(raw: Vec<Raw>) -> (Vec<String>, Vec<Sentence>) {
    let of = |text: &str| {
        let words = words(text);
        let mut counts: BTreeMap<String, f64> = BTreeMap::new();
        for some in (1..=3).flat_map(|count| words.windows(count)) {
            *counts.entry(some.join(" ")).or_default() += 1.0;
        }
        counts
    };
    let counts: Vec<_> = raw.iter().map(|(_, text, ..)| of(text)).collect();
    let mut seen: BTreeMap<&String, usize> = BTreeMap::new();
    counts.iter().flatten().for_each(|(name, _)| *seen.entry(name).or_default() += 1);
    let names: Vec<String> =
        seen.iter().filter(|(_, seen)| **seen >= SEEN).map(|(name, _)| (*name).clone()).collect();
    let numbers: HashMap<_, _> = names.iter().zip(0..).collect();
    let all = raw.iter().zip(&counts).map(|((labels, _, cost, file), counts)| Sentence {
        labels: labels.clone(),
        features: counts
            .iter()
            .filter_map(|(name, count)| Some((*numbers.get(name)?, *count)))
            .collect(),
        cost: *cost,
        file: *file,
    });
    let all = all.collect();
    (names, all)
}

/// The weights for one lint, from the sentences that `takes` allows. Both sides count the same in all,
/// however few sentences one of them has.
fn train(
    lint: &str,
    features: usize,
    all: &[Sentence],
    takes: impl Fn(&Sentence) -> bool,
) -> Vec<f64> {
    let taken: Vec<_> = all.iter().filter(|one| takes(one)).collect();
    let is = |one: &Sentence| one.labels.contains(lint);
    let count = |side: bool| taken.iter().filter(|one| is(one) == side).count().max(1) as f64;
    let share = [false, true].map(|side| taken.len() as f64 / (2.0 * count(side)));
    let mut weights = vec![0.0; features];
    let mut alphas = vec![0.0; taken.len()];
    let mut order: Vec<usize> = (0..taken.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        for &at in &order {
            let one = taken[at];
            let side = if is(one) { 1.0 } else { -1.0 };
            let slack = 1.0 / (2.0 * COST * one.cost * share[usize::from(is(one))]);
            let margin = sum(one, &weights);
            let square: f64 = one.features.iter().map(|(_, count)| count * count).sum();
            let gradient = side * margin - 1.0 + slack * alphas[at];
            let alpha = f64::max(0.0, alphas[at] - gradient / (square + slack));
            let step = (alpha - alphas[at]) * side;
            one.features.iter().for_each(|(at, count)| weights[*at] += step * count);
            alphas[at] = alpha;
        }
    }
    weights
}

/// What the weights of a sentence add up to.
fn sum(one: &Sentence, weights: &[f64]) -> f64 {
    one.features.iter().map(|(at, count)| weights[*at] * count).sum()
}

/// A weight as it stands in the file; only that of [`ALWAYS`] may be large.
fn rounded(name: &str, weight: f64) -> f64 {
    let weight = (weight * UNIT).round();
    match name {
        ALWAYS => weight,
        _ if weight.abs() < LEAST => 0.0,
        _ => weight.clamp(-127.0, 127.0),
    }
}

/// Fisher and Yates, with numbers by xorshift.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for last in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(last, (*random % (last as u64 + 1)) as usize);
    }
}

/// Prints precision and recall on the sentences of files that were left out of the training.
fn check(lint: &str, names: &[String], all: &[Sentence], files: usize) {
    let mut leanings = Vec::new();
    for fold in 0..FOLDS.min(files) {
        let left_out = |one: &Sentence| one.file.is_some_and(|file| file % FOLDS == fold);
        let weights = train(lint, names.len(), all, |one| !left_out(one));
        let weights: Vec<_> =
            names.iter().zip(weights).map(|(name, weight)| rounded(name, weight)).collect();
        let of = |one: &Sentence| (sum(one, &weights), one.labels.contains(lint));
        leanings.extend(all.iter().filter(|one| left_out(one)).map(of));
    }
    let all = leanings.iter().filter(|(_, is)| *is).count();
    print!("{lint:17} {all:5}");
    for least in (-2..=6).map(|step| f64::from(step) * 25.0) {
        let said = leanings.iter().filter(|(leaning, _)| *leaning >= least).count();
        let right = leanings.iter().filter(|(leaning, is)| *leaning >= least && *is).count();
        let (precision, recall) =
            (right as f64 / said.max(1) as f64, right as f64 / all.max(1) as f64);
        print!("  {least}: {precision:.2}/{recall:.2}");
    }
    println!();
}

/// The file: a line for each feature with a weight that counts.
fn table(lints: &[String], names: &[String], columns: &[Vec<f64>], from: u64) -> String {
    let mut out = String::from(
        "# What words, pairs and triples of words say for and against what a lint reports. Made by\n\
         # `cargo run --release --example train`, see training/README.md; not edited by hand.\n",
    );
    out += &format!("# training {from:016x}\n\t{}\n", lints.join("\t"));
    for (feature, name) in names.iter().enumerate() {
        let weights = columns.iter().map(|column| rounded(name, column[feature]));
        let told = weights.map(|one| if one == 0.0 { String::new() } else { one.to_string() });
        let line = told.collect::<Vec<_>>().join("\t");
        if !line.trim_end().is_empty() {
            out += &format!("{name}\t{}\n", line.trim_end());
        }
    }
    out
}
