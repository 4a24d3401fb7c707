//! From an inflected word back to its base, and on to another form of it: what `{1:ing}` in a
//! replacement asks for. Any word has an answer; tables hold what the rules get wrong.

use super::inflect::{Form, inflections, is_short, is_vowel, syllables, verb_forms};
use super::irregular::{DOUBLING, DOUBLING_ABROAD, nouns, verbs};

/// Verbs of several syllables whose base ends in `e`, though most with that ending do not.
const WITH_E: &[&str] = &[
    "abat",
    "ador",
    "adher",
    "atron",
    "becom",
    "clon",
    "compet",
    "complet",
    "condon",
    "consol",
    "contraven",
    "conven",
    "creat",
    "delet",
    "demot",
    "denot",
    "deplet",
    "deplor",
    "devot",
    "excit",
    "exhal",
    "expedit",
    "explor",
    "guid",
    "ignit",
    "ignor",
    "impal",
    "implor",
    "incit",
    "inhal",
    "interfer",
    "interven",
    "invit",
    "misguid",
    "overcom",
    "parol",
    "past",
    "persever",
    "postpon",
    "promot",
    "recit",
    "recreat",
    "rerout",
    "restor",
    "reunit",
    "rever",
    "rout",
    "secret",
    "tast",
    "telephon",
    "underscor",
    "unit",
    "wast",
    "welcom",
    "breath",
    "cloth",
    "sooth",
    "bath",
    "ow",
    "hing",
    "cring",
    "ach",
    "cach",
    "determin",
];

/// Verbs whose base does not end in `e`, though most with that ending do.
const WITHOUT_E: &[&str] = &[
    "bias", "canvas", "catalog", "combat", "dialog", "focus", "gas", "ruin", "sync", "murmur",
    "hang", "bang", "collar", "blitz", "waltz", "victim", "rivet", "profit", "discus", "envelop",
    "exam", "ballot", "custom",
];

/// Endings after which verbs of several syllables do not take an `e`: `open`, `offer`, `visit`.
const BARE_ENDINGS: &[&str] =
    &["al", "an", "el", "en", "er", "et", "ip", "it", "om", "on", "op", "or", "ot", "ep"];

/// The base of a verb: `receiving`, `received`, `receives` are of `receive`.
#[must_use]
pub fn verb_base(word: &str) -> String {
    if let Some(base) = irregular_base(word) {
        return base.to_owned();
    }
    if !word.is_ascii() || word.len() < 3 {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ing").filter(|stem| has_vowel(stem)) {
        return if stem.len() == 2 && stem.ends_with('y') {
            format!("{}ie", &stem[..1])
        } else {
            restore(stem)
        };
    }
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| !stem.is_empty()) {
        return if stem.len() == 1 { format!("{stem}ie") } else { format!("{stem}y") };
    }
    if word.ends_with("eed") {
        let agreed = ["agreed", "disagreed", "guaranteed", "freed", "decreed", "refereed"];
        return if agreed.contains(&word) {
            word[..word.len() - 1].to_owned()
        } else {
            word.to_owned()
        };
    }
    match word.strip_suffix("ed").filter(|stem| stem.len() > 1 && has_vowel(stem)) {
        Some(stem) => restore(stem),
        None => without_s(word),
    }
}

/// One of a noun: `policies` is of `policy`.
#[must_use]
pub fn noun_base(word: &str) -> String {
    let is_plural = |several: &str| several.split('|').any(|form| form == word);
    match nouns().find(|(one, several)| *one == word || is_plural(several)) {
        Some((one, _)) => one.to_owned(),
        None => without_s(word),
    }
}

/// Another form of an inflected word, with its capitals: `Received` as [`Form::Ing`] is `Receiving`.
#[must_use]
pub fn inflect(word: &str, form: Form) -> String {
    let lower = word.to_lowercase();
    let base = match form {
        Form::Plural | Form::Singular => noun_base(&lower),
        _ => verb_base(&lower),
    };
    let made = inflections(&base, form).into_iter().next().unwrap_or(lower);
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    if capital && word.len() > 1 && letters.all(|c| !c.is_lowercase()) {
        made.to_uppercase()
    } else if capital {
        let mut rest = made.chars();
        rest.next().map(|c| c.to_uppercase().chain(rest).collect()).unwrap_or_default()
    } else {
        made
    }
}

/// The base of an irregular form. A word that is a base itself stays (`lay`, `found` of `find`).
fn irregular_base(word: &str) -> Option<&'static str> {
    let base = verbs().find(|(base, ..)| *base == word);
    let is_form = |forms: &str| forms.split('|').any(|form| form == word);
    let regular = |base: &str| verb_forms(base).iter().any(|form| form == word);
    base.or_else(|| verbs().find(|(_, past, done)| is_form(past) || is_form(done)))
        .or_else(|| verbs().find(|(base, ..)| shares_beginning(base, word) && regular(base)))
        .map(|(base, ..)| base)
}

/// Spares building the forms of verbs that cannot be meant.
fn shares_beginning(base: &str, word: &str) -> bool {
    base == "be" || base.as_bytes().first() == word.as_bytes().first()
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|letter| is_vowel(letter) || letter == b'y')
}

/// The base from what stands before `-ing` or `-ed`: `us` is `use`, `stopp` is `stop`.
fn restore(stem: &str) -> String {
    let letters = stem.as_bytes();
    let last = letters[letters.len() - 1];
    if letters.len() > 2 && last == letters[letters.len() - 2] && !is_vowel(last) {
        return undouble(stem).to_owned();
    }
    if let Some(hard) =
        stem.strip_suffix('k').filter(|s| s.ends_with("ic") && syllables(s.as_bytes()) > 1)
    {
        return hard.to_owned();
    }
    if wants_e(stem) { format!("{stem}e") } else { stem.to_owned() }
}

/// `stopp` is `stop`, but `call` is `call`.
fn undouble(stem: &str) -> &str {
    let single = &stem[..stem.len() - 1];
    let listed = DOUBLING.contains(single) || DOUBLING_ABROAD.contains(single) || single == "quiz";
    let keeps = ["ll", "ss", "ff", "zz"].iter().any(|end| stem.ends_with(end));
    if listed || (is_short(single) && !keeps) { single } else { stem }
}

/// Whether a base that lost its `e` before an ending lost it here.
fn wants_e(stem: &str) -> bool {
    if WITH_E.contains(&stem) {
        return true;
    }
    let letters = stem.as_bytes();
    if WITHOUT_E.contains(&stem) || letters.len() < 2 {
        return false;
    }
    let (before, last) = (letters[letters.len() - 2], letters[letters.len() - 1]);
    let vowel_before = is_vowel(before) || before == b'y';
    match last {
        b'v' | b'c' => true,
        b'u' => before != b'o',
        b'z' => vowel_before,
        b's' => vowel_before || matches!(before, b'n' | b'r' | b'l' | b'p' | b'w'),
        b'g' if before == b'n' => soft_ng(stem),
        b'g' => vowel_before || matches!(before, b'd' | b'r' | b'l'),
        b'l' if !vowel_before => !matches!(before, b'r' | b'w'),
        b'b' | b'd' | b'k' | b'l' | b'm' | b'n' | b'p' | b'r' | b't' => {
            vowel_before && one_long_vowel(stem)
        }
        _ => false,
    }
}

/// `chang`, `infring`, `challeng` take an `e`; `bring`, `belong` do not.
fn soft_ng(stem: &str) -> bool {
    match stem.as_bytes()[stem.len() - 3] {
        b'i' => syllables(stem.as_bytes()) > 1,
        b'o' => false,
        _ => true,
    }
}

/// Whether the last syllable is written with one vowel, which a lost `e` made long. A short one would
/// have doubled its consonant.
fn one_long_vowel(stem: &str) -> bool {
    let letters = stem.as_bytes();
    let pair = letters.len() >= 3 && is_vowel(letters[letters.len() - 3]);
    let two_syllables =
        ["iat", "uat", "quat", "quot", "quir"].iter().any(|end| stem.ends_with(end));
    if pair && !two_syllables {
        return false;
    }
    syllables(letters) == 1 || two_syllables || !BARE_ENDINGS.iter().any(|end| stem.ends_with(end))
}

/// The base of a form in -s.
fn without_s(word: &str) -> String {
    let Some(stem) = word.strip_suffix('s') else { return word.to_owned() };
    let never = ["ss", "us", "is"].iter().any(|end| word.ends_with(end)) || stem.len() < 2;
    if never
        || ["always", "perhaps", "besides", "towards", "bias", "canvas", "gas", "atlas", "lens"]
            .contains(&word)
    {
        return word.to_owned();
    }
    if let Some(short) =
        stem.strip_suffix("ie").filter(|s| s.len() > 1 && !["mov", "cook"].contains(s))
    {
        return format!("{short}y");
    }
    let hissing = ["sse", "she", "che", "xe", "zze", "oe"].iter().any(|end| stem.ends_with(end));
    let silent = ["shoe", "toe", "cache", "ache", "axe", "headache", "niche"].contains(&stem);
    let buses = ["buse", "focuse", "statuse", "viruse", "bonuse", "gase", "campuse", "biase"]
        .contains(&stem);
    let end = if (hissing && !silent) || buses { stem.len() - 1 } else { stem.len() };
    stem[..end].to_owned()
}
