//! Two full clauses with nothing but a comma between them.

use std::ops::Range;

use super::judge::{Context, Finding, Findings};
use crate::letter::Sentence;
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// Words of a noun phrase between its first word and its verb, at most.
const NOUN_PHRASE: usize = 6;
/// Words of a noun phrase without an article.
const BARE_NOUN_PHRASE: usize = 4;
/// Adverbs between a pronoun and its verb.
const ADVERBS: usize = 3;
/// How far into a segment a clause may begin behind "in May" or "since then".
const FRONTED: usize = 7;

/// Reports the comma with the word before it and the two words behind it.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    for sentence in &cx.letter.sentences {
        let clauses = Clauses::new(cx, sentence);
        let splices = (1..clauses.segments.len()).filter(|number| clauses.splice(*number));
        found.extend(splices.map(|number| Finding::at(clauses.place(number))));
    }
}

/// A sentence, cut at its pauses.
struct Clauses<'c> {
    cx: &'c Context<'c>,
    tokens: &'c [Token],
    /// Ranges of `tokens` between pauses; some are empty.
    segments: Vec<Range<usize>>,
}

impl<'c> Clauses<'c> {
    fn new(cx: &'c Context<'c>, sentence: &Sentence) -> Self {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let tokens = &cx.letter.tokens[range];
        let mut segments = Vec::new();
        let mut start = 0;
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Pause {
                segments.push(start..at);
                start = at + 1;
            }
        }
        segments.push(start..tokens.len());
        Self { cx, tokens, segments }
    }

    /// From the word before the comma that opens the segment to the second word behind it.
    fn place(&self, number: usize) -> Span {
        let (left, right) = (&self.segments[number - 1], &self.segments[number]);
        let last = (right.start + 1).min(right.end - 1);
        Span::new(self.tokens[left.end - 1].start, self.tokens[last].end)
    }

    /// Whether the word at `at` is in that class.
    fn is(&self, at: usize, class: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| self.cx.is(token, class))
    }

    /// The word at `at`, as written.
    fn word(&self, at: usize) -> &'c str {
        self.tokens.get(at).map_or("", |token| self.cx.word(token))
    }

    fn says(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.word(at).eq_ignore_ascii_case(word))
    }

    fn ends(&self, at: usize, ending: &str) -> bool {
        let word = self.word(at).as_bytes();
        word.len() > ending.len() + 2
            && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    }

    fn is_pause(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.kind == TokenKind::Pause)
    }

    /// Whether the comma that opens the segment joins two clauses by itself.
    fn splice(&self, number: usize) -> bool {
        let (left, right) = (&self.segments[number - 1], &self.segments[number]);
        if left.is_empty() || right.is_empty() || !self.is_comma(right.start - 1) {
            return false;
        }
        self.right(right)
            && self.left(number)
            && !self.is_list(number)
            && !self.is_quote(left.end - 1, right.start)
    }

    fn is_comma(&self, at: usize) -> bool {
        matches!(self.word(at), "," | "，")
    }

    /// Whether a main clause begins the segment behind the comma.
    fn right(&self, range: &Range<usize>) -> bool {
        let mut at = range.start;
        if self.says(at, OPENERS) {
            at += 1;
        }
        if at >= range.end || self.is_comparison(at) {
            return false;
        }
        let words = range.end - at;
        if self.says(at, &["please"]) || self.says(at, &["don't"]) {
            return words >= 2;
        }
        if self.says(at, &["do", "never"]) && self.says(at + 1, &["not"]) {
            return true;
        }
        if words <= 3 && self.is(range.end - 1, "parenthetic-verb") {
            return false;
        }
        self.clause(at, false).is_some_and(|end| end <= range.end)
    }

    /// `the more …`, the second half of a comparison.
    fn is_comparison(&self, at: usize) -> bool {
        self.says(at, &["the"])
            && (self.says(at + 1, &["more", "less"])
                || (self.ends(at + 1, "er")
                    && !self.says(at + 1, &["customer", "buyer", "seller"])))
    }

    /// Whether the segment before the comma is a main clause, or goes on with one.
    fn left(&self, number: usize) -> bool {
        let range = self.segments[number - 1].clone();
        let mut at = range.start;
        while at < range.end && self.is(at, "clause-leader") {
            at += 1;
        }
        if self.says(at, &["so"])
            && (self.says(at + 1, &["please"]) || self.clause(at + 1, true).is_some())
        {
            at += 1;
        }
        if at >= range.end || self.is_remark(at, &range) || self.is_subordinate(number, at) {
            return false;
        }
        let main = match self.courtesy(at, number) {
            Some(main) => main,
            None => self.main(at, &range) || self.goes_on(number),
        };
        main && !self.hangs(at, &range)
    }

    /// A request or thanks, which is a clause of its own.
    fn courtesy(&self, at: usize, number: usize) -> Option<bool> {
        let behind = self.segments[number].start;
        if self.says(at, &["please"]) {
            return Some(!self.says(at + 1, &["note", "be"]) && self.is_own(behind));
        }
        self.says(at, &["thank", "thanks"]).then(|| self.is_own(behind))
    }

    /// Whether what follows a request speaks of the writer or is another request.
    fn is_own(&self, at: usize) -> bool {
        self.says(at, &["please", "we", "i", "our", "it", "there", "this", "don't", "do"])
    }

    /// A segment too short to be more than a remark, or one that announces what follows.
    fn is_remark(&self, at: usize, range: &Range<usize>) -> bool {
        let last = range.end - 1;
        (range.end - at <= 2 && (self.is(last, "parenthetic-verb") || self.says(last, REMARKS)))
            || self.says(last, ANNOUNCERS)
    }

    /// Whether an earlier segment waits for its main clause: `if, in May, …`.
    fn is_subordinate(&self, number: usize, at: usize) -> bool {
        let led = at > self.segments[number - 1].start;
        self.segments[..number - 1].iter().any(|earlier| {
            self.is(earlier.start, "fronting")
                && !earlier.is_empty()
                && (led || !earlier.clone().skip(1).any(|at| self.clause(at, false).is_some()))
        })
    }

    /// Whether a main clause begins at `at`, or behind "since then" and the like.
    fn main(&self, at: usize, range: &Range<usize>) -> bool {
        let within = |at| self.clause(at, true).is_some_and(|end| end <= range.end);
        if self.says(at, FRONTS) {
            let candidates = at + 1..range.end.min(at + FRONTED);
            return candidates.into_iter().any(|next| self.is_fronted(at, next) && within(next));
        }
        (!self.is(at, "subordinator") || self.says(at, &["more"])) && within(at)
    }

    /// Whether what stands between `from` and `at` is only a time: `in May we …`.
    fn is_fronted(&self, from: usize, at: usize) -> bool {
        let before = &self.tokens[at - 1];
        let named = matches!(before.kind, TokenKind::Number | TokenKind::Fact(_));
        self.says(at, &["we", "i", "they", "he", "she", "it", "our", "my", "the"])
            && (named
                || self.cx.is(before, "month")
                || self.says(at - 1, TIMES)
                || (at == from + 2 && self.says(at - 1, &["that", "this", "then"])))
    }

    /// Whether the segment goes on with the main clause that opens the sentence: `…, which is late`.
    fn goes_on(&self, number: usize) -> bool {
        let range = &self.segments[number - 1];
        let first = &self.segments[0];
        let relative = self.says(range.start, &["which", "who", "where", "including", "such"]);
        let joined = self.says(range.start, &["and", "but", "or", "then"])
            && range.clone().any(|at| self.is(at, "finite") || self.is(at, "finite-verb"));
        let fronted = |segment: &Range<usize>| {
            !segment.is_empty()
                && (self.is(segment.start, "fronting")
                    || self.is(segment.start, "fronting-preposition"))
        };
        number >= 2
            && (relative || joined)
            && !first.is_empty()
            && !self.is(first.start, "subordinator")
            && self.clause(first.start, true).is_some_and(|end| end <= first.end)
            && !self.segments[1..number].iter().any(fronted)
    }

    /// Whether the segment ends in the beginning of something that the next one completes:
    /// `we knew that if it failed, …`, `we stopped and in May, …`.
    fn hangs(&self, from: usize, range: &Range<usize>) -> bool {
        let mut words = from + 1..range.end;
        if words.clone().any(|at| self.says(at, &["only", "just"]) && self.says(at - 1, &["not"])) {
            return true;
        }
        words.any(|at| {
            let rest = at..range.end;
            let finite = |at: usize| self.is(at, "finite") || self.is(at, "finite-verb");
            let joint = self.is(at - 1, "clause-joint");
            (joint && self.is(at, "fronting"))
                || (joint
                    && self.is(at, "fronting-preposition")
                    && !rest
                        .clone()
                        .any(|at| self.is(at, "finite") || self.is(at, "clause-pronoun")))
                || (self.says(at, &["and", "but", "so", "that", "or"])
                    && range.end - at <= 3
                    && (self.ends(at + 1, "ly") || self.is(at + 1, "clause-leader"))
                    && !rest.clone().skip(1).any(finite))
        })
    }

    /// Whether the clause behind the comma is one of a list: `we count, they pack, and he ships`.
    fn is_list(&self, number: usize) -> bool {
        self.segments.get(number + 1).is_some_and(|next| {
            self.says(next.start, &["and", "or"])
                && next.len() > 1
                && self.clause(next.start + 1, false).is_some()
        })
    }

    /// Whether a quotation begins or ends at the comma.
    fn is_quote(&self, before: usize, behind: usize) -> bool {
        let between = Span::new(self.tokens[before].end, self.tokens[behind].start);
        self.cx.text(between).contains(['"', '“', '”'])
    }

    /// The index behind the verb, if a clause begins at `at`. `lenient` takes more words for verbs.
    fn clause(&self, at: usize, lenient: bool) -> Option<usize> {
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
        self.is_bare(at).then(|| self.noun_phrase(at, BARE_NOUN_PHRASE, false)).flatten()
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
            let verb = self.is(next, "told-verb")
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

/// Words that may stand between the comma and the clause.
const OPENERS: &[&str] = &[
    "then",
    "otherwise",
    "also",
    "now",
    "meanwhile",
    "actually",
    "therefore",
    "furthermore",
    "nevertheless",
    "sometimes",
    "obviously",
    "besides",
    "currently",
    "recently",
    "finally",
    "unfortunately",
];
/// Ends of segments that are no clause to speak of: "rest assured".
const REMARKS: &[&str] = &["see", "assured", "fair", "is"];
/// Last words that announce what follows.
const ANNOUNCERS: &[&str] = &[
    "said", "says", "say", "means", "is", "that", "asked", "think", "words", "and", "was", "are",
    "but", "so", "because", "like", "if",
];
/// Prepositions that may stand before the time that opens a clause.
const FRONTS: &[&str] =
    &["in", "on", "at", "since", "after", "from", "by", "until", "during", "for", "before", "of"];
/// Words that end a time.
const TIMES: &[&str] = &[
    "then",
    "now",
    "today",
    "yesterday",
    "first",
    "time",
    "moment",
    "year",
    "years",
    "month",
    "months",
    "day",
    "days",
    "week",
    "course",
    "addition",
];
