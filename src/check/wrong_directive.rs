//! Comments for this tool that cannot do what they ask.

use super::comments::Fault;
use super::judge::{Context, Finding, Findings};
use crate::lint::{ALL, Applicability};

/// Reports directives that are none, stand in the wrong place, or name no lint that there is.
pub fn check(cx: &Context<'_>, found: &mut Findings) {
    let names = cx.names();
    for directive in &cx.comments().directives {
        let finding = Finding::at(directive.span);
        match &directive.fault {
            Some(Fault::Unknown { verb, meant }) => {
                let finding = finding.argument("directive", verb);
                found.push(match meant {
                    Some(meant) => finding.variant("meant-directive").argument("meant", *meant),
                    None => finding,
                });
            }
            Some(Fault::Nameless) => found.push(finding.variant("nameless")),
            Some(Fault::Open) => found.push(finding.variant("open")),
            Some(Fault::Late) => found.push(finding.variant("late")),
            None => {
                for name in directive.names.iter().filter(|name| !names.is_known(&name.text)) {
                    let finding = Finding::at(name.span).argument("name", &name.text);
                    if name.text == ALL {
                        // Whoever reads the comment should see what is accepted.
                        found.push(finding.variant("all"));
                        continue;
                    }
                    found.push(match names.meant(&name.text) {
                        Some(near) => finding.variant("meant").argument("meant", near).replace(
                            name.span,
                            near,
                            Applicability::MaybeIncorrect,
                        ),
                        None => finding.variant("unknown-name"),
                    });
                }
            }
        }
    }
}
