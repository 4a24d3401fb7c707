//! A lint file to a lint.

use std::sync::OnceLock;

use super::file::{
    ExampleFile, LearnedFile, LintFile, PatternFile, PhraseFile, ShownFile, Wording,
};
use super::kind::{Applicability, Case, Group, Lang, Part, Tried};
use super::model::{
    Example, Learned, Lint, LintOption, Pattern, Phrase, Shown, Text, Variant, regex,
};
use super::owners::Owner;
use super::problem::Problem;
use super::source::LintSource;
use crate::phrase::Form;

/// How many examples of a kind the explanation of a lint shows.
const SHOWN: usize = 2;

/// Makes an owner of the indexes of a lint and of its phrase.
type MakeOwner = fn(u16, u16) -> Owner;

/// A phrase that the phrasebook is to hold.
pub(super) struct Wanted<'f> {
    /// The phrase.
    pub text: &'f str,
    /// Whom it serves, of the lint and the phrase with these indexes.
    pub owner: MakeOwner,
    /// The phrase's index.
    pub phrase: u16,
}

/// Makes the lint of a file, and names the phrases that it looks for.
pub(super) fn convert<'f>(
    source: &LintSource,
    name: &str,
    group: Group,
    file: &'f LintFile,
    problems: &mut Vec<Problem>,
) -> (Lint, Vec<Wanted<'f>>) {
    let odd = oddities(file).into_iter();
    problems.extend(odd.map(|(near, what)| source.problem(near, what)));
    let phrases = file.phrase.iter().map(|phrase| judgement(source, phrase, problems)).collect();
    let patterns = file.pattern.iter().map(|one| pattern(source, one, problems)).collect();
    let option = |(name, one): (&String, &super::file::OptionFile)| LintOption {
        name: name.clone().into(),
        default: one.default,
        help: [one.en.clone().into(), one.zh.clone().into()],
    };
    let lint = Lint {
        name: name.to_owned().into(),
        group,
        level: file.level,
        whole_letter: file.whole_letter,
        after_others: file.after_others,
        texts: [text(file, Lang::En), text(file, Lang::Zh)],
        sources: file.sources.iter().map(|source| source.clone().into()).collect(),
        check: file.check.clone().map(Into::into),
        learned: file.learned.as_ref().map(learned),
        shown: file.shown.as_ref().map(shown),
        gathers: file.gathers,
        phrases,
        patterns,
        options: file.option.iter().map(option).collect(),
        examples: examples(&file.example).into(),
    };
    (lint, wanted(file))
}

/// What is formally right and still makes no sense: near which text, and why.
fn oddities(file: &LintFile) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let fills = file.learned.as_ref().is_some_and(|learned| learned.fills);
    let decides = file.check.is_some() || file.gathers.is_some() || fills;
    if file.phrase.is_empty() && file.pattern.is_empty() && !decides {
        let lacks = "the lint has no `[[phrase]]`, no `[[pattern]]`, no `check`, no `gathers`, and \
                     no `[learned]` that fills up its group";
        found.push(("", lacks.to_owned()));
    }
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if let Some(check) = file.check.as_deref().filter(|name| !is_name(name)) {
        found.push((check, format!("`{check}` is no name of a module in src/check/")));
    }
    if file.learned.as_ref().is_some_and(|one| one.keep.is_some_and(|keep| keep >= one.report)) {
        found.push(("[learned]", "`keep` is less than `report`".to_owned()));
    }
    if file.learned.as_ref().is_some_and(|one| (one.rough || one.clauses) && !one.fills) {
        let only = "`rough` and `clauses` are for lints that fill up their group";
        found.push(("[learned]", only.to_owned()));
    }
    if file.learned.as_ref().is_some_and(|one| one.fills && one.keep.is_some()) {
        found.push(("[learned]", "no phrase finds what `fills` reports, to be kept".to_owned()));
    }
    if file.shown.is_some() && (file.check.is_none() || file.learned.is_some()) {
        found.push(("[shown]", "it is for a `check` that misses a part".to_owned()));
    }
    if file.shown.as_ref().is_some_and(|one| one.hardly.is_some_and(|hardly| hardly >= one.surely))
    {
        found.push(("[shown]", "`hardly` is less than `surely`".to_owned()));
    }
    let guards = || file.phrase.iter().flat_map(|phrase| &phrase.guards);
    for name in guards().filter(|name| !file.guard.contains_key(*name)) {
        found.push((name, format!("there is no guard `{name}` in `[guard]`")));
    }
    for name in file.guard.keys().filter(|name| guards().all(|one| one != *name)) {
        found.push((name, format!("no phrase has the guard `{name}`")));
    }
    for example in &file.example {
        let text =
            example.bad.as_ref().or(example.good.as_ref()).map_or("[[example]]", |text| text);
        if example.bad.is_some() == example.good.is_some() {
            found.push((text, "an example is either `bad` or `good`".to_owned()));
        }
        if example
            .bad
            .as_ref()
            .is_some_and(|bad| bad.matches('«').count() != bad.matches('»').count())
        {
            found.push((text, "every `«` needs its `»`".to_owned()));
        }
    }
    found
}

/// How the learned weights count.
fn learned(file: &LearnedFile) -> Learned {
    Learned {
        report: file.report,
        keep: file.keep.unwrap_or(i16::MIN),
        parts: parts(&[], &file.not_in),
        cases: cases(&[], &file.not_case),
        clauses: file.clauses,
        fills: file.fills,
        rough: file.rough,
    }
}

/// How the weights count that tell of a part.
fn shown(file: &ShownFile) -> Shown {
    let against = file.against.iter().map(|name| name.as_str().into()).collect::<Vec<_>>();
    let hardly = file.hardly.unwrap_or(i16::MIN);
    Shown { surely: file.surely, hardly, against: against.into() }
}

/// The parts in which something counts, as a set: these, or all, but not those.
fn parts(within: &[Part], without: &[Part]) -> u8 {
    Part::set(within) & !without.iter().fold(0, |set, part| set | part.bit())
}

/// The same of kinds of case.
fn cases(within: &[Case], without: &[Case]) -> u16 {
    Case::set(within) & !without.iter().fold(0, |set, case| set | case.bit())
}

/// The phrases of a file, each with what it is for.
fn wanted(file: &LintFile) -> Vec<Wanted<'_>> {
    let mut wanted = Vec::new();
    for (phrase, one) in (0..).zip(&file.phrase) {
        let lists: [(&[String], MakeOwner); 4] = [
            (one.phrases.as_slice(), Owner::Phrase),
            (&one.unless, Owner::Unless),
            (&one.unless_nearby, Owner::UnlessNearby),
            (&one.when, Owner::When),
        ];
        for (texts, owner) in lists {
            wanted.extend(texts.iter().map(|text| Wanted { text, owner, phrase }));
        }
        let shared = one.guards.iter().filter_map(|name| file.guard.get(name)).flatten();
        wanted.extend(shared.map(|text| Wanted { text, owner: Owner::Unless, phrase }));
    }
    wanted
}

/// How the hits of a phrase are judged.
fn judgement(source: &LintSource, file: &PhraseFile, problems: &mut Vec<Problem>) -> Phrase {
    let near = file.phrases.as_slice().first().map_or("[[phrase]]", String::as_str);
    if file.phrases.as_slice().is_empty() {
        problems.push(source.problem(near, "`match` holds no phrase"));
    }
    let replace = replacement(source, file.replace.as_ref(), problems);
    if let Some(hole) = wrong_hole(&replace) {
        let message =
            format!("`{{{hole}}}` in `replace` is none of {{1}} to {{9}}, {{1:ing}}, {{match}}");
        problems.push(source.problem(&replace, message));
    }
    Phrase {
        name: file.name.clone().into(),
        parts: parts(&file.parts, &file.not_in),
        cases: cases(&file.case, &file.not_case),
        unless_sentence: !file.unless.is_empty() || !file.guards.is_empty(),
        unless_nearby: !file.unless_nearby.is_empty(),
        when: !file.when.is_empty(),
        rough: file.rough,
        applicability: applicability(source, &replace, file.applicability, problems),
        replace: replace.into(),
    }
}

/// The replacement that a file says; nothing in the place of words would leave their spaces.
fn replacement(source: &LintSource, said: Option<&String>, problems: &mut Vec<Problem>) -> String {
    if said.is_some_and(String::is_empty) {
        let message = "`replace` is empty: leave it out, and say in `help` what is to be deleted";
        problems.push(source.in_empty("replace", message));
    }
    said.cloned().unwrap_or_default()
}

/// The first hole of a replacement that cannot be filled.
fn wrong_hole(replace: &str) -> Option<&str> {
    let holes = replace.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    let fits = |hole: &&str| {
        let (number, form) = hole.split_once(':').unwrap_or((hole, "base"));
        let number = matches!(number.as_bytes(), [b'1'..=b'9']);
        *hole == "match" || (number && Form::from_name(form).is_some())
    };
    holes.into_iter().find(|hole| !fits(hole))
}

/// Who may apply a replacement; one with gaps must say so.
fn applicability(
    source: &LintSource,
    replace: &str,
    said: Option<Applicability>,
    problems: &mut Vec<Problem>,
) -> Applicability {
    let placeholders = said == Some(Applicability::HasPlaceholders);
    if replace.contains('<') && !placeholders {
        let message = "a replacement with `<…>` needs `applicability = \"has-placeholders\"`";
        problems.push(source.problem(replace, message));
    }
    said.unwrap_or(Applicability::MaybeIncorrect)
}

fn pattern(source: &LintSource, file: &PatternFile, problems: &mut Vec<Problem>) -> Pattern {
    let (expression, small) = file.expression();
    if small && has_capital(&expression) {
        let message = "an expression with `(?i)` reads small letters: write it in small letters";
        problems.push(source.problem(&file.regex, message));
    }
    if let Err(error) = regex(&expression, file.tried) {
        problems.push(source.problem(&file.regex, format!("regex: {error}")));
    }
    if file.needs.is_empty() || file.needs.iter().any(String::is_empty) {
        let message =
            "`needs` names the literals of which one must occur before the regex is tried";
        problems.push(source.problem(&file.regex, message));
    }
    let in_a_word = |literal: &String| !literal.starts_with(char::is_whitespace);
    if file.tried == Tried::InWords && !file.needs.iter().all(in_a_word) {
        let message = "`tried = \"in-words\"` reads the word that a literal stands in: none begins with a space";
        problems.push(source.problem(&file.regex, message));
    }
    let replace = replacement(source, file.replace.as_ref(), problems);
    Pattern {
        source: expression.into(),
        small,
        tried: file.tried,
        near: !file.near.is_empty(),
        applicability: applicability(source, &replace, file.applicability, problems),
        replace: replace.into(),
        compiled: OnceLock::new(),
    }
}

/// Whether an expression has a capital that stands for itself.
fn has_capital(expression: &str) -> bool {
    let plain = format!(" {}", expression.replace("(?P<", "").replace(r"\\", ""));
    plain.as_bytes().windows(2).any(|pair| pair[0] != b'\\' && pair[1].is_ascii_uppercase())
}

/// What a file says in one language, with the wordings of checks by name, of phrases by index, and of
/// patterns by the numbers that follow.
fn text(file: &LintFile, lang: Lang) -> Text {
    let choose = |en: &Wording, zh: &Wording| match lang {
        Lang::En => en.clone(),
        Lang::Zh => zh.clone(),
    };
    let own = match lang {
        Lang::En => &file.en,
        Lang::Zh => &file.zh,
    };
    let named = file.variant.iter().map(|(name, one)| (name.clone(), choose(&one.en, &one.zh)));
    let phrases = file.phrase.iter().map(|one| choose(&one.en, &one.zh));
    let patterns = file.pattern.iter().map(|one| choose(&one.en, &one.zh));
    let numbered = phrases.chain(patterns).enumerate().map(|(index, one)| (index.to_string(), one));
    let said =
        named.chain(numbered).filter(|(_, one)| !one.message.is_empty() || !one.help.is_empty());
    let variant = |(name, one): (String, Wording)| Variant {
        name: name.into(),
        message: one.message.into(),
        help: one.help.into(),
    };
    let mut variants: Vec<_> = said.map(variant).collect();
    variants.sort_by(|one, next| Variant::key(&one.name).cmp(&Variant::key(&next.name)));
    Text {
        summary: own.summary.clone().into(),
        message: own.message.clone().into(),
        help: own.help.clone().into(),
        explain: own.explain.clone().into(),
        variants: variants.into(),
    }
}

/// The first examples of each kind.
fn examples(files: &[ExampleFile]) -> Vec<Example> {
    let of = |bad: bool| {
        let texts = files
            .iter()
            .filter_map(move |file| if bad { file.bad.clone() } else { file.good.clone() });
        texts.take(SHOWN).map(move |text| Example { bad, text: text.into() })
    };
    of(true).chain(of(false)).collect()
}
