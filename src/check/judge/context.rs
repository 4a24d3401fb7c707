//! What a structural check sees.

use super::allowed;
use super::class_names::{ClassBits, ClassNames};
use super::hits::Judged;
use super::learned::Leanings;
use crate::check::comments::{Comments, Directive, Name};
use crate::check::verbatim::Verbatim;
use crate::diagnostic::Edit;
use crate::fingerprint::{Run, Set};
use crate::letter::{FactKind, Letter};
use crate::lint::{Case, Lang, Lint, Marketplace};
use crate::phrase::Token;
use crate::settings::{Names, Settings};
use crate::source::Span;

/// The name of the phrases that dispute a complaint, in lints that know of disputes.
pub const DISPUTE: &str = "dispute";

/// Documents that a dispute needs to be more than a denial.
const PROOFS: usize = 2;

/// Decides a structural lint: reads the letter, reports places.
pub type Check = fn(&Context<'_>, &mut super::Findings);

/// A letter, and the lint that judges it.
#[derive(Clone, Copy)]
pub struct Context<'c> {
    /// The letter.
    pub letter: &'c Letter<'c>,
    /// The kind of case: as the user says, else as the letter's words clearly say.
    pub case: Option<Case>,
    /// The lint under judgement.
    pub lint: &'c Lint,
    /// Whether the letter has many findings of the lint's group.
    pub rough: bool,
    /// What the letter is called.
    pub name: &'c str,
    pub(super) settings: &'c Settings,
    pub(super) classes: &'c ClassNames<'c>,
    pub(super) hits: &'c [Judged],
    pub(super) all: &'c [Judged],
    pub(super) lints: &'c [Lint],
    pub(super) allowed: &'c [Span],
    pub(super) verbatim: &'c Verbatim<'c>,
    pub(super) comments: &'c Comments,
    pub(super) leanings: &'c Leanings,
}

impl<'c> Context<'c> {
    /// The hits of the lint's phrases that count here, with the phrase's name, by start.
    pub fn hits(&self) -> impl Iterator<Item = (&'c str, Span, u32)> + 'c {
        named(self.hits, Some(self.lint))
    }

    /// The hits of another lint's phrases that count here, whatever its level.
    pub fn hits_of(&self, lint: &str) -> impl Iterator<Item = (&'c str, Span, u32)> + 'c {
        let index = self.lints.iter().position(|one| one.name == lint).unwrap_or(self.lints.len());
        let start = self.all.partition_point(|hit| usize::from(hit.lint) < index);
        let end = self.all.partition_point(|hit| usize::from(hit.lint) <= index);
        named(&self.all[start..end], self.lints.get(index))
    }

    /// Whether the letter has the part that the lint misses: as its structure says, unless a sentence
    /// shows it surely or none even hardly, beside what speaks against it.
    #[must_use]
    pub fn has_part(&self, by_structure: bool) -> bool {
        match self.lint.shown.as_ref().zip(self.leanings.most(self.lint)) {
            Some((shown, most)) if by_structure => {
                let against = self.leanings.against(shown.against.iter().map(|name| name.as_str()));
                i64::from(most) - against >= i64::from(shown.hardly)
            }
            Some((shown, most)) => most >= i32::from(shown.surely),
            None => by_structure,
        }
    }

    /// Whether the lint knows of disputes, and the letter disputes the complaint with documents: there is
    /// nothing to mend, and nothing is merely denied.
    #[must_use]
    pub fn is_proven_dispute(&self) -> bool {
        let documents = self.letter.facts.iter().filter(|fact| fact.kind == FactKind::Document);
        self.hits().any(|(name, ..)| name == DISPUTE) && documents.count() >= PROOFS
    }

    /// Whether a place is text that the user allows, or cuts it; or a comment silences the lint there.
    #[must_use]
    pub fn is_allowed(&self, place: Span) -> bool {
        allowed::is_allowed(self.allowed, place) || self.comments.silence(self.lint, place)
    }

    /// Whether an edit changes what must stay as it is: an address, the name of a file, code.
    #[must_use]
    pub fn is_verbatim(&self, edit: &Edit) -> bool {
        self.verbatim.is_changed(edit)
    }

    /// The comments of the letter.
    #[must_use]
    pub fn comments(&self) -> &'c Comments {
        self.comments
    }

    /// The comments for this tool that have silenced nothing so far, each with the names that did not.
    #[must_use]
    pub fn unused_directives(&self) -> Vec<(&'c Directive, Vec<&'c Name>)> {
        self.comments.unused(self.settings)
    }

    /// The language of messages, for what a check puts into them that is no text of the letter.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// The marketplace that the letter is for, as the user says.
    #[must_use]
    pub fn marketplace(&self) -> Option<Marketplace> {
        self.settings.marketplace
    }

    /// The names of all lints and groups.
    #[must_use]
    pub fn names(&self) -> Names<'c> {
        self.settings.names()
    }

    /// The value of one of the lint's options; 0 for a name that its file does not declare.
    #[must_use]
    pub fn option(&self, name: &str) -> u32 {
        self.settings.option(self.lint, name)
    }

    /// The texts of the user's own that letters are compared with.
    pub fn fingerprints(&self) -> impl Iterator<Item = &'c Set> {
        self.settings.fingerprints.iter()
    }

    /// The letters of the run, where they were looked at before.
    #[must_use]
    pub fn run(&self) -> Option<&'c Run> {
        self.settings.run.as_deref()
    }

    /// The text of a span.
    #[must_use]
    pub fn text(&self, span: Span) -> &'c str {
        &self.letter.text[span.range()]
    }

    /// The text of a token, as written.
    #[must_use]
    pub fn word(&self, token: &Token) -> &'c str {
        &self.letter.text[token.start as usize..token.end as usize]
    }

    /// Tells which of some classes of `lints/words/` a word is in, as bits.
    #[must_use]
    pub fn class_bits(&self, classes: &[(&str, u32)]) -> ClassBits<'c> {
        self.classes.bits(classes)
    }

    /// Tells of words whether they are in that class, for checks that ask it of every word.
    pub fn class(&self, class: &'static str) -> impl Fn(&Token) -> bool + use<'c> {
        self.classes.class(class)
    }

    /// Whether a token's word is in that class of `lints/words/`.
    #[must_use]
    pub fn is(&self, token: &Token, class: &'static str) -> bool {
        self.classes.has(token, class)
    }
}

/// Hits of a lint with the names of its phrases.
fn named<'c>(
    hits: &'c [Judged],
    lint: Option<&'c Lint>,
) -> impl Iterator<Item = (&'c str, Span, u32)> + 'c {
    let named = move |hit: &'c Judged| {
        let name = &*lint?.phrases[usize::from(hit.phrase)].name;
        Some((name, hit.span, hit.sentence))
    };
    hits.iter().filter_map(named)
}
