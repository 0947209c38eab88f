//! Makes what was typed comparable: letters small and half width, no tone marks, ü as v, blanks and signs as divisions.

/// One character as it is compared; `None` for what divides words and is otherwise passed over.
pub(super) fn fold(c: char) -> Option<char> {
    // The full-width forms stand in the order of ASCII.
    let c = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let c = match c {
        'ā' | 'á' | 'ǎ' | 'à' | 'Ā' | 'Á' | 'Ǎ' | 'À' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ê' | 'Ē' | 'É' | 'Ě' | 'È' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' | 'Ō' | 'Ó' | 'Ǒ' | 'Ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ü' => 'v',
        _ => c.to_ascii_lowercase(),
    };
    // Han characters begin at U+2E80; below are letters and signs that no title here has.
    (c.is_ascii_alphanumeric() || (c >= '\u{2e80}' && !is_sign(c))).then_some(c)
}

/// Signs of Chinese and full-width text, and pictures.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{2fe0}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}' | '\u{fe00}'..='\u{ffef}' | '\u{1f000}'..='\u{1fbff}')
}

/// The words of a query, at most 8 of at most 40 characters.
pub(super) fn words(query: &str) -> Vec<Vec<char>> {
    let mut words: Vec<Vec<char>> = vec![Vec::new()];
    for c in query.chars().take(400) {
        match (fold(c), words.last_mut()) {
            (Some(c), Some(word)) if word.len() < 40 => word.push(c),
            // An apostrophe divides syllables, not words: `xi'an`.
            (None, Some(word)) if !word.is_empty() && !matches!(c, '\'' | '’' | '\u{200b}') => {
                words.push(Vec::new())
            }
            (Some(_) | None, _) => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words.truncate(8);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expect: &[&str]) {
        let found: Vec<String> = words(query).into_iter().map(|word| word.into_iter().collect()).collect();
        assert_eq!(found, expect, "{query}");
    }

    #[test]
    fn words_are_folded_and_divided() {
        check("", &[]);
        check("  、", &[]);
        check("Gao Ling", &["gao", "ling"]);
        check("ｇａｏ　ｌｉｎｇ８０", &["gao", "ling80"]);
        check("gāo líng lǜ", &["gao", "ling", "lv"]);
        check("xi'an", &["xian"]);
        check("高龄津贴（80周岁）", &["高龄津贴", "80周岁"]);
        check("old-age allowance", &["old", "age", "allowance"]);
        check("😀\u{202e}", &[]);
        check("〇㐂𬭎", &["〇㐂𬭎"]);
    }

    #[test]
    fn a_query_without_end_is_cut() {
        assert_eq!(words(&"a".repeat(10_000)), [vec!['a'; 40]]);
        assert_eq!(words(&"a ".repeat(10_000)).len(), 8);
    }
}
