//! The macros over a list, three-valued: `all` is a chain of `&&`, `exists` one of `||`.

use super::eval::{Local, Run, is, join, yes_no};
use crate::model::{Datum, EvalError, Expr, Macro, Value};

impl<'a> Run<'a> {
    pub(super) fn macro_over(
        &mut self,
        kind: Macro,
        range: &'a Expr,
        variable: &'a str,
        body: &'a Expr,
    ) -> Datum {
        let items = match self.eval(range) {
            Datum::Value(Value::List(items)) => items,
            Datum::Value(_) => return Datum::Error(EvalError::Type),
            other @ (Datum::Absent | Datum::Unknown(_) | Datum::Error(_)) => return other,
        };
        let table = self.origin(range);
        let mut fold = Fold::new(kind);
        for (idx, item) in items.into_iter().enumerate() {
            let origin = table.as_ref().map(|path| format!("{path}[{idx}]"));
            self.locals.push(Local { name: variable, datum: item, origin });
            let result = self.eval(body);
            let item = self.locals.pop().map_or(Datum::Absent, |local| local.datum);
            if let Some(end) = fold.take(result, item) {
                return end;
            }
        }
        match fold.finish() {
            Datum::Value(value) => self.made(value),
            other @ (Datum::Absent | Datum::Unknown(_) | Datum::Error(_)) => other,
        }
    }
}

/// What a macro has found so far.
enum Fold {
    /// `exists` (true decides) and `all` (false decides).
    Any { deciding: bool, so_far: Datum },
    /// `exists_one`: how many are true, and what is not sure.
    One { n_true: usize, rest: Datum },
    /// `filter`: those kept, and what is not sure.
    Filter { kept: Vec<Datum>, rest: Datum },
    /// `map`: what was made.
    Map(Vec<Datum>),
}

impl Fold {
    fn new(kind: Macro) -> Self {
        match kind {
            Macro::All => Self::Any { deciding: false, so_far: yes_no(true) },
            Macro::Exists => Self::Any { deciding: true, so_far: yes_no(false) },
            Macro::ExistsOne => Self::One { n_true: 0, rest: yes_no(false) },
            Macro::Filter => Self::Filter { kept: Vec::new(), rest: yes_no(false) },
            Macro::Map => Self::Map(Vec::new()),
        }
    }

    /// Takes the result for one element; the outcome where it is clear already.
    fn take(&mut self, result: Datum, item: Datum) -> Option<Datum> {
        match self {
            Self::Any { deciding, so_far } => {
                let before = std::mem::replace(so_far, Datum::Absent);
                *so_far = join(*deciding, before, result);
                is(so_far, *deciding).then(|| yes_no(*deciding))
            }
            Self::One { n_true, rest } => {
                if is(&result, true) {
                    *n_true += 1;
                } else {
                    *rest = unsure(rest, result);
                }
                None
            }
            Self::Filter { kept, rest } => {
                match result {
                    Datum::Value(Value::Bool(true)) => kept.push(item),
                    // An element of which the test is absent is not kept, as a `show` that is absent does not show.
                    Datum::Absent => {}
                    result @ (Datum::Value(_) | Datum::Unknown(_) | Datum::Error(_)) => {
                        *rest = unsure(rest, result);
                    }
                }
                None
            }
            Self::Map(made) => {
                if let Datum::Error(error) = result {
                    return Some(Datum::Error(error));
                }
                made.push(result);
                None
            }
        }
    }

    fn finish(self) -> Datum {
        match self {
            Self::Any { so_far, .. } => so_far,
            Self::One { n_true, rest } => match rest {
                error @ Datum::Error(_) => error,
                _ if n_true > 1 => yes_no(false),
                Datum::Value(_) => yes_no(n_true == 1),
                rest @ (Datum::Absent | Datum::Unknown(_)) => rest,
            },
            Self::Filter { kept, rest } => match rest {
                Datum::Value(_) | Datum::Absent => Datum::Value(Value::List(kept)),
                rest @ (Datum::Unknown(_) | Datum::Error(_)) => rest,
            },
            Self::Map(made) => Datum::Value(Value::List(made)),
        }
    }
}

/// What is not sure so far, and one more result that is not true: errors and unknowns gather as under `||`.
fn unsure(rest: &mut Datum, result: Datum) -> Datum {
    join(true, std::mem::replace(rest, Datum::Absent), result)
}
