//! Tells a hand scanner from a person: it types fast, and ends with Enter.
//!
//! Keys are read by their place on a US keyboard (`KeyboardEvent.code`): an input method that is on makes every key
//! `Process`.
//!
//! **Invariant:** a key that comes late begins anew; nothing that a person types at a person's pace is ever a burst.

/// Scanners leave 1 to 40 ms between two keys; fast typists 80 and more.
const GAP_MS: u64 = 60;
/// Shorter than this is chance: two keys that were pressed together.
const LEAST: usize = 5;
/// Longer than this is no code of ours.
const MOST: usize = 500;

/// What a key was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Heard {
    /// Not of a burst.
    Nothing,
    /// It may be the first of a burst.
    First,
    /// It may be one more.
    Next,
    /// It ended a burst, which said this.
    End(String),
}

/// The keys that came close behind each other.
#[derive(Debug, Default)]
pub(crate) struct Burst {
    text: String,
    last_ms: u64,
}

impl Burst {
    /// Hears a key.
    pub(crate) fn hear(&mut self, code: &str, is_shifted: bool, at_ms: u64) -> Heard {
        if ["Shift", "CapsLock"].iter().any(|name| code.starts_with(name)) {
            return Heard::Nothing;
        }
        let is_close = at_ms.saturating_sub(self.last_ms) <= GAP_MS && !self.text.is_empty();
        self.last_ms = at_ms;
        if !is_close || self.text.len() > MOST {
            self.text.clear();
        }
        if matches!(code, "Enter" | "NumpadEnter") {
            let text = std::mem::take(&mut self.text);
            return if text.chars().count() >= LEAST { Heard::End(text) } else { Heard::Nothing };
        }
        let Some(c) = character(code, is_shifted) else {
            self.text.clear();
            return Heard::Nothing;
        };
        self.text.push(c);
        if self.text.len() == 1 { Heard::First } else { Heard::Next }
    }
}

/// The keys of a US keyboard that are neither letters nor digits, without Shift and with it.
const SIGNS: [(&str, char, char); 12] = [
    ("Minus", '-', '_'),
    ("Equal", '=', '+'),
    ("BracketLeft", '[', '{'),
    ("BracketRight", ']', '}'),
    ("Backslash", '\\', '|'),
    ("Semicolon", ';', ':'),
    ("Quote", '\'', '"'),
    ("Backquote", '`', '~'),
    ("Comma", ',', '<'),
    ("Period", '.', '>'),
    ("Slash", '/', '?'),
    ("Space", ' ', ' '),
];
/// Those of the number pad.
const PAD: [(&str, char); 5] =
    [("Decimal", '.'), ("Divide", '/'), ("Multiply", '*'), ("Subtract", '-'), ("Add", '+')];

/// What a key types on a US keyboard.
fn character(code: &str, is_shifted: bool) -> Option<char> {
    let only = |text: &str| text.chars().next().filter(|_| text.len() == 1);
    if let Some(letter) = code.strip_prefix("Key").and_then(only) {
        return Some(if is_shifted { letter } else { letter.to_ascii_lowercase() });
    }
    if let Some(digit) = code.strip_prefix("Digit").and_then(only) {
        let above = digit.to_digit(10).and_then(|idx| ")!@#$%^&*(".chars().nth(idx as usize));
        return if is_shifted { above } else { Some(digit) };
    }
    if let Some(pad) = code.strip_prefix("Numpad") {
        let sign = PAD.iter().find(|(name, _)| *name == pad).map(|(_, sign)| *sign);
        return sign.or_else(|| only(pad));
    }
    let (_, plain, shifted) = SIGNS.iter().find(|(name, ..)| *name == code)?;
    Some(if is_shifted { *shifted } else { *plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes and Shifts that make a text.
    fn typed(text: &str) -> Vec<(String, bool)> {
        let key = |c: char| match c {
            'a'..='z' => (format!("Key{}", c.to_ascii_uppercase()), false),
            'A'..='Z' => (format!("Key{c}"), true),
            '0'..='9' => (format!("Digit{c}"), false),
            '#' => ("Digit3".to_owned(), true),
            _ => {
                let (name, plain, _) =
                    SIGNS.iter().find(|(_, plain, shifted)| [*plain, *shifted].contains(&c)).unwrap();
                ((*name).to_owned(), c != *plain)
            }
        };
        text.chars().map(key).chain([("Enter".to_owned(), false)]).collect()
    }

    fn check(text: &str, gap_ms: u64, expect: Option<&str>) {
        let mut burst = Burst::default();
        let mut heard = Heard::Nothing;
        for (n, (code, is_shifted)) in typed(text).into_iter().enumerate() {
            let at = 1_000 + n as u64 * gap_ms;
            if is_shifted {
                assert_eq!(burst.hear("ShiftLeft", false, at), Heard::Nothing);
            }
            heard = burst.hear(&code, is_shifted, at);
        }
        let said = match heard {
            Heard::End(text) => Some(text),
            Heard::Nothing | Heard::First | Heard::Next => None,
        };
        assert_eq!(said.as_deref(), expect, "{text} every {gap_ms} ms");
    }

    #[test]
    fn a_scanner_is_heard() {
        check(
            "https://hall.example/yt/?mode=kiosk#/i/SQ031",
            15,
            Some("https://hall.example/yt/?mode=kiosk#/i/SQ031"),
        );
        check("42010519440506022X", 1, Some("42010519440506022X"));
        check("SQ031", 40, Some("SQ031"));
    }

    #[test]
    fn a_person_is_not() {
        check("42010519440506022X", 90, None);
        check("ok", 10, None);
    }

    #[test]
    fn a_burst_begins_after_a_pause() {
        let mut burst = Burst::default();
        assert_eq!(burst.hear("KeyA", false, 0), Heard::First);
        assert_eq!(burst.hear("KeyB", false, 500), Heard::First);
        assert_eq!(burst.hear("KeyC", false, 510), Heard::Next);
        assert_eq!(burst.hear("ArrowLeft", false, 515), Heard::Nothing);
        assert_eq!(burst.hear("KeyD", false, 520), Heard::First);
        assert_eq!(burst.hear("Enter", false, 525), Heard::Nothing);
    }

    #[test]
    fn keys_are_read_by_their_place() {
        for (code, is_shifted, expect) in [
            ("Digit3", true, Some('#')),
            ("Slash", true, Some('?')),
            ("Numpad7", false, Some('7')),
            ("NumpadSubtract", false, Some('-')),
            ("KeyX", true, Some('X')),
            ("Tab", false, None),
            ("F5", false, None),
        ] {
            assert_eq!(character(code, is_shifted), expect, "{code}");
        }
    }
}
