//! Names of people, of any script and length (report §8.2).
//!
//! **Invariant:** no minimum length, no list of Han characters: a name that a family gave is right. Only what no name
//! has (digits, signs, emoji) is refused, and the sign is named.

use super::{Fault, Reading, fold};
use crate::{model::Value, validate::IssueKind};

/// The separator in names of many peoples, GB 18030 A1A4.
const DOT: char = '\u{B7}';

/// Reads a name.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let text = clean(raw);
    if fold::is_empty(&text) {
        return Reading::wrong(IssueKind::Empty);
    }
    if let Some(found) = text.chars().find(|c| !may_stand(*c)) {
        return Reading::wrong(IssueKind::Charset { found });
    }
    if text.starts_with(DOT) || text.ends_with(DOT) || text.contains("··") {
        return Reading::wrong(IssueKind::DotPosition);
    }
    let faults =
        raw.chars().find(|c| is_private(*c)).map(|found| Fault::warning(IssueKind::Charset { found }));
    Reading { value: Some(Value::Text(text)), faults: faults.into_iter().collect() }
}

/// A name without control and bidirectional characters, its look-alike dots made `·`, and characters that old systems
/// kept in the private area put where they belong.
#[must_use]
pub fn clean(raw: &str) -> String {
    let text = fold::text(raw, false);
    let mut name = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // A full stop stands in `J. Smith`; between Han characters it is a dot typed the easy way.
        let is_between_han =
            name.chars().next_back().is_some_and(is_han) && chars.peek().copied().is_some_and(is_han);
        name.push(match c {
            '.' | '\u{FF0E}' if is_between_han => DOT,
            '\u{387}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{2E31}' | '\u{30FB}'
            | '\u{318D}' | '\u{FF65}' => DOT,
            _ => from_private(c),
        });
    }
    name
}

/// The first character, the rest hidden; with a dot, what stands before it.
pub(super) fn masked(shown: &str) -> String {
    if let Some((family, _)) = shown.split_once(DOT) {
        return format!("{family}{DOT}***");
    }
    shown.chars().enumerate().map(|(idx, c)| if idx == 0 { c } else { '*' }).collect()
}

fn may_stand(c: char) -> bool {
    // Letters of every script, the marks that join them, and what stands between the parts of a name.
    let is_mark = matches!(
        u32::from(c),
        0x300..=0x36F | 0xF0B | 0x180B..=0x180F | 0x1AB0..=0x1AFF | 0x200C..=0x200D | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF
    );
    let is_sign =
        matches!(c, DOT | ' ' | '\u{3000}' | '\u{A0}' | '-' | '\'' | '\u{2019}' | '\u{2BC}' | ',' | '.');
    // Letters in circles and squares are signs although Unicode calls them alphabetic.
    let is_enclosed = matches!(u32::from(c), 0x24B6..=0x24E9 | 0x1F100..=0x1F1FF);
    is_han(c) || is_mark || is_sign || is_private(c) || (c.is_alphabetic() && !is_enclosed)
}

/// Han characters by block, so that those of later Unicode versions pass too.
fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFD)
}

fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF0000..=0x0010_FFFD)
}

/// The Han characters and components that GBK kept in the private area, from U+E815 on, where Unicode has them since.
const FROM_PRIVATE: &str = "\
    ⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱\
    䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

/// A character that older decoders put into the private area, where it belongs. A mere component stays: it is in no name.
fn from_private(c: char) -> char {
    let place = u32::from(c).checked_sub(0xE815).and_then(|place| usize::try_from(place).ok());
    let found = place.and_then(|place| FROM_PRIVATE.chars().nth(place));
    found.filter(|found| is_han(*found)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(raw: &str, want: &str) {
        assert_eq!(read(raw), Reading::good(Value::Text(want.to_owned())), "{raw}");
    }

    fn refused(raw: &str, want: IssueKind) {
        assert_eq!(read(raw), Reading::wrong(want), "{raw}");
    }

    #[test]
    fn names_of_every_people_pass() {
        for raw in [
            "李",
            "欧阳娜娜",
            "〇明",
            "𬭎㛃䶮",
            "O'BRIEN, MARY-ANN",
            "José María",
            "Нурсултан",
            "བསྟན་འཛིན",
            "𮯰",
            "葛\u{E0100}城",
        ] {
            accepted(raw, raw);
        }
        let long = "阿".repeat(300);
        accepted(&long, &long);
    }

    #[test]
    fn dots_become_the_middle_dot() {
        for dot in ["·", "•", "・", "‧", "∙", "⋅", "．", ".", "･"] {
            accepted(&format!("买合木提{dot}艾力"), "买合木提·艾力");
        }
        accepted("J. Smith", "J. Smith");
        refused("·买买提", IssueKind::DotPosition);
        refused("买买提・", IssueKind::DotPosition);
        refused("买买提·•艾力", IssueKind::DotPosition);
    }

    #[test]
    fn what_no_name_has_is_named() {
        for (raw, found) in [
            ("李华1", '1'),
            ("张？", '？'),
            ("李😀", '😀'),
            ("王Ⓐ", 'Ⓐ'),
            ("⼀明", '⼀'),
            ("李\u{FFFD}", '\u{FFFD}'),
        ] {
            refused(raw, IssueKind::Charset { found });
        }
        refused("", IssueKind::Empty);
        refused(" \u{3000}", IssueKind::Empty);
    }

    #[test]
    fn private_characters_are_mapped_with_a_warning() {
        let reading = read("王\u{E863}");
        assert_eq!(reading.value, Some(Value::Text("王䶮".to_owned())));
        assert_eq!(reading.faults, [Fault::warning(IssueKind::Charset { found: '\u{E863}' })]);
        // One outside the basic plane, those of GB 18030-2022, the last; the first is a component.
        for (old, new) in
            [('\u{E815}', '\u{E815}'), ('\u{E831}', '𡗗'), ('\u{E81E}', '龴'), ('\u{E864}', '龻')]
        {
            assert_eq!(from_private(old), new);
        }
        assert_eq!(FROM_PRIVATE.chars().count(), 80);
        for other in ['\u{E814}', '\u{E865}', '李', '\u{F8FF}', '\u{10FFFD}'] {
            assert_eq!(from_private(other), other);
        }
    }
}
