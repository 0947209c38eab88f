//! The passphrase that is offered with a carried file: twenty digits in five groups, like the number of a bank card. In each group the fourth digit
//! checks the other three and the group's place, so that a slip of the pen is told by its group before the file is tried.
//!
//! **Invariant:** what a person is shown is what the public tool must be given, letter by letter.

/// Groups of an offered passphrase.
const GROUPS: usize = 5;
/// Digits of a group that are drawn; one more checks them.
const DRAWN: u32 = 1000;
/// Characters that a person's own passphrase must have at least.
pub const LEAST: usize = 12;

/// Damm's quasigroup: it tells every wrong digit and every two that were swapped.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// What was written for a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// One that was offered, without a slip.
    Offered,
    /// One that was offered, with a slip in this group, from 1.
    Slip(usize),
    /// One that was offered, of which digits are missing; so many are there.
    Short(usize),
    /// A person's own.
    Own,
}

/// A passphrase of numbers that were drawn: fifteen of its digits are free, 50 bits.
#[must_use]
pub fn offered(drawn: [u32; GROUPS]) -> String {
    let groups = drawn.iter().enumerate().map(|(place, drawn)| {
        let digits = format!("{:03}", drawn % DRAWN);
        format!("{digits}{}", check(place, &digits))
    });
    groups.collect::<Vec<_>>().join("-")
}

/// A passphrase as it is given to the lock: digits in groups, however they were typed; anything else as typed, without blanks around it.
#[must_use]
pub fn spelled(typed: &str) -> String {
    match digits(typed).filter(|digits| digits.len() == GROUPS * 4) {
        Some(digits) => groups(&digits).join("-"),
        None => typed.trim().to_owned(),
    }
}

/// What was written. A person's own may be of digits as well: then it is either shorter or longer, or passes for a slip and is tried all the same.
#[must_use]
pub fn written(typed: &str) -> Written {
    let Some(digits) = digits(typed) else { return Written::Own };
    if digits.len() != GROUPS * 4 {
        return if digits.is_empty() || digits.len() > GROUPS * 4 {
            Written::Own
        } else {
            Written::Short(digits.len())
        };
    }
    let slip = groups(&digits).iter().enumerate().position(|(place, group)| {
        let (drawn, last) = group.split_at_checked(3).unwrap_or((group, ""));
        check(place, drawn).to_string() != last
    });
    slip.map_or(Written::Offered, |place| Written::Slip(place + 1))
}

/// The digits of a text that has nothing else but blanks and dashes; those of a Chinese keyboard count.
fn digits(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '０'..='９' => digits.extend(char::from_digit((c as u32).saturating_sub('０' as u32), 10)),
            '-' | '－' | '—' | '–' | '‐' => {}
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    Some(digits)
}

fn groups(digits: &str) -> Vec<String> {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(4).map(|group| group.iter().collect()).collect()
}

/// The digit that checks those of a group at its place.
fn check(place: usize, digits: &str) -> u8 {
    let begin = u8::try_from(place).unwrap_or_default();
    digits.bytes().fold(begin, |state, digit| {
        let row = DAMM.get(usize::from(state));
        row.and_then(|row| row.get(usize::from(digit.wrapping_sub(b'0')))).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWN: [u32; GROUPS] = [482, 93, 5526, 118, 7];

    #[test]
    fn an_offered_passphrase_is_known_however_it_is_typed() {
        let passphrase = offered(DRAWN);
        assert_eq!(passphrase.len(), 24);
        for typed in [
            passphrase.clone(),
            passphrase.replace('-', " "),
            passphrase.replace('-', ""),
            passphrase.replace('-', " － "),
        ] {
            assert_eq!((spelled(&typed), written(&typed)), (passphrase.clone(), Written::Offered), "{typed}");
        }
        let wide: String = passphrase
            .chars()
            .map(|c| c.to_digit(10).map_or(c, |d| char::from_u32('０' as u32 + d).unwrap()))
            .collect();
        assert_eq!(spelled(&wide), passphrase);
    }

    #[test]
    fn every_slip_of_one_digit_and_every_swap_is_told_by_its_group() {
        let right: Vec<char> = offered(DRAWN).chars().filter(char::is_ascii_digit).collect();
        for at in 0..right.len() {
            for digit in ('0'..='9').filter(|digit| *digit != right[at]) {
                let mut wrong = right.clone();
                wrong[at] = digit;
                assert_eq!(written(&wrong.iter().collect::<String>()), Written::Slip(at / 4 + 1));
            }
            if at % 4 < 3 && right[at] != right[at + 1] {
                let mut wrong = right.clone();
                wrong.swap(at, at + 1);
                assert_eq!(written(&wrong.iter().collect::<String>()), Written::Slip(at / 4 + 1));
            }
        }
    }

    #[test]
    fn groups_in_another_order_are_told() {
        let passphrase = offered([123; GROUPS]);
        let mut groups: Vec<&str> = passphrase.split('-').collect();
        assert_ne!(groups[0], groups[1]);
        groups.swap(0, 4);
        assert_eq!(written(&groups.join("-")), Written::Slip(1));
    }

    #[test]
    fn one_s_own_stays_as_it_is() {
        assert_eq!((spelled("  汉阳 长江 \n"), written("汉阳 长江")), ("汉阳 长江".to_owned(), Written::Own));
        assert_eq!((spelled("1234 5678"), written("1234 5678")), ("1234 5678".to_owned(), Written::Short(8)));
        assert_eq!(written(&"1".repeat(21)), Written::Own);
        assert_eq!(written(""), Written::Own);
    }
}
