//! What a condition that can not be told waits for.

use crate::{
    model::{BinaryOp, Datum, Expr, SortedSet, UnaryOp, Value},
    rules::{self, Scope},
};

/// The paths whose answers may settle a condition. A part of it that reads a parameter without a value is out of reach, and
/// so is a bare `has(x)` that only guards such a part; nothing is asked for either.
pub(super) fn of(rule: &Expr, scope: &dyn Scope) -> Vec<String> {
    let mut parts = Vec::new();
    open(rule, scope, &mut parts);
    let is_blocked =
        |part: &&(&Expr, Datum)| rules::params(part.0).iter().any(|name| scope.param(name).value().is_none());
    let blocked: Vec<String> =
        parts.iter().filter(is_blocked).flat_map(|part| rules::paths(part.0)).collect();
    let mut waits = SortedSet::new();
    for part in parts.iter().filter(|part| !is_blocked(part)) {
        let paths = match &part.1 {
            Datum::Unknown(paths) => paths.clone(),
            // What was left out, or can not be used, would have to be answered after all.
            Datum::Absent | Datum::Error(_) | Datum::Value(_) => {
                let is_bad = |path: &String| {
                    let datum = scope.get(path);
                    !matches!(datum, Datum::Value(Value::Bool(_) | Value::Number(_) | Value::Date(_)))
                };
                rules::paths(part.0).into_iter().filter(is_bad).collect()
            }
        };
        let is_guard = matches!(part.0, Expr::Has(_));
        waits.extend(paths.into_iter().filter(|path| !is_guard || !blocked.contains(path)));
    }
    waits.into_iter().collect()
}

/// The parts between `&&`, `||` and `!` that are neither true nor false.
fn open<'a>(expr: &'a Expr, scope: &dyn Scope, parts: &mut Vec<(&'a Expr, Datum)>) {
    let datum = rules::eval(expr, scope);
    if matches!(datum, Datum::Value(Value::Bool(_))) {
        return;
    }
    match expr {
        Expr::Binary(BinaryOp::And | BinaryOp::Or, left, right) => {
            open(left, scope, parts);
            open(right, scope, parts);
        }
        Expr::Unary(UnaryOp::Not, inner) => open(inner, scope, parts),
        Expr::Literal(_)
        | Expr::List(_)
        | Expr::Name(_)
        | Expr::Select(..)
        | Expr::Index(..)
        | Expr::Unary(UnaryOp::Negate, _)
        | Expr::Binary(..)
        | Expr::Conditional(..)
        | Expr::Has(_)
        | Expr::Call(..)
        | Expr::Macro { .. } => parts.push((expr, datum)),
    }
}
