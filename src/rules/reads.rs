//! What a rule reads: the paths of answers and the names of parameters.

use crate::model::{Expr, Macro, SortedSet};

/// The paths a rule reads, as the form has them: `family.all(f, f.age > 3)` reads `family.age`.
#[must_use]
pub fn paths(expr: &Expr) -> SortedSet<String> {
    let mut reads = Reads::default();
    reads.walk(expr, &mut Vec::new());
    reads.paths
}

/// The paths that a rule reads by their names alone: neither through a macro's variable nor through an index.
#[must_use]
pub fn bare(expr: &Expr) -> SortedSet<String> {
    let mut reads = Reads::default();
    reads.walk(expr, &mut Vec::new());
    reads.bare
}

/// The parameters a rule reads: `param.amount` reads `amount`.
#[must_use]
pub fn params(expr: &Expr) -> SortedSet<String> {
    let mut reads = Reads::default();
    reads.walk(expr, &mut Vec::new());
    reads.params
}

#[derive(Default)]
struct Reads {
    paths: SortedSet<String>,
    bare: SortedSet<String>,
    params: SortedSet<String>,
}

/// A macro's variable, the path its elements stand for (if it is one), and whether it has been read.
type Local = (String, Option<String>, bool);

impl Reads {
    fn walk(&mut self, expr: &Expr, locals: &mut Vec<Local>) {
        if let Expr::Select(base, name) = expr
            && matches!(&**base, Expr::Name(root) if root == "param")
        {
            self.params.insert(name.clone());
            return;
        }
        if let Some(chain) = chain(expr, locals) {
            self.read(chain, locals);
            return;
        }
        match expr {
            Expr::Literal(_) | Expr::Name(_) => {}
            Expr::List(items) | Expr::Call(_, items) => {
                for item in items {
                    self.walk(item, locals);
                }
            }
            Expr::Select(base, _) | Expr::Unary(_, base) | Expr::Has(base) => self.walk(base, locals),
            Expr::Index(left, right) | Expr::Binary(_, left, right) => {
                self.walk(left, locals);
                self.walk(right, locals);
            }
            Expr::Conditional(condition, then, other) => {
                self.walk(condition, locals);
                self.walk(then, locals);
                self.walk(other, locals);
            }
            Expr::Macro { range, variable, body, .. } => self.walk_macro(range, variable, body, locals),
        }
    }

    fn walk_macro(&mut self, range: &Expr, variable: &str, body: &Expr, locals: &mut Vec<Local>) {
        let elements = chain(range, locals);
        // A filtered table has the same columns, and was read where it was filtered.
        let columns = elements.clone().or_else(|| filtered(range, locals));
        if elements.is_none() {
            self.walk(range, locals);
        }
        locals.push((variable.to_owned(), columns.map(|chain| chain.path), false));
        self.walk(body, locals);
        let was_read = locals.pop().is_some_and(|(_, _, was_read)| was_read);
        // A column that is read stands for the table.
        if let Some(elements) = elements {
            if was_read { self.mark(&elements, locals) } else { self.read(elements, locals) }
        }
    }

    fn read(&mut self, chain: Chain, locals: &mut [Local]) {
        self.mark(&chain, locals);
        if !chain.path.is_empty() {
            if chain.local.is_none() && !chain.is_indexed {
                self.bare.insert(chain.path.clone());
            }
            self.paths.insert(chain.path);
        }
    }

    fn mark(&mut self, chain: &Chain, locals: &mut [Local]) {
        if let Some(local) = chain.local.and_then(|idx| locals.get_mut(idx)) {
            local.2 = true;
        }
    }
}

/// A chain of names as a path, and the variable it begins with.
#[derive(Clone)]
struct Chain {
    /// Empty where a variable stands for nothing that has a path.
    path: String,
    local: Option<usize>,
    is_indexed: bool,
}

/// The path of a chain of names; an index stands for any row.
fn chain(expr: &Expr, locals: &[Local]) -> Option<Chain> {
    match expr {
        Expr::Name(name) => match locals.iter().rposition(|(variable, _, _)| variable == name) {
            Some(idx) => {
                let path = locals.get(idx).and_then(|(_, path, _)| path.clone()).unwrap_or_default();
                Some(Chain { path, local: Some(idx), is_indexed: false })
            }
            None if name == "today" || name == "param" => None,
            None => Some(Chain { path: name.clone(), local: None, is_indexed: false }),
        },
        Expr::Select(base, name) => {
            let chain = chain(base, locals)?;
            let path = if chain.path.is_empty() { String::new() } else { format!("{}.{name}", chain.path) };
            Some(Chain { path, ..chain })
        }
        // An index that is worked out reads something itself.
        Expr::Index(base, index) if matches!(&**index, Expr::Literal(_)) => {
            Some(Chain { is_indexed: true, ..chain(base, locals)? })
        }
        Expr::Index(..)
        | Expr::Literal(_)
        | Expr::List(_)
        | Expr::Unary(..)
        | Expr::Binary(..)
        | Expr::Conditional(..)
        | Expr::Has(_)
        | Expr::Call(..)
        | Expr::Macro { .. } => None,
    }
}

/// The path of the table under one or more `filter`s.
fn filtered(range: &Expr, locals: &[Local]) -> Option<Chain> {
    let Expr::Macro { kind: Macro::Filter, range, .. } = range else { return None };
    chain(range, locals).or_else(|| filtered(range, locals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::parse;

    fn check(source: &str, expect: &[&str]) {
        let found: Vec<String> = paths(&parse(source).unwrap()).into_iter().collect();
        assert_eq!(found, expect, "{source}");
    }

    #[test]
    fn the_longest_chain_is_read() {
        check("1 + 2", &[]);
        check("byAgent", &["byAgent"]);
        check("age(applicant.birthDate, today) >= 80", &["applicant.birthDate"]);
        check("applicant.name.startsWith('王') ? a : b", &["a", "applicant.name", "b"]);
        check("has(agent.name) && tier in ['80', x]", &["agent.name", "tier", "x"]);
        check("param.tiers[level] > 3", &["level"]);
    }

    #[test]
    fn columns_are_read_through_variables() {
        check("family.all(f, f.age > limit)", &["family.age", "limit"]);
        check("size(family)", &["family"]);
        check("family.exists(f, true)", &["family"]);
        check("family.exists(f, f == g)", &["family", "g"]);
        check("family[0].name", &["family.name"]);
        check("family[n].name", &["family", "n"]);
        check("sum(family.filter(f, f.isMinor).map(f, f.income))", &["family.income", "family.isMinor"]);
        check("sum(family.map(f, sum(f.jobs.map(j, j.pay))))", &["family.jobs.pay"]);
        check("[a, b].all(x, x.y > 0)", &["a", "b"]);
        check("list.map(f, f.a).all(f, f > 1)", &["list.a"]);
    }

    #[test]
    fn parameters_are_read() {
        let expr = parse("age(a, today) >= param.age && param.rates[1].high < 3").unwrap();
        assert_eq!(params(&expr).into_iter().collect::<Vec<_>>(), ["age", "rates"]);
    }
}
