//! Comparison, arithmetic and membership on values that are there.

use std::cmp::Ordering;

use rust_decimal::{RoundingStrategy, prelude::ToPrimitive};

use super::eval::{Run, number, yes_no};
use crate::model::{BinaryOp, Date, Datum, Decimal, EvalError, SortedSet, Value};

/// Decimal places of a quotient.
const QUOTIENT_PLACES: u32 = 10;

pub(super) fn binary(run: &mut Run<'_>, op: BinaryOp, left: Value, right: Value) -> Datum {
    let result = match op {
        BinaryOp::Equal => return run_equal(run, &left, &right, true),
        BinaryOp::NotEqual => return run_equal(run, &left, &right, false),
        BinaryOp::In => return contains(run, &left, &right),
        BinaryOp::Less => compare(&left, &right).map(Ordering::is_lt).map(Value::Bool),
        BinaryOp::LessEqual => compare(&left, &right).map(Ordering::is_le).map(Value::Bool),
        BinaryOp::Greater => compare(&left, &right).map(Ordering::is_gt).map(Value::Bool),
        BinaryOp::GreaterEqual => compare(&left, &right).map(Ordering::is_ge).map(Value::Bool),
        BinaryOp::Add => add(left, right),
        BinaryOp::Subtract => arithmetic(&left, &right, Decimal::checked_sub),
        BinaryOp::Multiply => arithmetic(&left, &right, Decimal::checked_mul),
        BinaryOp::Divide => divide(&left, &right, quotient),
        BinaryOp::Remainder => divide(&left, &right, Decimal::checked_rem),
        // These two do not need both sides and are worked out where the sides are.
        BinaryOp::And | BinaryOp::Or => Err(EvalError::Type),
    };
    match result {
        Ok(value) => run.made(value),
        Err(error) => Datum::Error(error),
    }
}

fn run_equal(run: &mut Run<'_>, left: &Value, right: &Value, wanted: bool) -> Datum {
    match equal(run, left, right) {
        Datum::Value(Value::Bool(found)) => yes_no(found == wanted),
        other @ (Datum::Value(_) | Datum::Absent | Datum::Unknown(_) | Datum::Error(_)) => other,
    }
}

/// Values of different types are not equal; a text is a date where the other side is one.
fn equal(run: &mut Run<'_>, left: &Value, right: &Value) -> Datum {
    if let Err(error) = run.charge(1) {
        return Datum::Error(error);
    }
    let found = match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Number(left), Value::Number(right)) => left == right,
        (Value::Text(left), Value::Text(right)) => left == right,
        (Value::Date(left), Value::Date(right)) => left == right,
        (Value::Date(date), Value::Text(text)) | (Value::Text(text), Value::Date(date)) => {
            Date::parse_iso(text) == Some(*date)
        }
        (Value::List(left), Value::List(right)) => {
            return if left.len() == right.len() {
                each_equal(run, left.iter().zip(right))
            } else {
                yes_no(false)
            };
        }
        (Value::Map(left), Value::Map(right)) => {
            return if left.keys().eq(right.keys()) {
                each_equal(run, left.values().zip(right.values()))
            } else {
                yes_no(false)
            };
        }
        (
            Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Date(_)
            | Value::List(_)
            | Value::Map(_),
            _,
        ) => false,
    };
    yes_no(found)
}

/// One pair that differs decides; otherwise unknown wins over absent. Two absent elements are equal.
fn each_equal<'d>(run: &mut Run<'_>, pairs: impl Iterator<Item = (&'d Datum, &'d Datum)>) -> Datum {
    let mut waits = SortedSet::new();
    let mut rest = yes_no(true);
    for pair in pairs {
        let result = match pair {
            (Datum::Value(left), Datum::Value(right)) => equal(run, left, right),
            (Datum::Unknown(paths), other) | (other, Datum::Unknown(paths)) => {
                waits.extend(paths.iter().cloned());
                if let Datum::Unknown(more) = other {
                    waits.extend(more.iter().cloned());
                }
                continue;
            }
            (Datum::Error(error), _) | (_, Datum::Error(error)) => Datum::Error(*error),
            (Datum::Absent, Datum::Absent) => continue,
            (Datum::Absent, Datum::Value(_)) | (Datum::Value(_), Datum::Absent) => Datum::Absent,
        };
        match result {
            Datum::Value(Value::Bool(false)) => return yes_no(false),
            Datum::Value(_) => {}
            Datum::Unknown(paths) => waits.extend(paths),
            Datum::Absent | Datum::Error(_) => rest = result,
        }
    }
    if waits.is_empty() { rest } else { Datum::Unknown(waits) }
}

/// `a in list`; in a group, whether it has the key. Elements that were skipped are passed over.
fn contains(run: &mut Run<'_>, item: &Value, range: &Value) -> Datum {
    let items = match (range, item) {
        (Value::List(items), _) => items,
        (Value::Map(map), Value::Text(key)) => {
            return yes_no(map.get(key).is_some_and(|d| *d != Datum::Absent));
        }
        (Value::Map(_), _) => return yes_no(false),
        (Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Date(_), _) => {
            return Datum::Error(EvalError::Type);
        }
    };
    let mut waits = SortedSet::new();
    for other in items {
        let result = match other {
            Datum::Value(other) => equal(run, item, other),
            Datum::Unknown(paths) => Datum::Unknown(paths.clone()),
            Datum::Error(error) => Datum::Error(*error),
            Datum::Absent => continue,
        };
        match result {
            Datum::Value(Value::Bool(true)) => return yes_no(true),
            Datum::Value(_) | Datum::Absent => {}
            Datum::Unknown(paths) => waits.extend(paths),
            Datum::Error(_) => return result,
        }
    }
    if waits.is_empty() { yes_no(false) } else { Datum::Unknown(waits) }
}

fn compare(left: &Value, right: &Value) -> Result<Ordering, EvalError> {
    match (left, right) {
        (Value::Bool(left), Value::Bool(right)) => Ok(left.cmp(right)),
        (Value::Number(left), Value::Number(right)) => Ok(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Ok(left.cmp(right)),
        (Value::Date(_), Value::Date(_) | Value::Text(_)) | (Value::Text(_), Value::Date(_)) => {
            Ok(date(left)?.cmp(&date(right)?))
        }
        (
            Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Date(_)
            | Value::List(_)
            | Value::Map(_),
            _,
        ) => Err(EvalError::Type),
    }
}

/// A date, or an ISO text read as one.
pub(super) fn date(value: &Value) -> Result<Date, EvalError> {
    match value {
        Value::Date(date) => Ok(*date),
        Value::Text(text) => Date::parse_iso(text).ok_or(EvalError::Date),
        Value::Bool(_) | Value::Number(_) | Value::List(_) | Value::Map(_) => Err(EvalError::Type),
    }
}

/// A whole number from 0.
pub(super) fn index(number: Decimal) -> Option<usize> {
    if number.fract().is_zero() { number.to_usize() } else { None }
}

fn add(left: Value, right: Value) -> Result<Value, EvalError> {
    match (left, right) {
        (Value::Text(mut left), Value::Text(right)) => {
            left.push_str(&right);
            Ok(Value::Text(left))
        }
        (Value::List(mut left), Value::List(right)) => {
            left.extend(right);
            Ok(Value::List(left))
        }
        (left, right) => arithmetic(&left, &right, Decimal::checked_add),
    }
}

type Operation = fn(Decimal, Decimal) -> Option<Decimal>;

fn arithmetic(left: &Value, right: &Value, operation: Operation) -> Result<Value, EvalError> {
    let (Value::Number(left), Value::Number(right)) = (left, right) else {
        return Err(EvalError::Type);
    };
    let result = operation(*left, *right).ok_or(EvalError::Range)?;
    Ok(Value::Number(result.normalize()))
}

fn divide(left: &Value, right: &Value, operation: Operation) -> Result<Value, EvalError> {
    if let (Value::Number(_), Value::Number(divisor)) = (left, right)
        && divisor.is_zero()
    {
        return Err(EvalError::DivisionByZero);
    }
    arithmetic(left, right, operation)
}

fn quotient(left: Decimal, right: Decimal) -> Option<Decimal> {
    let exact = left.checked_div(right)?;
    Some(exact.round_dp_with_strategy(QUOTIENT_PLACES, RoundingStrategy::MidpointAwayFromZero))
}

/// The sum of a list's numbers: absent elements are passed over, one unknown makes it unknown.
pub(super) fn sum(items: &[Datum]) -> Datum {
    let mut total = Decimal::ZERO;
    let mut waits = SortedSet::new();
    let mut fault = None;
    for item in items {
        match item {
            Datum::Value(Value::Number(number)) => match total.checked_add(*number) {
                Some(next) => total = next,
                None => fault = fault.or(Some(EvalError::Range)),
            },
            Datum::Value(_) => fault = fault.or(Some(EvalError::Type)),
            Datum::Absent => {}
            Datum::Unknown(paths) => waits.extend(paths.iter().cloned()),
            Datum::Error(error) => fault = fault.or(Some(*error)),
        }
    }
    match fault {
        _ if !waits.is_empty() => Datum::Unknown(waits),
        Some(error) => Datum::Error(error),
        None => number(total),
    }
}
