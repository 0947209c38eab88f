//! Cuts the text of a rule into tokens. Blanks and `// comments` fall away here.

use super::{literal, parse::ParseError};
use crate::model::Decimal;

/// The smallest part of a rule that has a meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A name, or a word such as `true`.
    Name(String),
    /// A text between quotes, escapes undone.
    Text(String),
    /// A number without its sign.
    Number(Decimal),
    /// An operator or a bracket.
    Sign(&'static str),
    /// The end of the rule.
    End,
}

/// Longer signs come before those they begin with.
const SIGNS: [&str; 21] = [
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]",
    ",",
];

/// The tokens of a rule, each with the character at which it begins; the last is [`Token::End`].
pub(super) fn tokens(chars: &[char]) -> Result<Vec<(Token, usize)>, ParseError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at = skip_blanks(chars, at);
        let (token, end) = token(chars, at)?;
        let is_end = token == Token::End;
        tokens.push((token, at));
        if is_end {
            return Ok(tokens);
        }
        at = end;
    }
}

fn skip_blanks(chars: &[char], mut at: usize) -> usize {
    loop {
        match chars.get(at) {
            Some(' ' | '\t' | '\n' | '\r' | '\x0c') => at += 1,
            Some('/') if chars.get(at + 1) == Some(&'/') => {
                while chars.get(at).is_some_and(|c| *c != '\n') {
                    at += 1;
                }
            }
            Some(_) | None => return at,
        }
    }
}

/// The token at `at` and where it ends.
fn token(chars: &[char], at: usize) -> Result<(Token, usize), ParseError> {
    let next = |n: usize| chars.get(at + n).copied();
    let Some(first) = next(0) else {
        return Ok((Token::End, at));
    };
    if matches!(first, '"' | '\'') {
        let (text, end) = literal::text(chars, at, false)?;
        return Ok((Token::Text(text), end));
    }
    if matches!(first, 'r' | 'R') && matches!(next(1), Some('"' | '\'')) {
        let (text, end) = literal::text(chars, at + 1, true)?;
        return Ok((Token::Text(text), end));
    }
    if first.is_ascii_digit() || (first == '.' && next(1).is_some_and(|c| c.is_ascii_digit())) {
        let (number, end) = literal::number(chars, at)?;
        return Ok((Token::Number(number), end));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let name: String = chars.iter().skip(at).take_while(|c| is_name_part(**c)).collect();
        // `b"…"` and the like are texts of other kinds in CEL, not a name before a text.
        if matches!(chars.get(at + name.len()), Some('"' | '\'')) {
            return Err(ParseError { offset: at, expected: "expression" });
        }
        let end = at + name.len();
        return Ok((Token::Name(name), end));
    }
    if first == '.' {
        return Ok((Token::Sign("."), at + 1));
    }
    for sign in SIGNS {
        if sign.chars().enumerate().all(|(idx, c)| next(idx) == Some(c)) {
            return Ok((Token::Sign(sign), at + sign.len()));
        }
    }
    Err(ParseError { offset: at, expected: if first == '=' { "double_equals" } else { "character" } })
}

/// Names are of ASCII, so that their length in characters is that in bytes.
pub(super) fn is_name_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
