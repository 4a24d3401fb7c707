//! Learns `lints/weights.tsv` from the labelled sentences in `training/` and the examples of lint files:
//! `cargo run --release --example train`. With `--check` it writes nothing, and prints for each lint how
//! well sentences of files that were left out are found, by the leaning at which they are reported.
//!
//! A linear support vector machine for each lint, trained by dual coordinate descent (Hsieh, Chang, Lin,
//! Keerthi, Sundararajan, A Dual Coordinate Descent Method for Large-scale Linear SVM, 2008), with squared
//! hinge loss. The same input gives the same weights.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs};

use appeal_lint::hash::fnv;
use appeal_lint::learned::features::{ALWAYS, words};
use appeal_lint::learned::{Clause, in_letter};
use appeal_lint::letter::sentences;
use appeal_lint::lint::file::LintFile;
use appeal_lint::lint::{Group, Part};

/// How much a mistake on a sentence costs beside large weights. Measured on letters left out: .02 to .05
/// are alike, more learns the sentences by heart.
const COST: f64 = 0.02;
/// How often each sentence is looked at.
const ROUNDS: usize = 60;
/// How much more an example of a lint file counts than another sentence.
const EXAMPLE: f64 = 4.0;
/// A feature counts when so many sentences have it.
const SEEN: usize = 4;
/// One in the margin of the machine is so much in the file.
const UNIT: f64 = 200.0;
/// Smaller weights are left out.
const LEAST: f64 = 14.0;
/// Into so many parts the files are divided by `--check`.
const FOLDS: usize = 6;

/// A lint that learns.
struct Learner {
    name: String,
    /// What its sentences are labelled with: its name, or that of the group that it fills up or of the
    /// part that it misses.
    label: String,
    basis: Basis,
}

/// What a lint learns from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Basis {
    /// Sentences labelled with lints.
    Sentences,
    /// Sentences labelled with parts of the letter.
    Parts,
    /// Clauses with and without marks.
    Clauses,
}

/// A sentence, and what it was labelled with.
struct Sentence {
    labels: BTreeSet<String>,
    text: String,
    /// What it was labelled for, if not for all: it stands alone.
    only: Option<Basis>,
    /// The bytes whose wording is marked as wrong, if somebody has looked for that.
    marks: Option<Vec<Range<usize>>>,
    /// The lint whose bad example it is from, and its group: it may have faults that others report.
    of: Option<[String; 2]>,
    cost: f64,
    /// Its file, by number; examples of lint files have none.
    file: Option<usize>,
    /// Its letter, by number; a sentence that stands alone is one.
    letter: usize,
}

/// A sentence or a clause, as a lint learns from it.
struct Sample {
    /// Its features, by number, and how often each stands in it.
    features: Vec<(usize, f64)>,
    /// Whether the lint reports it.
    is: bool,
    cost: f64,
    file: Option<usize>,
    letter: usize,
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("training"), "tsv", &mut files)?;
    let texts = files.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let mut all = Vec::new();
    for (number, (path, text)) in files.iter().zip(&texts).enumerate() {
        let of = |folder: &str| path.parent().is_some_and(|parent| parent.ends_with(folder));
        let only = match (of("sentences"), of("parts")) {
            (true, _) => Some(Basis::Sentences),
            (_, true) => Some(Basis::Parts),
            _ => None,
        };
        read(text, number, only, &mut all);
    }
    let learners = examples(root, &mut all)?;
    let names = names(&all);
    let numbers: HashMap<_, _> = names.iter().map(String::as_str).zip(0..).collect();
    if env::args().any(|arg| arg == "--check") {
        for one in &learners {
            check(one, &names, &samples(one, &all, &numbers), files.len());
        }
        return Ok(());
    }
    let learn = |one: &Learner| train(names.len(), &samples(one, &all, &numbers), |_| true);
    let columns: Vec<_> = learners.iter().map(learn).collect();
    let of = texts.iter().flat_map(|text| text.bytes());
    fs::write(root.join("lints/weights.tsv"), table(&learners, &names, &columns, fnv(of)))?;
    Ok(())
}

/// Adds the sentences of a file: those of whole letters, with an empty line between two letters and
/// their wording marked, if any in the file is, or single ones, labelled for one thing `only`.
fn read(text: &str, file: usize, only: Option<Basis>, all: &mut Vec<Sentence>) {
    let mut letter = all.last().map_or(0, |last: &Sentence| last.letter + 1);
    let marked = text.contains('«');
    for line in text.lines() {
        let Some((labels, text)) = line.split_once('\t') else {
            letter += 1;
            continue;
        };
        let labels = labels.split(',').filter(|label| *label != "-").map(str::to_owned).collect();
        let (text, marks) = unmark(text);
        let marks = (only.is_none() && marked).then_some(marks);
        let file = Some(file);
        all.push(Sentence { labels, text, only, marks, of: None, cost: 1.0, file, letter });
        letter += usize::from(only.is_some());
    }
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

/// Adds the sentences of the examples: what stands in the marks of a lint is its and its group's, and a
/// good example of any lint is nobody's. Returns the lints that learn.
fn examples(root: &Path, all: &mut Vec<Sentence>) -> Result<Vec<Learner>, Box<dyn Error>> {
    let mut lints = Vec::new();
    for group in Group::ALL {
        let mut files = Vec::new();
        collect(&root.join("lints").join(group.name()), "toml", &mut files)?;
        for path in files {
            let lint: LintFile = toml::from_str(&fs::read_to_string(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            lints.push((*group, name, lint));
        }
    }
    let learner = |(group, name, lint): &(Group, String, LintFile)| {
        let (label, basis) = match (&lint.learned, &lint.shown) {
            (None, None) => return None,
            (None, Some(shown)) => (shown.part.name(), Basis::Parts),
            (Some(learned), _) => {
                let label = if learned.fills { group.name() } else { name };
                (label, if learned.clauses { Basis::Clauses } else { Basis::Sentences })
            }
        };
        Some(Learner { name: name.clone(), label: label.to_owned(), basis })
    };
    let mut learners: Vec<_> = lints.iter().filter_map(learner).collect();
    learners.sort_by(|one, other| one.name.cmp(&other.name));
    for (group, name, lint) in &lints {
        let own = [name.as_str(), group.name()];
        for example in &lint.example {
            let bad = example.bad.as_deref();
            let good = example.good.as_deref().filter(|_| example.allow.is_empty());
            let Some(text) = bad.or(good) else { continue };
            let letter = all.last().map_or(0, |last| last.letter + 1);
            let (plain, marks) = unmark(text);
            all.extend(sentences(&plain).into_iter().map(|span| {
                let marks = within(&marks, span.range());
                let labels = if marks.is_empty() { &[][..] } else { &own };
                let labels = labels.iter().map(|label| (*label).to_owned()).collect();
                // Beside what it marks, a bad example may have clauses that other lints report.
                let marks = (bad.is_none() || !marks.is_empty()).then_some(marks);
                let of = bad.is_some().then(|| own.map(str::to_owned));
                let text = plain[span.range()].to_owned();
                let only = None;
                Sentence { labels, text, only, marks, of, cost: EXAMPLE, file: None, letter }
            }));
        }
    }
    Ok(learners)
}

/// A text without its marks, and the bytes that stood in them.
fn unmark(text: &str) -> (String, Vec<Range<usize>>) {
    let (mut plain, mut places, mut open) = (String::new(), Vec::new(), 0);
    for c in text.chars() {
        match c {
            '«' => open = plain.len(),
            '»' => places.push(open..plain.len()),
            _ => plain.push(c),
        }
    }
    (plain, places)
}

/// What of some places lies in one, counted from its start.
fn within(places: &[Range<usize>], place: Range<usize>) -> Vec<Range<usize>> {
    let cut = |one: &Range<usize>| one.start.max(place.start)..one.end.min(place.end);
    let inside = places.iter().map(cut).filter(|one| one.start < one.end);
    inside.map(|one| one.start - place.start..one.end - place.start).collect()
}

/// The features of a sentence, by the number of the clause that they end in; the last clause ends with
/// the sentence.
fn features(text: &str) -> Vec<(String, usize)> {
    let words = words(text);
    let mut all = Vec::new();
    let mut clause = 0;
    for (at, (_, word)) in words.iter().enumerate() {
        for from in (0..=at).rev().take(3) {
            let names: Vec<_> = words[from..=at].iter().map(|(name, _)| name.as_str()).collect();
            all.push((names.join(" "), clause));
        }
        clause += usize::from(word.ends);
    }
    all
}

/// The features that enough sentences have, in order.
fn names(all: &[Sentence]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for one in all {
        let own: BTreeSet<_> = features(&one.text).into_iter().map(|(name, _)| name).collect();
        own.into_iter().for_each(|name| *seen.entry(name).or_default() += 1);
    }
    seen.into_iter().filter(|(_, seen)| *seen >= SEEN).map(|(name, _)| name).collect()
}

/// What a lint learns from.
fn samples(lint: &Learner, all: &[Sentence], numbers: &HashMap<&str, usize>) -> Vec<Sample> {
    let is_part = |label: &String| Part::from_name(label).is_some();
    let with_parts: BTreeSet<_> =
        all.iter().filter(|one| one.labels.iter().any(is_part)).map(|one| one.letter).collect();
    let mut samples = Vec::new();
    for one in all {
        let known = |(name, clause): (String, usize)| Some((*numbers.get(name.as_str())?, clause));
        let features = features(&one.text).into_iter().filter_map(known);
        let mut sample = |features: BTreeMap<usize, f64>, is| {
            let features = features.into_iter().collect();
            let Sentence { cost, file, letter, .. } = *one;
            samples.push(Sample { features, is, cost, file, letter });
        };
        let labelled = match (&one.of, one.only) {
            (Some(of), _) => of.contains(&lint.name) || of.contains(&lint.label),
            (None, Some(basis)) => lint.basis == basis,
            (None, None) => lint.basis != Basis::Parts || with_parts.contains(&one.letter),
        };
        if !labelled {
            continue;
        }
        if lint.basis != Basis::Clauses {
            let mut counts = BTreeMap::new();
            features.for_each(|(number, _)| *counts.entry(number).or_default() += 1.0);
            sample(counts, one.labels.contains(&lint.label));
            continue;
        }
        let Some(marks) = &one.marks else { continue };
        let mut counts: Vec<BTreeMap<usize, f64>> = Vec::new();
        let places = clauses(&one.text);
        counts.resize(places.len(), BTreeMap::from([(numbers[ALWAYS], 1.0)]));
        for (number, clause) in features.filter(|(number, _)| *number != numbers[ALWAYS]) {
            // What stands behind the last clause belongs to it, as in the program.
            if let Some(counts) = counts.get_mut(clause.min(places.len().max(1) - 1)) {
                *counts.entry(number).or_default() += 1.0;
            }
        }
        for (counts, place) in counts.into_iter().zip(places) {
            sample(counts, !within(marks, place).is_empty());
        }
    }
    samples
}

/// The places of the clauses of a sentence.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    appeal_lint::learned::read(text, &mut clauses);
    let place = |clause: Clause| clause.place.start as usize..clause.place.end as usize;
    clauses.into_iter().map(place).collect()
}

/// The weights for a lint, from the samples that `takes` allows. Both sides count the same in all,
/// however few sentences one of them has.
fn train(features: usize, all: &[Sample], takes: impl Fn(&Sample) -> bool) -> Vec<f64> {
    let taken: Vec<_> = all.iter().filter(|one| takes(one)).collect();
    let count = |side: bool| taken.iter().filter(|one| one.is == side).count().max(1) as f64;
    let share = [false, true].map(|side| taken.len() as f64 / (2.0 * count(side)));
    let mut weights = vec![0.0; features];
    let mut alphas = vec![0.0; taken.len()];
    let mut order: Vec<usize> = (0..taken.len()).collect();
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..ROUNDS {
        shuffle(&mut order, &mut random);
        for &at in &order {
            let one = taken[at];
            let side = if one.is { 1.0 } else { -1.0 };
            let slack = 1.0 / (2.0 * COST * one.cost * share[usize::from(one.is)]);
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
fn sum(one: &Sample, weights: &[f64]) -> f64 {
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

/// Prints precision and recall on the sentences or clauses of files that were left out of the training,
/// each read with its letter where the lint does.
fn check(lint: &Learner, names: &[String], all: &[Sample], files: usize) {
    let mut leanings = Vec::new();
    for fold in 0..FOLDS.min(files) {
        let left_out = |one: &Sample| one.file.is_some_and(|file| file % FOLDS == fold);
        let weights = train(names.len(), all, |one| !left_out(one));
        let weights: Vec<_> =
            names.iter().zip(weights).map(|(name, weight)| rounded(name, weight)).collect();
        let tested: Vec<_> = all.iter().filter(|one| left_out(one)).collect();
        for letter in tested.chunk_by(|one, next| one.letter == next.letter) {
            let own: Vec<_> = letter.iter().map(|one| sum(one, &weights) as i32).collect();
            let own = match lint.basis {
                Basis::Parts => own.into_iter().map(i64::from).collect(),
                Basis::Sentences | Basis::Clauses => in_letter(&own),
            };
            leanings.extend(own.into_iter().zip(letter.iter().map(|one| one.is)));
        }
    }
    let all = leanings.iter().filter(|(_, is)| *is).count();
    print!("{:17} {all:5}", lint.name);
    for least in (-2..=8).map(|step| i64::from(step) * 25) {
        let said = leanings.iter().filter(|(leaning, _)| *leaning >= least).count();
        let right = leanings.iter().filter(|(leaning, is)| *leaning >= least && *is).count();
        let (precision, recall) =
            (right as f64 / said.max(1) as f64, right as f64 / all.max(1) as f64);
        print!("  {least}: {precision:.2}/{recall:.2}");
    }
    println!();
}

/// The file: a line for each feature with a weight that counts.
fn table(lints: &[Learner], names: &[String], columns: &[Vec<f64>], from: u64) -> String {
    let mut out = String::from(
        "# What words, pairs and triples of words say for and against what a lint reports. Made by\n\
         # `cargo run --release --example train`, see training/README.md; not edited by hand.\n",
    );
    let lints: Vec<_> = lints.iter().map(|lint| lint.name.as_str()).collect();
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
