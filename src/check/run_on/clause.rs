//! Where a clause begins in a sentence, and where its verb is.

use super::Clauses;
use crate::phrase::TokenKind;

/// Words of a noun phrase between its first word and its verb, at most.
const NOUN_PHRASE: usize = 6;
/// Words of a noun phrase without an article.
const BARE_NOUN_PHRASE: usize = 4;
/// Adverbs between a pronoun and its verb.
const ADVERBS: usize = 3;

impl<'c> Clauses<'c> {
    /// Whether the word at `at` is in that class.
    pub(super) fn is(&self, at: usize, class: &'static str) -> bool {
        self.tokens.get(at).is_some_and(|token| self.cx.is(token, class))
    }

    /// The word at `at`, as written.
    pub(super) fn word(&self, at: usize) -> &'c str {
        self.tokens.get(at).map_or("", |token| self.cx.word(token))
    }

    pub(super) fn says(&self, at: usize, words: &[&str]) -> bool {
        let own = self.word(at);
        words.iter().any(|word| own.eq_ignore_ascii_case(word))
    }

    pub(super) fn ends(&self, at: usize, ending: &str) -> bool {
        let word = self.word(at).as_bytes();
        word.len() > ending.len() + 2
            && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    }

    fn is_pause(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.kind == TokenKind::Pause)
    }

    /// The index behind the verb, if a clause begins at `at`. `lenient` takes more words for verbs, in a
    /// rough letter bare ones, too.
    pub(super) fn clause(&self, at: usize, lenient: bool) -> Option<usize> {
        if self.is(at, "clause-short") {
            return Some(at + 1);
        }
        let pointer = self.says(at, &["this", "that", "these", "those"]);
        if self.is(at, "clause-pronoun") || pointer {
            let end = self.predicate(at, pointer);
            if end.is_some() || !self.is(at, "clause-determiner") {
                return end;
            }
        }
        if let Some(end) = self.whoever(at) {
            return Some(end);
        }
        if self.is(at, "clause-noun") && self.is(at + 1, "finite") {
            return Some(at + 2);
        }
        let counted = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        if counted || self.is(at, "clause-determiner") || self.is(at, "clause-noun") {
            return self.noun_phrase(at, NOUN_PHRASE, lenient);
        }
        let lenient = lenient && self.cx.rough;
        self.is_bare(at).then(|| self.noun_phrase(at, BARE_NOUN_PHRASE, lenient)).flatten()
    }

    /// The verb of a pronoun.
    fn predicate(&self, at: usize, pointer: bool) -> Option<usize> {
        let mut next = at + 1;
        while next <= at + ADVERBS && self.is_adverb(next) && !self.is(next, "finite") {
            next += 1;
        }
        let plain = !pointer && !self.says(at, &["there"]);
        let verb = self.is(next, "finite")
            || (plain && (self.is(next, "finite-verb") || self.ends(next, "ed")));
        let relative = self.says(at, &["that"]) && !self.says(next, &["is", "was"]);
        (verb && !relative).then_some(next + 1)
    }

    fn is_adverb(&self, at: usize) -> bool {
        self.is(at, "clause-adverb") || self.is(at, "middle-adverb") || self.ends(at, "ly")
    }

    /// `the one who forgot must …`
    fn whoever(&self, at: usize) -> Option<usize> {
        let who =
            if self.says(at, &["the"]) && self.says(at + 1, &["one"]) { at + 2 } else { at + 1 };
        let person = self.says(who - 1, &["those", "anyone", "everyone", "people", "one"]);
        if !person || !self.says(who, &["who", "that"]) {
            return None;
        }
        let near = (who + 1..who + 8).take_while(|at| !self.is_pause(*at));
        near.skip(1).find(|at| self.is(*at, "finite")).map(|at| at + 1)
    }

    /// The verb of a noun phrase of at most `most` words.
    fn noun_phrase(&self, at: usize, most: usize, lenient: bool) -> Option<usize> {
        for next in at + 1..=at + most {
            if self.is_pause(next) || self.is(next, "clause-stop") || self.is(next, "clause-short")
            {
                return None;
            }
            let bare = self.cx.rough && lenient && self.is(next, "pure-verb");
            let verb = self.is(next, "told-verb")
                || bare
                || (lenient
                    && (self.is(next, "s-verb")
                        || self.is(next, "past-verb")
                        || self.ends(next, "ed"))
                    && !self.is_pause(next + 1));
            if self.is(next, "finite") || verb {
                return Some(next + 1);
            }
            if most == BARE_NOUN_PHRASE && self.is(next, "noun-phrase-stop") {
                return None;
            }
        }
        None
    }

    /// Whether a noun phrase without an article may begin at `at`.
    fn is_bare(&self, at: usize) -> bool {
        let word = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let other = ["subordinator", "finite", "clause-stop", "no-noun-phrase", "plain-verb"];
        word && !other.iter().any(|class| self.is(at, class))
            && !["ing", "ed", "ly"].iter().any(|ending| self.ends(at, ending))
    }
}
