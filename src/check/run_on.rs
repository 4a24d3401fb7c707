//! Two full clauses with nothing but a comma between them.

mod clause;

use std::ops::Range;

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, Sentence};
use crate::phrase::{Token, TokenKind};
use crate::source::Span;

/// How far into a segment a clause may begin behind "in May" or "since then".
const FRONTED: usize = 7;

/// Reports the comma with the word before it and the two words behind it. Where much of the English is
/// rough, bare verbs and nouns without an article make clauses, too.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let own = |one: &&Sentence| cx.letter.blocks[one.block as usize].kind != BlockKind::Quote;
    let paused = |one: &&Sentence| {
        let tokens = &cx.letter.tokens[one.tokens.start as usize..one.tokens.end as usize];
        tokens.iter().any(|token| token.kind == TokenKind::Pause)
    };
    for sentence in cx.letter.sentences.iter().filter(own).filter(paused) {
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
    /// The first segment that begins as something before a main clause does: `if it is late`.
    fronting: Option<usize>,
    /// The first of them that waits for its main clause.
    waiting: Option<usize>,
    /// The first behind the opening one that begins so, or with a time or place.
    fronted: Option<usize>,
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
        let mut clauses =
            Self { cx, tokens, segments, fronting: None, waiting: None, fronted: None };
        let begins = |own: &Self, at: usize, class| {
            let segment = &own.segments[at];
            !segment.is_empty() && own.is(segment.start, class)
        };
        let all = 0..clauses.segments.len();
        clauses.fronting = all.clone().find(|at| begins(&clauses, *at, "fronting"));
        clauses.waiting = all.clone().find(|at| {
            let mut inside = clauses.segments[*at].clone().skip(1);
            begins(&clauses, *at, "fronting")
                && !inside.any(|at| clauses.clause(at, false).is_some())
        });
        clauses.fronted = all.skip(1).find(|at| {
            begins(&clauses, *at, "fronting") || begins(&clauses, *at, "fronting-preposition")
        });
        clauses
    }

    /// From the word before the comma that opens the segment to the second word behind it.
    fn place(&self, number: usize) -> Span {
        let (left, right) = (&self.segments[number - 1], &self.segments[number]);
        let last = (right.start + 1).min(right.end - 1);
        Span::new(self.tokens[left.end - 1].start, self.tokens[last].end)
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
        self.clause(at, self.cx.rough).is_some_and(|end| end <= range.end)
            || self.condition(at, range)
            || self.order(at, range)
    }

    /// `…, if it is late we will refund it`: a condition that belongs to what follows it.
    fn condition(&self, at: usize, range: &Range<usize>) -> bool {
        let subject = |at: usize| {
            (self.is(at, "clause-pronoun") && self.is(at + 1, "modal"))
                || self.says(at, &["please"])
        };
        self.says(at, &["if", "when", "once"])
            && (at + 4..range.end).any(|at| subject(at) && !self.is(at - 1, "clause-joint"))
    }

    /// `…, make sure it is new`: one more verb without `and`, at the end of the sentence.
    fn order(&self, at: usize, range: &Range<usize>) -> bool {
        let verb =
            self.is(at, "pure-verb") && !self.says(at, &["say", "see", "let", "give", "include"]);
        let object = self.is(at + 1, "determiner")
            || self.is(at + 1, "object")
            || self.says(at + 1, &["sure"]);
        verb && object
            && range.end == self.tokens.len()
            && !range.clone().any(|at| self.says(at, &["and", "or"]))
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
            if behind == at + 2 {
                return Some(false);
            }
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
        let earlier = if led { self.fronting } else { self.waiting };
        earlier.is_some_and(|earlier| earlier < number - 1)
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
                || (self.says(at - 1, TIMES) && !(at > from + 2 && self.says(at - 2, &["the"])))
                || (at == from + 2 && !self.is(at - 1, "determiner")))
    }

    /// Whether the segment goes on with the main clause that opens the sentence: `…, which is late`.
    fn goes_on(&self, number: usize) -> bool {
        let range = &self.segments[number - 1];
        let first = &self.segments[0];
        let relative = self.says(range.start, &["which", "who", "where", "including", "such"]);
        let joined = self.says(range.start, &["and", "but", "or", "then"])
            && range.clone().any(|at| self.is(at, "finite") || self.is(at, "finite-verb"));
        number >= 2
            && (relative || joined)
            && !first.is_empty()
            && !self.is(first.start, "subordinator")
            && self.clause(first.start, true).is_some_and(|end| end <= first.end)
            && self.fronted.is_none_or(|fronted| fronted >= number)
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
