//! The rule language: a profile of the Common Expression Language (cel.dev) in which a path can be absent or unknown.
//!
//! [`parse()`] reads a rule, [`eval()`] works it out over a [`Scope`], [`paths`] and [`params`] say what it reads, and
//! [`order`] says in which order rules must be worked out.
//!
//! **Invariant:** no rule, however written, makes this room panic, overflow the stack or run without end.
//! Numbers are exact decimals; there is no clock, `today` comes from the scope.

mod data;
mod eval;
mod functions;
mod graph;
mod literal;
mod macros;
mod names;
mod operators;
mod parse;
mod pattern;
mod reads;
mod token;

#[cfg(test)]
mod tests;

pub use data::Data;
pub use eval::{Scope, eval};
pub use graph::order;
pub use names::callable;
pub use parse::{MAX_CHARS, MAX_DEPTH, ParseError, TOO_DEEP, TOO_LONG, parse};
pub use pattern::{is_pattern, matches};
pub use reads::{bare, params, paths};
