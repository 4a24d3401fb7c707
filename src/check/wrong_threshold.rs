//! Amazon's limits, stated wrongly.

use super::judge::{Context, Finding, Findings};
use crate::letter::{Fact, FactKind, Sentence};
use crate::source::Span;

/// How far from a metric its limit stands, in bytes.
const NEAR: u32 = 90;

/// What Amazon asks of a metric, in percent.
struct Limit {
    /// What its name holds, in lower case.
    names: &'static [&'static str],
    percent: f64,
    /// As people write it.
    written: &'static str,
    /// Whether more is better.
    least: bool,
}

const LIMITS: &[Limit] = &[
    Limit { names: &["order defect", "odr"], percent: 1.0, written: "< 1 %", least: false },
    Limit { names: &["cancel", "pcr"], percent: 2.5, written: "< 2.5 %", least: false },
    Limit {
        names: &["late ship", "late disp", "lsr", "ldr"],
        percent: 4.0,
        written: "< 4 %",
        least: false,
    },
    Limit { names: &["valid tracking", "vtr"], percent: 95.0, written: "> 95 %", least: true },
];

/// Reports percentages beside a metric that contradict Amazon's limit.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let mut done = Span::default();
    for (name, hit, sentence) in cx.hits() {
        let sentence = &cx.letter.sentences[sentence as usize];
        let facts = facts(cx, sentence);
        let percent =
            facts.iter().find(|fact| fact.kind == FactKind::Percent && hit.contains(fact.span));
        let Some(percent) = percent.filter(|percent| percent.span != done) else { continue };
        let Some(limit) = metric(cx, facts, percent.span) else { continue };
        let Some(value) = value(cx.text(percent.span)) else { continue };
        let lax = if limit.least { value < limit.percent } else { value > limit.percent };
        // Amazon's own limit has one value; an own aim may be stricter.
        let wrong = if name == "amazon" { (value - limit.percent).abs() > 0.001 } else { lax };
        if wrong {
            done = percent.span;
            found.push(Finding::at(percent.span).argument("limit", limit.written));
        }
    }
}

/// The facts of a sentence.
fn facts<'c>(cx: &Context<'c>, sentence: &Sentence) -> &'c [Fact] {
    let facts = &cx.letter.facts;
    let from = facts.partition_point(|fact| fact.span.start < sentence.span.start);
    let to = facts.partition_point(|fact| fact.span.start < sentence.span.end);
    &facts[from..to]
}

/// The limit of the last metric before a percentage, or else of the first behind it.
fn metric(cx: &Context<'_>, facts: &[Fact], percent: Span) -> Option<&'static Limit> {
    let metrics = facts.iter().filter(|fact| fact.kind == FactKind::Metric);
    let before = metrics.clone().rfind(|fact| fact.span.end <= percent.start);
    let metric = before.or_else(|| metrics.clone().find(|fact| fact.span.start >= percent.end))?;
    let apart = percent
        .start
        .saturating_sub(metric.span.end)
        .max(metric.span.start.saturating_sub(percent.end));
    let name = cx.text(metric.span).to_lowercase();
    let known = LIMITS.iter().find(|limit| limit.names.iter().any(|one| name.contains(one)));
    known.filter(|_| apart <= NEAR)
}

/// The number of a percentage.
fn value(text: &str) -> Option<f64> {
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let number: String = text.chars().take_while(|c| digits(*c)).collect();
    number.replace(',', ".").parse().ok()
}
