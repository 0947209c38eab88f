//! How typed text becomes text that can be checked: identifiers are folded, texts lose only what can not be seen.
//!
//! **Invariant:** [`ascii`] agrees with Unicode's NFKC on every character that NFKC makes one ASCII character, and
//! leaves every other as it is (a test holds it against the real thing). No Unicode table gets into the page.

/// An identifier or number as it is compared: full-width and other compatibility forms become ASCII, blanks and
/// hyphens go, letters are upper case.
#[must_use]
pub fn identifier(raw: &str) -> String {
    let kept = raw.chars().map(ascii).filter(|c| !is_hyphen(*c) && !is_blank(*c) && !is_unseen(*c));
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

/// A text as it is kept: control and bidirectional characters go, nothing else changes. A long text keeps its lines.
#[must_use]
pub fn text(raw: &str, is_long: bool) -> String {
    if !raw.chars().any(|c| c.is_control() || is_bidirectional(c)) {
        return raw.to_owned();
    }
    let is_kept = |c: &char| (is_long && *c == '\n') || !(c.is_control() || is_bidirectional(*c));
    raw.replace("\r\n", "\n").chars().filter(is_kept).collect()
}

/// Whether nothing that can be seen was typed.
#[must_use]
pub fn is_empty(raw: &str) -> bool {
    raw.chars().all(|c| is_blank(c) || is_unseen(c))
}

/// What NFKC makes of a character, where that is one ASCII character.
#[must_use]
pub fn ascii(c: char) -> char {
    let code = u32::from(c);
    if code < 0xA0 {
        return c;
    }
    let folded = match code {
        0xFF01..=0xFF5E => Some(code - 0xFF01 + 0x21),
        0x2000..=0x200A => Some(0x20),
        0x2080..=0x2089 => Some(code - 0x2080 + 0x30),
        0x24B6..=0x24CF => Some(code - 0x24B6 + 0x41),
        0x24D0..=0x24E9 => Some(code - 0x24D0 + 0x61),
        0x1F130..=0x1F149 => Some(code - 0x1F130 + 0x41),
        0x1FBF0..=0x1FBF9 => Some(code - 0x1FBF0 + 0x30),
        // Mathematical alphabets: 26 capitals, 26 small letters, over and over; then digits, over and over.
        0x1D400..=0x1D6A3 => {
            let place = (code - 0x1D400) % 52;
            Some(if place < 26 { 0x41 + place } else { 0x61 + place - 26 })
        }
        0x1D7CE..=0x1D7FF => Some((code - 0x1D7CE) % 10 + 0x30),
        _ => from_table(code),
    };
    folded.and_then(char::from_u32).unwrap_or(c)
}

fn from_table(code: u32) -> Option<u32> {
    let after = OTHERS.partition_point(|row| row.0 <= code);
    let (first, n, to) = *OTHERS.get(after.checked_sub(1)?)?;
    let offset = code - first;
    (offset < u32::from(n)).then(|| u32::from(to) + offset)
}

/// Hyphens and dashes of every length, and the minus sign.
#[must_use]
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Blanks of every width.
#[must_use]
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
}

/// Characters that order or join others and can not be seen.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || is_bidirectional(c)
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// The characters that switch the direction of writing.
#[must_use]
pub fn is_bidirectional(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// What remains: first code point, how many, and what the first becomes.
#[rustfmt::skip]
const OTHERS: &[(u32, u8, char)] = &[
    (0xA0, 1, ' '), (0xAA, 1, 'a'), (0xB2, 2, '2'), (0xB9, 1, '1'), (0xBA, 1, 'o'), (0x17F, 1, 's'),
    (0x2B0, 1, 'h'), (0x2B2, 1, 'j'), (0x2B3, 1, 'r'), (0x2B7, 1, 'w'), (0x2B8, 1, 'y'), (0x2E1, 1, 'l'),
    (0x2E2, 1, 's'), (0x2E3, 1, 'x'), (0x37E, 1, ';'), (0x1D2C, 1, 'A'), (0x1D2E, 1, 'B'),
    (0x1D30, 2, 'D'), (0x1D33, 8, 'G'), (0x1D3C, 1, 'O'), (0x1D3E, 1, 'P'), (0x1D3F, 1, 'R'),
    (0x1D40, 2, 'T'), (0x1D42, 1, 'W'), (0x1D43, 1, 'a'), (0x1D47, 1, 'b'), (0x1D48, 2, 'd'),
    (0x1D4D, 1, 'g'), (0x1D4F, 1, 'k'), (0x1D50, 1, 'm'), (0x1D52, 1, 'o'), (0x1D56, 1, 'p'),
    (0x1D57, 2, 't'), (0x1D5B, 1, 'v'), (0x1D62, 1, 'i'), (0x1D63, 1, 'r'), (0x1D64, 2, 'u'),
    (0x1D9C, 1, 'c'), (0x1DA0, 1, 'f'), (0x1DBB, 1, 'z'), (0x1FEF, 1, '`'), (0x2024, 1, '.'),
    (0x202F, 1, ' '), (0x205F, 1, ' '), (0x2070, 1, '0'), (0x2071, 1, 'i'), (0x2074, 6, '4'),
    (0x207A, 1, '+'), (0x207C, 1, '='), (0x207D, 2, '('), (0x207F, 1, 'n'), (0x208A, 1, '+'),
    (0x208C, 1, '='), (0x208D, 2, '('), (0x2090, 1, 'a'), (0x2091, 1, 'e'), (0x2092, 1, 'o'),
    (0x2093, 1, 'x'), (0x2095, 1, 'h'), (0x2096, 4, 'k'), (0x209A, 1, 'p'), (0x209B, 2, 's'),
    (0x209D, 1, 'w'), (0x209E, 2, 'y'), (0x2102, 1, 'C'), (0x210A, 1, 'g'), (0x210B, 1, 'H'),
    (0x210C, 1, 'H'), (0x210D, 1, 'H'), (0x210E, 1, 'h'), (0x2110, 1, 'I'), (0x2111, 1, 'I'),
    (0x2112, 1, 'L'), (0x2113, 1, 'l'), (0x2115, 1, 'N'), (0x2119, 3, 'P'), (0x211C, 1, 'R'),
    (0x211D, 1, 'R'), (0x2124, 1, 'Z'), (0x2128, 1, 'Z'), (0x212A, 1, 'K'), (0x212C, 2, 'B'),
    (0x212F, 1, 'e'), (0x2130, 2, 'E'), (0x2133, 1, 'M'), (0x2134, 1, 'o'), (0x2139, 1, 'i'),
    (0x2145, 1, 'D'), (0x2146, 2, 'd'), (0x2148, 2, 'i'), (0x2160, 1, 'I'), (0x2164, 1, 'V'),
    (0x2169, 1, 'X'), (0x216C, 1, 'L'), (0x216D, 2, 'C'), (0x216F, 1, 'M'), (0x2170, 1, 'i'),
    (0x2174, 1, 'v'), (0x2179, 1, 'x'), (0x217C, 1, 'l'), (0x217D, 2, 'c'), (0x217F, 1, 'm'),
    (0x2460, 9, '1'), (0x24EA, 1, '0'), (0x2C7C, 1, 'j'), (0x2C7D, 1, 'V'), (0x3000, 1, ' '),
    (0xA7F1, 1, 'S'), (0xA7F2, 1, 'C'), (0xA7F3, 1, 'F'), (0xA7F4, 1, 'Q'), (0xFB29, 1, '+'),
    (0xFE10, 1, ','), (0xFE13, 2, ':'), (0xFE15, 1, '!'), (0xFE16, 1, '?'), (0xFE33, 1, '_'),
    (0xFE34, 1, '_'), (0xFE35, 2, '('), (0xFE37, 1, '{'), (0xFE38, 1, '}'), (0xFE47, 1, '['),
    (0xFE48, 1, ']'), (0xFE4D, 1, '_'), (0xFE4E, 1, '_'), (0xFE4F, 1, '_'), (0xFE50, 1, ','),
    (0xFE52, 1, '.'), (0xFE54, 1, ';'), (0xFE55, 1, ':'), (0xFE56, 1, '?'), (0xFE57, 1, '!'),
    (0xFE59, 2, '('), (0xFE5B, 1, '{'), (0xFE5C, 1, '}'), (0xFE5F, 1, '#'), (0xFE60, 1, '&'),
    (0xFE61, 2, '*'), (0xFE63, 1, '-'), (0xFE64, 1, '<'), (0xFE65, 1, '>'), (0xFE66, 1, '='),
    (0xFE68, 1, '\\'), (0xFE69, 2, '$'), (0xFE6B, 1, '@'), (0x107A5, 1, 'q'), (0x1CCD6, 26, 'A'),
    (0x1CCF0, 10, '0'), (0x1F12B, 1, 'C'), (0x1F12C, 1, 'R'),
];

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn every_character_folds_as_nfkc_says() {
        for c in '\u{0}'..=char::MAX {
            let normal: String = c.nfkc().collect();
            let mut chars = normal.chars();
            let (first, rest) = (chars.next().unwrap(), chars.next());
            let is_one_ascii = rest.is_none() && first.is_ascii();
            // The holes in the mathematical alphabets are not assigned; what becomes of them matters to nobody.
            let is_hole = matches!(u32::from(c), 0x1D400..=0x1D7FF) && first == c;
            if !is_hole {
                assert_eq!(ascii(c), if is_one_ascii { first } else { c }, "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn identifiers_lose_blanks_and_hyphens() {
        assert_eq!(identifier("４２０１０５ 1979-0606—018ｘ"), "42010519790606018X");
        assert_eq!(identifier("\u{202A}138 7123\u{200B}4567\u{202C}"), "13871234567");
    }

    #[test]
    fn texts_lose_only_what_can_not_be_seen() {
        assert_eq!(text(" 张\u{202E}三１２-３\t", false), " 张三１２-３");
        assert_eq!(text("一\r\n二\u{7}", true), "一\n二");
        assert_eq!(text("一\r\n二", false), "一二");
    }
}
