//! The names of the profile: its functions with their shapes, its macros, and the words that name nothing.

use crate::model::{Function, Macro};

/// How a function is written, `f(a)` or `a.f()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `f(a, b)`.
    Call,
    /// `a.f(b)`.
    Method,
}

/// The function of a name, and how many arguments it takes; a receiver counts.
pub(super) fn function(name: &str, form: Form) -> Option<(Function, usize)> {
    let found = match (form, name) {
        (Form::Call | Form::Method, "size") => (Function::Size, 1),
        (Form::Call | Form::Method, "matches") => (Function::Matches, 2),
        (Form::Method, "startsWith") => (Function::StartsWith, 2),
        (Form::Method, "endsWith") => (Function::EndsWith, 2),
        (Form::Method, "contains") => (Function::Contains, 2),
        (Form::Call, "date") => (Function::Date, 1),
        (Form::Call, "age") => (Function::Age, 2),
        (Form::Call, "years") => (Function::Years, 2),
        (Form::Call, "months") => (Function::Months, 2),
        (Form::Call, "days") => (Function::Days, 2),
        (Form::Call, "addMonths") => (Function::AddMonths, 2),
        (Form::Call, "sum") => (Function::Sum, 1),
        (Form::Call, "upperRmb") => (Function::UpperRmb, 1),
        _ => return None,
    };
    Some(found)
}

/// The macro of a method's name.
pub(super) fn macro_kind(name: &str) -> Option<Macro> {
    match name {
        "all" => Some(Macro::All),
        "exists" => Some(Macro::Exists),
        "exists_one" => Some(Macro::ExistsOne),
        "filter" => Some(Macro::Filter),
        "map" => Some(Macro::Map),
        _ => None,
    }
}

/// Words of the language, which name nothing, not even a property.
pub(super) fn is_keyword(name: &str) -> bool {
    matches!(name, "true" | "false" | "null" | "in")
}

/// Words that CEL keeps for itself; they may only name a property.
pub(super) fn is_reserved(name: &str) -> bool {
    const RESERVED: [&str; 17] = [
        "as",
        "break",
        "const",
        "continue",
        "else",
        "for",
        "function",
        "if",
        "import",
        "let",
        "loop",
        "package",
        "namespace",
        "return",
        "var",
        "void",
        "while",
    ];
    RESERVED.contains(&name)
}
