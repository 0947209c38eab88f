//! # F013 A pattern that can not be used
//!
//! Patterns are searched for anywhere in the text; write `^…$` for the whole of it. `\p`, look-around and back-references are
//! refused, because they may take for ever or mean something else elsewhere.
//!
//! Good:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"pattern": "^[^0-9].{3,}$"}}}}
//! ```
//!
//! Bad, at `/answers/properties/postTo/pattern`:
//!
//! ```json
//! {"answers": {"properties": {"postTo": {"pattern": "^(?=.*[0-9])"}}}}
//! ```
use super::{
    Linted, lower, reading,
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
    in_rules(linted, faults);
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

/// Patterns in the rules that can be read.
fn in_rules(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in reading::rules(linted) {
        super::each(&rule.expr, &mut |part| {
            if let Expr::Call(Function::Matches, arguments) = part
                && let [_, Expr::Literal(Value::Text(pattern))] = arguments.as_slice()
                && !rules::is_pattern(pattern)
            {
                faults.push(rule.at.fault(Code::BadPattern { pattern: pattern.clone() }));
            }
        });
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
