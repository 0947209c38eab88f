//! The functions of the profile.

use rust_decimal::{RoundingStrategy, prelude::ToPrimitive};

use super::{
    eval::{Run, both, not_bool},
    operators, pattern,
};
use crate::model::{Date, Datum, Decimal, EvalError, Function, Money, Value, capitals};

/// Calls a function; an argument that is no value is the result.
pub(super) fn call(run: &mut Run<'_>, function: Function, arguments: Vec<Datum>) -> Datum {
    let mut arguments = arguments.into_iter();
    let result = match (arguments.next(), arguments.next()) {
        (Some(Datum::Value(only)), None) => one(function, only),
        (Some(other), None) => return not_bool(other),
        (Some(first), Some(second)) => match both(first, second) {
            Ok((first, second)) => two(run, function, &first, &second),
            Err(other) => return other,
        },
        (None, _) => Err(EvalError::Type),
    };
    match result {
        Ok(Datum::Value(value)) => run.made(value),
        Ok(other) => other,
        Err(error) => Datum::Error(error),
    }
}

fn one(function: Function, value: Value) -> Result<Datum, EvalError> {
    match (function, value) {
        (Function::Size, Value::Text(text)) => Ok(count(text.chars().count())),
        (Function::Size, Value::List(items)) => Ok(count(items.len())),
        (Function::Size, Value::Map(map)) => Ok(count(map.len())),
        (Function::Sum, Value::List(items)) => Ok(operators::sum(&items)),
        (Function::Date, value) => Ok(Datum::Value(Value::Date(operators::date(&value)?))),
        (Function::UpperRmb, Value::Number(yuan)) => Ok(Datum::Value(Value::Text(upper_rmb(yuan)?))),
        (
            Function::Size
            | Function::Sum
            | Function::UpperRmb
            | Function::StartsWith
            | Function::EndsWith
            | Function::Contains
            | Function::Matches
            | Function::Age
            | Function::Years
            | Function::Months
            | Function::Days
            | Function::AddMonths,
            _,
        ) => Err(EvalError::Type),
    }
}

fn two(run: &mut Run<'_>, function: Function, first: &Value, second: &Value) -> Result<Datum, EvalError> {
    let between = |count: fn(Date, Date) -> i32| {
        let n = count(operators::date(first)?, operators::date(second)?);
        Ok(Datum::Value(Value::Number(Decimal::from(n))))
    };
    let text = |test: fn(&str, &str) -> bool| match (first, second) {
        (Value::Text(text), Value::Text(part)) => Ok(Datum::Value(Value::Bool(test(text, part)))),
        _ => Err(EvalError::Type),
    };
    match function {
        Function::StartsWith => text(|text, part| text.starts_with(part)),
        Function::EndsWith => text(|text, part| text.ends_with(part)),
        Function::Contains => text(|text, part| text.contains(part)),
        Function::Matches => {
            let (Value::Text(text), Value::Text(regex)) = (first, second) else {
                return Err(EvalError::Type);
            };
            // Compiling and running take time by the length of both.
            run.charge(100 + regex.len() + text.len())?;
            let found = pattern::matches(regex, text).ok_or(EvalError::Pattern)?;
            Ok(Datum::Value(Value::Bool(found)))
        }
        Function::Age | Function::Years => between(Date::years_until),
        Function::Months => between(Date::months_until),
        Function::Days => between(Date::days_until),
        Function::AddMonths => {
            let Value::Number(n) = second else { return Err(EvalError::Type) };
            let date = operators::date(first)?;
            let whole = if n.fract().is_zero() { n.to_i32() } else { None };
            let later = whole.and_then(|n| date.add_months(n)).ok_or(EvalError::Range)?;
            Ok(Datum::Value(Value::Date(later)))
        }
        Function::Size | Function::Sum | Function::Date | Function::UpperRmb => Err(EvalError::Type),
    }
}

fn count(n: usize) -> Datum {
    Datum::Value(Value::Number(Decimal::from(n)))
}

/// An amount of yuan in capitals, rounded to fen.
fn upper_rmb(yuan: Decimal) -> Result<String, EvalError> {
    let fen = yuan.checked_mul(Decimal::ONE_HUNDRED).ok_or(EvalError::Range)?;
    let fen = fen.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    fen.to_i64().and_then(Money::from_fen).map(capitals).ok_or(EvalError::Range)
}
