//! Whether a form looks the same before the first answer whatever the day: then the page shows its first questions
//! without the engine (`session::first`).
//!
//! A rule that shows, requires or computes something waits for an answer if its result is unknown while every answer is, at
//! either end of the calendar. One rule that does not wait, and the form opens with the engine.

use crate::{
    model::{Date, Datum, Rule, RuleKind, SortedSet},
    rules::{self, Scope},
};

/// Whether every rule that shows, requires or computes something waits for an answer.
pub(super) fn is_plain(rules: &[Rule]) -> bool {
    let days = [Date::new(1, 1, 1), Date::new(9999, 12, 31)];
    rules.iter().all(|rule| match rule.kind {
        RuleKind::Check { .. } => true,
        RuleKind::Show | RuleKind::Require | RuleKind::Value => {
            days.iter().flatten().all(|today| waits(rule, *today))
        }
    })
}

/// Whether a rule's result is unknown for want of an answer.
fn waits(rule: &Rule, today: Date) -> bool {
    match rules::eval(&rule.expr, &Nothing { today }) {
        Datum::Unknown(paths) => paths.iter().any(|path| !path.starts_with(PARAM)),
        Datum::Value(_) | Datum::Absent | Datum::Error(_) => false,
    }
}

/// What an unknown parameter is called; no path has a blank in it.
const PARAM: &str = "param ";

/// Nothing is known.
struct Nothing {
    today: Date,
}

impl Scope for Nothing {
    fn get(&self, path: &str) -> Datum {
        Datum::Unknown(SortedSet::from_iter([path.to_owned()]))
    }

    fn param(&self, name: &str) -> Datum {
        self.get(&[PARAM, name].concat())
    }

    fn today(&self) -> Date {
        self.today
    }

    fn missing(&self, path: &str) -> Datum {
        self.get(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Path;

    fn check(source: &str, want: bool) {
        let expr = rules::parse(source).unwrap();
        let rule = Rule { on: Path::new("a"), source: source.to_owned(), expr, kind: RuleKind::Show };
        assert_eq!(is_plain(&[rule]), want, "{source}");
    }

    #[test]
    fn a_rule_waits_for_an_answer_or_does_not() {
        check("byAgent", true);
        check("!has(spouse)", true);
        check("age(birth, today) >= 80", true);
        check("age(birth, today) >= param.age", true);
        check("true", false);
        check("byAgent || true", false);
        check("today >= date('2026-01-01')", false);
        check("byAgent || today >= date('2026-01-01')", false);
        check("param.open", false);
    }
}
