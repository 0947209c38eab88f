//! Characters by what was typed of their reading: `wang`, `wan` or `w`. One character at a time: names are not in any list of words.

/// The table of readings: a line each, `wang 王望往`.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Sounds(Vec<(String, Vec<char>)>);

/// So many are offered; who wants another types more of its reading.
const MOST: usize = 240;

impl Sounds {
    /// Reads the table; what is no line of it is passed over.
    pub(crate) fn read(text: &str) -> Self {
        let line = |line: &str| {
            let (sound, characters) = line.split_once(' ')?;
            Some((sound.to_owned(), characters.chars().collect()))
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// The characters whose reading is this, then those whose reading begins so, common ones first.
    pub(crate) fn starting(&self, typed: &str) -> Vec<char> {
        if typed.is_empty() {
            return Vec::new();
        }
        let exact = self.0.iter().filter(|(sound, _)| sound == typed).flat_map(|(_, characters)| characters);
        let mut found: Vec<char> = exact.copied().collect();
        let longer: Vec<&Vec<char>> = self
            .0
            .iter()
            .filter(|(sound, _)| sound.starts_with(typed) && sound != typed)
            .map(|(_, characters)| characters)
            .collect();
        for rank in 0..longer.iter().map(|characters| characters.len()).max().unwrap_or_default() {
            for c in longer.iter().filter_map(|characters| characters.get(rank)) {
                if found.len() < MOST && !found.contains(c) {
                    found.push(*c);
                }
            }
        }
        found.truncate(MOST);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, expect: &str) {
        let sounds = Sounds::read("wai 外歪\nwan 万完\nwang 王万\nxing 行\nbroken\n");
        assert_eq!(sounds.starting(typed).into_iter().collect::<String>(), expect, "{typed}");
    }

    #[test]
    fn what_is_read_so_stands_first() {
        check("wang", "王万");
        check("wan", "万完王");
        check("w", "外万王歪完");
        check("xing", "行");
        check("zz", "");
        check("", "");
    }
}
