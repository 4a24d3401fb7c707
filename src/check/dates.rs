//! Dates that no calendar has, and dates behind the letter's own.

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, Fact, FactKind};
use crate::lint::Part;

/// A day; a year that is not written is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    year: u32,
    month: u32,
    day: u32,
}

/// Reports impossible dates, or, for a lint with the option `later`, dates of things done that are
/// later than the letter.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let dates = cx.letter.facts.iter().filter(|fact| fact.kind == FactKind::Date);
    if cx.lint.options.is_empty() {
        let wrong = dates
            .filter(|fact| readings(cx.text(fact.span)).is_some_and(|all| !all.iter().any(exists)));
        found.extend(wrong.map(|fact| Finding::at(fact.span)));
        return;
    }
    let Some((own, at)) = own_date(cx) else { return };
    for fact in dates.filter(|fact| is_past(cx, fact)) {
        let readings = readings(cx.text(fact.span)).unwrap_or_default();
        let readings: Vec<Day> = readings.into_iter().filter(exists).collect();
        if !readings.is_empty() && readings.iter().all(|day| day.year > 0 && *day > own) {
            found.push(Finding::at(fact.span).related(at.span, "own"));
        }
    }
}

/// The date that the letter bears at its top or below its signature.
fn own_date<'c>(cx: &Context<'c>) -> Option<(Day, &'c Fact)> {
    let frame = |fact: &&Fact| {
        let block = cx.letter.blocks.iter().find(|block| block.span.contains(fact.span));
        block.is_some_and(|block| {
            matches!(block.kind, BlockKind::Address | BlockKind::Signature)
                && cx.text(block.body).trim().len() < 40
        })
    };
    let dates = cx.letter.facts.iter().filter(|fact| fact.kind == FactKind::Date);
    dates.filter(frame).find_map(|fact| {
        let mut days =
            readings(cx.text(fact.span))?.into_iter().filter(|day| exists(day) && day.year > 0);
        Some((days.by_ref().max()?, fact))
    })
}

/// Whether a date stands where something past is told.
fn is_past(cx: &Context<'_>, fact: &Fact) -> bool {
    let at = cx.letter.sentences.partition_point(|sentence| sentence.span.end < fact.span.end);
    cx.letter.sentences.get(at).is_some_and(|sentence| {
        matches!(sentence.part, Part::Issue | Part::RootCause | Part::Corrective)
    })
}

/// What a date can mean: `3/4/2025` has two readings. Nothing for a month without a day.
fn readings(text: &str) -> Option<Vec<Day>> {
    let mut numbers = Vec::new();
    let mut month = None;
    // Runs of digits and runs of letters: `4th` is both.
    let runs = text.as_bytes().chunk_by(|one, next| {
        one.is_ascii_digit() == next.is_ascii_digit()
            && one.is_ascii_alphabetic() == next.is_ascii_alphabetic()
    });
    for run in runs.filter_map(|run| std::str::from_utf8(run).ok()) {
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(run.parse::<u32>().ok()?);
        } else {
            month = month.or_else(|| named(run));
        }
    }
    let full = |year: u32| if year < 100 { 2000 + year } else { year };
    let day = |year, month, day| Day { year, month, day };
    match (month, &numbers[..]) {
        (Some(month), [one, year]) if *one <= 99 && *year > 31 => {
            Some(vec![day(*year, month, *one)])
        }
        (Some(month), [one]) if *one <= 99 => Some(vec![day(0, month, *one)]),
        (None, [year, month, one]) if *year > 99 => Some(vec![day(*year, *month, *one)]),
        (None, [one, two, year]) => {
            Some(vec![day(full(*year), *one, *two), day(full(*year), *two, *one)])
        }
        _ => None,
    }
}

/// A month by its English name or the beginning of it.
fn named(word: &str) -> Option<u32> {
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|month| *month == start).map(|at| at as u32 + 1)
}

/// Whether a calendar has the day.
fn exists(day: &Day) -> bool {
    let leap = day.year == 0 || day.year % 4 == 0 && (day.year % 100 != 0 || day.year % 400 == 0);
    let days = match day.month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_their_forms() {
        let may = |year| Some(vec![Day { year, month: 5, day: 4 }]);
        assert_eq!(readings("4 May 2025"), may(2025));
        assert_eq!(readings("May 4th, 2025"), may(2025));
        assert_eq!(readings("May 4"), may(0));
        assert_eq!(readings("2025-05-04"), may(2025));
        assert_eq!(readings("2025年5月4日"), may(2025));
        assert_eq!(readings("4.5.2025").map(|days| days.len()), Some(2));
        assert_eq!(readings("May 2025"), None);
    }

    #[test]
    fn a_calendar_has_its_days() {
        let exists_in = |year, month, day| exists(&Day { year, month, day });
        assert!(exists_in(2024, 2, 29) && !exists_in(2025, 2, 29));
        assert!(!exists_in(2025, 6, 31) && !exists_in(2025, 13, 1));
    }
}
