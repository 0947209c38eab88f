//! The rules: read, looked up, and put in the order in which they must be worked out.

use serde_json::Value;

use super::{Lowering, near, words_of};
use crate::{
    catalog::wire::{Pointer, text},
    diag::Code,
    model::{Expr, Path, Rule, RuleKind, SortedSet},
    rules,
};

/// The keys of a rule that hold an expression.
const ACTIONS: [&str; 4] = ["show", "require", "value", "check"];

/// Reads a rule, with its fault in the catalogue's terms.
fn read(source: &str) -> Result<Expr, Code> {
    rules::parse(source).map_err(|error| match error.expected {
        rules::TOO_LONG => Code::PastLimit { what: "rule_length", limit: rules::MAX_CHARS },
        rules::TOO_DEEP => Code::PastLimit { what: "rule_depth", limit: rules::MAX_DEPTH },
        "function" => {
            let is_part = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
            let name: String = source.chars().skip(error.offset).take_while(is_part).take(64).collect();
            let near = near(&name, rules::callable(source, error.offset).into_iter());
            Code::UnknownName { name, near }
        }
        expected => Code::BadRule { offset: error.offset, expected: expected.to_owned() },
    })
}

impl Lowering {
    /// Reads a rule over a profile or over the answers, and looks its parameters up.
    pub(super) fn expr(&mut self, source: &str, at: &Pointer) -> Option<Expr> {
        let expr = match read(source) {
            Ok(expr) => expr,
            Err(code) => {
                self.fault(at, code);
                return None;
            }
        };
        for name in rules::params(&expr) {
            if !self.params.contains(&name) {
                let near = near(&name, self.params.iter().map(String::as_str));
                let (name, near) = (format!("param.{name}"), near.map(|near| format!("param.{near}")));
                self.fault(at, Code::UnknownName { name, near });
            }
        }
        Some(expr)
    }

    /// Reads a rule over the answers, and looks its paths up too. `on` is where it is worked out: only within a table's
    /// rows can a question of the table be read by its name alone.
    pub(super) fn expr_over_answers(&mut self, source: &str, on: &str, at: &Pointer) -> Option<Expr> {
        let expr = self.expr(source, at)?;
        for path in rules::bare(&expr) {
            self.in_reach(&path, on, at);
        }
        for path in rules::paths(&expr) {
            self.uses(&path, at);
        }
        Some(expr)
    }

    /// Says so where a question of a table is read from outside its rows.
    pub(super) fn in_reach(&mut self, path: &str, on: &str, at: &Pointer) {
        let Some(table) = self.table_of(path) else { return };
        let table = &table.path;
        if !Path::new(on).is_within(table) {
            let name = path.get(table.as_str().len() + 1..).unwrap_or_default();
            let expected = format!("{table}.exists(row, row.{name} …), {table}.map(row, row.{name})");
            self.fault(at, Code::BadValue { expected });
        }
    }

    /// Lowers `rules`.
    pub(super) fn rules(&mut self, values: &[Value], at: &Pointer) -> Vec<Rule> {
        // Only what is shown and computed has to wait; what is required and checked comes after all of it.
        let mut setters: Vec<(Rule, Pointer)> = Vec::new();
        let mut others: Vec<Rule> = Vec::new();
        for (idx, value) in values.iter().enumerate() {
            let at = at.idx(idx);
            let Some(on) = text(value, "on") else { continue };
            let is_there = self.uses(on, &at.at("on"));
            if is_there && self.field(on).is_none() && !self.broken.contains(on) {
                self.fault(&at.at("on"), Code::BadValue { expected: "question".to_owned() });
            }
            let mut n_actions = 0;
            for action in ACTIONS {
                let Some(source) = text(value, action) else { continue };
                n_actions += 1;
                let at_action = at.at(action);
                let expr = self.expr_over_answers(source, on, &at_action);
                let kind = self.kind_of_rule(action, value, &at);
                let (Some(expr), Some(kind)) = (expr, kind) else { continue };
                let rule = Rule { on: Path::new(on), source: source.to_owned(), expr, kind };
                if matches!(rule.kind, RuleKind::Show | RuleKind::Value) {
                    let is_same =
                        |(other, _): &(Rule, Pointer)| other.on == rule.on && other.kind == rule.kind;
                    if setters.iter().any(is_same) {
                        self.fault(&at_action, Code::Duplicate { id: format!("{action} {on}") });
                    }
                    setters.push((rule, at_action));
                } else {
                    others.push(rule);
                }
            }
            if n_actions == 0 {
                self.fault(&at, Code::BadValue { expected: ACTIONS.join(" | ") });
            }
        }
        self.mark_computed(&setters);
        let mut rules = self.in_order(setters);
        rules.extend(others);
        rules
    }

    fn kind_of_rule(&mut self, action: &str, value: &Value, at: &Pointer) -> Option<RuleKind> {
        match action {
            "show" => Some(RuleKind::Show),
            "require" => Some(RuleKind::Require),
            "value" => Some(RuleKind::Value),
            _ => {
                let Some(message) = words_of(value, "message") else {
                    self.fault(at, Code::Missing { keyword: "message" });
                    return None;
                };
                Some(RuleKind::Check { message, is_warning: text(value, "severity") == Some("warning") })
            }
        }
    }

    /// What a rule computes is never asked.
    fn mark_computed(&mut self, setters: &[(Rule, Pointer)]) {
        let computed: SortedSet<&Path> = setters
            .iter()
            .filter(|(rule, _)| rule.kind == RuleKind::Value)
            .map(|(rule, _)| &rule.on)
            .collect();
        for field in &mut self.fields {
            field.is_read_only |= computed.contains(&field.path);
        }
    }

    fn in_order(&mut self, setters: Vec<(Rule, Pointer)>) -> Vec<Rule> {
        let nodes: Vec<(String, SortedSet<String>)> =
            setters.iter().map(|(rule, _)| (rule.on.as_str().to_owned(), rules::paths(&rule.expr))).collect();
        match rules::order(&nodes) {
            Ok(order) => {
                let mut setters: Vec<Option<Rule>> =
                    setters.into_iter().map(|(rule, _)| Some(rule)).collect();
                order.into_iter().filter_map(|idx| setters.get_mut(idx).and_then(Option::take)).collect()
            }
            Err(paths) => {
                let first =
                    setters.iter().find(|(rule, _)| paths.iter().any(|path| rule.on.as_str() == path));
                let at = first.map_or_else(Pointer::root, |(_, at)| at.clone());
                self.fault(&at, Code::Cycle { paths });
                Vec::new()
            }
        }
    }
}
