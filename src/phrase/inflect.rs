//! English inflection: the forms of a word from its base, by rule and by table.

use super::irregular::{DOUBLING, DOUBLING_ABROAD, nouns, verbs};

/// A form of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// try
    Base,
    /// tries
    S,
    /// trying
    Ing,
    /// tried, took: the past
    Ed,
    /// tried, taken: the participle
    En,
    /// policies
    Plural,
    /// policy
    Singular,
}

impl Form {
    /// All forms, with their names in phrases (`~ing`) and replacements (`{1:ing}`).
    pub const NAMES: [(&'static str, Self); 7] = [
        ("base", Self::Base),
        ("s", Self::S),
        ("ing", Self::Ing),
        ("ed", Self::Ed),
        ("en", Self::En),
        ("pl", Self::Plural),
        ("sg", Self::Singular),
    ];

    /// The form of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, form)| *form)
    }
}

/// The spellings of a form of the word whose base is `base`; the first is the one to write.
#[must_use]
pub fn inflections(base: &str, form: Form) -> Vec<String> {
    match form {
        Form::Base | Form::Singular => vec![base.to_owned()],
        Form::S if base == "be" => vec!["is".to_owned()],
        Form::S if base == "have" => vec!["has".to_owned()],
        Form::S => vec![with_s(base)],
        Form::Ing => endings(base, ing_stem(base), "ing"),
        Form::Ed => irregular_verb(base).map_or_else(|| past(base), |(_, past, _)| split(past)),
        Form::En => irregular_verb(base).map_or_else(|| past(base), |(.., done)| split(done)),
        Form::Plural => {
            let known = nouns().find(|(one, _)| *one == base);
            known.map_or_else(|| vec![with_s(base)], |(_, several)| split(several))
        }
    }
}

/// All forms of a verb: `try~`.
#[must_use]
pub fn verb_forms(base: &str) -> Vec<String> {
    let forms = [Form::Base, Form::S, Form::Ing, Form::Ed, Form::En];
    let mut words: Vec<String> = forms.iter().flat_map(|form| inflections(base, *form)).collect();
    if base == "be" {
        words.extend(["am", "are"].map(str::to_owned));
    }
    words.sort();
    words.dedup();
    words
}

fn irregular_verb(base: &str) -> Option<(&'static str, &'static str, &'static str)> {
    verbs().find(|(known, ..)| *known == base)
}

fn split(forms: &str) -> Vec<String> {
    forms.split('|').map(str::to_owned).collect()
}

pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Whether the letter before the last is a consonant: `policy`, not `buy`.
fn consonant_before_last(word: &str) -> bool {
    word.len() >= 2 && !is_vowel(word.as_bytes()[word.len() - 2])
}

/// `policies`, `boxes`, `goes`, `claims`.
fn with_s(base: &str) -> String {
    const OES: [&str; 10] =
        ["do", "echo", "embargo", "go", "hero", "potato", "redo", "tomato", "undergo", "veto"];
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| base.ends_with(end));
    if hisses || OES.contains(&base) {
        format!("{base}es")
    } else if base.ends_with('y') && consonant_before_last(base) {
        format!("{}ies", &base[..base.len() - 1])
    } else {
        format!("{base}s")
    }
}

/// `tried`, `used`, `stopped`, `checked`, `canceled` and `cancelled`.
fn past(base: &str) -> Vec<String> {
    if base.ends_with('e') {
        return vec![format!("{base}d")];
    }
    if base.ends_with('y') && consonant_before_last(base) {
        return vec![format!("{}ied", &base[..base.len() - 1])];
    }
    endings(base, base.to_owned(), "ed")
}

/// What `-ing` is added to, doubling aside: `us` for `use`, `ly` for `lie`.
fn ing_stem(base: &str) -> String {
    let keeps_e = ["ee", "oe", "ye"].iter().any(|end| base.ends_with(end)) || base == "be";
    if let Some(stem) = base.strip_suffix("ie") {
        return format!("{stem}y");
    }
    match base.strip_suffix('e') {
        Some(stem) if !keeps_e && !stem.is_empty() => stem.to_owned(),
        _ => base.to_owned(),
    }
}

/// A stem with an ending, its last letter doubled where English does so.
fn endings(base: &str, stem: String, ending: &str) -> Vec<String> {
    let plain = format!("{stem}{ending}");
    if stem != base {
        return vec![plain];
    }
    let Some(last) = base.chars().next_back() else { return vec![plain] };
    let doubled = format!("{stem}{last}{ending}");
    // The k keeps the c hard: `panicking`.
    if base.ends_with("ic") {
        return vec![format!("{stem}k{ending}")];
    }
    if DOUBLING_ABROAD.contains(base) {
        return vec![plain, doubled];
    }
    if DOUBLING.contains(base) || is_short(base) { vec![doubled] } else { vec![plain] }
}

/// Whether a word is one syllable of one short vowel and one consonant: `stop`, `plan`, `quit`.
pub(super) fn is_short(base: &str) -> bool {
    let bytes = base.as_bytes();
    let [.., before, vowel, last] = *bytes else { return false };
    let short = is_vowel(vowel) && !is_vowel(last) && !matches!(last, b'w' | b'x' | b'y' | b'h');
    let lone =
        !is_vowel(before) || (before == b'u' && bytes.len() >= 4 && bytes[bytes.len() - 4] == b'q');
    short && lone && syllables(bytes) == 1
}

/// Counts the groups of vowels; the `u` of `qu` is none.
pub(super) fn syllables(word: &[u8]) -> usize {
    let is_vowel_at = |at: usize| {
        let quiet = word[at] == b'u' && at > 0 && word[at - 1] == b'q';
        (is_vowel(word[at]) && !quiet) || (word[at] == b'y' && at > 0)
    };
    (0..word.len()).filter(|at| is_vowel_at(*at) && (*at == 0 || !is_vowel_at(at - 1))).count()
}
