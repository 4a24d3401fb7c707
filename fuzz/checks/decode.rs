//! Bytes are text or an error; a file with no edits, or one, is what it must be.

use appeal_lint::Source;
use appeal_lint::source::{Encoding, Span, Unit};

const LABELS: [&str; 9] = [
    "utf-8",
    "utf-16le",
    "utf-16be",
    "gbk",
    "gb18030",
    "big5",
    "windows-1252",
    "shift_jis",
    "iso-2022-jp",
];

pub fn holds(data: &[u8]) {
    let (choice, bytes) = super::choice(data);
    let label = choice.checked_sub(1).map(|choice| LABELS[choice % LABELS.len()]);
    let read = match label.and_then(Encoding::from_label) {
        Some(encoding) => Source::decode_as("letter", bytes.to_vec(), encoding),
        None => Source::decode("letter", bytes.to_vec()),
    };
    let source = match read {
        Ok(source) => source,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    has_lines(&source);
    if source.is_word() {
        return;
    }
    assert_eq!(source.patch(bytes, &[]).as_deref(), Ok(bytes));
    edited(&source, bytes);
}

/// One edit, of the middle of the text, leaves what stands around it.
fn edited(source: &Source, bytes: &[u8]) {
    let text = source.text();
    let place = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (place(text.len() / 3), place(text.len() / 2));
    let Ok(patched) = source.patch(bytes, &[(Span::new(start as u32, end as u32), "new")]) else {
        return;
    };
    let again = Source::decode_as("letter", patched.clone(), source.encoding());
    let wanted = [&text[..start], "new", &text[end..]].concat();
    assert_eq!(again.as_ref().map(Source::text), Ok(&*wanted));
    let common =
        |one: &mut dyn Iterator<Item = (&u8, &u8)>| one.take_while(|(a, b)| a == b).count();
    let head = common(&mut bytes.iter().zip(&patched));
    let tail = common(&mut bytes.iter().rev().zip(patched.iter().rev()));
    let width = if source.encoding().name().starts_with("UTF-16") { 2 } else { 1 };
    // The new bytes are no more than these, so the rest is old.
    assert!(head + tail + 3 * width >= patched.len(), "{head} + {tail} of {}", patched.len());
}

/// Every place of the text has a line and a column, in order.
pub fn has_lines(source: &Source) {
    let (lines, text) = (source.lines(), source.text());
    let mut last = (0, 0);
    for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
        for unit in Unit::ALL {
            let place = lines.position_in(at as u32, *unit);
            assert!(place.line > 0 && place.column > 0);
            if *unit == Unit::Byte {
                assert!((place.line, place.column) >= last, "{last:?} {place:?}");
                last = (place.line, place.column);
            }
        }
        assert!(text.get(lines.line_span(at as u32).range()).is_some());
    }
}
