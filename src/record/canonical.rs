//! RFC 8785 JSON of a submission, and what is cut from its SHA-256.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{model::Form, validate::Submission};

use super::export::tree;

/// RFC 8785 JSON of `{form, version, answers, consents}`, derived values included.
#[must_use]
pub fn canonical(form: &Form, submission: &Submission) -> Vec<u8> {
    let mut text = String::new();
    write(&Value::Object(tree(form, submission)), &mut text);
    text.into_bytes()
}

/// First 12 hex digits of the SHA-256 of canonical bytes.
#[must_use]
pub fn digest(canonical: &[u8]) -> String {
    let hash = Sha256::digest(canonical);
    hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// First 10 Crockford base32 characters of the SHA-256 of canonical bytes.
#[must_use]
pub fn reference(canonical: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let hash = Sha256::digest(canonical);
    let bits = hash.iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let letter = |idx: u32| {
        let five = usize::try_from(bits >> (59 - 5 * idx) & 31).unwrap_or_default();
        ALPHABET.get(five).copied().map_or('0', char::from)
    };
    (0..10).map(letter).collect()
}

/// Keys by their UTF-16 units, no blanks, the escapes of ECMAScript.
fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(is_true) => text.push_str(if *is_true { "true" } else { "false" }),
        // An i64 prints the same in ECMAScript up to 2^53, and so does a decimal of 15 digits with 5 places, see
        // `export::answer_json` and `kinds::decimal`. Nothing else gets here.
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::String(string) => write_string(string, text),
        Value::Array(items) => {
            text.push('[');
            for (idx, item) in items.iter().enumerate() {
                if idx > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
            text.push('{');
            for (idx, (key, member)) in members.into_iter().enumerate() {
                if idx > 0 {
                    text.push(',');
                }
                write_string(key, text);
                text.push(':');
                write(member, text);
            }
            text.push('}');
        }
    }
}

fn write_string(string: &str, text: &mut String) {
    text.push('"');
    for letter in string.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{8}' => text.push_str("\\b"),
            '\t' => text.push_str("\\t"),
            '\n' => text.push_str("\\n"),
            '\u{c}' => text.push_str("\\f"),
            '\r' => text.push_str("\\r"),
            '\0'..='\x1f' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, want: &str) {
        let mut text = String::new();
        write(&serde_json::from_str(json).unwrap(), &mut text);
        assert_eq!(text, want);
    }

    #[test]
    fn json_is_written_as_rfc_8785_says() {
        check(r#"{ "b": [1, true, null], "a": "x" }"#, r#"{"a":"x","b":[1,true,null]}"#);
        check(r#""\u20ac$\u000f\nA'B\"\\\/""#, "\"€$\\u000f\\nA'B\\\"\\\\/\"");
        // The example of §3.2.3: a surrogate pair sorts before U+FB33.
        let keys = r#"{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}"#;
        let want =
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}";
        check(keys, want);
    }

    #[test]
    fn digest_and_reference_are_cut_from_the_front() {
        // SHA-256 of nothing begins e3b0c44298fc1c149afb.
        assert_eq!(digest(b""), "e3b0c44298fc");
        assert_eq!(reference(b""), "WERC8GMRZG");
    }
}
