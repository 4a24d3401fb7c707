//! Dates that no calendar has, and dates behind the letter's own.

mod reading;

use super::judge::{Context, Finding, Findings};
use crate::letter::{BlockKind, Fact, FactKind};
use crate::lint::{DateOrder, Marketplace, Part};
use reading::{Date, Day};

/// The most bytes of a line that is a letter's date.
const SHORT: usize = 40;

/// Reports impossible dates, or, for a lint with the option `later`, dates of things done that are
/// later than the letter.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    if cx.lint.options.is_empty() {
        found.extend(dates(cx).filter_map(|(fact, date)| impossible(cx, fact, date)));
    } else {
        later(cx, found);
    }
}

/// The dates of a letter.
fn dates<'c>(cx: &Context<'c>) -> impl Iterator<Item = (&'c Fact, Date)> {
    let letter = cx.letter;
    let dates = letter.facts.iter().filter(|fact| fact.kind == FactKind::Date);
    dates.filter_map(|fact| Some((fact, Date::read(&letter.text[fact.span.range()])?)))
}

/// What is wrong with a date that is in no calendar, or in none where the letter is read.
fn impossible(cx: &Context<'_>, fact: &Fact, date: Date) -> Option<Finding> {
    if date.days(None).is_empty() {
        return Some(Finding::at(fact.span));
    }
    let marketplace = cx.marketplace()?;
    let variant = match marketplace.date_order()? {
        DateOrder::MonthFirst => "month-first",
        DateOrder::DayFirst => "day-first",
    };
    let finding = || Finding::at(fact.span).variant(variant);
    let country = marketplace.country(cx.lang());
    date.days(marketplace.date_order()).is_empty().then(|| finding().argument("country", country))
}

/// Reports what is told as done on a day behind the letter's own.
fn later(cx: &Context<'_>, found: &mut Findings) {
    let order = order(cx);
    let Some((own, at)) = own_date(cx, order) else { return };
    for (fact, date) in dates(cx).filter(|(fact, _)| is_past(cx, fact)) {
        let days = date.days(order);
        if !days.is_empty() && days.iter().all(|day| day.year > 0 && *day > own) {
            found.push(Finding::at(fact.span).related(at.span, "own"));
        }
    }
}

/// The order that the dates of the letter are written in: that of the marketplace, unless one of them
/// shows that the writer has another.
fn order(cx: &Context<'_>) -> Option<DateOrder> {
    let order = cx.marketplace().and_then(Marketplace::date_order);
    let fits = |date: Date| date.days(None).is_empty() || !date.days(order).is_empty();
    order.filter(|_| dates(cx).all(|(_, date)| fits(date)))
}

/// The date that the letter bears at its top or below its signature.
fn own_date<'c>(cx: &Context<'c>, order: Option<DateOrder>) -> Option<(Day, &'c Fact)> {
    let frame = |fact: &Fact| {
        let block = cx.letter.blocks.iter().find(|block| block.span.contains(fact.span));
        block.is_some_and(|block| match block.kind {
            BlockKind::Address => {
                let label = &cx.letter.text[block.span.start as usize..block.body.start as usize];
                let label = label.trim_end_matches([':', '：', ' ']).to_lowercase();
                matches!(&*label, "" | "date" | "日期") && cx.text(block.body).trim().len() < SHORT
            }
            BlockKind::Signature => cx.text(block.body).trim().len() < SHORT,
            _ => false,
        })
    };
    dates(cx).filter(|(fact, _)| frame(fact)).find_map(|(fact, date)| {
        let days = date.days(order).into_iter().filter(|day| day.year > 0);
        Some((days.max()?, fact))
    })
}

/// Whether a date stands where something past is told.
fn is_past(cx: &Context<'_>, fact: &Fact) -> bool {
    let at = cx.letter.sentences.partition_point(|sentence| sentence.span.end < fact.span.end);
    cx.letter.sentences.get(at).is_some_and(|sentence| {
        matches!(sentence.part, Part::Issue | Part::RootCause | Part::Corrective)
    })
}
