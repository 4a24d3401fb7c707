//! `a` before a vowel sound, `an` before a consonant sound.

mod sound;

use super::around::{is_label, span};
use super::judge::{Context, Finding, Findings};
use crate::letter::BlockKind;
use crate::lint::Applicability;
use crate::phrase::{Token, TokenKind};
use sound::begins_with_vowel;

/// What the words begin with that may follow `An` with a capital of their own, in a heading or as the
/// adjective of a country; any other is taken for the rest of a name.
const NO_NAMES: &[&str] = &["Europ", "Unit", "Univ", "Uniq", "Use", "One", "Uru", "Ugand", "Ukr"];

/// So many bytes of a word are read.
const LONGEST: usize = 100;

/// Reports the article with the word behind it.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    use BlockKind::{Address, Quote, Signature};
    for sentence in &cx.letter.sentences {
        if matches!(cx.letter.blocks[sentence.block as usize].kind, Address | Quote | Signature) {
            continue;
        }
        let tokens =
            &cx.letter.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let is_short = |at: &usize| tokens[*at].end - tokens[*at].start <= 2;
        let text = &cx.letter.text[sentence.span.range()];
        let first = sentence.span.start as usize + text.find(char::is_alphanumeric).unwrap_or(0);
        let places = (0..tokens.len().saturating_sub(1)).filter(is_short);
        found.extend(places.filter_map(|at| Article { cx, first, tokens, at }.fault()));
    }
}

/// What may be an article, in its sentence.
struct Article<'c> {
    cx: &'c Context<'c>,
    /// Where the first word of the sentence begins.
    first: usize,
    tokens: &'c [Token],
    at: usize,
}

impl<'c> Article<'c> {
    fn fault(&self) -> Option<Finding> {
        let (article, next) = (&self.tokens[self.at], &self.tokens[self.at + 1]);
        let gap = self.cx.text(span(article.end as usize, next.start as usize));
        if next.kind != TokenKind::Word || !gap.chars().all(char::is_whitespace) {
            return None;
        }
        let vowel = || begins_with_vowel(self.next());
        let right = match self.word(0) {
            "a" if vowel()? && !is_label(self.cx, self.tokens, self.at) => "an",
            "an" if !vowel()? && !matches!(self.word(1), "der" | "dem") => "a",
            "A" if vowel()? && self.opens() && !self.is_before_verb() && !self.is_letter() => "An",
            "An" if !vowel()? && self.opens() && !self.is_name() => "A",
            _ => return None,
        };
        if self.has_no_article(1) {
            return None;
        }
        let end = next.start as usize + self.next().len();
        let finding = Finding::at(span(article.start as usize, end));
        let place = span(article.start as usize, article.end as usize);
        // `A Overview of the stock` is a title behind a letter, or a slip.
        let by = if self.word(0) == "A" && self.is_titled() {
            Applicability::MaybeIncorrect
        } else {
            Applicability::MachineApplicable
        };
        Some(finding.replace(place, right, by))
    }

    /// The word so many words behind the article; nothing behind the last.
    fn word(&self, behind: usize) -> &'c str {
        self.tokens.get(self.at + behind).map_or("", |token| self.cx.word(token))
    }

    /// Whether the word so many words behind the article is one that no article stands before: there the
    /// `a` is a label, the `An` a name, or `an` a slip for `and`.
    fn has_no_article(&self, behind: usize) -> bool {
        let token = self.tokens.get(self.at + behind);
        token.is_some_and(|token| self.cx.is(token, "article-free"))
    }

    /// The word behind the article; all of `X-ray`, of which the letter is a token of its own.
    fn next(&self) -> &'c str {
        let token = &self.tokens[self.at + 1];
        let rest = &self.cx.letter.text[token.start as usize..];
        let (letter, behind) = rest.split_at((token.end - token.start) as usize);
        if letter.len() > 1 || !behind.starts_with('-') {
            return letter;
        }
        let is_part = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
        let length = rest.bytes().take(LONGEST).take_while(is_part).count();
        rest[..length].trim_end_matches('-')
    }

    /// Whether the article opens a sentence, or what follows a colon. `A` elsewhere is a label, as in
    /// option A, and `An` a name, as in Mr. An.
    fn opens(&self) -> bool {
        let start = self.tokens[self.at].start as usize;
        start <= self.first || self.cx.letter.text[self.first..start].trim_end().ends_with(':')
    }

    /// Whether `A` is a letter behind a colon, before a title: `Annex: A Overview`.
    fn is_letter(&self) -> bool {
        self.is_titled() && self.tokens[self.at].start as usize > self.first
    }

    /// Whether the next word has a capital, and is no abbreviation.
    fn is_titled(&self) -> bool {
        let next = self.word(1);
        next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase)
    }

    /// Whether a verb follows: `A includes the invoice`, `An checked the labels`.
    fn is_before_verb(&self) -> bool {
        let next = &self.tokens[self.at + 1];
        ["s-verb", "past-verb"].into_iter().any(|class| self.cx.is(next, class))
    }

    /// Whether `An` is the name of a person: of two words, or before what that person did.
    fn is_name(&self) -> bool {
        let next = self.word(1);
        if next.starts_with(char::is_uppercase) && next.contains(char::is_lowercase) {
            return !NO_NAMES.iter().any(|start| next.starts_with(start));
        }
        let object = self.word(2);
        let has_noun = !object.is_empty()
            && !object.ends_with('s')
            && object.starts_with(char::is_alphabetic)
            && !self.has_no_article(2);
        self.is_before_verb() && !(has_noun && next.starts_with('u'))
    }
}
