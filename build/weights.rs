//! The weights of `lints/weights.tsv` as a hash table.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::features::{ALWAYS, key};

/// The weights in the form that the program reads.
pub struct Weights {
    /// What of them is Rust.
    pub source: String,
    /// The hash table.
    pub numbers: Vec<u8>,
    /// The weights of each feature, a byte for each lint.
    pub bytes: Vec<u8>,
    /// The lints that have weights.
    pub lints: Vec<String>,
}

/// Reads the file: comments, a line that names the lints, then a line for each feature.
pub fn weights(file: &str) -> Result<Weights, String> {
    let mut lines = file.lines().enumerate().skip_while(|(_, line)| line.starts_with('#'));
    let (_, head) = lines.next().ok_or("no line names the lints")?;
    let lints: Vec<_> = head.split('\t').skip(1).map(str::to_owned).collect();
    let mut always = vec![0; lints.len()];
    let (mut keys, mut bytes) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        let (name, columns) = line.split_once('\t').unwrap_or((line, ""));
        let weight = |column: &str| if column.is_empty() { Ok(0) } else { column.parse::<i32>() };
        let weights = columns.split('\t').map(weight).collect::<Result<Vec<_>, _>>();
        let weights = weights.map_err(|error| format!("line {}: {error}", number + 1))?;
        let small = weights.iter().all(|one| i8::try_from(*one).is_ok());
        if weights.len() > lints.len() || !(small || name == ALWAYS) {
            return Err(format!("line {}: more weights than lints, or too large ones", number + 1));
        }
        if name == ALWAYS {
            always[..weights.len()].copy_from_slice(&weights);
            continue;
        }
        let missing = vec![0; lints.len() - weights.len()];
        bytes.extend(weights.into_iter().chain(missing).map(|one| one as i8 as u8));
        keys.push(key(name));
    }
    let different: BTreeSet<_> = keys.iter().collect();
    if different.len() < keys.len() {
        return Err("a feature stands there twice, or two have one key".to_owned());
    }
    if keys.len() >= usize::from(u16::MAX) {
        return Err(format!("{} features are too many", keys.len()));
    }
    // Each letter touches the whole table: a dense one has fewer pages.
    let slots = (3 * keys.len() / 2 + 1).next_power_of_two();
    let (mut by_slot, mut rows) = (vec![0; slots], vec![0; slots]);
    for (row, key) in (1u16..).zip(&keys) {
        let mut slot = *key as usize & (slots - 1);
        while rows[slot] != 0 {
            slot = (slot + 1) & (slots - 1);
        }
        (by_slot[slot], rows[slot]) = (*key, row);
    }
    let mut numbers: Vec<u8> = by_slot.iter().flat_map(|key| key.to_le_bytes()).collect();
    numbers.extend(rows.iter().flat_map(|row| row.to_le_bytes()));
    let mut source = String::new();
    let _ = writeln!(source, "/// The lints that learn, in the order of the weights.");
    let _ = writeln!(source, "pub const LINTS: [&str; {}] = {lints:?};", lints.len());
    let _ = writeln!(source, "const ALWAYS: Adds = {always:?};");
    let _ = writeln!(source, "const SLOTS: usize = {slots};");
    let _ = writeln!(source, "#[cfg(test)]\nconst FEATURES: usize = {};", keys.len());
    Ok(Weights { source, numbers, bytes, lints })
}
