//! Writes the phrasebook down as statics.

use std::fmt::Write as _;

use crate::phrase::{Affix, Anchors, ClassSymbols, Phrasebook, Vocabulary};

/// What the build script writes: Rust source, and the numbers of its tables.
#[derive(Default)]
pub struct Tables {
    pub source: String,
    pub numbers: Vec<u8>,
}

/// The tables of the phrasebook; its fields have the same names.
const TABLES: [&str; 4] = ["CODE_AT", "CODE", "GUARDS_AT", "GUARDS"];

/// The phrasebook, as `static PHRASEBOOK`.
pub fn phrasebook(phrasebook: &Phrasebook, out: &mut Tables) {
    let a = phrasebook;
    for (name, table) in
        [("CODE_AT", &a.code_at), ("GUARDS_AT", &a.guards_at), ("GUARDS", &a.guards)]
    {
        numbers(name, table, out);
    }
    numbers("CODE", &a.code, out);
    anchors("ENTRY_ANCHORS", &a.entry_anchors, out);
    anchors("PHRASE_ANCHORS", &a.phrase_anchors, out);
    classes(&a.classes, out);
    vocabulary(&a.vocabulary, out);
    let Phrasebook { reported, symbols, first_guard, .. } = a;
    let _ = writeln!(
        out.source,
        "const PHRASEBOOK: Phrasebook = Phrasebook {{ reported: {reported}, symbols: {symbols}, \
         first_guard: {first_guard}, \
         entry_anchors: ENTRY_ANCHORS, phrase_anchors: PHRASE_ANCHORS, classes: CLASSES, \
         vocabulary: VOCABULARY,"
    );
    for table in TABLES {
        let _ = writeln!(out.source, "{}: Cow::Borrowed(&{table}),", table.to_ascii_lowercase());
    }
    out.source.push_str("};\n");
}

fn anchors(name: &str, anchors: &Anchors, out: &mut Tables) {
    numbers(&format!("{name}_AT"), &anchors.at, out);
    numbers(&format!("{name}_RULES"), &anchors.rules, out);
    numbers(&format!("{name}_NEEDS"), &anchors.needs, out);
    let _ = writeln!(
        out.source,
        "const {name}: Anchors = Anchors {{ at: Cow::Borrowed(&{name}_AT), \
         rules: Cow::Borrowed(&{name}_RULES), needs: Cow::Borrowed(&{name}_NEEDS) }};"
    );
}

fn classes(classes: &ClassSymbols, out: &mut Tables) {
    numbers("CLASSES_AT", &classes.at, out);
    numbers("CLASSES_SYMBOLS", &classes.symbols, out);
    let _ = writeln!(
        out.source,
        "const CLASSES: ClassSymbols = ClassSymbols {{ names: Cow::Borrowed({:?}), \
         at: Cow::Borrowed(&CLASSES_AT), symbols: Cow::Borrowed(&CLASSES_SYMBOLS) }};",
        classes.names
    );
}

fn vocabulary(vocabulary: &Vocabulary, out: &mut Tables) {
    let v = vocabulary;
    numbers("SLOTS", &v.slots, out);
    numbers("TEXT_AT", &v.text_at, out);
    numbers("ROWS_AT", &v.rows_at, out);
    numbers("ROW_SYMBOLS", &v.row_symbols, out);
    let affix = |a: &Affix| {
        let Affix { text, prefix, symbol } = a;
        format!("Affix {{ text: Cow::Borrowed({text:?}), prefix: {prefix}, symbol: {symbol} }}")
    };
    rows("AFFIXES", "Affix", v.affixes.iter().map(affix), &mut out.source);
    let _ = writeln!(
        out.source,
        "const VOCABULARY: Vocabulary = Vocabulary {{ slots: Cow::Borrowed(&SLOTS), \
         text: Cow::Borrowed({:?}), text_at: Cow::Borrowed(&TEXT_AT), rows_at: Cow::Borrowed(&ROWS_AT), \
         row_symbols: Cow::Borrowed(&ROW_SYMBOLS), affixes: Cow::Borrowed(&AFFIXES) }};",
        v.text
    );
}

/// A static of numbers, which are put into the file beside the source: to compile them as Rust takes
/// minutes.
fn numbers<T: Number>(name: &str, table: &[T], out: &mut Tables) {
    let (kind, count, at) = (T::NAME, table.len(), out.numbers.len());
    table.iter().for_each(|number| number.put(&mut out.numbers));
    let _ = writeln!(out.source, "static {name}: [{kind}; {count}] = {kind}s(NUMBERS, {at});");
}

/// A number of a fixed size, written with its lowest byte first.
trait Number {
    const NAME: &str;
    fn put(&self, out: &mut Vec<u8>);
}

macro_rules! number {
    ($($kind:ident)*) => {$(
        impl Number for $kind {
            const NAME: &str = stringify!($kind);
            fn put(&self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }
        }
    )*};
}

number!(u16 u32);

/// A static of anything else.
pub fn rows(name: &str, kind: &str, items: impl Iterator<Item = String>, out: &mut String) {
    let items: Vec<_> = items.collect();
    let _ = writeln!(out, "static {name}: [{kind}; {}] = [\n{}];", items.len(), items.join(",\n"));
}
