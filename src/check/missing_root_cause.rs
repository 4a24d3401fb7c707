//! No cause in the seller's own operation.

use super::judge::{Context, Findings};
use super::{clause, missing};
use crate::letter::Sentence;
use crate::lint::Part;

/// Lints that find a stand against the reader: a sentence that denies or accuses tells no cause, whatever
/// its words. One that blames a carrier may: "the carrier lost it, and we had not insured it".
const STANDS: [&str; 2] = ["denial", "accusation"];

/// A hint is none in a letter that takes a stand in so many sentences.
const QUARREL: usize = 5;

/// Reports a letter without one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let hits = STANDS.iter().flat_map(|lint| cx.hits_of(lint));
    let mut stands: Vec<u32> = hits.filter(clause::is_told).map(|hit| hit.2).collect();
    stands.sort_unstable();
    stands.dedup();
    if !is_told(cx, &stands) {
        missing::report(cx, Part::RootCause, found);
    }
}

/// Whether a sentence tells a cause, or hints at one beside steps taken and steps for the future: whoever
/// knows both has said what went wrong, in whatever words.
fn is_told(cx: &Context<'_>, stands: &[u32]) -> bool {
    let any = |tells: fn(&Sentence) -> bool| {
        let mut sentences = cx.letter.sentences.iter().zip(0..);
        sentences.any(|(one, number)| tells(one) && stands.binary_search(&number).is_err())
    };
    let hints = stands.len() < QUARREL
        && [Part::Corrective, Part::Preventive].into_iter().all(|part| cx.letter.has(part));
    any(|one| one.shows & Part::RootCause.bit() != 0) || hints && any(|one| one.hints_at_cause)
}
