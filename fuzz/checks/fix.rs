//! A fixed letter is the old one with the edits, has no finding that was not there, and is not fixed
//! again.

use std::collections::{BTreeMap, BTreeSet};

use appeal_lint::fix::fix;
use appeal_lint::{Diagnostic, Source, lint};

pub fn holds(data: &[u8]) {
    let (choice, text) = super::choice(data);
    let (source, settings) = super::chosen(choice, text);
    let unsafe_too = choice & 128 != 0;
    let before = lint(&source, &settings);
    let done = fix(&source, &settings, unsafe_too);

    let (mut text, mut at) = (String::new(), 0);
    for edit in &done.edits {
        text += &source.text()[at..edit.span.range().start];
        text += &edit.text;
        at = edit.span.range().end;
    }
    text += &source.text()[at..];
    assert_eq!(text, done.text, "the edits lead elsewhere");

    known(&before, &done.left);
    let source = Source::new(source.name(), done.text);
    let again = fix(&source, &settings, unsafe_too);
    assert_eq!((again.text.as_str(), again.edits.len()), (source.text(), 0), "fixed again");
}

/// For each lint, there are no more places than before. What was gathered in one finding may show, and
/// what weights say of a mended sentence.
fn known(before: &[Diagnostic<'_>], after: &[Diagnostic<'_>]) {
    let gathered: BTreeSet<_> = before.iter().filter_map(|one| one.lint.gathers).collect();
    let (before, after) = (places(before), places(after));
    for ((lint, group), count) in after {
        let known = before.get(&(lint, group)).is_some_and(|before| count <= *before);
        assert!(known || gathered.contains(&group), "{lint} is new");
    }
}

fn places<'d>(found: &'d [Diagnostic<'_>]) -> BTreeMap<(&'d str, appeal_lint::lint::Group), usize> {
    let mut counts = BTreeMap::new();
    for one in found.iter().filter(|one| one.lint.learned.is_none()) {
        let related = one.related.iter().filter(|_| one.lint.gathers.is_none());
        let spans: BTreeSet<_> = related.map(|one| one.span).chain([one.span]).collect();
        *counts.entry((&*one.lint.name, one.lint.group)).or_default() += spans.len();
    }
    counts
}
