//! # F035 A code that the list does not have
//!
//! A rule compares a choice with a code, or a paper ticks one, and no such choice exists: a slip of the pen, or a choice that was
//! renamed since. Codes (`const`) are compared, not words.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "card == \"adult\""}]}
//! ```
//!
//! Bad, at `/rules/5/show`:
//!
//! ```json
//! {"rules": [{"on": "books", "show": "card == \"adlut\""}]}
//! ```

use super::{
    Linted,
    holds::path,
    reading,
    wire::{Fault, list, text},
};
use crate::{
    diag::Lint,
    model::{BinaryOp, Expr, Path, Value},
};

/// Looks at comparisons in rules and conditions, and at ticks.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let rules = reading::rules(linted).into_iter().map(|rule| (rule.at, rule.expr));
    let conditions = reading::conditions(linted).into_iter().map(|condition| (condition.at, condition.expr));
    for (at, expr) in rules.chain(conditions) {
        super::each(&expr, &mut |part| {
            for (path, code) in compared(part) {
                if lacks(linted, &path, code) {
                    faults.push(at.lint(Lint::UnknownChoice, &format!("{path}: \"{code}\"")));
                }
            }
        });
    }
    for (at, row) in reading::rows(linted) {
        for (idx, cell) in list(row, "cells").iter().enumerate() {
            for (tick_idx, tick) in list(cell, "ticks").iter().enumerate() {
                if let (Some(path), Some(code)) = (text(tick, "path"), text(tick, "code"))
                    && lacks(linted, path, code)
                {
                    let at = at.at("cells").idx(idx).at("ticks").idx(tick_idx).at("code");
                    faults.push(at.lint(Lint::UnknownChoice, &format!("{path}: \"{code}\"")));
                }
            }
        }
    }
}

/// The paths and codes that a comparison puts together.
fn compared(expr: &Expr) -> Vec<(String, &str)> {
    let Expr::Binary(op @ (BinaryOp::Equal | BinaryOp::NotEqual | BinaryOp::In), left, right) = expr else {
        return Vec::new();
    };
    let code = |expr: &'_ Expr| matches!(expr, Expr::Literal(Value::Text(_)));
    let pair = |of: &Expr, code| Some((path(of)?, code));
    match (op, &**left, &**right) {
        (BinaryOp::In, of, Expr::List(items)) => {
            items.iter().filter_map(literal).filter_map(|code| pair(of, code)).collect()
        }
        (_, of, other) if code(other) => literal(other).and_then(|code| pair(of, code)).into_iter().collect(),
        (_, other, of) if code(other) => literal(other).and_then(|code| pair(of, code)).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn literal(expr: &Expr) -> Option<&str> {
    if let Expr::Literal(Value::Text(text)) = expr { Some(text) } else { None }
}

/// Whether a path is a choice without this code.
fn lacks(linted: &Linted, path: &str, code: &str) -> bool {
    let choices = linted.form.field(&Path::new(path)).and_then(|field| field.kind.choices());
    choices.is_some_and(|choices| choices.iter().all(|choice| choice.code != code))
}
