//! # F037 A division by zero
//!
//! The divisor is the constant 0, so the rule is an error whatever is answered.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books / 2 < 5", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5/check`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books / 0 < 5", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{Linted, reading, wire::Fault};
use crate::{
    diag::Lint,
    model::{BinaryOp, Expr, Value},
};

/// Looks at every rule.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    for rule in reading::rules(linted) {
        super::each(&rule.expr, &mut |part| {
            if let Expr::Binary(BinaryOp::Divide | BinaryOp::Remainder, _, divisor) = part
                && matches!(&**divisor, Expr::Literal(Value::Number(number)) if number.is_zero())
            {
                faults.push(rule.at.lint(Lint::DivisionByZero, rule.source));
            }
        });
    }
}
