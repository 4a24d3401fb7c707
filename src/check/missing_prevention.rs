//! No step for the future.

use super::judge::{Context, Findings};
use super::missing;
use crate::lint::Part;

/// Reports a letter without one.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    missing::check(cx, Part::Preventive, found);
}
