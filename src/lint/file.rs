//! The schema of a lint file. The build script and the program read lint files with it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::kind::{Applicability, Case, Group, Level, Part, Tried};
use super::marketplace::Marketplace;

/// A lint file: `lints/<group>/<name>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LintFile {
    /// How serious a finding is.
    pub level: Level,
    /// What the lint says in English.
    pub en: TextFile,
    /// What the lint says in Chinese.
    pub zh: TextFile,
    /// Where its advice comes from: a page's name and address, or a short reference.
    pub sources: Vec<String>,
    /// A function in `src/check/` that decides; the hits of the phrases are given to it.
    #[serde(default)]
    pub check: Option<String>,
    /// A group: where one sentence has more than `most` findings of it, this lint reports the sentence
    /// in their place.
    #[serde(default)]
    pub gathers: Option<Group>,
    /// Whether it judges a letter as a whole; such a lint says nothing of a passage.
    #[serde(default)]
    pub whole_letter: bool,
    /// Whether it is judged when all other lints have been: it asks what they have left.
    #[serde(default)]
    pub after_others: bool,
    /// Numbers that a configuration may set.
    #[serde(default)]
    pub option: BTreeMap<String, OptionFile>,
    /// What makes phrases of several tables harmless in the same sentence, by the name under which they
    /// share it.
    #[serde(default)]
    pub guard: BTreeMap<String, Vec<String>>,
    /// Phrases to look for.
    #[serde(default)]
    pub phrase: Vec<PhraseFile>,
    /// Regular expressions to look for, where phrases do not serve.
    #[serde(default)]
    pub pattern: Vec<PatternFile>,
    /// How the weights learned from labelled sentences count beside phrases.
    #[serde(default)]
    pub learned: Option<LearnedFile>,
    /// How the weights count that were learned from sentences labelled with the part of the letter
    /// which the lint misses.
    #[serde(default)]
    pub shown: Option<ShownFile>,
    /// Other wordings that the check may choose, by name.
    #[serde(default)]
    pub variant: BTreeMap<String, WordingFile>,
    /// Texts that the lint must and must not report: its tests.
    pub example: Vec<ExampleFile>,
}

/// From which leaning on sentences are reported or dropped, in the unit of `lints/weights.tsv`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LearnedFile {
    /// A sentence that leans at least so much is reported if it has no finding and the letter has at
    /// least two.
    pub report: i16,
    /// What phrases find in a sentence that leans less is dropped; nothing is, where it is not said.
    #[serde(default)]
    pub keep: Option<i16>,
    /// The parts of a letter where no sentence is reported for its leaning.
    #[serde(default)]
    pub not_in: Vec<Part>,
    /// The kinds of case in which none is.
    #[serde(default)]
    pub not_case: Vec<Case>,
    /// Whether clauses are reported, not sentences.
    #[serde(default)]
    pub clauses: bool,
    /// Whether it reports what the other lints of its group have left, and learns from all their marks.
    #[serde(default)]
    pub fills: bool,
    /// Whether it reports in rough letters only: those in which the other lints of the group find much.
    #[serde(default)]
    pub rough: bool,
}

/// From which leaning on a sentence shows that a part of the letter is there, in the unit of
/// `lints/weights.tsv`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShownFile {
    /// The part.
    pub part: Part,
    /// A sentence that leans at least so much shows it, whatever the structure of the letter says.
    pub surely: i16,
    /// If no sentence leans so much, the part is missing, whatever the structure says.
    #[serde(default)]
    pub hardly: Option<i16>,
    /// The lints that learn whose leanings are taken off before `hardly` is asked; see
    /// [`crate::learned::against`].
    #[serde(default)]
    pub against: Vec<String>,
}

/// What a lint says in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextFile {
    /// One line for lists.
    pub summary: String,
    /// The message of a finding; `{match}` is the text found.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// Why, at length.
    pub explain: String,
}

/// A message and a help that replace the lint's own, in both languages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordingFile {
    /// In English.
    #[serde(default)]
    pub en: Wording,
    /// In Chinese.
    #[serde(default)]
    pub zh: Wording,
}

/// One language of a [`WordingFile`]; what is empty stays the lint's own.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The message.
    #[serde(default)]
    pub message: String,
    /// The help.
    #[serde(default)]
    pub help: String,
}

/// A number that a configuration may set.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionFile {
    /// Its value where nothing is said.
    pub default: u32,
    /// What it means, in English.
    pub en: String,
    /// What it means, in Chinese.
    pub zh: String,
}

/// One text or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The texts.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }
}

/// Phrases that are judged alike.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PhraseFile {
    /// The phrases, in the phrase language.
    #[serde(rename = "match")]
    pub phrases: OneOrMany,
    /// A name that the check function knows them by.
    #[serde(default)]
    pub name: String,
    /// The parts of a letter where they count; none: everywhere.
    #[serde(default, rename = "in")]
    pub parts: Vec<Part>,
    /// The parts where they do not count.
    #[serde(default)]
    pub not_in: Vec<Part>,
    /// The kinds of case in which they count; none: all.
    #[serde(default)]
    pub case: Vec<Case>,
    /// The kinds of case in which they do not count.
    #[serde(default)]
    pub not_case: Vec<Case>,
    /// Phrases that make them harmless in the same sentence.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Names of `[guard]`: those phrases do so, too.
    #[serde(default)]
    pub guards: Vec<String>,
    /// Phrases that make them harmless in the same paragraph or list item.
    #[serde(default)]
    pub unless_nearby: Vec<String>,
    /// Phrases of which one must stand in the same sentence.
    #[serde(default)]
    pub when: Vec<String>,
    /// Whether they count only in a letter with many other findings of the group.
    #[serde(default)]
    pub rough: bool,
    /// What to write instead: `{1}` is the first word found, `{1:ing}` that word inflected.
    #[serde(default)]
    pub replace: Option<String>,
    /// Who may apply the replacement.
    #[serde(default)]
    pub applicability: Option<Applicability>,
    /// Own wording in English.
    #[serde(default)]
    pub en: Wording,
    /// Own wording in Chinese.
    #[serde(default)]
    pub zh: Wording,
}

/// A regular expression; prefer phrases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PatternFile {
    /// The expression; a group named `here` is the place. `\w`, `\d`, `\s` and `\b` are ASCII. One
    /// that begins with `(?i)` or `(?mi)` is written in small letters.
    pub regex: String,
    /// Literals of which one must occur before the expression is compiled; ASCII letters stand for
    /// capitals, too.
    pub needs: Vec<String>,
    /// What must stand right before them, where something must: one of these literals.
    #[serde(default)]
    pub after: Vec<String>,
    /// What must stand near them, where something must: one of these literals begins at most 256 bytes
    /// before or behind.
    #[serde(default)]
    pub near: Vec<String>,
    /// Where it is tried: `in-line`, anywhere in the lines that hold a literal; `in-words`, in the words,
    /// which are what stands between white space, that a literal begins in, from the character before
    /// them to the one behind the next word of the line; `at-literal`, where a literal stands, which must
    /// not go on a word when it begins one; `at-head`, the same where nothing but spaces stands
    /// before the literal in its line; `at-line`, at the start of the lines that hold one. All but the
    /// first cost much less; the last three read on to the end of the letter.
    #[serde(default)]
    pub tried: Tried,
    /// What to write instead, with `$name` for the expression's groups.
    #[serde(default)]
    pub replace: Option<String>,
    /// Who may apply the replacement.
    #[serde(default)]
    pub applicability: Option<Applicability>,
    /// Own wording in English.
    #[serde(default)]
    pub en: Wording,
    /// Own wording in Chinese.
    #[serde(default)]
    pub zh: Wording,
}

impl PatternFile {
    /// The literals that the expression waits for.
    pub(super) fn literals(&self) -> impl Iterator<Item = String> {
        static NOTHING: [String; 1] = [String::new()];
        let after = if self.after.is_empty() { &NOTHING[..] } else { &self.after };
        let joined = move |need| after.iter().map(move |after| format!("{after}{need}"));
        self.needs.iter().flat_map(joined)
    }

    /// The expression as it is compiled, and whether it is tried on the letter in small letters: that
    /// costs half of what it does to compile both cases of each letter. A replacement may quote the
    /// letter, so it needs it as it is.
    pub(super) fn expression(&self) -> (String, bool) {
        let rest = |start: &str| self.regex.strip_prefix(start).filter(|_| self.replace.is_none());
        let all = rest("(?i)").map(str::to_owned);
        let lines = || rest("(?mi)").map(|rest| format!("(?m){rest}"));
        let small = all.or_else(lines);
        (small.clone().unwrap_or_else(|| self.regex.clone()), small.is_some())
    }
}

/// A text that the lint must report, with `«` and `»` around each place, or must leave alone.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ExampleFile {
    /// A text that is reported.
    #[serde(default)]
    pub bad: Option<String>,
    /// A text that is not reported.
    #[serde(default)]
    pub good: Option<String>,
    /// What a bad text becomes when the fixes are applied, whoever may apply them.
    #[serde(default)]
    pub fixed: Option<String>,
    /// The part of a letter that a passage stands in.
    #[serde(default, rename = "in")]
    pub part: Option<Part>,
    /// The kind of case.
    #[serde(default)]
    pub case: Option<Case>,
    /// The marketplace that the text is for.
    #[serde(default)]
    pub marketplace: Option<Marketplace>,
    /// Whether the text is a whole letter, so that lints for whole letters judge it too.
    #[serde(default)]
    pub whole_letter: bool,
    /// Whether the text is Markdown, in which comments are not seen.
    #[serde(default)]
    pub markdown: bool,
    /// Another letter of the same run.
    #[serde(default)]
    pub beside: Option<String>,
    /// Values of the lint's options.
    #[serde(default)]
    pub option: BTreeMap<String, u32>,
    /// Lints other than this one that a good text may set off; `*` for all.
    #[serde(default)]
    pub allow: Vec<String>,
}
