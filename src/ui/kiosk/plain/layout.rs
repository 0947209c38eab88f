//! Which keys a question gets.

/// A set of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Digits.
    Digits,
    /// Digits and a point.
    Decimal,
    /// Digits and a hyphen.
    Phone,
    /// Digits and X.
    Identity,
    /// Letters, digits, a few signs.
    Letters,
}

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    /// Types a character.
    Type(char),
    /// Types a blank.
    Space,
    /// The next letter is large.
    Shift,
    /// Chinese by its sound, or letters.
    Language,
    /// Takes the last character back.
    Back,
    /// Empties the question.
    Clear,
    /// Puts the keys away.
    Hide,
}

impl Layout {
    /// The keys for an input of a mode; identity numbers have none of their own.
    pub(crate) fn of(inputmode: &str, is_identity: bool) -> Self {
        match inputmode {
            _ if is_identity => Self::Identity,
            "numeric" => Self::Digits,
            "decimal" => Self::Decimal,
            "tel" => Self::Phone,
            _ => Self::Letters,
        }
    }

    /// Whether it stands in three columns.
    pub(crate) fn is_pad(self) -> bool {
        match self {
            Self::Digits | Self::Decimal | Self::Phone | Self::Identity => true,
            Self::Letters => false,
        }
    }

    /// The rows, from the top. The last is for what is no character.
    pub(crate) fn rows(self) -> Vec<Vec<Key>> {
        let typed = |text: &str| text.chars().map(Key::Type).collect::<Vec<_>>();
        let last = vec![Key::Clear, Key::Hide];
        let corner = match self {
            Self::Digits => None,
            Self::Decimal => Some('.'),
            Self::Phone => Some('-'),
            Self::Identity => Some('X'),
            Self::Letters => {
                let mut third = vec![Key::Shift];
                third.extend(typed("zxcvbnm"));
                third.push(Key::Back);
                let mut fourth = vec![Key::Language];
                fourth.extend(typed("·@.-_"));
                fourth.push(Key::Space);
                fourth.extend(last);
                return vec![typed("1234567890"), typed("qwertyuiop"), typed("asdfghjkl"), third, fourth];
            }
        };
        let zero: Vec<Key> = corner.map(Key::Type).into_iter().chain([Key::Type('0'), Key::Back]).collect();
        vec![typed("123"), typed("456"), typed("789"), zero, last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(inputmode: &str, is_identity: bool, expect: &str) {
        let typed =
            Layout::of(inputmode, is_identity).rows().concat().into_iter().filter_map(|key| match key {
                Key::Type(c) => Some(c),
                Key::Space => Some(' '),
                Key::Shift | Key::Language | Key::Back | Key::Clear | Key::Hide => None,
            });
        assert_eq!(typed.collect::<String>(), expect);
    }

    #[test]
    fn each_question_gets_the_keys_it_needs() {
        check("numeric", false, "1234567890");
        check("decimal", false, "123456789.0");
        check("tel", false, "123456789-0");
        check("text", true, "123456789X0");
        check("text", false, "1234567890qwertyuiopasdfghjklzxcvbnm·@.-_ ");
        check("email", false, "1234567890qwertyuiopasdfghjklzxcvbnm·@.-_ ");
    }

    #[test]
    fn every_layout_can_take_back_clear_and_hide() {
        for layout in [Layout::Digits, Layout::Decimal, Layout::Phone, Layout::Identity, Layout::Letters] {
            let keys = layout.rows().concat();
            assert!([Key::Back, Key::Clear, Key::Hide].iter().all(|key| keys.contains(key)), "{layout:?}");
        }
    }
}
