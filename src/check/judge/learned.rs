//! What a sentence leans towards, beside what phrases find in it.

use super::context::Context;
use super::finding::{Finding, Findings};
use crate::learned::{self, Leaning};
use crate::letter::{BlockKind, Letter, Sentence};
use crate::lint::{Case, Lint};
use crate::source::Span;

/// The most words of a sentence that is reported as a whole; of a longer one, the clauses that say it.
const WHOLE: usize = 25;

/// How many findings of a lint a letter has, at least, where leanings count.
const SEVERAL: usize = 2;

/// The leaning of each sentence that the writer tells something in, by the sentence's index.
pub(super) struct Leanings(Vec<Option<Leaning>>);

impl Leanings {
    /// Reads the sentences, if a lint asks for it.
    pub(super) fn of(letter: &Letter<'_>, lints: &[Lint]) -> Self {
        if !lints.iter().any(|lint| lint.learned.is_some()) {
            return Self(Vec::new());
        }
        let told = |sentence: &Sentence| {
            let kind = letter.blocks[sentence.block as usize].kind;
            matches!(kind, BlockKind::Subject | BlockKind::Paragraph | BlockKind::Item(_))
        };
        let leaning = |one: &Sentence| learned::leaning(&letter.text[one.span.range()]);
        Self(letter.sentences.iter().map(|one| told(one).then(|| leaning(one))).collect())
    }

    /// Drops what phrases found in sentences that lean the other way, and reports those that lean far
    /// enough and have no finding.
    pub(super) fn apply(&self, cx: &Context<'_>, found: &mut Findings) {
        let learned = cx.lint.learned.zip(learned::column(&cx.lint.name));
        let Some((limits, column)) = learned else { return };
        let sentences = &cx.letter.sentences;
        let leaning = |at: usize| Some(self.0[at].as_ref()?[column]);
        found.retain(|one| {
            let at = sentences.partition_point(|sentence| sentence.span.end <= one.span.start);
            let inside = sentences.get(at).is_some_and(|own| own.span.start <= one.span.start);
            let own = inside.then(|| leaning(at)).flatten();
            own.is_none_or(|leaning| leaning >= i32::from(limits.keep))
        });
        if limits.cases & cx.case.unwrap_or(Case::Other).bit() == 0 {
            return;
        }
        let known = |span: Span| found.iter().any(|one| one.span.overlaps(span));
        let leans =
            |at: usize| leaning(at).is_some_and(|leaning| leaning >= i32::from(limits.report));
        let counts = |sentence: &Sentence| limits.parts & sentence.part.bit() != 0;
        let own = sentences.iter().enumerate().filter(|(at, one)| leans(*at) && counts(one));
        let own: Vec<_> =
            own.filter(|(_, one)| !known(one.span)).map(|(_, one)| one.span).collect();
        // A single sentence may lean by chance; in a letter that shows the fault elsewhere hardly one does.
        if found.len() + own.len() >= SEVERAL {
            found.extend(
                own.into_iter().map(|at| Finding::at(place(cx.text(at), at.start, column))),
            );
        }
    }
}

/// What is reported of a sentence that begins at `start`: from its first word to its last, or those
/// clauses of a long one that lean most.
fn place(sentence: &str, start: u32, column: usize) -> Span {
    let words: Vec<_> = learned::by_word(sentence, column)
        .into_iter()
        .filter(|(word, _)| !word.is_empty())
        .collect();
    let is_pause = |(word, _): &(std::ops::Range<usize>, i32)| {
        !sentence[word.clone()].starts_with(char::is_alphanumeric)
    };
    let clauses: Vec<_> = words.split(is_pause).filter(|clause| !clause.is_empty()).collect();
    let sum = |at: usize| clauses[at].iter().map(|(_, weight)| weight).sum::<i32>();
    let Some(most) = (0..clauses.len()).max_by_key(|at| sum(*at)) else {
        return Span::new(start, start + sentence.len() as u32);
    };
    let (mut first, mut last) = (most, most);
    let mut count = clauses[most].len();
    let all = words.len() <= WHOLE;
    while first > 0 && (all || sum(first - 1) > 0 && count + clauses[first - 1].len() <= WHOLE) {
        first -= 1;
        count += clauses[first].len();
    }
    let rest = |last: usize| clauses.get(last + 1);
    while rest(last).is_some_and(|next| all || sum(last + 1) > 0 && count + next.len() <= WHOLE) {
        last += 1;
        count += clauses[last].len();
    }
    let end = clauses[last].last().map_or(sentence.len(), |(word, _)| word.end);
    Span::new(start + clauses[first][0].0.start as u32, start + end as u32)
}
