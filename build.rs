//! Compiles the files of `lints/` into tables in `$OUT_DIR`: `lints.rs` for the lints, with their texts in `lints.txt`;
//! `phrasebook.rs` for their phrases, with the numbers in `phrasebook.bin`; `checks.rs` for the functions of structural
//! lints; `base.rs` for the files that a team's lints build on; `templates.rs` for fingerprints of published templates;
//! `misspellings*.*`; `weights*` for what sentences lean towards. A file that is wrong fails the build with its name, the
//! line and the reason.

// The modules are those of the program: the build script needs parts of them.
#![allow(dead_code, unused_imports, missing_docs)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "build/emit.rs"]
mod emit;
#[path = "src/learned/features.rs"]
mod features;
#[path = "src/fingerprint/mod.rs"]
mod fingerprint;
#[path = "src/hash.rs"]
mod hash;
#[path = "build/letter.rs"]
mod letter;
#[path = "build/link.rs"]
mod link;
#[path = "build/lint.rs"]
mod lint;
#[path = "src/check/misspelling/key.rs"]
mod misspelling_key;
#[path = "build/misspellings.rs"]
mod misspellings;
#[path = "src/phrase/mod.rs"]
mod phrase;
#[path = "build/sure.rs"]
mod sure;
#[path = "build/tables.rs"]
mod tables;
#[path = "build/templates.rs"]
mod templates;
#[path = "build/weights.rs"]
mod weights;

use lint::{Catalogue, LintSource};

fn main() -> Result<(), Box<dyn Error>> {
    for input in [
        "lints",
        "grammar",
        "build.rs",
        "build",
        "src/phrase",
        "src/lint",
        "src/letter/cue.rs",
        "src/check/misspelling/key.rs",
        "src/fingerprint",
        "src/hash.rs",
        "src/learned/features.rs",
    ] {
        println!("cargo::rerun-if-changed={input}");
    }
    link::link();
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let mut files = Vec::new();
    collect(&root, &root.join("lints"), &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    match Catalogue::compile(&files) {
        Ok(catalogue) => {
            write(&catalogue)?;
            write_base(&files)?;
            write_weights(&root, &catalogue)?;
            write_templates(&root)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| println!("cargo::error={problem}"));
            Ok(())
        }
    }
}

/// Reads all TOML files below a folder.
fn collect(root: &Path, folder: &Path, files: &mut Vec<LintSource>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let parts = path.strip_prefix(root)?.iter().map(|part| part.to_string_lossy());
            let text = fs::read_to_string(&path)?;
            files.push(LintSource { path: parts.collect::<Vec<_>>().join("/"), text });
        }
    }
    Ok(())
}

/// Writes the tables where the program includes them.
fn write(catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let emit::Shipped { phrasebook, lints, text } = emit::shipped(catalogue);
    fs::write(out.join("phrasebook.rs"), phrasebook.source)?;
    fs::write(out.join("phrasebook.bin"), phrasebook.numbers)?;
    fs::write(out.join("lints.rs"), lints)?;
    fs::write(out.join("lints.txt"), text)?;
    fs::write(out.join("checks.rs"), emit::checks(catalogue))?;
    let list = misspellings::list();
    let bytes =
        |numbers: Vec<u32>| -> Vec<u8> { numbers.into_iter().flat_map(u32::to_le_bytes).collect() };
    fs::write(out.join("misspellings.bin"), bytes(misspellings::slots(&list)))?;
    fs::write(out.join("misspellings-signs.bin"), bytes(misspellings::signs(&list)))?;
    fs::write(out.join("misspellings.txt"), list)?;
    Ok(())
}

/// Writes which files the lints of a team are compiled with.
fn write_base(files: &[LintSource]) -> Result<(), Box<dyn Error>> {
    let entry = |file: &LintSource| {
        let path = &file.path;
        format!("({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{path}\"))),\n")
    };
    let entries: String = files.iter().filter(|file| file.is_base()).map(entry).collect();
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("base.rs"), format!("&[\n{entries}]\n"))?;
    Ok(())
}

/// Writes the learned weights where the program includes them.
fn write_weights(root: &Path, catalogue: &Catalogue) -> Result<(), Box<dyn Error>> {
    let name = "lints/weights.tsv";
    let weights = match weights::weights(&fs::read_to_string(root.join(name))?) {
        Ok(weights) => weights,
        Err(problem) => {
            println!("cargo::error={name}: {problem}");
            return Ok(());
        }
    };
    for lint in catalogue.lints.iter().filter(|lint| lint.learns()) {
        if !weights.lints.iter().any(|one| lint.name == **one) {
            println!("cargo::warning={} learns, and has no weights in {name} yet", lint.name);
        }
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("weights.rs"), weights.source)?;
    fs::write(out.join("weights-table.bin"), weights.numbers)?;
    fs::write(out.join("weights.bin"), weights.bytes)?;
    Ok(())
}

/// Writes the fingerprints of published templates where the program includes them.
fn write_templates(root: &Path) -> Result<(), Box<dyn Error>> {
    let name = "lints/originality/templates.fingerprints";
    match templates::templates(&fs::read_to_string(root.join(name))?) {
        Ok(text) => fs::write(PathBuf::from(env::var("OUT_DIR")?).join("templates.rs"), text)?,
        Err(problem) => println!("cargo::error={name}: {problem}"),
    }
    Ok(())
}
