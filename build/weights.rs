//! The weights of `lints/weights.tsv` as a hash table.

use std::fmt::Write as _;

use crate::features::key;

/// The table as numbers, and what Rust must know of it.
pub struct Weights {
    pub source: String,
    pub numbers: Vec<u8>,
    pub lints: Vec<String>,
}

/// Reads the file: comments, a line that names the lints, then a line for each feature.
pub fn weights(file: &str) -> Result<Weights, String> {
    let mut lines = file.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let (_, head) = lines.next().ok_or("no line names the lints")?;
    let lints: Vec<_> = head.split('\t').skip(1).map(str::to_owned).collect();
    let (mut keys, mut bytes) = (Vec::new(), Vec::new());
    for (number, line) in lines {
        let wrong = |what: &str| format!("line {}: {what}", number + 1);
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default();
        let start = bytes.len();
        for column in columns {
            let weight = if column.is_empty() { Ok(0) } else { column.parse::<i8>() };
            bytes.push(weight.map_err(|_| wrong("a weight is a number from -128 to 127"))? as u8);
        }
        if bytes.len() - start > lints.len() {
            return Err(wrong("more weights than lints"));
        }
        bytes.resize(start + lints.len(), 0);
        keys.push(key(name));
    }
    if keys.len() >= usize::from(u16::MAX) {
        return Err(format!("{} features are too many", keys.len()));
    }
    let slots = (2 * keys.len()).next_power_of_two();
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
    numbers.append(&mut bytes);
    let mut source = String::new();
    let _ = writeln!(source, "/// The lints that learn, in the order of the weights.");
    let _ = writeln!(source, "pub const LINTS: [&str; {}] = {lints:?};", lints.len());
    let _ = writeln!(source, "const SLOTS: usize = {slots};");
    Ok(Weights { source, numbers, lints })
}
