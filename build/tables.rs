//! Writes the automaton down as statics.

use std::fmt::{Display, Write as _};

use crate::phrase::{Affix, Automaton, Vocabulary};

/// How many numbers stand in a line.
const ROW: usize = 24;

/// The tables of the automaton; its fields have the same names.
const TABLES: [&str; 12] = [
    "START_AT",
    "START_TARGETS",
    "ROWS_START_AT",
    "ROW_TARGETS",
    "EDGES_AT",
    "FILTERS",
    "SIEVES",
    "LABELS",
    "TARGETS",
    "ACCEPTS_AT",
    "ACCEPTS",
    "CLASSES",
];

/// The automaton, as `static AUTOMATON`.
pub fn automaton(automaton: &Automaton, out: &mut String) {
    let a = automaton;
    for (name, table) in [
        ("START_AT", &a.start_at),
        ("START_TARGETS", &a.start_targets),
        ("ROWS_START_AT", &a.rows_start_at),
        ("ROW_TARGETS", &a.row_targets),
        ("EDGES_AT", &a.edges_at),
        ("TARGETS", &a.targets),
        ("ACCEPTS_AT", &a.accepts_at),
        ("ACCEPTS", &a.accepts),
    ] {
        numbers(name, "u32", table, out);
    }
    numbers("FILTERS", "u128", &a.filters, out);
    numbers("SIEVES", "u64", &a.sieves, out);
    numbers("LABELS", "u16", &a.labels, out);
    let classes =
        a.classes.iter().map(|(name, symbol)| format!("(Cow::Borrowed({name:?}), {symbol})"));
    rows("CLASSES", "(Str, u16)", classes, out);
    vocabulary(&a.vocabulary, out);
    let (patterns, symbols, accepting) = (a.patterns, a.symbols, a.accepting);
    let _ = writeln!(
        out,
        "const AUTOMATON: Automaton = Automaton {{ patterns: {patterns}, symbols: {symbols}, \
         accepting: {accepting}, vocabulary: VOCABULARY,"
    );
    for table in TABLES {
        let _ = writeln!(out, "{}: Cow::Borrowed(&{table}),", table.to_ascii_lowercase());
    }
    out.push_str("};\n");
}

fn vocabulary(vocabulary: &Vocabulary, out: &mut String) {
    let v = vocabulary;
    numbers("SLOTS", "u32", &v.slots, out);
    numbers("TEXT_AT", "u32", &v.text_at, out);
    numbers("ROWS_AT", "u32", &v.rows_at, out);
    numbers("ROW_SYMBOLS", "u16", &v.row_symbols, out);
    let affix = |a: &Affix| {
        let Affix { text, prefix, symbol } = a;
        format!("Affix {{ text: Cow::Borrowed({text:?}), prefix: {prefix}, symbol: {symbol} }}")
    };
    rows("AFFIXES", "Affix", v.affixes.iter().map(affix), out);
    let _ = writeln!(
        out,
        "const VOCABULARY: Vocabulary = Vocabulary {{ slots: Cow::Borrowed(&SLOTS), \
         text: Cow::Borrowed({:?}), text_at: Cow::Borrowed(&TEXT_AT), rows_at: Cow::Borrowed(&ROWS_AT), \
         row_symbols: Cow::Borrowed(&ROW_SYMBOLS), affixes: Cow::Borrowed(&AFFIXES) }};",
        v.text
    );
}

/// A static of numbers.
fn numbers<T: Display>(name: &str, kind: &str, table: &[T], out: &mut String) {
    let _ = write!(out, "static {name}: [{kind}; {}] = [", table.len());
    for (at, number) in table.iter().enumerate() {
        let _ = write!(out, "{}{number},", if at % ROW == 0 { "\n" } else { "" });
    }
    out.push_str("];\n");
}

/// A static of anything else.
pub fn rows(name: &str, kind: &str, items: impl Iterator<Item = String>, out: &mut String) {
    let items: Vec<_> = items.collect();
    let _ = writeln!(out, "static {name}: [{kind}; {}] = [\n{}];", items.len(), items.join(",\n"));
}
