//! Works a rule out, with four outcomes: a value, absent, unknown, an error.
//!
//! `false && x` is false and `true || x` is true whatever x is. Otherwise unknown wins over an error, and an error over
//! absent; an unknown result names every path it waits for.
//!
//! **Invariant:** at most [`MAX_STEPS`] steps, where a value counts for its size each time it is copied; lists nest at most
//! [`MAX_NESTING`] deep.

use super::{functions, operators};
use crate::model::{BinaryOp, Date, Datum, Decimal, EvalError, Expr, SortedSet, UnaryOp, Value};

/// How long a rule may take.
const MAX_STEPS: usize = 200_000;
/// How deep a list made by a rule may nest.
const MAX_NESTING: usize = 64;

/// Where a rule finds what it reads.
pub trait Scope {
    /// What stands at a path. The longest chain of names is asked, `applicant.birthDate`; a path that does not exist is
    /// [`EvalError::Name`].
    fn get(&self, path: &str) -> Datum;

    /// The parameter's value that holds today; absent where none does.
    fn param(&self, name: &str) -> Datum;

    /// The day on which the rule is worked out.
    fn today(&self) -> Date;

    /// What a row or group is worth at a key that it lacks: absent, unless the data may be incomplete.
    fn missing(&self, path: &str) -> Datum {
        let _ = path;
        Datum::Absent
    }
}

/// Works a rule out.
#[must_use]
pub fn eval(expr: &Expr, scope: &dyn Scope) -> Datum {
    let mut run = Run { scope, steps: 0, locals: Vec::new() };
    let datum = run.eval(expr);
    let mut waits = SortedSet::new();
    unknowns(&datum, &mut waits);
    if waits.is_empty() { datum } else { Datum::Unknown(waits) }
}

/// The paths for which a value waits, those inside lists too.
fn unknowns(datum: &Datum, waits: &mut SortedSet<String>) {
    match datum {
        Datum::Unknown(paths) => waits.extend(paths.iter().cloned()),
        Datum::Value(Value::List(items)) => items.iter().for_each(|item| unknowns(item, waits)),
        Datum::Value(Value::Map(_) | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Date(_))
        | Datum::Absent
        | Datum::Error(_) => {}
    }
}

/// One run of a rule.
pub(super) struct Run<'a> {
    scope: &'a dyn Scope,
    steps: usize,
    pub(super) locals: Vec<Local<'a>>,
}

/// A macro's variable.
pub(super) struct Local<'a> {
    pub(super) name: &'a str,
    pub(super) datum: Datum,
    /// The path it stands for, `household[0]`, where it has one.
    pub(super) origin: Option<String>,
}

impl<'a> Run<'a> {
    /// Takes steps; an error once there are too many.
    pub(super) fn charge(&mut self, n_steps: usize) -> Result<(), EvalError> {
        self.steps = self.steps.saturating_add(n_steps);
        if self.steps > MAX_STEPS { Err(EvalError::Limit) } else { Ok(()) }
    }

    /// A copy, paid for by its size.
    fn copy(&mut self, datum: &Datum) -> Datum {
        match weight(datum, MAX_NESTING).ok_or(EvalError::Limit).and_then(|n| self.charge(n)) {
            Ok(()) => datum.clone(),
            Err(error) => Datum::Error(error),
        }
    }

    /// A value that has been made, paid for by its size.
    pub(super) fn made(&mut self, value: Value) -> Datum {
        let datum = Datum::Value(value);
        match weight(&datum, MAX_NESTING).ok_or(EvalError::Limit).and_then(|n| self.charge(n)) {
            Ok(()) => datum,
            Err(error) => Datum::Error(error),
        }
    }

    pub(super) fn eval(&mut self, expr: &'a Expr) -> Datum {
        if let Err(error) = self.charge(1) {
            return Datum::Error(error);
        }
        match expr {
            Expr::Literal(value) => self.made(value.clone()),
            Expr::List(items) => self.list(items),
            Expr::Name(name) => self.name(name),
            Expr::Select(base, name) => self.select(expr, base, name),
            Expr::Index(base, index) => self.index(base, index),
            Expr::Unary(op, operand) => self.unary(*op, operand),
            Expr::Binary(op @ (BinaryOp::And | BinaryOp::Or), left, right) => {
                self.logical(*op == BinaryOp::Or, left, right)
            }
            Expr::Binary(op, left, right) => {
                let left = self.eval(left);
                let right = self.eval(right);
                match both(left, right) {
                    Ok((left, right)) => operators::binary(self, *op, left, right),
                    Err(other) => other,
                }
            }
            Expr::Conditional(condition, then, other) => match self.eval(condition) {
                Datum::Value(Value::Bool(true)) => self.eval(then),
                Datum::Value(Value::Bool(false)) => self.eval(other),
                other @ (Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_)) => {
                    not_bool(other)
                }
            },
            Expr::Has(path) => match self.eval(path) {
                Datum::Value(_) => yes_no(true),
                Datum::Absent => yes_no(false),
                other @ (Datum::Unknown(_) | Datum::Error(_)) => other,
            },
            Expr::Call(function, arguments) => {
                let arguments: Vec<Datum> = arguments.iter().map(|argument| self.eval(argument)).collect();
                functions::call(self, *function, arguments)
            }
            Expr::Macro { kind, range, variable, body } => self.macro_over(*kind, range, variable, body),
        }
    }

    /// Elements may be absent or unknown; an error is an error of the list.
    fn list(&mut self, items: &'a [Expr]) -> Datum {
        let mut list = Vec::with_capacity(items.len());
        for item in items {
            match self.eval(item) {
                Datum::Error(error) => return Datum::Error(error),
                datum @ (Datum::Value(_) | Datum::Absent | Datum::Unknown(_)) => list.push(datum),
            }
        }
        self.made(Value::List(list))
    }

    fn local(&self, name: &str) -> Option<usize> {
        self.locals.iter().rposition(|local| local.name == name)
    }

    fn name(&mut self, name: &str) -> Datum {
        if let Some(idx) = self.local(name) {
            // Taken out while it is weighed and copied, and put back.
            let Some(local) = self.locals.get_mut(idx) else { return Datum::Error(EvalError::Name) };
            let datum = std::mem::replace(&mut local.datum, Datum::Absent);
            let copy = self.copy(&datum);
            if let Some(local) = self.locals.get_mut(idx) {
                local.datum = datum;
            }
            return copy;
        }
        match name {
            "today" => Datum::Value(Value::Date(self.scope.today())),
            "param" => Datum::Error(EvalError::Name),
            _ => self.paid(self.scope.get(name)),
        }
    }

    /// What the scope gave, paid for by its size.
    fn paid(&mut self, datum: Datum) -> Datum {
        match datum {
            Datum::Value(value) => self.made(value),
            Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => datum,
        }
    }

    fn select(&mut self, expr: &'a Expr, base: &'a Expr, name: &str) -> Datum {
        match chain(expr) {
            Some((root, path)) if self.local(root).is_none() => match (root, base) {
                ("today", _) => return Datum::Error(EvalError::Type),
                ("param", Expr::Name(_)) => return self.paid(self.scope.param(name)),
                ("param", _) => {}
                _ => return self.paid(self.scope.get(&path)),
            },
            Some(_) | None => {}
        }
        match self.eval(base) {
            Datum::Value(Value::Map(mut map)) => match map.remove(name) {
                Some(datum) => datum,
                None => self.scope.missing(&self.origin(expr).unwrap_or_else(|| name.to_owned())),
            },
            Datum::Value(
                Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Date(_) | Value::List(_),
            ) => Datum::Error(EvalError::Type),
            other @ (Datum::Absent | Datum::Unknown(_) | Datum::Error(_)) => other,
        }
    }

    /// The path for which an expression stands, rows counted from 0.
    pub(super) fn origin(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Name(name) => match self.local(name) {
                Some(idx) => self.locals.get(idx)?.origin.clone(),
                None => Some(name.clone()),
            },
            Expr::Select(base, name) => Some(format!("{}.{name}", self.origin(base)?)),
            Expr::Index(base, index) => {
                let Expr::Literal(Value::Number(number)) = &**index else { return None };
                Some(format!("{}[{number}]", self.origin(base)?))
            }
            Expr::Literal(_)
            | Expr::List(_)
            | Expr::Unary(..)
            | Expr::Binary(..)
            | Expr::Conditional(..)
            | Expr::Has(_)
            | Expr::Call(..)
            | Expr::Macro { .. } => None,
        }
    }

    fn index(&mut self, base: &'a Expr, index: &'a Expr) -> Datum {
        let (list, key) = (self.eval(base), self.eval(index));
        match both(list, key) {
            Ok((Value::List(mut items), Value::Number(number))) => match operators::index(number) {
                Some(idx) if idx < items.len() => items.swap_remove(idx),
                Some(_) | None => Datum::Error(EvalError::Index),
            },
            Ok((Value::Map(mut map), Value::Text(key))) => match map.remove(&key) {
                Some(datum) => datum,
                None => self.scope.missing(&match self.origin(base) {
                    Some(path) => format!("{path}.{key}"),
                    None => key,
                }),
            },
            Ok(_) => Datum::Error(EvalError::Type),
            Err(other) => other,
        }
    }

    fn unary(&mut self, op: UnaryOp, operand: &'a Expr) -> Datum {
        match (op, self.eval(operand)) {
            (UnaryOp::Not, Datum::Value(Value::Bool(value))) => yes_no(!value),
            (UnaryOp::Negate, Datum::Value(Value::Number(number))) => Datum::Value(Value::Number(-number)),
            (_, Datum::Value(_)) => Datum::Error(EvalError::Type),
            (_, other @ (Datum::Absent | Datum::Unknown(_) | Datum::Error(_))) => other,
        }
    }

    /// `a && b`, and `a || b` where `deciding` is true.
    fn logical(&mut self, deciding: bool, left: &'a Expr, right: &'a Expr) -> Datum {
        let left = self.eval(left);
        if is(&left, deciding) { left } else { join(deciding, left, self.eval(right)) }
    }
}

/// Whether this is that truth value.
pub(super) fn is(datum: &Datum, wanted: bool) -> bool {
    matches!(datum, Datum::Value(Value::Bool(value)) if *value == wanted)
}

/// A truth value.
pub(super) fn yes_no(value: bool) -> Datum {
    Datum::Value(Value::Bool(value))
}

/// Two outcomes joined by `||` where `deciding` is true, by `&&` where it is false.
pub(super) fn join(deciding: bool, left: Datum, right: Datum) -> Datum {
    if is(&left, deciding) || is(&right, deciding) {
        return yes_no(deciding);
    }
    match (left, right) {
        (Datum::Unknown(mut paths), Datum::Unknown(more)) => {
            paths.extend(more);
            Datum::Unknown(paths)
        }
        (unknown @ Datum::Unknown(_), _) | (_, unknown @ Datum::Unknown(_)) => unknown,
        (error @ Datum::Error(_), _) | (_, error @ Datum::Error(_)) => error,
        (Datum::Value(Value::Bool(_)), Datum::Value(Value::Bool(_))) => yes_no(!deciding),
        (Datum::Absent, Datum::Absent | Datum::Value(Value::Bool(_)))
        | (Datum::Value(Value::Bool(_)), Datum::Absent) => Datum::Absent,
        (Datum::Value(_) | Datum::Absent, Datum::Value(_) | Datum::Absent) => Datum::Error(EvalError::Type),
    }
}

/// What stands where a truth value is wanted and is none.
pub(super) fn not_bool(datum: Datum) -> Datum {
    match datum {
        Datum::Value(_) => Datum::Error(EvalError::Type),
        Datum::Absent | Datum::Unknown(_) | Datum::Error(_) => datum,
    }
}

/// Two values, or what comes of it where one is none: unknown before an error before absent.
pub(super) fn both(left: Datum, right: Datum) -> Result<(Value, Value), Datum> {
    match (left, right) {
        (Datum::Value(left), Datum::Value(right)) => Ok((left, right)),
        (Datum::Unknown(mut paths), Datum::Unknown(more)) => {
            paths.extend(more);
            Err(Datum::Unknown(paths))
        }
        (unknown @ Datum::Unknown(_), _) | (_, unknown @ Datum::Unknown(_)) => Err(unknown),
        (error @ Datum::Error(_), _) | (_, error @ Datum::Error(_)) => Err(error),
        (Datum::Absent, _) | (_, Datum::Absent) => Err(Datum::Absent),
    }
}

/// `a.b.c` as its first name and whole path; `None` for any other expression.
fn chain(expr: &Expr) -> Option<(&str, String)> {
    match expr {
        Expr::Name(name) => Some((name, name.clone())),
        Expr::Select(base, name) => {
            let (root, mut path) = chain(base)?;
            path.push('.');
            path.push_str(name);
            Some((root, path))
        }
        Expr::Literal(_)
        | Expr::List(_)
        | Expr::Index(..)
        | Expr::Unary(..)
        | Expr::Binary(..)
        | Expr::Conditional(..)
        | Expr::Has(_)
        | Expr::Call(..)
        | Expr::Macro { .. } => None,
    }
}

/// How many steps a value is worth; `None` where it nests too deep.
fn weight(datum: &Datum, nesting: usize) -> Option<usize> {
    let Datum::Value(value) = datum else { return Some(1) };
    let nested = |datum: &Datum| weight(datum, nesting.checked_sub(1)?);
    match value {
        Value::Bool(_) | Value::Number(_) | Value::Date(_) => Some(1),
        Value::Text(text) => Some(1 + text.len() / 64),
        Value::List(items) => items.iter().try_fold(1_usize, |sum, item| Some(sum + nested(item)?)),
        Value::Map(map) => map.values().try_fold(1_usize, |sum, item| Some(sum + nested(item)?)),
    }
}

/// A number as a value, in its shortest form.
pub(super) fn number(number: Decimal) -> Datum {
    Datum::Value(Value::Number(number.normalize()))
}
