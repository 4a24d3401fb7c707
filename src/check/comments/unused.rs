//! Which names of a directive are of no use.

use super::{Directive, Name};
use crate::lint::{Level, Lint};
use crate::settings::Settings;

/// The names that silenced nothing. Of one whose lints did not all judge the letter, nobody knows; and
/// one that is no lint's is told as such.
pub(super) fn names<'d>(directive: &'d Directive, settings: &Settings) -> Vec<&'d Name> {
    if directive.fault.is_some() {
        return Vec::new();
    }
    let idle = directive.names.iter().filter(|name| !name.used.get());
    idle.filter(|name| has_judged(&name.text, settings)).collect()
}

/// Whether there are lints of that name, and all judged the letter. Of a group those do not count
/// that are off unless somebody asks for them.
fn has_judged(name: &str, settings: &Settings) -> bool {
    let mut own = settings.lints().filter(|lint| lint.name == name || lint.group.name() == name);
    let on = |lint: &Lint| settings.level(lint) > Level::Allow;
    let asleep = |lint: &Lint| lint.name != name && lint.level == Level::Allow;
    settings.names().is_known(name) && own.all(|lint| on(lint) || asleep(lint))
}
