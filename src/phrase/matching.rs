//! Matches code against a stretch of a sentence, from all places at once.

use super::code::{Op, branch, is_symbol, op};
use super::phrase_code::PhraseCode;
use super::places::{Places, Way, each, last};
use super::reading::Reading;

/// Where what code reads from any of these places ends.
pub fn read(reading: &Reading, mut code: &[u16], mut places: Places, way: Way) -> Places {
    while places != 0
        && let [head, rest @ ..] = code
    {
        code = rest;
        if is_symbol(*head) {
            places = reading.over(*head, places, way);
            continue;
        }
        let (op, rest) = op(*head, rest);
        code = rest;
        places = match op {
            Op::Start => places & reading.start,
            Op::End => places & reading.end,
            Op::Gap(most) => reading.over_gap(most, places, way),
            Op::OneOf(symbols) => {
                symbols.iter().fold(0, |all, symbol| all | reading.over(*symbol, places, way))
            }
            Op::Option(body) => places | read(reading, body, places, way),
            Op::Choice(branches) => read_one_of(reading, branches, places, way),
        };
    }
    places
}

fn read_one_of(reading: &Reading, mut branches: &[u16], places: Places, way: Way) -> Places {
    let mut all = 0;
    while let Some((body, rest)) = branch(branches) {
        branches = rest;
        // Most branches fail at their first word.
        if body.first().is_some_and(|symbol| is_symbol(*symbol) && !reading.has(*symbol)) {
            continue;
        }
        all |= read(reading, body, places, way);
    }
    all
}

/// The places behind what code reads from any of these places.
fn behind(reading: &Reading, code: &[u16], places: Places) -> Places {
    read(reading, code, places, Way::Forth)
}

/// Where a phrase was found, in places of the stretch.
#[derive(Clone, Copy, Debug)]
pub struct Find {
    /// The place behind the whole match.
    pub at: u32,
    /// The place in front of the first reported word, and the one behind the last.
    pub first: u32,
    pub end: u32,
}

/// Finds a phrase: for each place where it ends, from the first word that any match with that end
/// reports to the last one that such a match reports.
pub fn find(reading: &Reading, phrase: PhraseCode<'_>, mut found: impl FnMut(Find)) {
    // Most phrases lack a word, or fail beside the one that they are found by.
    if !has_needs(reading, phrase.needs()) || behind(reading, phrase.forth(), reading.all) == 0 {
        return;
    }
    let heads = reading.heads & read(reading, phrase.back(), reading.all, Way::Back);
    if heads == 0 {
        return;
    }
    let [before, reported, rest] = phrase.parts();
    let starts = behind(reading, before, heads);
    let mut left = behind(reading, rest, behind(reading, reported, starts));
    for first in each(starts) {
        if left == 0 {
            return;
        }
        let reported = behind(reading, reported, 1 << first);
        let ends = behind(reading, rest, reported) & left;
        left &= !ends;
        for at in each(ends) {
            let leads = |end: &u32| behind(reading, rest, 1 << end) >> at & 1 != 0;
            let end = each_back(reported).find(leads).unwrap_or(at);
            found(Find { at, first, end });
        }
    }
}

/// Some places one by one, from the last.
fn each_back(mut places: Places) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let next = (places != 0).then(|| last(places));
        places &= !next.map_or(0, |place| 1 << place);
        next
    })
}

/// Whether of each of some sets of symbols one stands in the stretch.
fn has_needs(reading: &Reading, mut needs: &[u16]) -> bool {
    while let Some((symbols, rest)) = branch(needs) {
        needs = rest;
        if !symbols.iter().any(|symbol| reading.has(*symbol)) {
            return false;
        }
    }
    true
}

/// Where a phrase ends first, if it is there at all.
pub fn first_end(reading: &Reading, phrase: PhraseCode<'_>) -> Option<u32> {
    let ends =
        phrase.parts().iter().fold(reading.heads, |places, part| behind(reading, part, places));
    each(ends).next()
}
