//! The syntax tree of the rule language: a profile of the Common Expression Language (cel.dev).
//!
//! `rules::parse` makes it, `rules::eval` works it out.

use super::Value;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A constant.
    Literal(Value),
    /// `[a, b]`.
    List(Vec<Expr>),
    /// `name`: a root path, `today`, `param`, or the variable of a macro.
    Name(String),
    /// `a.b`.
    Select(Box<Expr>, String),
    /// `a[0]`.
    Index(Box<Expr>, Box<Expr>),
    /// `!a`, `-a`.
    Unary(UnaryOp, Box<Expr>),
    /// `a && b` …
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a ? b : c`.
    Conditional(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `has(a.b)`.
    Has(Box<Expr>),
    /// `size(a)`; a method's receiver is the first argument.
    Call(Function, Vec<Expr>),
    /// `list.all(x, x > 3)`.
    Macro {
        /// Which.
        kind: Macro,
        /// The list.
        range: Box<Expr>,
        /// The variable's name.
        variable: String,
        /// What is tested or made for each.
        body: Box<Expr>,
    },
}

/// `!` and `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnaryOp {
    /// `!`.
    Not,
    /// `-`.
    Negate,
}

/// The operators between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    /// `||`.
    Or,
    /// `&&`.
    And,
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterEqual,
    /// `in`.
    In,
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`: an exact decimal rounded to 10 places.
    Divide,
    /// `%`.
    Remainder,
}

/// The functions of the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// `size(list or text)`.
    Size,
    /// `text.startsWith(prefix)`.
    StartsWith,
    /// `text.endsWith(suffix)`.
    EndsWith,
    /// `text.contains(part)`.
    Contains,
    /// `text.matches(pattern)`: unanchored, linear.
    Matches,
    /// `date("2025-01-01")`.
    Date,
    /// `age(birth, on)`: completed years.
    Age,
    /// `years(a, b)`: completed years from a to b.
    Years,
    /// `months(a, b)`: completed months.
    Months,
    /// `days(a, b)`.
    Days,
    /// `addMonths(date, n)`.
    AddMonths,
    /// `sum(list)`: skips absent; one unknown makes it unknown.
    Sum,
    /// `upperRmb(yuan)`: the amount in capitals.
    UpperRmb,
}

/// The macros over a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Macro {
    /// True for each.
    All,
    /// True for some.
    Exists,
    /// True for exactly one.
    ExistsOne,
    /// Those for which it is true.
    Filter,
    /// What is made of each.
    Map,
}
