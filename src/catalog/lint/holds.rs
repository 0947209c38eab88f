//! Whether a condition can hold, and whether it can fail, whatever is answered.
//!
//! Each comparison of one thing with constants splits that thing's values at the constants; a value is taken from each part,
//! and absent besides. What is not such a comparison may be true, false or absent. All combinations are tried.
//!
//! **Invariant:** more is taken for possible than is possible, never less, so that what is called impossible is impossible. Where
//! there are too many combinations nothing is said.

use super::kinds::{self, Ty};
use crate::{
    model::{BinaryOp, Date, Decimal, Expr, Form, Function, Path, UnaryOp, Value},
    rules,
};

/// Combinations that are tried at most.
const LIMIT: usize = 20_000;

/// What a condition can come to. Absent is left out: it neither shows nor blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Outcomes {
    /// Some answers make it true.
    pub(super) can_hold: bool,
    /// Some answers make it false.
    pub(super) can_fail: bool,
}

/// What a condition can come to; `None` where that is too much work.
pub(super) fn outcomes(expr: &Expr, form: &Form) -> Option<Outcomes> {
    let mut terms = Terms { form, found: Vec::new() };
    terms.condition(expr);
    let mut domains = Vec::new();
    let mut n_all = 1_usize;
    for term in &terms.found {
        let domain = domain(term, form);
        n_all = n_all.checked_mul(domain.len()).filter(|n| *n <= LIMIT)?;
        domains.push(domain);
    }
    let mut outcomes = Outcomes::default();
    for combination in 0..n_all {
        let mut rest = combination;
        let values: Vec<&Option<Value>> = domains
            .iter()
            .filter_map(|domain| {
                let value = domain.get(rest % domain.len());
                rest /= domain.len();
                value
            })
            .collect();
        match (Trial { terms: &terms, values }).condition(expr) {
            Some(true) => outcomes.can_hold = true,
            Some(false) => outcomes.can_fail = true,
            None => {}
        }
        if outcomes.can_hold && outcomes.can_fail {
            break;
        }
    }
    Some(outcomes)
}

/// `a && b`, for what must hold at once.
pub(super) fn both(one: Expr, other: Expr) -> Expr {
    Expr::Binary(BinaryOp::And, Box::new(one), Box::new(other))
}

/// Something whose value is not known.
struct Term {
    expr: Expr,
    /// The constants it is compared with.
    constants: Vec<Value>,
}

struct Terms<'a> {
    form: &'a Form,
    found: Vec<Term>,
}

/// A comparison of a term with a constant, the term on the left.
struct Comparison<'a> {
    op: BinaryOp,
    term: &'a Expr,
    constants: Vec<Value>,
}

impl Terms<'_> {
    fn condition(&mut self, expr: &Expr) {
        match expr {
            Expr::Literal(Value::Bool(_)) => {}
            Expr::Unary(UnaryOp::Not, inner) => self.condition(inner),
            Expr::Has(inner) => self.add(inner, Vec::new()),
            Expr::Binary(BinaryOp::And | BinaryOp::Or, left, right) => {
                self.condition(left);
                self.condition(right);
            }
            Expr::Conditional(condition, then, other) => {
                self.condition(condition);
                self.condition(then);
                self.condition(other);
            }
            Expr::Binary(..)
            | Expr::Unary(UnaryOp::Negate, _)
            | Expr::Literal(_)
            | Expr::List(_)
            | Expr::Name(_)
            | Expr::Select(..)
            | Expr::Index(..)
            | Expr::Call(..)
            | Expr::Macro { .. } => match comparison(expr, self.form) {
                Some(Comparison { term, constants, .. }) => self.add(term, constants),
                None => self.add(expr, vec![Value::Bool(true), Value::Bool(false)]),
            },
        }
    }

    fn add(&mut self, expr: &Expr, constants: Vec<Value>) {
        match self.found.iter_mut().find(|term| term.expr == *expr) {
            Some(term) => term.constants.extend(constants),
            None => self.found.push(Term { expr: expr.clone(), constants }),
        }
    }
}

/// `path == "x"`, `3 < path`, `path in ["a", "b"]`; `None` for every other comparison.
fn comparison<'a>(expr: &'a Expr, form: &Form) -> Option<Comparison<'a>> {
    let Expr::Binary(op, left, right) = expr else { return None };
    let (op, term, constants) = match (op, constant(left), constant(right)) {
        (BinaryOp::In, None, None) => {
            let Expr::List(items) = &**right else { return None };
            (*op, &**left, items.iter().map(constant).collect::<Option<Vec<_>>>()?)
        }
        (_, None, Some(value)) => (*op, &**left, vec![value]),
        (_, Some(value), None) => (turned(*op)?, &**right, vec![value]),
        (_, None, None) | (_, Some(_), Some(_)) => return None,
    };
    let is_date = field(term, form).is_some_and(|field| kinds::facts(field).ty == Ty::Date);
    let constants: Vec<Value> = constants.into_iter().map(|value| as_date(value, is_date)).collect();
    // Texts are split by equality alone.
    let is_text = constants.iter().any(|value| matches!(value, Value::Text(_)));
    let is_equality = matches!(op, BinaryOp::Equal | BinaryOp::NotEqual | BinaryOp::In);
    let is_order =
        matches!(op, BinaryOp::Less | BinaryOp::LessEqual | BinaryOp::Greater | BinaryOp::GreaterEqual);
    (is_equality || is_order && !is_text).then_some(Comparison { op, term, constants })
}

/// The same comparison with its sides changed.
fn turned(op: BinaryOp) -> Option<BinaryOp> {
    match op {
        BinaryOp::Equal | BinaryOp::NotEqual => Some(op),
        BinaryOp::Less => Some(BinaryOp::Greater),
        BinaryOp::LessEqual => Some(BinaryOp::GreaterEqual),
        BinaryOp::Greater => Some(BinaryOp::Less),
        BinaryOp::GreaterEqual => Some(BinaryOp::LessEqual),
        BinaryOp::Or
        | BinaryOp::And
        | BinaryOp::In
        | BinaryOp::Add
        | BinaryOp::Subtract
        | BinaryOp::Multiply
        | BinaryOp::Divide
        | BinaryOp::Remainder => None,
    }
}

/// The value of a constant: a literal, a negated number, `date("2026-01-01")`.
fn constant(expr: &Expr) -> Option<Value> {
    match expr {
        Expr::Literal(value) => Some(value.clone()),
        Expr::Unary(UnaryOp::Negate, inner) => {
            let Expr::Literal(Value::Number(number)) = &**inner else { return None };
            Some(Value::Number(-*number))
        }
        Expr::Call(Function::Date, arguments) => {
            let [Expr::Literal(Value::Text(text))] = arguments.as_slice() else { return None };
            Date::parse_iso(text).map(Value::Date)
        }
        Expr::Unary(UnaryOp::Not, _)
        | Expr::List(_)
        | Expr::Name(_)
        | Expr::Select(..)
        | Expr::Index(..)
        | Expr::Binary(..)
        | Expr::Conditional(..)
        | Expr::Has(_)
        | Expr::Call(..)
        | Expr::Macro { .. } => None,
    }
}

fn as_date(value: Value, is_date: bool) -> Value {
    let day = if let Value::Text(text) = &value { Date::parse_iso(text).filter(|_| is_date) } else { None };
    day.map_or(value, Value::Date)
}

/// The question that an expression names.
fn field<'a>(expr: &Expr, form: &'a Form) -> Option<&'a crate::model::Field> {
    form.field(&Path::new(&path(expr)?))
}

/// A chain of names, and nothing else.
pub(super) fn path(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Name(_) | Expr::Select(..) => {
            let mut paths = rules::paths(expr).into_iter();
            let path = paths.next()?;
            (paths.next().is_none() && rules::params(expr).is_empty()).then_some(path)
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

/// One value of each part of what a term can be; absent is one.
fn domain(term: &Term, form: &Form) -> Vec<Option<Value>> {
    let field = field(&term.expr, form);
    if let Some(choices) = field.and_then(|field| field.kind.choices()) {
        let codes = choices.iter().map(|choice| Some(Value::Text(choice.code.clone())));
        return codes.chain([None]).collect();
    }
    let is_whole = field.is_some_and(|field| kinds::facts(field).is_whole)
        || matches!(
            &term.expr,
            Expr::Call(
                Function::Age | Function::Years | Function::Months | Function::Days | Function::Size,
                _
            )
        );
    let mut values: Vec<Value> = Vec::new();
    for value in &term.constants {
        match value {
            Value::Number(number) => values.extend(numbers(*number, &term.constants, is_whole)),
            Value::Date(day) => values.extend(days(*day)),
            Value::Bool(_) => values.extend([Value::Bool(true), Value::Bool(false)]),
            Value::Text(_) | Value::List(_) | Value::Map(_) => values.push(value.clone()),
        }
    }
    // Something else than every constant, where anything may be typed.
    if !term.constants.iter().any(|value| matches!(value, Value::Bool(_))) {
        values.push(Value::Text("\u{0}".to_owned()));
    }
    if let Some(field) = field {
        values.retain(|value| is_within(value, field));
    }
    let mut distinct: Vec<Option<Value>> = vec![None];
    for value in values.into_iter().map(Some) {
        if !distinct.contains(&value) {
            distinct.push(value);
        }
    }
    distinct
}

/// A number, one on each side, and one half way to each other constant.
fn numbers(number: Decimal, constants: &[Value], is_whole: bool) -> Vec<Value> {
    let beside = [number.checked_sub(Decimal::ONE), number.checked_add(Decimal::ONE)];
    let mut found: Vec<Decimal> = beside.into_iter().flatten().chain([number]).collect();
    if is_whole {
        return found.into_iter().flat_map(|n| [n.floor(), n.ceil()]).map(Value::Number).collect();
    }
    for other in constants {
        if let Value::Number(other) = other {
            found.extend((number / Decimal::TWO).checked_add(*other / Decimal::TWO));
        }
    }
    found.into_iter().map(Value::Number).collect()
}

/// A day, and the days beside it.
fn days(day: Date) -> Vec<Value> {
    // A month is a day on the other side as well as any.
    [Some(day), day.add_months(-1), day.add_months(1), next(day), before(day)]
        .into_iter()
        .flatten()
        .map(Value::Date)
        .collect()
}

fn next(day: Date) -> Option<Date> {
    let following = Date::new(day.year(), day.month(), day.day() + 1);
    following.or_else(|| Date::new(day.year(), day.month(), 1)?.add_months(1))
}

fn before(day: Date) -> Option<Date> {
    match day.day() {
        1 => {
            let month = day.add_months(-1)?;
            [31, 30, 29, 28].into_iter().find_map(|last| Date::new(month.year(), month.month(), last))
        }
        n => Date::new(day.year(), day.month(), n - 1),
    }
}

/// Whether the schema's limits allow a value.
fn is_within(value: &Value, field: &crate::model::Field) -> bool {
    let shape = &field.shape;
    match value {
        Value::Number(number) => {
            shape.minimum.is_none_or(|minimum| *number >= minimum)
                && shape.maximum.is_none_or(|maximum| *number <= maximum)
        }
        Value::Date(day) => {
            shape.earliest.is_none_or(|earliest| *day >= earliest)
                && shape.latest.is_none_or(|latest| *day <= latest)
        }
        Value::Bool(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => true,
    }
}

/// One combination.
struct Trial<'a> {
    terms: &'a Terms<'a>,
    values: Vec<&'a Option<Value>>,
}

impl Trial<'_> {
    fn value(&self, expr: &Expr) -> Option<&Value> {
        let idx = self.terms.found.iter().position(|term| term.expr == *expr)?;
        self.values.get(idx).and_then(|value| value.as_ref())
    }

    /// `None` is absent.
    fn condition(&self, expr: &Expr) -> Option<bool> {
        match expr {
            Expr::Literal(Value::Bool(value)) => Some(*value),
            Expr::Unary(UnaryOp::Not, inner) => self.condition(inner).map(|value| !value),
            Expr::Has(inner) => Some(self.value(inner).is_some()),
            Expr::Binary(op @ (BinaryOp::And | BinaryOp::Or), left, right) => {
                let decides = Some(*op == BinaryOp::Or);
                match (self.condition(left), self.condition(right)) {
                    (left, right) if left == decides || right == decides => decides,
                    (None, _) | (_, None) => None,
                    (Some(_), Some(right)) => Some(right),
                }
            }
            Expr::Conditional(condition, then, other) => {
                if self.condition(condition)? {
                    self.condition(then)
                } else {
                    self.condition(other)
                }
            }
            Expr::Binary(..)
            | Expr::Unary(UnaryOp::Negate, _)
            | Expr::Literal(_)
            | Expr::List(_)
            | Expr::Name(_)
            | Expr::Select(..)
            | Expr::Index(..)
            | Expr::Call(..)
            | Expr::Macro { .. } => match comparison(expr, self.terms.form) {
                Some(Comparison { op, term, constants }) => {
                    let value = self.value(term)?;
                    match op {
                        BinaryOp::In => Some(constants.contains(value)),
                        BinaryOp::Or
                        | BinaryOp::And
                        | BinaryOp::Equal
                        | BinaryOp::NotEqual
                        | BinaryOp::Less
                        | BinaryOp::LessEqual
                        | BinaryOp::Greater
                        | BinaryOp::GreaterEqual
                        | BinaryOp::Add
                        | BinaryOp::Subtract
                        | BinaryOp::Multiply
                        | BinaryOp::Divide
                        | BinaryOp::Remainder => compared(op, value, constants.first()?),
                    }
                }
                None => match self.value(expr)? {
                    Value::Bool(value) => Some(*value),
                    Value::Number(_) | Value::Text(_) | Value::Date(_) | Value::List(_) | Value::Map(_) => {
                        None
                    }
                },
            },
        }
    }
}

/// Values that can not be compared are neither true nor false: that has a fault of its own.
fn compared(op: BinaryOp, left: &Value, right: &Value) -> Option<bool> {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (
            Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Date(_)
            | Value::List(_)
            | Value::Map(_),
            _,
        ) => None,
    };
    match op {
        BinaryOp::Equal => Some(order.is_some_and(std::cmp::Ordering::is_eq)),
        BinaryOp::NotEqual => Some(!order.is_some_and(std::cmp::Ordering::is_eq)),
        BinaryOp::Less => order.map(std::cmp::Ordering::is_lt),
        BinaryOp::LessEqual => order.map(std::cmp::Ordering::is_le),
        BinaryOp::Greater => order.map(std::cmp::Ordering::is_gt),
        BinaryOp::GreaterEqual => order.map(std::cmp::Ordering::is_ge),
        BinaryOp::Or
        | BinaryOp::And
        | BinaryOp::In
        | BinaryOp::Add
        | BinaryOp::Subtract
        | BinaryOp::Multiply
        | BinaryOp::Divide
        | BinaryOp::Remainder => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::lint::testing;

    fn check(source: &str, expect: (bool, bool)) {
        let form = super::super::form(&testing::small(), testing::SMALL).0.unwrap().0;
        let found = outcomes(&rules::parse(source).unwrap(), &form).unwrap();
        assert_eq!((found.can_hold, found.can_fail), expect, "{source}");
    }

    #[test]
    fn what_can_hold_and_fail() {
        let (either, never, always) = ((true, true), (false, true), (true, false));
        check("byPost", either);
        check("byPost && !byPost", never);
        check("byPost || !byPost", always);
        check("has(books) || !has(books)", always);
        check("card == 'adult'", either);
        check("card == 'adult' && card == 'child'", never);
        check("card == 'adult' || card == 'child'", always);
        check("card in ['adult', 'child']", always);
        check("books > 3 && books < 4", never);
        check("age > 3 && age < 5", either);
        check("books >= 1", always);
        check("books > 10", never);
        check("5 < books", either);
        check("age >= param.adultAge && age < param.adultAge", either);
        check("param.adultAge > 17.5 && param.adultAge < 17.6", either);
        check("age(reader.birthDate, today) >= 18 && age(reader.birthDate, today) < 18", never);
        check("reader.birthDate > date('2026-01-01') && reader.birthDate < '2026-01-02'", never);
        check("reader.birthDate >= date('2026-01-01') && reader.birthDate < '2026-01-02'", either);
        check("reader.name == 'a' && reader.name == 'b'", never);
        check("reader.name.startsWith('a') && !reader.name.startsWith('a')", never);
        check("reader.name < 'b' && reader.name > 'c'", either);
        check("card == 'adult' ? byPost : !byPost", either);
        check("true", always);
        check("false || false", never);
    }

    #[test]
    fn too_much_is_not_said() {
        let form = super::super::form(&testing::small(), testing::SMALL).0.unwrap().0;
        let long: Vec<String> =
            (0..20).map(|n| format!("reader.name == '{n}' || size(reader.name + '{n}') > 3")).collect();
        assert_eq!(outcomes(&rules::parse(&long.join(" || ")).unwrap(), &form), None);
    }
}
