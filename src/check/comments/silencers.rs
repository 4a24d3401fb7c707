//! Which lints are silenced where.

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Directive;
use crate::lint::Lint;
use crate::source::Span;

/// The places where directives silence lints, by the names of lints and groups.
#[derive(Debug, Default)]
pub(super) struct Silencers {
    of_name: HashMap<String, Vec<Reach>>,
}

/// A place where a name is silent.
#[derive(Debug)]
struct Reach {
    covers: Span,
    /// The furthest end of this one and those before it.
    furthest: u32,
    used: Rc<Cell<bool>>,
}

impl Silencers {
    /// Gathers the directives that can do something, by name and in the order of what they cover. The
    /// same name at the same place is used in all of them or in none.
    pub fn of(directives: &mut [Directive]) -> Self {
        let mut all = Self::default();
        let mut able: Vec<_> = directives.iter_mut().filter(|one| one.fault.is_none()).collect();
        able.retain(|one| !one.covers.is_empty());
        able.sort_by_key(|one| one.covers);
        for directive in able {
            let covers = directive.covers;
            for name in &mut directive.names {
                let reaches = all.of_name.entry(name.text.clone()).or_default();
                match reaches.last() {
                    Some(last) if last.covers == covers => name.used = Rc::clone(&last.used),
                    last => {
                        let furthest = last.map_or(0, |last| last.furthest).max(covers.end);
                        reaches.push(Reach { covers, furthest, used: Rc::clone(&name.used) });
                    }
                }
            }
        }
        all
    }

    /// Whether a lint is silent at a place. The names that make it so are marked as used.
    pub fn silence(&self, lint: &Lint, place: Span) -> bool {
        let names = [lint.name.as_ref(), lint.group.name()].into_iter();
        names.filter(|name| self.mark(name, place.start)).count() > 0
    }

    fn mark(&self, name: &str, at: u32) -> bool {
        let reaches = self.of_name.get(name).map_or(&[][..], Vec::as_slice);
        let begun = reaches.partition_point(|one| one.covers.start <= at);
        let near = reaches[..begun].iter().rev().take_while(|one| one.furthest >= at);
        let around = near.filter(|one| one.covers.end >= at);
        around.inspect(|one| one.used.set(true)).count() > 0
    }
}
