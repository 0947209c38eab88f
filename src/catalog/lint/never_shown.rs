//! # F031 A question that is never shown
//!
//! A question is shown while its own `show` and those of the groups around it hold. Where no answers make all of them hold, nobody
//! ever sees it.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"guardian": {"required": null}}}, "rules": [{"on": "guardian.name", "show": "byPost"}]}
//! ```
//!
//! Bad, at `/rules/5/show` (the group `guardian` is shown for children only):
//!
//! ```json
//! {"answers": {"properties": {"guardian": {"required": null}}}, "rules": [{"on": "guardian.name", "show": "card == \"adult\""}]}
//! ```

use super::{
    Linted,
    holds::{both, outcomes},
    reading::{self, RuleAt},
    wire::Fault,
};
use crate::{
    diag::Lint,
    model::{Expr, Path},
};

/// Looks at each `show` together with those of the groups around it.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let shows = shows(linted);
    for rule in &shows {
        let Some(shown) = shown(&shows, rule.on) else { continue };
        if outcomes(&shown, linted.form).is_some_and(|found| !found.can_hold) {
            faults.push(rule.at.lint(Lint::NeverShown, rule.on));
        }
    }
}

/// The rules that show something. Read once: a form has as many rules as questions, and more.
pub(super) fn shows<'a>(linted: &'a Linted) -> Vec<RuleAt<'a>> {
    reading::rules(linted).into_iter().filter(|rule| rule.action == "show").collect()
}

/// What must hold for a question to be shown; `None` where nothing hides it.
pub(super) fn shown(shows: &[RuleAt], on: &str) -> Option<Expr> {
    let on = Path::new(on);
    let shows = shows.iter().filter(|rule| on.is_within(&Path::new(rule.on)));
    shows.map(|rule| rule.expr.clone()).reduce(both)
}
