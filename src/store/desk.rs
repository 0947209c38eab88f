//! What a helper's counter asks for, and how its rows are called.

#![cfg_attr(not(any(feature = "web", test)), expect(dead_code, reason = "the browser's store alone uses it"))]

/// The least characters of a helper's passphrase.
pub const LEAST: usize = 8;
/// The least different characters of one.
const LEAST_DIFFERENT: usize = 4;
/// The most characters of a helper's name, which papers bear.
pub const MOST_NAME: usize = 50;

/// Why a name and a passphrase can not set up a counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// There is no name, or one that is too long.
    Name,
    /// The passphrase is too short.
    Short,
    /// The passphrase is made of too few different characters, or is the name.
    Plain,
    /// The passphrase was not repeated.
    Other,
}

/// What is wrong with a name and a passphrase for a new counter.
#[must_use]
pub fn unfit(name: &str, passphrase: &str, again: &str) -> Option<Unfit> {
    let (name, passphrase) = (name.trim(), passphrase.trim());
    let mut different: Vec<char> = passphrase.chars().collect();
    let n_chars = different.len();
    different.sort_unstable();
    different.dedup();
    if name.is_empty() || name.chars().count() > MOST_NAME {
        Some(Unfit::Name)
    } else if n_chars < LEAST {
        Some(Unfit::Short)
    } else if different.len() < LEAST_DIFFERENT || passphrase == name {
        Some(Unfit::Plain)
    } else if passphrase != again.trim() {
        Some(Unfit::Other)
    } else {
        None
    }
}

/// The salt of a helper: two with one passphrase have different keys.
pub(super) fn salted(salt: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = salt.to_vec();
    bytes.extend(name.trim().as_bytes());
    bytes
}

const ROW: &str = "of/";

/// The row of a counter.
pub(super) fn of_row(id: &str) -> String {
    [ROW, id].concat()
}

/// The counter of a row.
pub(super) fn row_of(key: &str) -> Option<String> {
    key.strip_prefix(ROW).map(str::to_owned)
}

/// The database of a counter.
pub(super) fn of_database(registry: &str, id: &str) -> String {
    [registry, "-", id].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_passphrase_of_some_length_that_is_repeated() {
        let check = |name: &str, passphrase: &str, again: &str, expect: Option<Unfit>| {
            assert_eq!(unfit(name, passphrase, again), expect, "{name} {passphrase} {again}");
        };
        check("李娟", "春风又绿江南岸边", "春风又绿江南岸边", None);
        check("李娟", " 4821 7730 ", "4821 7730", None);
        check(" ", "48217730", "48217730", Some(Unfit::Name));
        check(&"李".repeat(51), "48217730", "48217730", Some(Unfit::Name));
        check("李娟", "4821773", "4821773", Some(Unfit::Short));
        check("李娟", "11111111", "11111111", Some(Unfit::Plain));
        check("李娟", "12121212", "12121212", Some(Unfit::Plain));
        check("Li Juan Mei", "Li Juan Mei", "Li Juan Mei", Some(Unfit::Plain));
        check("李娟", "48217730", "48217731", Some(Unfit::Other));
    }

    #[test]
    fn two_helpers_with_one_passphrase_have_two_keys() {
        assert_ne!(salted(&[1; 16], "李娟"), salted(&[1; 16], "王强"));
        assert_eq!(salted(&[1; 16], " 李娟 "), salted(&[1; 16], "李娟"));
    }

    #[test]
    fn a_row_names_its_counter() {
        assert_eq!(row_of(&of_row("0011")), Some("0011".to_owned()));
        assert_eq!(row_of("salt"), None);
        assert_eq!(of_database("yuntian-counter", "0011"), "yuntian-counter-0011");
    }
}
