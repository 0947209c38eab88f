//! Whether a form looks the same before the first answer whatever the day: then the page shows its first questions
//! without the engine (`session::first`).
//!
//! Nothing is answered then: what a rule shows is hidden and so absent, and everything else is unknown. A form is plain where
//! no rule shows, requires or computes anything all the same, at either end of the calendar and whatever the parameters.

use crate::{
    model::{Date, Datum, Path, Rule, RuleKind, SortedSet, Value},
    rules::{self, Scope},
};

/// Whether no rule shows, requires or computes anything before the first answer.
pub(super) fn is_plain(rules: &[Rule]) -> bool {
    let days = [Date::new(1, 1, 1), Date::new(9999, 12, 31)];
    let of = |wanted: RuleKind| rules.iter().filter(move |rule| rule.kind == wanted).map(|rule| &rule.on);
    let (hidden, computed): (Vec<&Path>, Vec<&Path>) =
        (of(RuleKind::Show).collect(), of(RuleKind::Value).collect());
    rules.iter().all(|rule| {
        days.iter().flatten().all(|today| {
            // What is computed of nothing is absent, or waits with what it is computed of.
            let absent = [hidden.clone(), [hidden.as_slice(), computed.as_slice()].concat()];
            absent.iter().all(|absent| is_idle(rule, &Nothing { absent, today: *today }))
        })
    })
}

/// Whether a rule does nothing.
fn is_idle(rule: &Rule, nothing: &Nothing<'_>) -> bool {
    let datum = rules::eval(&rule.expr, nothing);
    let asks_param =
        matches!(&datum, Datum::Unknown(waits) if waits.iter().any(|path| path.starts_with(PARAM)));
    let asks_answer =
        matches!(&datum, Datum::Unknown(waits) if waits.iter().any(|path| !path.starts_with(PARAM)));
    match rule.kind {
        RuleKind::Check { .. } => true,
        RuleKind::Show | RuleKind::Require => datum != Datum::Value(Value::Bool(true)) && !asks_param,
        RuleKind::Value => asks_answer || matches!(datum, Datum::Absent | Datum::Error(_)),
    }
}

/// What an unknown parameter is called; no path has a blank in it.
const PARAM: &str = "param ";

/// Nothing is known.
struct Nothing<'a> {
    /// What is not there.
    absent: &'a [&'a Path],
    today: Date,
}

impl Scope for Nothing<'_> {
    fn get(&self, path: &str) -> Datum {
        let at = Path::new(path);
        if self.absent.iter().any(|absent| at.is_within(absent)) {
            return Datum::Absent;
        }
        Datum::Unknown(SortedSet::from_iter([path.to_owned()]))
    }

    fn param(&self, name: &str) -> Datum {
        Datum::Unknown(SortedSet::from_iter([[PARAM, name].concat()]))
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

    fn rule(on: &str, source: &str, kind: RuleKind) -> Rule {
        let expr = rules::parse(source).unwrap();
        Rule { on: Path::new(on), source: source.to_owned(), expr, kind }
    }

    fn check(source: &str, want: bool) {
        assert_eq!(is_plain(&[rule("a", source, RuleKind::Show)]), want, "{source}");
    }

    #[test]
    fn a_rule_waits_for_an_answer_or_does_not() {
        check("byAgent", true);
        check("!has(spouse)", true);
        check("age(birth, today) >= 80", true);
        check("false", true);
        check("true", false);
        check("byAgent || true", false);
        check("today >= date('2026-01-01')", false);
        check("byAgent || today >= date('2026-01-01')", false);
        check("age(birth, today) >= param.age", false);
        check("param.open", false);
    }

    #[test]
    fn what_is_hidden_is_absent() {
        let hidden = rule("part", "wants", RuleKind::Show);
        // A sum skips what is absent, so it is there before any answer.
        let sum = rule("total", "sum([part.one, part.two])", RuleKind::Value);
        assert!(is_plain(std::slice::from_ref(&sum)));
        assert!(!is_plain(&[hidden.clone(), sum]));
        assert!(!is_plain(&[hidden, rule("b", "!has(part.one)", RuleKind::Show)]));
        let waits = rule("total", "a + b", RuleKind::Value);
        assert!(is_plain(std::slice::from_ref(&waits)));
        assert!(!is_plain(&[waits, rule("c", "!has(total)", RuleKind::Show)]));
    }
}
