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

/// The functions: name, how they are written, how many arguments they take; a receiver counts.
const FUNCTIONS: [(&str, &[Form], Function, usize); 13] = [
    ("size", &[Form::Call, Form::Method], Function::Size, 1),
    ("matches", &[Form::Call, Form::Method], Function::Matches, 2),
    ("startsWith", &[Form::Method], Function::StartsWith, 2),
    ("endsWith", &[Form::Method], Function::EndsWith, 2),
    ("contains", &[Form::Method], Function::Contains, 2),
    ("date", &[Form::Call], Function::Date, 1),
    ("age", &[Form::Call], Function::Age, 2),
    ("years", &[Form::Call], Function::Years, 2),
    ("months", &[Form::Call], Function::Months, 2),
    ("days", &[Form::Call], Function::Days, 2),
    ("addMonths", &[Form::Call], Function::AddMonths, 2),
    ("sum", &[Form::Call], Function::Sum, 1),
    ("upperRmb", &[Form::Call], Function::UpperRmb, 1),
];

/// The macros, all of them methods.
const MACROS: [(&str, Macro); 5] = [
    ("all", Macro::All),
    ("exists", Macro::Exists),
    ("exists_one", Macro::ExistsOne),
    ("filter", Macro::Filter),
    ("map", Macro::Map),
];

/// The macro that asks whether a path was answered.
pub(super) const HAS: &str = "has";

/// The function of a name, and how many arguments it takes; a receiver counts.
pub(super) fn function(name: &str, form: Form) -> Option<(Function, usize)> {
    let mut found = FUNCTIONS.iter().filter(|(other, forms, ..)| *other == name && forms.contains(&form));
    found.next().map(|(_, _, function, arity)| (*function, *arity))
}

/// The macro of a method's name.
pub(super) fn macro_kind(name: &str) -> Option<Macro> {
    MACROS.iter().find(|(other, _)| *other == name).map(|(_, kind)| *kind)
}

/// Every name that may be called at a character of a rule, from 0: a method's behind a dot, else a function's.
#[must_use]
pub fn callable(source: &str, offset: usize) -> Vec<&'static str> {
    let before = source.chars().take(offset).filter(|c| !c.is_whitespace()).last();
    let form = if before == Some('.') { Form::Method } else { Form::Call };
    let functions = FUNCTIONS.iter().filter(|(_, forms, ..)| forms.contains(&form)).map(|(name, ..)| *name);
    let macros = MACROS.iter().map(|(name, _)| *name).filter(|_| form == Form::Method);
    functions.chain(macros).chain((form == Form::Call).then_some(HAS)).collect()
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
