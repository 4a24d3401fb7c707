//! Any text is judged; what is found stands in the text, in order, and is reported in every format.

use appeal_lint::report::{FORMATS, Look};
use appeal_lint::source::{Span, Unit};
use appeal_lint::{Diagnostic, Source, lint};

pub fn holds(data: &[u8]) {
    let (choice, text) = super::choice(data);
    let (source, settings) = super::chosen(choice, text);
    let found = lint(&source, &settings);
    found.iter().for_each(|one| stands(&source, one));
    assert!(found.is_sorted_by_key(|one| one.span.start), "not in order");
    let look = Look {
        lang: settings.lang,
        width: 20 + choice,
        styled: choice & 4 == 0,
        closing: true,
        unit: Unit::ALL[choice % Unit::ALL.len()],
    };
    let (mut report, mut out) = (FORMATS[choice % FORMATS.len()].report(look), Vec::new());
    let written = report.letter(&source, &found, &mut out).and_then(|()| report.finish(&mut out));
    assert!(written.is_ok() && std::str::from_utf8(&out).is_ok());
}

/// A finding, what explains it, and its fix, are about places of the text.
pub fn stands(source: &Source, found: &Diagnostic<'_>) {
    let name = &found.lint.name;
    let real = |span: Span| {
        assert!(source.text().get(span.range()).is_some(), "{name}: {span:?}");
    };
    assert!(!found.message.is_empty() && !found.help.is_empty(), "{name}");
    real(found.span);
    found.related.iter().for_each(|one| real(one.span));
    let edits = found.fix.iter().flat_map(|fix| &fix.edits);
    edits.clone().for_each(|edit| real(edit.span));
    assert!(edits.is_sorted_by_key(|edit| edit.span), "{name}: edits are not in order");
}
