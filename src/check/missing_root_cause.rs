//! No cause in the seller's own operation.

use std::collections::BTreeSet;
use std::ops::Range;

use super::judge::{Context, Findings};
use super::{clause, missing};
use crate::letter::{Block, BlockKind, KnownBy, Sentence};
use crate::lint::Part;

/// Lints that find a stand against the reader: a sentence that denies or accuses tells no cause, whatever
/// its words. One that blames a carrier may: "the carrier lost it, and we had not insured it".
const BLAME: &str = "blame";
const DENIAL: &str = "denial";
const STANDS: [&str; 2] = [DENIAL, "accusation"];

/// Names of phrases: of who knows of no fault, and of who guesses at one.
const INNOCENT: &str = "innocent";
const GUESS: &str = "guess";

/// A hint is none in a letter that takes a stand or blames others in so many sentences, or that knows of no
/// fault in so many.
const QUARREL: usize = 5;
const PROTESTS: usize = 2;

/// Below a heading for the cause, a sentence of so many bytes hints at one.
const SPOKEN: u32 = 40;

/// Nearly every letter that takes no stand, and has steps taken and steps for the future, tells a cause in
/// one of its sentences that are for nothing else, however it is worded: vague letters do not, nor do
/// sentences with what these lints find.
const CALM: usize = 1;
const VAGUE: &str = "vague-action";
const MOST_VAGUE: usize = 2;
const EMPTY: [&str; 6] =
    [VAGUE, "absolute-promise", "begging", "boasting", "too-many-apologies", "unrelated-excuse"];

/// The places where a letter may hold words of a cause and tells none.
#[derive(Default)]
struct Untold {
    /// Sentences that take a stand.
    stands: BTreeSet<u32>,
    /// Sentences that know of no fault.
    protests: BTreeSet<u32>,
    /// Sentences that blame others.
    blames: BTreeSet<u32>,
    /// Sentences and items that guess, if the letter knows of no fault: who does has suggestions.
    guesses: BTreeSet<u32>,
}

/// Reports a letter without one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    missing::report_unless(is_told(cx, &untold(cx)), cx, Part::RootCause, found);
}

fn untold(cx: &Context<'_>) -> Untold {
    let told = |lint| cx.hits_of(lint).filter(clause::is_told).map(|hit| hit.2);
    let named = |called| cx.hits().filter(move |hit| hit.0 == called).map(|hit| hit.2);
    let protests: BTreeSet<u32> = named(INNOCENT).chain(told(DENIAL)).collect();
    let guesses = named(GUESS).filter(|_| !protests.is_empty()).flat_map(|at| all_of(cx, at));
    Untold {
        stands: STANDS.into_iter().flat_map(told).collect(),
        blames: told(BLAME).collect(),
        guesses: guesses.collect(),
        protests,
    }
}

/// The sentences of an item in which this one stands, or it alone.
fn all_of(cx: &Context<'_>, at: u32) -> Range<u32> {
    let block = block(cx, &cx.letter.sentences[at as usize]);
    if matches!(block.kind, BlockKind::Item(_)) { block.sentences.clone() } else { at..at + 1 }
}

fn block<'c>(cx: &Context<'c>, sentence: &Sentence) -> &'c Block {
    &cx.letter.blocks[sentence.block as usize]
}

/// Whether a sentence tells a cause, or hints at one beside steps taken and steps for the future: whoever
/// knows both has said what went wrong, in whatever words.
fn is_told(cx: &Context<'_>, untold: &Untold) -> bool {
    let Untold { stands, protests, blames, guesses } = untold;
    let sentences = cx.letter.sentences.iter().zip(0..);
    let mut told = sentences.filter(|(_, at)| !stands.contains(at) && !guesses.contains(at));
    let quarrels = stands.union(blames).count() >= QUARREL || protests.len() >= PROTESTS;
    let parts = [Part::Corrective, Part::Preventive];
    let hints = !quarrels && parts.into_iter().all(|part| cx.letter.has(part));
    let empty = if hints && is_calm(cx, untold) { Some(sentences_of(cx, &EMPTY)) } else { None };
    let is_hint = |one: &Sentence, at| {
        let spoken = || stands.is_empty() && !blames.contains(&at) && is_spoken(cx, one);
        let plain =
            || empty.as_ref().is_some_and(|empty| !empty.contains(&at) && is_plain(cx, one));
        !protests.contains(&at) && (one.hints_at_cause || spoken() || plain())
    };
    told.any(|(one, at)| one.shows & Part::RootCause.bit() != 0 || hints && is_hint(one, at))
}

/// Whether a letter quarrels with nobody, and says what it did.
fn is_calm(cx: &Context<'_>, untold: &Untold) -> bool {
    let calm =
        [&untold.stands, &untold.protests, &untold.blames].iter().all(|one| one.len() <= CALM);
    calm && sentences_of(cx, &[VAGUE]).len() <= MOST_VAGUE
}

/// The sentences in which these lints find something.
fn sentences_of(cx: &Context<'_>, lints: &[&str]) -> BTreeSet<u32> {
    lints.iter().flat_map(|lint| cx.hits_of(lint)).map(|hit| hit.2).collect()
}

/// Whether a sentence of the writer is for nothing else.
fn is_plain(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let free = matches!(sentence.part, Part::Other | Part::RootCause) && sentence.shows == 0;
    let kind = block(cx, sentence).kind;
    let own = matches!(kind, BlockKind::Paragraph | BlockKind::Item(_) | BlockKind::Row);
    free && own && sentence.span.len() >= SPOKEN
}

/// Whether a sentence says something below a heading for the cause.
fn is_spoken(cx: &Context<'_>, sentence: &Sentence) -> bool {
    let headed = sentence.part == Part::RootCause && sentence.known_by == KnownBy::Heading;
    headed && sentence.span.len() >= SPOKEN && block(cx, sentence).kind != BlockKind::Heading
}
