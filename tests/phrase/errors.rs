//! What a lint author reads when a phrase or a class is wrong.

use appeal_lint::phrase::{Classes, Compiler};

fn error(phrase: &str) -> String {
    let mut classes = Classes::new();
    let entries = ["we".to_string()];
    assert_eq!(classes.add("we-all", &entries), []);
    assert_eq!(classes.add("many-words", &["many words".to_string()]), []);
    match Compiler::new(classes).add(phrase) {
        Ok(_) => panic!("`{phrase}` is right"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn errors_say_what_to_write() {
    for (phrase, message) in [
        ("", "the phrase is empty (column 1 of the phrase)"),
        ("we (will", "`(` is not closed (column 4 of the phrase)"),
        ("we will)", "`)` closes no `(` (column 8 of the phrase)"),
        ("we [will)", "`)` closes no `(` (column 9 of the phrase)"),
        (
            "a | b",
            "`|` stands between the alternatives of `( )` or `[ ]`: write `(a | b)` (column 3 of the phrase)",
        ),
        (
            "(a | )",
            "there is nothing between the brackets, or nothing after `|` (column 6 of the phrase)",
        ),
        (
            "we will.",
            "a full stop is never part of a phrase; a gap is written `...` (column 8 of the phrase)",
        ),
        ("so: we", "a pause of any kind is written `,` (column 3 of the phrase)"),
        (
            "try~ng",
            "`~ng` is no form; there are base, s, ing, ed, en, pl, sg, and `~` alone for any (column 4 of the phrase)",
        ),
        ("e-mail~", "`~` is for one word; `e-mail` is several (column 1 of the phrase)"),
        (
            "we ~",
            "`~` follows a word or a class directly, as in `try~ing` (column 4 of the phrase)",
        ),
        (
            "a ...20 b ...20 c ...20 d",
            "the phrase may have 64 words: 63 are the most (column 1 of the phrase)",
        ),
        ("we ...30 b", "a gap is 1 to 20 words long (column 4 of the phrase)"),
        (
            "a 's b",
            "an apostrophe belongs to the word before it: write `amazon's`, or `*'s` for any word with `'s` (column 3 of the phrase)",
        ),
        (
            "@We",
            "`@` is followed by the name of a class in lower case, such as `@we` (column 2 of the phrase)",
        ),
        ("so @we will", "there is no class `@we`; do you mean `@we-all`? (column 4 of the phrase)"),
        ("@you", "there is no class `@you` in any file words/*.toml (column 1 of the phrase)"),
        (
            "@many-words~ing",
            "`@many-words` has no entry of one word, so it has no forms (column 1 of the phrase)",
        ),
        (
            "[a] [b]",
            "the phrase can be empty: give it a word that must be there (column 1 of the phrase)",
        ),
        (
            "^ $",
            "the phrase can be empty: give it a word that must be there (column 1 of the phrase)",
        ),
        (
            "[a] ... b",
            "a phrase cannot begin with `_` or `...`, which begin everywhere; `^ ...` can (column 1 of the phrase)",
        ),
        (
            "_ b",
            "a phrase cannot begin with `_` or `...`, which begin everywhere; `^ ...` can (column 1 of the phrase)",
        ),
        (
            "a ^ b",
            "`^` is the start of a sentence: nothing can stand before it (column 1 of the phrase)",
        ),
        (
            "a ($ | b) c",
            "`$` is the end of a sentence: nothing can stand behind it (column 1 of the phrase)",
        ),
        (
            "a <[b]> c",
            "the part between `< >` can be empty: give it a word that must be there (column 1 of the phrase)",
        ),
        ("a (<b> | c)", "`< >` may not stand inside other brackets (column 1 of the phrase)"),
        ("<a> <b>", "only one part between `< >` can be reported (column 1 of the phrase)"),
    ] {
        assert_eq!(error(phrase), message, "`{phrase}`");
    }
    let kinds = error("{day}");
    assert!(
        kinds.starts_with("`{day}` is no kind of fact; there are number, date, asin"),
        "{kinds}"
    );
}

#[test]
fn hostile_phrases_are_refused() {
    assert!(error(&"(".repeat(500)).contains("deep"));
    assert!(error(&"a ".repeat(5000)).contains("long"));
    for phrase in [
        "\0",
        "a\u{202E}b",
        "<",
        "@",
        "{",
        "*",
        "~",
        "…99999999999",
        "a ...99999999999",
        "{}",
        "()",
    ] {
        error(phrase);
    }
}

fn class_errors(classes: &[(&str, &[&str])]) -> Vec<String> {
    let mut known = Classes::new();
    let mut errors = Vec::new();
    for (name, entries) in classes {
        let entries: Vec<String> = entries.iter().map(|entry| (*entry).to_string()).collect();
        errors.extend(known.add(name, &entries));
    }
    errors.extend(known.check());
    errors.iter().map(|e| format!("{}: {}: {}", e.class, e.entry, e.error.message)).collect()
}

#[test]
fn classes_are_checked() {
    for (classes, message) in [
        (&[("a", &["x"][..]), ("a", &["y"][..])][..], "a: : there are two classes of this name"),
        (&[("a", &[][..])], "a: : the class has no entries"),
        (&[("a", &["x @b"])], "a: x @b: there is no class `@b` in any file words/*.toml"),
        (&[("a", &["[x]"])], "a: [x]: an entry of a class cannot be empty"),
        (
            &[("a", &["x ... y"])],
            "a: x ... y: an entry of a class holds only words and other classes",
        ),
        (
            &[("a", &["{date}"])],
            "a: {date}: an entry of a class holds only words and other classes",
        ),
        (
            &[("a", &["*ing"])],
            "a: *ing: a class holds words, not endings: write `(@class | *ing)` in the phrase",
        ),
    ] {
        assert_eq!(class_errors(classes), [message]);
    }
    let cycle = class_errors(&[("a", &["x", "@b"]), ("b", &["y @c"]), ("c", &["@a", "z"])]);
    assert_eq!(cycle.len(), 3, "{cycle:?}");
    assert_eq!(cycle[0], "a: @b: the class contains itself through `@b`");
}
