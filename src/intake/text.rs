//! Bytes to text: UTF-8 and UTF-16 by their marks, UTF-8 where it is good, GB 18030 (GBK is part of it) else.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::IntakeError;

/// The text, and what it was.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Cow<'_, str>, &'static str), IntakeError> {
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return match std::str::from_utf8(rest) {
            Ok(text) => Ok((text.into(), "UTF-8")),
            Err(error) => Err(IntakeError::Encoding { line: line(rest, error.valid_up_to()) }),
        };
    }
    for (mark, encoding) in [([0xFF, 0xFE], UTF_16LE), ([0xFE, 0xFF], UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.map(|text| (text, "UTF-16")).ok_or(IntakeError::Encoding { line: 1 });
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.into(), "UTF-8"));
    }
    if let Some(text) = GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        return Ok((text, "GB 18030"));
    }
    // Lines end in neither encoding within a character, so each can be looked at alone.
    let is_good = |line: &[u8]| GB18030.decode_without_bom_handling_and_without_replacement(line).is_some();
    let bad = bytes.split(|byte| *byte == b'\n').position(|line| !is_good(line));
    Err(IntakeError::Encoding { line: bad.unwrap_or_default() + 1 })
}

fn line(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expect: Result<(&str, &str), usize>) {
        let found = decoded(bytes).map(|(text, encoding)| (text.into_owned(), encoding));
        let expect = expect.map(|(text, encoding)| (text.to_owned(), encoding));
        assert_eq!(found, expect.map_err(|line| IntakeError::Encoding { line }));
    }

    #[test]
    fn encodings_are_told_apart() {
        check("名称,a".as_bytes(), Ok(("名称,a", "UTF-8")));
        check(b"\xEF\xBB\xBFa", Ok(("a", "UTF-8")));
        check(&GB18030.encode("事项名称,高龄津贴").0, Ok(("事项名称,高龄津贴", "GB 18030")));
        // Beyond GBK: four bytes.
        check(&GB18030.encode("䶮𠮷").0, Ok(("䶮𠮷", "GB 18030")));
        check(b"\xFF\xFEa\x00", Ok(("a", "UTF-16")));
        check(b"\xEF\xBB\xBFa\nb\n\xFF", Err(3));
        check(b"a\nb\xFF\n", Err(2));
    }
}
