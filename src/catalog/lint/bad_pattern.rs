//! F013: a pattern that the linear-time engine does not take.
//!
//! Patterns are searched for anywhere in the text; write `^…$` for the whole of it. `\p`, look-around and
//! back-references are refused, because they may take for ever or mean something else elsewhere.
//!
//! Good: `"pattern": "^[0-9]{8,30}$"`. Bad: `"pattern": "^(?=.*[0-9])"`.

use super::{
    Linted, lower,
    wire::{Fault, Pointer, text},
};
use crate::{
    diag::Code,
    model::{Expr, Function, Value},
    rules,
};

/// Looks at `pattern` of every question, and at the patterns of `matches` in every rule.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    if let Some(answers) = linted.root().get("answers") {
        walk(answers, &Pointer::root().at("answers"), faults);
    }
    for rule in &linted.form.rules {
        in_rule(&rule.expr, &Pointer::root().at("rules"), faults);
    }
}

fn walk(node: &serde_json::Value, at: &Pointer, faults: &mut Vec<Fault>) {
    if let Some(pattern) = text(node, "pattern")
        && !rules::is_pattern(pattern)
    {
        faults.push(at.at("pattern").fault(Code::BadPattern { pattern: pattern.to_owned() }));
    }
    if let Some(items) = node.get("items") {
        walk(items, &at.at("items"), faults);
    }
    for (name, member) in lower::members(node) {
        walk(member, &at.at("properties").at(name), faults);
    }
}

fn in_rule(expr: &Expr, at: &Pointer, faults: &mut Vec<Fault>) {
    match expr {
        Expr::Literal(_) | Expr::Name(_) => {}
        Expr::Call(function, arguments) => {
            if let (Function::Matches, [_, Expr::Literal(Value::Text(pattern))]) =
                (function, arguments.as_slice())
                && !rules::is_pattern(pattern)
            {
                faults.push(at.fault(Code::BadPattern { pattern: pattern.clone() }));
            }
            arguments.iter().for_each(|argument| in_rule(argument, at, faults));
        }
        Expr::List(items) => items.iter().for_each(|item| in_rule(item, at, faults)),
        Expr::Select(inner, _) | Expr::Unary(_, inner) | Expr::Has(inner) => in_rule(inner, at, faults),
        Expr::Index(left, right) | Expr::Binary(_, left, right) => {
            in_rule(left, at, faults);
            in_rule(right, at, faults);
        }
        Expr::Conditional(condition, then, other) => {
            in_rule(condition, at, faults);
            in_rule(then, at, faults);
            in_rule(other, at, faults);
        }
        Expr::Macro { range, body, .. } => {
            in_rule(range, at, faults);
            in_rule(body, at, faults);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;

    const NOTE: &str = r#""note": {"type": "string","#;

    #[test]
    fn patterns_of_questions() {
        check(NOTE, r#""note": {"type": "string", "pattern": "^[0-9]+$","#, &[]);
        let bad = r#""note": {"type": "string", "pattern": "(?=a)","#;
        check(NOTE, bad, &["F013 /answers/properties/note/pattern 8"]);
    }

    #[test]
    fn patterns_of_rules() {
        let bad = r#""show": "byAgent && note.matches('\\\\p{Han}')""#;
        check(r#""show": "byAgent""#, &bad.replace("note", "who.name"), &["F010 /rules/0/show 13"]);
    }
}
