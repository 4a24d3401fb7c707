//! What phrases find: each form of the language once.

use appeal_lint::phrase::{
    Classes, Compiler, FactKind, FactWords, Scanner, Token, cut, fact_token,
};

use super::{finds, phrasebook};

/// What one phrase finds, with a few classes at hand.
fn found<'t>(phrase: &str, text: &'t str) -> Vec<&'t str> {
    let classes: &[(&str, &[&str])] = &[
        ("we", &["we", "i", "our team"]),
        ("improve", &["improve~", "tighten", "make better"]),
        ("who", &["@we", "they"]),
    ];
    let phrasebook = phrasebook(classes, &[phrase]);
    finds(&phrasebook, text).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn words_are_compared_folded() {
    assert_eq!(
        found("we don't", "We  DON’T, ＷＥ don`t, we d\u{AD}on't"),
        ["We  DON’T", "ＷＥ don`t", "we d\u{AD}on't"]
    );
    assert_eq!(found("café", "CAFÉ cafe"), ["CAFÉ"]);
    assert_eq!(found("a-to-z", "the A-to-z and the a to Z"), ["A-to-z", "a to Z"]);
    assert_eq!(found("rules and terms", "rules & terms"), ["rules & terms"]);
    assert_eq!(found("封号", "被封号了"), ["封号"]);
}

#[test]
fn numbers_are_as_written() {
    let text = "24/7 and 1,000 at 10:30, 3.5% or 100% of 60pcs";
    for phrase in ["24/7", "1,000", "10:30", "3.5%", "100%", "60pcs"] {
        assert_eq!(found(phrase, text), [phrase]);
    }
    assert_eq!(found("{number}", "7 of 60pcs, 1,000."), ["7", "1,000"]);
}

#[test]
fn a_pause_stands_between_words() {
    for text in
        ["so, we", "so; we", "so: we", "so (we", "so - we", "so — we", "so/we", "so，we", "so, (we"]
    {
        assert_eq!(found("so we", text), [""; 0], "{text}");
        assert_eq!(found("so , we", text), [text]);
        assert_eq!(found("so [,] we", text), [text]);
        assert_eq!(found("so ...1 we", text), [text]);
        assert_eq!(found("so _ we", text), [""; 0], "{text}");
    }
    for text in ["so we", "so-we", "so \"we", "so “we", "so\nwe"] {
        assert_eq!(found("so we", text), [text]);
    }
}

#[test]
fn classes_hold_words_phrases_forms_and_classes() {
    assert_eq!(
        found("@who will", "Our team will, they will, I will"),
        ["Our team will", "they will", "I will"]
    );
    assert_eq!(
        found("@improve it", "improved it tighten it tightened it make better it"),
        ["improved it", "tighten it", "make better it"]
    );
    assert_eq!(found("@improve~ it", "tightening it improve it"), ["tightening it", "improve it"]);
    assert_eq!(found("@improve~ing", "tightening improves improving"), ["tightening", "improving"]);
}

#[test]
fn forms_and_affixes() {
    assert_eq!(found("try~", "try tries trying tried trial"), ["try", "tries", "trying", "tried"]);
    assert_eq!(found("take~en", "took taken"), ["taken"]);
    assert_eq!(found("policy~pl", "policy policies"), ["policies"]);
    assert_eq!(found("*ly", "clearly Only ly fly 12"), ["clearly", "Only"]);
    assert_eq!(found("un*", "unfair un under run"), ["unfair", "under"]);
    assert_eq!(found("*'s fault", "the courier’s fault"), ["courier’s fault"]);
}

#[test]
fn edges_of_a_sentence() {
    assert_eq!(found("^ we", "(We think we"), ["We"]);
    assert_eq!(found("think $", "think we think!)"), ["think"]);
    assert_eq!(found("^ ... think", "as we think"), ["as we think"]);
    assert_eq!(found("(^ | ,) we", "we, we"), ["we", ", we"]);
    assert_eq!(found("^ [so] we $", "So we,"), ["So we"]);
}

#[test]
fn the_leftmost_and_longest_counts() {
    assert_eq!(found("a ...4 b", "a x b b a b"), ["a x b b a b"]);
    assert_eq!(found("[very] sorry", "very very sorry sorry"), ["very sorry", "sorry"]);
}

#[test]
fn only_the_marked_part_is_reported() {
    assert_eq!(
        found("we <[very] sorry> for", "we very sorry for, we sorry for, we sorry"),
        ["very sorry", "sorry"]
    );
    assert_eq!(found("due to ... <they>", "due to what they and they"), ["they", "they"]);
}

#[test]
fn a_fact_is_one_word() {
    let phrasebook = phrasebook(&[], &["on {date}", "on _ we", "100%", "march"]);
    let text = "on May 3 we sold 100% in March";
    let mut tokens: Vec<Token> = Vec::new();
    for (start, end, fact) in [
        (0, 3, None),
        (3, 8, Some(FactKind::Date)),
        (8, 17, None),
        (17, 21, Some(FactKind::Percent)),
        (21, 25, None),
        (25, 30, Some(FactKind::Date)),
    ] {
        match fact {
            Some(kind) => tokens.push(fact_token(text, start..end, kind, &phrasebook)),
            None => cut(text, start..end, &phrasebook, &mut tokens),
        }
    }
    let all = 0..tokens.len() as u32;
    let hits = Scanner::new(&phrasebook).scan(text, &tokens, &[all]);
    let found: Vec<_> =
        hits.iter().map(|hit| &text[hit.start as usize..hit.end as usize]).collect();
    assert_eq!(found, ["on May 3", "on May 3 we", "100%", "March"]);
}

#[test]
fn a_fact_of_several_words_is_one_or_several() {
    let phrasebook =
        phrasebook(&[], &["within {quantity}", "<24 hours> we", "within _ we", "{quantity} $"]);
    let text = "within 24 hours we wait 24 hours";
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let facts = [1..3, 5..7].map(|tokens| FactWords { kind: FactKind::Quantity, tokens });
    let mut scanner = Scanner::new(&phrasebook).with_facts(&facts);
    let all = 0..tokens.len() as u32;
    let hits = scanner.scan(text, &tokens, &[all]);
    let found: Vec<_> = hits.iter().map(|hit| (hit.pattern, hit.tokens.clone())).collect();
    assert_eq!(found, [(0, 0..3), (2, 0..4), (1, 1..3), (3, 5..7)]);
}

#[test]
fn phrases_stay_inside_a_sentence() {
    let phrasebook = phrasebook(&[], &["a b", "a ... b"]);
    let text = "a. B a b";
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let hits = Scanner::new(&phrasebook).scan(text, &tokens, &[0..1, 1..4]);
    let found: Vec<_> =
        hits.iter().map(|hit| (hit.pattern, hit.sentence, hit.tokens.clone())).collect();
    assert_eq!(found, [(0, 1, 2..4), (1, 1, 2..4)]);
}

#[test]
fn classes_can_be_asked_for() {
    let phrasebook = phrasebook(&[("we", &["we", "our team"]), ("empty", &["no word"])], &["will"]);
    let mut tokens = Vec::new();
    cut("WE will", 0..7, &phrasebook, &mut tokens);
    let we = phrasebook.class("we").expect("it is defined");
    assert!(phrasebook.is(&tokens[0], we) && !phrasebook.is(&tokens[1], we));
    let empty = phrasebook.class("empty").expect("it is defined");
    assert!(!phrasebook.is(&tokens[0], empty));
    assert_eq!(phrasebook.class("them"), None);
}

#[test]
fn of_a_guard_it_only_matters_whether_a_sentence_has_it() {
    let mut compiler = Compiler::new(Classes::new());
    for phrase in ["we", "never"] {
        compiler.add(phrase).expect("a good phrase");
    }
    for guard in ["we", "^ ... <never> _ again"] {
        let guard = compiler.add_guard(guard).expect("a good phrase");
        compiler.guard(1, guard, 0);
    }
    let phrasebook = compiler.finish().expect("few words");
    let hits = finds(&phrasebook, "we say we will never do it and never sell again");
    let times = |pattern| hits.iter().filter(|(one, _)| *one == pattern).count();
    assert_eq!((times(0), times(1)), (2, 2));
    assert_eq!((times(2), times(3)), (1, 0), "the second guard is too far from its start");
}

#[test]
fn guards_are_looked_for_around_what_they_guard() {
    let mut compiler = Compiler::new(Classes::new());
    compiler.add("never").expect("a good phrase");
    for (guard, reach) in [("we", 0), ("i", 3)] {
        let guard = compiler.add_guard(guard).expect("a good phrase");
        compiler.guard(0, guard, reach);
    }
    let phrasebook = compiler.finish().expect("few words");
    let text = "i we i we i we i we never i we";
    let mut tokens = Vec::new();
    cut(text, 0..text.len(), &phrasebook, &mut tokens);
    let sentences = [0..2, 2..4, 4..6, 6..9, 9..11];
    let hits = Scanner::new(&phrasebook).scan(text, &tokens, &sentences);
    let mut found: Vec<_> = hits.iter().map(|hit| (hit.pattern, hit.sentence)).collect();
    found.sort_unstable();
    assert_eq!(found, [(0, 3), (1, 3), (2, 0), (2, 1), (2, 2), (2, 3), (2, 4)]);
}

#[test]
fn the_longest_phrases_are_found_anywhere_in_a_sentence() {
    let phrasebook = phrasebook(&[], &["a ...20 b ...20 c ...19 d", "d $"]);
    let words = |count: usize| "x ".repeat(count);
    for before in [0, 1, 62, 63, 64, 65, 127, 128, 190, 191, 192] {
        let text = format!("{}a {}b {}c {}d", words(before), words(20), words(20), words(19));
        let found = finds(&phrasebook, &text);
        assert_eq!(found, [(0, &text[before * 2..]), (1, "d")], "{before} words before it");
    }
}
