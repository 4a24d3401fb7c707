//! Writes the automaton down as statics.

use std::fmt::{Display, Write as _};

use crate::phrase::{Affix, Automaton, Vocabulary};

/// How many numbers stand in a line.
const ROW: usize = 24;

/// The automaton, as `static AUTOMATON`.
pub fn automaton(automaton: &Automaton, out: &mut String) {
    let a = automaton;
    for (name, table) in [
        ("START_AT", &a.start_at),
        ("START_TARGETS", &a.start_targets),
        ("EDGES_AT", &a.edges_at),
        ("TARGETS", &a.targets),
        ("ACCEPTS_AT", &a.accepts_at),
        ("ACCEPTS", &a.accepts),
    ] {
        numbers(name, "u32", table, out);
    }
    numbers("LABELS", "u16", &a.labels, out);
    let classes =
        a.classes.iter().map(|(name, symbol)| format!("(Cow::Borrowed({name:?}), {symbol})"));
    rows("CLASSES", "(Str, u16)", classes, out);
    vocabulary(&a.vocabulary, out);
    let (patterns, symbols, accepting) = (a.patterns, a.symbols, a.accepting);
    let _ = writeln!(
        out,
        "/// The phrases of all cues and lints.\n\
         pub static AUTOMATON: Automaton = Automaton {{ patterns: {patterns}, symbols: {symbols}, \
         accepting: {accepting}, vocabulary: VOCABULARY, start_at: Cow::Borrowed(&START_AT), \
         start_targets: Cow::Borrowed(&START_TARGETS), edges_at: Cow::Borrowed(&EDGES_AT), \
         labels: Cow::Borrowed(&LABELS), targets: Cow::Borrowed(&TARGETS), \
         accepts_at: Cow::Borrowed(&ACCEPTS_AT), accepts: Cow::Borrowed(&ACCEPTS), \
         classes: Cow::Borrowed(&CLASSES) }};"
    );
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
