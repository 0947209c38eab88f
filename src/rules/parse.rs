//! Reads a rule: recursive descent for operands, precedence climbing for operators.
//!
//! **Invariant:** the tree is at most [`MAX_HEIGHT`] high and its brackets [`MAX_DEPTH`] deep, so that whoever walks it may
//! recurse. Chains of `&&` and `||` are balanced, since their order makes no difference.

use super::{
    names::{self, Form},
    pattern,
    token::{Token, tokens},
};
use crate::model::{BinaryOp, Date, Expr, Function, Macro, UnaryOp, Value};

/// The longest rule, in characters.
pub const MAX_CHARS: usize = 10_000;
/// How deep brackets, calls, signs and choices may nest.
pub const MAX_DEPTH: usize = 64;
/// How high the tree may become; a chain such as `a + b + c` makes it higher by one a link.
const MAX_HEIGHT: usize = 256;

/// [`ParseError::expected`] of a rule past [`MAX_CHARS`].
pub const TOO_LONG: &str = "at_most_10000_characters";
/// [`ParseError::expected`] of a rule past [`MAX_DEPTH`].
pub const TOO_DEEP: &str = "at_most_64_levels";

/// Why a rule can not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at character {offset}")]
pub struct ParseError {
    /// The character at which reading stopped, from 0.
    pub offset: usize,
    /// A stable word for what was wanted there: `expression`, `end`, `name`, `function`, `arguments`, `variable`, `path`,
    /// `number`, `character`, `escape`, `closing_quote`, `closing_parenthesis`, `closing_bracket`, `colon`,
    /// `double_equals`, `has_instead_of_null`, `pattern`, `date`, [`TOO_LONG`] or [`TOO_DEEP`].
    pub expected: &'static str,
}

/// Reads a rule.
///
/// # Errors
/// Where it is not of the profile, with the character and what was wanted there.
pub fn parse(source: &str) -> Result<Expr, ParseError> {
    let chars: Vec<char> = source.chars().take(MAX_CHARS + 1).collect();
    if chars.len() > MAX_CHARS {
        return Err(ParseError { offset: MAX_CHARS, expected: TOO_LONG });
    }
    let mut parser = Parser { tokens: tokens(&chars)?, idx: 0, depth: 0 };
    let tree = parser.expression()?;
    if *parser.peek() != Token::End {
        return parser.fail("end");
    }
    Ok(tree.expr)
}

/// An expression and how high its tree is.
struct Tree {
    expr: Expr,
    height: usize,
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    idx: usize,
    depth: usize,
}

type Parsed<T> = Result<T, ParseError>;

impl Parser {
    fn peek(&self) -> &Token {
        self.tokens.get(self.idx).map_or(&Token::End, |(token, _)| token)
    }

    fn offset(&self) -> usize {
        self.tokens.get(self.idx).or(self.tokens.last()).map_or(0, |(_, offset)| *offset)
    }

    fn fail<T>(&self, expected: &'static str) -> Parsed<T> {
        Err(ParseError { offset: self.offset(), expected })
    }

    /// Steps over a sign where it stands next.
    fn eat(&mut self, sign: &str) -> bool {
        let is_next = matches!(self.peek(), Token::Sign(next) if *next == sign);
        self.idx += usize::from(is_next);
        is_next
    }

    fn want(&mut self, sign: &str, expected: &'static str) -> Parsed<()> {
        if self.eat(sign) { Ok(()) } else { self.fail(expected) }
    }

    fn name(&mut self) -> Option<String> {
        let Token::Name(name) = self.peek() else { return None };
        let name = name.clone();
        self.idx += 1;
        Some(name)
    }

    /// Runs `inner` one level deeper.
    fn nested<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth == MAX_DEPTH {
            return self.fail(TOO_DEEP);
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// A tree over its parts, unless it becomes too high.
    fn tree(&self, height: usize, expr: Expr) -> Parsed<Tree> {
        if height >= MAX_HEIGHT { self.fail(TOO_DEEP) } else { Ok(Tree { expr, height: height + 1 }) }
    }

    /// `a ? b : c`, or what stands before the `?`.
    fn expression(&mut self) -> Parsed<Tree> {
        let condition = self.binary(1)?;
        if !self.eat("?") {
            return Ok(condition);
        }
        let (then, other) = self.nested(|parser| {
            let then = parser.binary(1)?;
            parser.want(":", "colon")?;
            Ok((then, parser.expression()?))
        })?;
        let height = condition.height.max(then.height).max(other.height);
        let expr = Expr::Conditional(Box::new(condition.expr), Box::new(then.expr), Box::new(other.expr));
        self.tree(height, expr)
    }

    /// Operators that bind at least as tightly as `level`.
    fn binary(&mut self, level: u8) -> Parsed<Tree> {
        if level <= 2 {
            return self.logical(level);
        }
        let mut left = self.unary()?;
        while let Some((op, op_level)) = self.operator() {
            if op_level < level {
                break;
            }
            self.idx += 1;
            let right = if op_level < 5 { self.binary(op_level + 1)? } else { self.unary()? };
            let height = left.height.max(right.height);
            left = self.tree(height, Expr::Binary(op, Box::new(left.expr), Box::new(right.expr)))?;
        }
        Ok(left)
    }

    /// A chain of `||` (level 1) or `&&` (level 2).
    fn logical(&mut self, level: u8) -> Parsed<Tree> {
        let (sign, op) = if level == 1 { ("||", BinaryOp::Or) } else { ("&&", BinaryOp::And) };
        let mut terms = vec![self.binary(level + 1)?];
        while self.eat(sign) {
            terms.push(self.binary(level + 1)?);
        }
        // Neighbours are paired until one is left.
        while terms.len() > 1 {
            let mut pairs = Vec::with_capacity(terms.len().div_ceil(2));
            let mut rest = terms.into_iter();
            while let Some(left) = rest.next() {
                pairs.push(match rest.next() {
                    Some(right) => {
                        let height = left.height.max(right.height);
                        self.tree(height, Expr::Binary(op, Box::new(left.expr), Box::new(right.expr)))?
                    }
                    None => left,
                });
            }
            terms = pairs;
        }
        terms.pop().map_or_else(|| self.fail("expression"), Ok)
    }

    /// The operator that stands next, and how tightly it binds.
    fn operator(&self) -> Option<(BinaryOp, u8)> {
        match self.peek() {
            Token::Sign(sign) => match *sign {
                "==" => Some((BinaryOp::Equal, 3)),
                "!=" => Some((BinaryOp::NotEqual, 3)),
                "<" => Some((BinaryOp::Less, 3)),
                "<=" => Some((BinaryOp::LessEqual, 3)),
                ">" => Some((BinaryOp::Greater, 3)),
                ">=" => Some((BinaryOp::GreaterEqual, 3)),
                "+" => Some((BinaryOp::Add, 4)),
                "-" => Some((BinaryOp::Subtract, 4)),
                "*" => Some((BinaryOp::Multiply, 5)),
                "/" => Some((BinaryOp::Divide, 5)),
                "%" => Some((BinaryOp::Remainder, 5)),
                _ => None,
            },
            Token::Name(name) if name == "in" => Some((BinaryOp::In, 3)),
            Token::Name(_) | Token::Text(_) | Token::Number(_) | Token::End => None,
        }
    }

    /// `!!a`, `--a`; not both kinds in a row, as in CEL.
    fn unary(&mut self) -> Parsed<Tree> {
        let (sign, op) = match self.peek() {
            Token::Sign("!") => ("!", UnaryOp::Not),
            Token::Sign("-") => ("-", UnaryOp::Negate),
            Token::Sign(_) | Token::Name(_) | Token::Text(_) | Token::Number(_) | Token::End => {
                return self.member();
            }
        };
        let mut n_signs = 0;
        while self.eat(sign) {
            n_signs += 1;
            if n_signs + self.depth > MAX_DEPTH {
                return self.fail(TOO_DEEP);
            }
        }
        let mut tree = self.member()?;
        for _ in 0..n_signs {
            tree = match (op, tree.expr) {
                (UnaryOp::Negate, Expr::Literal(Value::Number(number))) => {
                    Tree { expr: Expr::Literal(Value::Number(-number)), height: tree.height }
                }
                (UnaryOp::Negate | UnaryOp::Not, expr) => {
                    self.tree(tree.height, Expr::Unary(op, Box::new(expr)))?
                }
            };
        }
        Ok(tree)
    }

    /// A primary with its `.name`, `.method(…)` and `[index]` behind it.
    fn member(&mut self) -> Parsed<Tree> {
        let mut tree = self.primary()?;
        loop {
            if self.eat("[") {
                let index = self.nested(Self::expression)?;
                self.want("]", "closing_bracket")?;
                let height = tree.height.max(index.height);
                tree = self.tree(height, Expr::Index(Box::new(tree.expr), Box::new(index.expr)))?;
            } else if self.eat(".") {
                let offset = self.offset();
                let wrong = |expected| Err(ParseError { offset, expected });
                let Some(name) = self.name() else { return wrong("name") };
                if names::is_keyword(&name) {
                    return wrong("name");
                }
                tree = if self.eat("(") {
                    if let Some(kind) = names::macro_kind(&name) {
                        self.macro_call(kind, tree)?
                    } else if let Some((function, arity)) = names::function(&name, Form::Method) {
                        self.arguments(function, arity, offset, Some(tree))?
                    } else {
                        return wrong("function");
                    }
                } else {
                    self.tree(tree.height, Expr::Select(Box::new(tree.expr), name))?
                };
            } else {
                return Ok(tree);
            }
        }
    }

    fn primary(&mut self) -> Parsed<Tree> {
        let offset = self.offset();
        let token = self.peek().clone();
        let expr = match token {
            Token::Text(text) => Expr::Literal(Value::Text(text)),
            Token::Number(number) => Expr::Literal(Value::Number(number)),
            Token::Sign("(") => {
                self.idx += 1;
                let tree = self.nested(Self::expression)?;
                self.want(")", "closing_parenthesis")?;
                return Ok(tree);
            }
            Token::Sign("[") => {
                self.idx += 1;
                let (items, height) = self.items("]", "closing_bracket")?;
                return self.tree(height, Expr::List(items));
            }
            Token::Name(name) => {
                self.idx += 1;
                if self.eat("(") {
                    return self.call(&name, offset);
                }
                self.idx -= 1;
                match name.as_str() {
                    "true" => Expr::Literal(Value::Bool(true)),
                    "false" => Expr::Literal(Value::Bool(false)),
                    "null" => return self.fail("has_instead_of_null"),
                    word if names::is_keyword(word) || names::is_reserved(word) => {
                        return self.fail("expression");
                    }
                    _ => Expr::Name(name),
                }
            }
            Token::Sign(_) | Token::End => return self.fail("expression"),
        };
        self.idx += 1;
        self.tree(0, expr)
    }

    /// What stands between brackets, divided by commas; one may stand behind the last.
    fn items(&mut self, close: &str, expected: &'static str) -> Parsed<(Vec<Expr>, usize)> {
        self.nested(|parser| {
            let mut items = Vec::new();
            let mut height = 0;
            while !parser.eat(close) {
                let item = parser.expression()?;
                height = height.max(item.height);
                items.push(item.expr);
                if !parser.eat(",") {
                    parser.want(close, expected)?;
                    break;
                }
            }
            Ok((items, height))
        })
    }

    /// `name(` has been read.
    fn call(&mut self, name: &str, offset: usize) -> Parsed<Tree> {
        if name == names::HAS {
            return self.has();
        }
        match names::function(name, Form::Call) {
            Some((function, arity)) => self.arguments(function, arity, offset, None),
            None => Err(ParseError { offset, expected: "function" }),
        }
    }

    /// `has(path)`: a name or a chain with a name, a property or an index at its end.
    fn has(&mut self) -> Parsed<Tree> {
        let offset = self.offset();
        let (items, height) = self.items(")", "closing_parenthesis")?;
        match <[Expr; 1]>::try_from(items) {
            Ok([path @ (Expr::Name(_) | Expr::Select(..) | Expr::Index(..))]) => {
                self.tree(height, Expr::Has(Box::new(path)))
            }
            Ok(_) => Err(ParseError { offset, expected: "path" }),
            Err(_) => Err(ParseError { offset, expected: "arguments" }),
        }
    }

    fn arguments(
        &mut self,
        function: Function,
        arity: usize,
        offset: usize,
        receiver: Option<Tree>,
    ) -> Parsed<Tree> {
        let (items, mut height) = self.items(")", "closing_parenthesis")?;
        let mut arguments = Vec::with_capacity(arity);
        if let Some(receiver) = receiver {
            height = height.max(receiver.height);
            arguments.push(receiver.expr);
        }
        arguments.extend(items);
        if arguments.len() != arity {
            return Err(ParseError { offset, expected: "arguments" });
        }
        // What is written out is checked here, where the author sees it.
        match (function, arguments.last()) {
            (Function::Matches, Some(Expr::Literal(Value::Text(text)))) if !pattern::is_pattern(text) => {
                return Err(ParseError { offset, expected: "pattern" });
            }
            (Function::Date, Some(Expr::Literal(Value::Text(text)))) if Date::parse_iso(text).is_none() => {
                return Err(ParseError { offset, expected: "date" });
            }
            _ => {}
        }
        self.tree(height, Expr::Call(function, arguments))
    }

    /// `range.kind(` has been read; `map` may have a filter before its body.
    fn macro_call(&mut self, kind: Macro, range: Tree) -> Parsed<Tree> {
        let offset = self.offset();
        let (items, height) = self.items(")", "closing_parenthesis")?;
        let height = height.max(range.height);
        let mut items = items.into_iter();
        let variable = match items.next() {
            Some(Expr::Name(name)) if !matches!(name.as_str(), "today" | "param") => name,
            Some(_) => return Err(ParseError { offset, expected: "variable" }),
            None => return Err(ParseError { offset, expected: "arguments" }),
        };
        let make = |kind, range: Expr, body: Expr| Expr::Macro {
            kind,
            range: Box::new(range),
            variable: variable.clone(),
            body: Box::new(body),
        };
        match (kind, items.next(), items.next(), items.next()) {
            (_, Some(body), None, None) => self.tree(height, make(kind, range.expr, body)),
            (Macro::Map, Some(test), Some(body), None) => {
                let kept = make(Macro::Filter, range.expr, test);
                self.tree(height + 1, make(Macro::Map, kept, body))
            }
            _ => Err(ParseError { offset, expected: "arguments" }),
        }
    }
}
