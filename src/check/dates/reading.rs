//! What a date can mean.

use crate::lint::DateOrder;

/// A day; a year that is not written is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: u32,
    pub month: u32,
    pub day: u32,
}

/// A date as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {
    /// Its form says what is the month: `4 May`, `2025-05-04`.
    Clear(Day),
    /// `3/4/2025`, of which readers make one of two days.
    Numbers { month_first: Day, day_first: Day },
}

impl Date {
    /// The date that a text is. Nothing for a month without a day.
    pub fn read(text: &str) -> Option<Self> {
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
                Some(Self::Clear(day(*year, month, *one)))
            }
            (Some(month), [one]) if *one <= 99 => Some(Self::Clear(day(0, month, *one))),
            (None, [year, month, one]) if *year > 99 => Some(Self::Clear(day(*year, *month, *one))),
            (None, [one, two, year]) => Some(Self::Numbers {
                month_first: day(full(*year), *one, *two),
                day_first: day(full(*year), *two, *one),
            }),
            _ => None,
        }
    }

    /// The days of the calendar that it can mean to readers who know this order, or both.
    pub fn days(self, order: Option<DateOrder>) -> Vec<Day> {
        let mut days = match (self, order) {
            (Self::Clear(day), _) => vec![day],
            (Self::Numbers { month_first, .. }, Some(DateOrder::MonthFirst)) => vec![month_first],
            (Self::Numbers { day_first, .. }, Some(DateOrder::DayFirst)) => vec![day_first],
            (Self::Numbers { month_first, day_first }, None) => vec![month_first, day_first],
        };
        days.retain(Day::exists);
        days
    }
}

/// A month by its English name or the beginning of it.
fn named(word: &str) -> Option<u32> {
    const MONTHS: &[&str] =
        &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|month| *month == start).map(|at| at as u32 + 1)
}

impl Day {
    /// Whether a calendar has the day.
    fn exists(&self) -> bool {
        let leap = self.year == 0
            || (self.year.is_multiple_of(4) && !self.year.is_multiple_of(100))
            || self.year.is_multiple_of(400);
        let days = match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_their_forms() {
        let may = |year| Some(Date::Clear(Day { year, month: 5, day: 4 }));
        assert_eq!(Date::read("4 May 2025"), may(2025));
        assert_eq!(Date::read("May 4th, 2025"), may(2025));
        assert_eq!(Date::read("May 4"), may(0));
        assert_eq!(Date::read("2025-05-04"), may(2025));
        assert_eq!(Date::read("2025年5月4日"), may(2025));
        assert_eq!(Date::read("4.5.2025").map(|date| date.days(None).len()), Some(2));
        assert_eq!(Date::read("May 2025"), None);
    }

    #[test]
    fn the_order_decides_between_two_days() {
        let days = |text, order| Date::read(text).expect("a date").days(order);
        let month = |days: Vec<Day>| days.iter().map(|day| day.month).collect::<Vec<_>>();
        assert_eq!(month(days("3/4/25", None)), [3, 4]);
        assert_eq!(month(days("3/4/25", Some(DateOrder::MonthFirst))), [3]);
        assert_eq!(month(days("3/4/25", Some(DateOrder::DayFirst))), [4]);
        assert_eq!(month(days("25/12/2025", Some(DateOrder::MonthFirst))), [0; 0]);
        assert_eq!(month(days("2025-03-04", Some(DateOrder::DayFirst))), [3]);
    }

    #[test]
    fn a_calendar_has_its_days() {
        let exists_in = |year, month, day| Day { year, month, day }.exists();
        assert!(exists_in(2024, 2, 29) && !exists_in(2025, 2, 29));
        assert!(!exists_in(2025, 6, 31) && !exists_in(2025, 13, 1));
    }
}
