//! Which keys a question gets.

/// A set of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Digits.
    Digits,
    /// Digits, and a way to the letters: a passphrase that was offered, or one's own.
    Secret,
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
    /// Letters in place of digits, and back.
    Turn,
    /// Takes the last character back.
    Back,
    /// Empties the question.
    Clear,
    /// Puts the keys away.
    Hide,
}

impl Layout {
    /// The keys for an input of a mode; identity numbers and passphrases have none of their own.
    pub(crate) fn of(inputmode: &str, is_identity: bool, is_secret: bool) -> Self {
        match inputmode {
            _ if is_identity => Self::Identity,
            _ if is_secret => Self::Secret,
            "numeric" => Self::Digits,
            "decimal" => Self::Decimal,
            "tel" => Self::Phone,
            _ => Self::Letters,
        }
    }

    /// Whether it stands in three columns.
    pub(crate) fn is_pad(self) -> bool {
        match self {
            Self::Digits | Self::Secret | Self::Decimal | Self::Phone | Self::Identity => true,
            Self::Letters => false,
        }
    }

    /// The rows, from the top. The last is for what is no character.
    pub(crate) fn rows(self) -> Vec<Vec<Key>> {
        let typed = |text: &str| text.chars().map(Key::Type).collect::<Vec<_>>();
        let mut last = vec![Key::Clear, Key::Hide];
        let corner = match self {
            Self::Digits => None,
            Self::Secret => {
                last.insert(0, Key::Turn);
                None
            }
            Self::Decimal => Some('.'),
            Self::Phone => Some('-'),
            Self::Identity => Some('X'),
            Self::Letters => {
                let mut third = vec![Key::Shift];
                third.extend(typed("zxcvbnm"));
                third.push(Key::Back);
                let mut fourth = vec![Key::Turn, Key::Language];
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

    fn check(layout: Layout, expect: &str) {
        let typed = layout.rows().concat().into_iter().filter_map(|key| match key {
            Key::Type(c) => Some(c),
            Key::Space => Some(' '),
            Key::Shift | Key::Language | Key::Turn | Key::Back | Key::Clear | Key::Hide => None,
        });
        assert_eq!(typed.collect::<String>(), expect);
    }

    #[test]
    fn each_question_gets_the_keys_it_needs() {
        let plain = |inputmode| Layout::of(inputmode, false, false);
        check(plain("numeric"), "1234567890");
        check(plain("decimal"), "123456789.0");
        check(plain("tel"), "123456789-0");
        check(plain("text"), "1234567890qwertyuiopasdfghjklzxcvbnm·@.-_ ");
        check(plain("email"), "1234567890qwertyuiopasdfghjklzxcvbnm·@.-_ ");
        check(Layout::of("text", true, false), "123456789X0");
        check(Layout::of("numeric", false, true), "1234567890");
    }

    #[test]
    fn a_passphrase_has_a_way_to_the_letters_and_back() {
        for layout in [Layout::of("numeric", false, true), Layout::Letters] {
            assert!(layout.rows().concat().contains(&Key::Turn), "{layout:?}");
        }
        assert!(!Layout::Digits.rows().concat().contains(&Key::Turn));
    }

    #[test]
    fn every_layout_can_take_back_clear_and_hide() {
        for layout in [
            Layout::Digits,
            Layout::Secret,
            Layout::Decimal,
            Layout::Phone,
            Layout::Identity,
            Layout::Letters,
        ] {
            let keys = layout.rows().concat();
            assert!([Key::Back, Key::Clear, Key::Hide].iter().all(|key| keys.contains(key)), "{layout:?}");
        }
    }
}
