//! A phrase, on the first line, compiles or says why not; a class may use the second, and the rest is
//! looked through.

use appeal_lint::phrase::{Classes, Compiler, PhraseError, Scanner, cut};

pub fn holds(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.splitn(3, '\n');
    let [phrase, entry, letter] = [(); 3].map(|()| lines.next().unwrap_or_default());
    let mut compiler = Compiler::new(classes(entry));
    let number = match compiler.add(phrase) {
        Ok(number) => number,
        Err(error) => return points_into(phrase, &error),
    };
    let Ok(phrasebook) = compiler.finish() else { return };
    let mut tokens = Vec::new();
    cut(letter, 0..letter.len(), &phrasebook, &mut tokens);
    let all = 0..tokens.len() as u32;
    for hit in Scanner::new(&phrasebook).scan(letter, &tokens, &[all]) {
        assert_eq!(hit.pattern, number);
        assert!(letter.get(hit.start as usize..hit.end as usize).is_some());
    }
}

/// Some classes, of which one has the entry if it can.
fn classes(entry: &str) -> Classes {
    let known = |own: Option<&str>| {
        let mut classes = Classes::new();
        let ours = ["we", "i", "our (team | staff)"].into_iter().chain(own).map(str::to_owned);
        let mut errors = classes.add("we", &ours.collect::<Vec<_>>());
        errors.extend(classes.add("try", &["try~".to_owned(), "do [@we] best".to_owned()]));
        errors.extend(classes.check());
        (classes, errors)
    };
    let (classes, errors) = known(Some(entry));
    if errors.is_empty() {
        return classes;
    }
    for error in errors.iter().filter(|error| error.entry == entry) {
        points_into(entry, &error.error);
    }
    known(None).0
}

fn points_into(phrase: &str, error: &PhraseError) {
    assert!(phrase.is_char_boundary(error.at), "{}: {}", error.at, error.message);
    assert!(!error.message.is_empty());
}
