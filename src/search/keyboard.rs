//! The characters by their readings, for keys on a screen where no input method is: made when packing, where the table of readings is (ADR 21).

use std::collections::BTreeMap;

use super::readings::readings;

/// A line a reading: `wang 王望往…`, the characters in the order given. One that is read in several ways stands in each.
#[must_use]
pub fn by_sound(order: &[char]) -> String {
    let mut lines: BTreeMap<String, String> = BTreeMap::new();
    for c in order {
        for reading in readings(*c) {
            lines.entry(reading).or_default().push(*c);
        }
    }
    lines.into_iter().map(|(sound, characters)| format!("{sound} {characters}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_stand_under_each_reading_in_order() {
        let made = by_sound(&"王行望女航".chars().collect::<Vec<_>>());
        assert!(made.contains("wang 王望\n"), "{made}");
        assert!(made.contains("hang 行航\n"), "{made}");
        assert!(made.contains("xing 行\n"), "{made}");
        assert!(made.contains("nv 女\n"), "{made}");
    }
}
