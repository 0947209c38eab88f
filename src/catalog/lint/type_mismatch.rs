//! # F036 Types that do not go together
//!
//! A day compared with a number, a choice with a number, a sum of texts, a condition that is no yes or no: such a rule is an error
//! each time it is worked out, so a `show` never shows and a check never blocks.
//!
//! Good:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "books < 5 && reader.birthDate < date(\"2020-01-01\")", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```
//!
//! Bad, at `/rules/5/check`:
//!
//! ```json
//! {"rules": [{"on": "books", "check": "reader.birthDate < 2020", "message": {"zh": "请改正。", "en": "Please mend."}}]}
//! ```

use super::{
    Linted,
    kinds::{Ty, facts},
    reading,
    wire::Fault,
};
use crate::{
    diag::Lint,
    model::{BinaryOp, Date, Expr, Form, Function, Macro, Path, UnaryOp, Value},
    rules,
};

/// Looks at every rule and condition.
pub(super) fn check(linted: &Linted, faults: &mut Vec<Fault>) {
    let form = linted.form;
    for rule in reading::rules(linted) {
        let mut types = Types { form, fault: None, locals: Vec::new() };
        let found = types.of(&rule.expr);
        let wanted = match rule.action {
            "value" => form.field(&Path::new(rule.on)).map_or(Ty::Any, |field| facts(field).ty),
            _ => Ty::Bool,
        };
        types.want(found, wanted);
        if let Some(fault) = types.fault {
            faults.push(rule.at.lint(Lint::TypeMismatch, &fault));
        }
    }
    for condition in reading::conditions(linted) {
        let mut types = Types { form, fault: None, locals: Vec::new() };
        let found = types.of(&condition.expr);
        types.want(found, Ty::Bool);
        if let Some(fault) = types.fault {
            faults.push(condition.at.lint(Lint::TypeMismatch, &fault));
        }
    }
}

struct Types<'a> {
    form: &'a Form,
    /// The first fault, `date < number`.
    fault: Option<String>,
    /// Variables of macros; what they stand for is not followed.
    locals: Vec<&'a str>,
}

impl<'a> Types<'a> {
    fn of(&mut self, expr: &'a Expr) -> Ty {
        match expr {
            Expr::Literal(value) => of_value(value),
            Expr::List(items) => {
                for item in items {
                    self.of(item);
                }
                Ty::List
            }
            Expr::Name(name) if name == "today" => Ty::Date,
            Expr::Name(_) | Expr::Select(..) => self.of_path(expr),
            Expr::Index(base, index) => {
                self.of(base);
                self.of(index);
                Ty::Any
            }
            Expr::Unary(op, inner) => {
                let ty = if *op == UnaryOp::Not { Ty::Bool } else { Ty::Number };
                let found = self.of(inner);
                self.want(found, ty);
                ty
            }
            Expr::Binary(op, left, right) => self.binary(*op, left, right),
            Expr::Conditional(condition, then, other) => {
                let found = self.of(condition);
                self.want(found, Ty::Bool);
                let (then, other) = (self.of(then), self.of(other));
                if then == other { then } else { Ty::Any }
            }
            Expr::Has(inner) => {
                self.of(inner);
                Ty::Bool
            }
            Expr::Call(function, arguments) => self.call(*function, arguments),
            Expr::Macro { kind, range, variable, body } => {
                let found = self.of(range);
                self.want(found, Ty::List);
                self.locals.push(variable);
                let body = self.of(body);
                self.locals.pop();
                match kind {
                    Macro::Map => Ty::List,
                    Macro::Filter => {
                        self.want(body, Ty::Bool);
                        Ty::List
                    }
                    Macro::All | Macro::Exists | Macro::ExistsOne => {
                        self.want(body, Ty::Bool);
                        Ty::Bool
                    }
                }
            }
        }
    }

    fn of_path(&mut self, expr: &Expr) -> Ty {
        let params = rules::params(expr);
        if let Some(name) = params.iter().next() {
            let rows = self.form.params.0.get(name).into_iter().flatten();
            return rows.filter_map(|row| row.value.as_ref()).map(of_value).next().unwrap_or(Ty::Any);
        }
        let Some(path) = rules::paths(expr).into_iter().next() else { return Ty::Any };
        if self.locals.iter().any(|name| path == *name || path.starts_with(&format!("{name}."))) {
            return Ty::Any;
        }
        // A part of an address has its address's field; only what is a question itself has a type.
        let field = self.form.fields.iter().find(|field| field.path.as_str() == path);
        field.map_or(Ty::Any, |field| facts(field).ty)
    }

    fn binary(&mut self, op: BinaryOp, left: &'a Expr, right: &'a Expr) -> Ty {
        let (one, other) = (self.of(left), self.of(right));
        match op {
            BinaryOp::Or | BinaryOp::And => {
                self.want(one, Ty::Bool);
                self.want(other, Ty::Bool);
                Ty::Bool
            }
            BinaryOp::Equal
            | BinaryOp::NotEqual
            | BinaryOp::Less
            | BinaryOp::LessEqual
            | BinaryOp::Greater
            | BinaryOp::GreaterEqual => {
                if !(goes(one, other) || is_day(one, right) || is_day(other, left)) {
                    self.say(format!("{} {} {}", one.name(), sign(op), other.name()));
                }
                Ty::Bool
            }
            BinaryOp::In => {
                if !matches!(other, Ty::List | Ty::Map | Ty::Any) {
                    self.say(format!("{} in {}", one.name(), other.name()));
                }
                if let Expr::List(items) = right {
                    for item in items {
                        let item = (self.of(item), item);
                        if !(goes(one, item.0) || is_day(one, item.1)) {
                            self.say(format!("{} in [{}]", one.name(), item.0.name()));
                        }
                    }
                }
                Ty::Bool
            }
            BinaryOp::Add if matches!((one, other), (Ty::Text, Ty::Text) | (Ty::List, Ty::List)) => one,
            BinaryOp::Add if one == Ty::Any || other == Ty::Any => Ty::Any,
            BinaryOp::Add
            | BinaryOp::Subtract
            | BinaryOp::Multiply
            | BinaryOp::Divide
            | BinaryOp::Remainder => {
                if !(goes(one, Ty::Number) && goes(other, Ty::Number)) {
                    self.say(format!("{} {} {}", one.name(), sign(op), other.name()));
                }
                Ty::Number
            }
        }
    }

    fn call(&mut self, function: Function, arguments: &'a [Expr]) -> Ty {
        let found: Vec<Ty> = arguments.iter().map(|argument| self.of(argument)).collect();
        let (wanted, result): (&[Ty], Ty) = match function {
            Function::Size => (&[Ty::Any], Ty::Number),
            Function::StartsWith | Function::EndsWith | Function::Contains | Function::Matches => {
                (&[Ty::Text, Ty::Text], Ty::Bool)
            }
            // A text that is put together, `date(since + "-01")`, is a day or is not when it is worked out.
            Function::Date if is_joined(arguments) => (&[Ty::Text], Ty::Date),
            Function::Date => (&[Ty::Date], Ty::Date),
            Function::Age | Function::Years | Function::Months | Function::Days => {
                (&[Ty::Date, Ty::Date], Ty::Number)
            }
            Function::AddMonths => (&[Ty::Date, Ty::Number], Ty::Date),
            Function::Sum => (&[Ty::List], Ty::Number),
            Function::UpperRmb => (&[Ty::Number], Ty::Text),
        };
        for ((found, argument), wanted) in found.into_iter().zip(arguments).zip(wanted) {
            if !(*wanted == Ty::Date && is_day(Ty::Date, argument)) {
                self.want(found, *wanted);
            }
        }
        result
    }

    fn want(&mut self, found: Ty, wanted: Ty) {
        if !goes(found, wanted) {
            self.say(format!("{} ≠ {}", found.name(), wanted.name()));
        }
    }

    fn say(&mut self, fault: String) {
        self.fault.get_or_insert(fault);
    }
}

fn goes(one: Ty, other: Ty) -> bool {
    one == other || one == Ty::Any || other == Ty::Any
}

/// Whether a text beside a day is read as one.
fn is_day(beside: Ty, expr: &Expr) -> bool {
    let Expr::Literal(Value::Text(text)) = expr else { return false };
    beside == Ty::Date && Date::parse_iso(text).is_some()
}

/// Whether a function is called with one thing that is put together.
fn is_joined(arguments: &[Expr]) -> bool {
    matches!(arguments, [Expr::Binary(BinaryOp::Add, ..)])
}

fn of_value(value: &Value) -> Ty {
    match value {
        Value::Bool(_) => Ty::Bool,
        Value::Number(_) => Ty::Number,
        Value::Text(_) => Ty::Text,
        Value::Date(_) => Ty::Date,
        Value::List(_) => Ty::List,
        Value::Map(_) => Ty::Map,
    }
}

fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Or => "||",
        BinaryOp::And => "&&",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        BinaryOp::In => "in",
        BinaryOp::Add => "+",
        BinaryOp::Subtract => "-",
        BinaryOp::Multiply => "*",
        BinaryOp::Divide => "/",
        BinaryOp::Remainder => "%",
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing;

    /// A check on `books`.
    fn check(source: &str, expect: Option<&str>) {
        let form = testing::small();
        let linted = super::super::form(&form, testing::SMALL).0.unwrap();
        let (form, _) = linted;
        let expr = crate::rules::parse(source).unwrap();
        let mut types = super::Types { form: &form, fault: None, locals: Vec::new() };
        let found = types.of(&expr);
        types.want(found, super::Ty::Bool);
        assert_eq!(types.fault.as_deref(), expect, "{source}");
    }

    #[test]
    fn what_goes_together() {
        check("books > 3 && byPost", None);
        check("reader.birthDate < today", None);
        check("date(postTo + \"-01\") <= today", None);
        check("reader.birthDate < '2020-01-01'", None);
        check("age(reader.birthDate, '2020-01-01') > param.adultAge", None);
        check("[1, 2].all(x, x > books)", None);
        check("reader.name + 'a' == 'b'", None);
        check("card in ['adult']", None);
    }

    #[test]
    fn what_does_not() {
        check("reader.birthDate < 2020", Some("date < number"));
        check("card == 1", Some("text == number"));
        check("books", Some("number ≠ yes/no"));
        check("books && byPost", Some("number ≠ yes/no"));
        check("reader.name * 2 > 3", Some("text * number"));
        check("reader.birthDate + 1 > today", Some("date + number"));
        check("age(books, today) > 3", Some("number ≠ date"));
        check("date(reader.name) < today", Some("text ≠ date"));
        check("date(books + 1) < today", Some("number ≠ text"));
        check("sum(books) > 3", Some("number ≠ list"));
        check("card in [1]", Some("text in [number]"));
        check("reader == 'x'", Some("group == text"));
        check("[1].all(x, 1)", Some("number ≠ yes/no"));
    }
}
