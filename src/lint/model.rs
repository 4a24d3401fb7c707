//! A lint as the program holds it: all that its file says, phrases aside, which live in the phrasebook.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex_lite::{Regex, RegexBuilder};

use super::kind::{Applicability, Group, Lang, Level, Tried};
use super::store::{Rows, Str};

/// A table that ships with the program, or of lint files read at run time.
pub type List<T> = Cow<'static, [T]>;

/// A lint: all that its file says, phrases aside, which live in the phrasebook.
#[derive(Clone, Debug)]
pub struct Lint {
    /// Its name, in kebab case: the file's.
    pub name: Str,
    /// Its group: the folder's.
    pub group: Group,
    /// How serious a finding is, unless the settings say otherwise.
    pub level: Level,
    /// Whether it judges a letter as a whole (what is missing, how long it is); such a lint says
    /// nothing of a passage.
    pub whole_letter: bool,
    /// Whether it is judged when all other lints have been.
    pub after_others: bool,
    /// What it says, in English and in Chinese.
    pub texts: [Text; 2],
    /// Where its advice comes from.
    pub sources: Rows<Str>,
    /// The structural check's name in `src/check/`, when phrases alone do not decide.
    pub check: Option<Str>,
    /// How the weights learned from labelled sentences count.
    pub learned: Option<Learned>,
    /// How the weights count that tell whether a part of the letter is there.
    pub shown: Option<Shown>,
    /// A group: where one sentence has more than `most` findings of it, this lint reports the sentence
    /// in their place.
    pub gathers: Option<Group>,
    /// How each phrase of the file is judged; a hit names its phrase by index.
    pub phrases: Rows<Phrase>,
    /// Regular expressions, for what is no phrase.
    pub patterns: Rows<Pattern>,
    /// Numbers that a configuration may set.
    pub options: Rows<LintOption>,
    /// A text that it reports and one that it does not, for the explanation.
    pub examples: Rows<Example>,
}

impl Lint {
    /// Whether it has a column among the learned weights.
    #[must_use]
    pub fn learns(&self) -> bool {
        self.learned.is_some() || self.shown.is_some()
    }

    /// What the lint says in `lang`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &Text {
        &self.texts[lang as usize]
    }
}

/// From which leaning on sentences are reported or dropped; see [`crate::learned`].
#[derive(Clone, Copy, Debug)]
pub struct Learned {
    /// A sentence that leans at least so much is reported if it has no finding and the letter has at
    /// least two.
    pub report: i16,
    /// What phrases find in a sentence that leans less is dropped.
    pub keep: i16,
    /// The parts of a letter where sentences are reported, as a set; see [`crate::lint::Part::set`].
    pub parts: u8,
    /// The kinds of case in which sentences are reported, as a set; see [`crate::lint::Case::set`].
    pub cases: u16,
    /// Whether clauses are reported, not sentences.
    pub clauses: bool,
    /// Whether only what the other lints of the group have left is reported.
    pub fills: bool,
    /// Whether it reports only in letters in which the others find much.
    pub rough: bool,
}

/// From which leaning on a sentence shows that the part is there which the lint misses, whatever the
/// structure of the letter says.
#[derive(Clone, Debug)]
pub struct Shown {
    /// One that leans so much shows it.
    pub surely: i16,
    /// If none leans so much, nothing shows it.
    pub hardly: i16,
    /// The lints whose leanings speak against it, where the structure says that it is there.
    pub against: Rows<Str>,
}

/// What a lint says in one language.
#[derive(Clone, Debug)]
pub struct Text {
    /// One line for lists: what the lint finds.
    pub summary: Str,
    /// The message of a finding; `{match}` stands for the text found, other names for what a
    /// structural check counts.
    pub message: Str,
    /// What to write instead.
    pub help: Str,
    /// Why, at length: for `appeal-lint explain`.
    pub explain: Str,
    /// Other wordings for a structural check that reports several things, in the order of
    /// `Variant::key`.
    pub variants: Rows<Variant>,
}

impl Text {
    /// The wording of that name.
    #[must_use]
    pub fn variant(&self, name: &str) -> Option<&Variant> {
        let found =
            self.variants.binary_search_by(|one| Variant::key(&one.name).cmp(&Variant::key(name)));
        found.ok().map(|at| &self.variants[at])
    }
}

/// Another wording of a message and its help.
#[derive(Clone, Debug)]
pub struct Variant {
    /// What the check calls it; a phrase's own wording goes by the phrase's index.
    pub name: Str,
    /// As in [`Text`]; empty: the lint's own.
    pub message: Str,
    /// As in [`Text`]; empty: the lint's own.
    pub help: Str,
}

impl Variant {
    /// What wordings are sorted by: names as text, then numbers by their size.
    pub(super) fn key(name: &str) -> (usize, &str) {
        let number = name.starts_with(|c: char| c.is_ascii_digit());
        (if number { name.len() } else { 0 }, name)
    }
}

/// How the hits of one phrase are judged.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// A name that a structural check knows it by, or an empty one.
    pub name: Str,
    /// The parts of a letter where it counts, as a set; see [`crate::lint::Part::set`].
    pub parts: u8,
    /// The kinds of case in which it counts, as a set; see [`crate::lint::Case::set`].
    pub cases: u16,
    /// Whether it is dropped when one of its `unless` phrases hits the same sentence.
    pub unless_sentence: bool,
    /// Whether it is dropped when one of its `unless-nearby` phrases hits near it, in the same block.
    pub unless_nearby: bool,
    /// Whether it counts only when one of its `when` phrases hits the same sentence.
    pub when: bool,
    /// Whether it counts only in a letter with many other findings of the group.
    pub rough: bool,
    /// What to write in place of the hit, or empty: `{1}` is the hit's first word, `{1:ing}` that
    /// word inflected; see [`crate::phrase::inflect`].
    pub replace: Str,
    /// Who may apply the replacement.
    pub applicability: Applicability,
}

/// A regular expression, compiled only when one of its literals occurs in a letter; these stand in the
/// catalogue's [`Literals`](super::Literals).
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The expression; the group named `here`, when it has one, is the place.
    pub source: Str,
    /// Whether it is tried on the letter in small letters, because case makes no difference.
    pub small: bool,
    /// Where it is tried.
    pub tried: Tried,
    /// Whether it waits for a literal near the one that it is tried at.
    pub near: bool,
    /// What to write in place of the match, with `$name` for the expression's groups; or empty.
    pub replace: Str,
    /// Who may apply the replacement.
    pub applicability: Applicability,
    /// The expression once it was needed.
    pub compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The expression, compiled at the first call; the build script has seen that it compiles.
    pub fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| regex(&self.source, self.tried).ok()).as_ref()
    }
}

/// Compiles an expression as it is tried. Lines may end with `\r\n`.
pub(super) fn regex(source: &str, tried: Tried) -> Result<Regex, regex_lite::Error> {
    match tried {
        Tried::InLine | Tried::InWords => RegexBuilder::new(source).crlf(true).build(),
        Tried::AtLiteral | Tried::AtHead | Tried::AtLine => {
            RegexBuilder::new(&format!("^(?:{source})")).crlf(true).build()
        }
    }
}

/// A number that a configuration may set.
#[derive(Clone, Debug)]
pub struct LintOption {
    /// Its name, in kebab case.
    pub name: Str,
    /// Its value where nothing is said.
    pub default: u32,
    /// What it means, in English and in Chinese.
    pub help: [Str; 2],
}

/// A text from the lint's file that shows what it reports.
#[derive(Clone, Debug)]
pub struct Example {
    /// Whether the lint reports it.
    pub bad: bool,
    /// The text, with `«` and `»` around the places.
    pub text: Str,
}
