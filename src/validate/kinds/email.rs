//! E-mail addresses, by the rule that the HTML standard gives browsers, in one pass.

use super::{Reading, fold};
use crate::{model::Value, validate::IssueKind};

/// The most characters of an address, RFC 5321.
const LIMIT: usize = 254;

/// Reads an address.
#[must_use]
pub fn read(raw: &str) -> Reading {
    let text = clean(raw);
    if is_email(&text) { Reading::good(Value::Text(text)) } else { Reading::wrong(IssueKind::Format) }
}

/// The address folded, without the blanks around it. Upper and lower case stay.
#[must_use]
pub fn clean(raw: &str) -> String {
    let folded: String = fold::text(raw, false).chars().map(fold::ascii).collect();
    folded.trim().to_owned()
}

/// A part with letters, digits and signs; an `@`; names of letters, digits and inner hyphens with dots between.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let is_local = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    let is_label = |label: &str| {
        let is_inside = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        (1..=63).contains(&label.len())
            && label.bytes().all(is_inside)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !local.is_empty() && local.bytes().all(is_local) && domain.split('.').all(is_label) && text.len() <= LIMIT
}

/// The first character and what stands behind the `@`.
pub(super) fn masked(text: &str) -> String {
    let (local, domain) = text.split_once('@').unwrap_or((text, ""));
    let first: String = local.chars().take(1).collect();
    [&first, "***@", domain].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for raw in ["a@b", "li.hua+1@example.com", " ｌｉ＠example．com ", "a!#$%&'*+/=?^_`{|}~-@x-y.cn"]
        {
            assert!(read(raw).value.is_some(), "{raw}");
        }
        for raw in [
            "", "a", "@b", "a@", "a@b@c", "a b@c", "a@-b", "a@b-", "a@b..c", "a@b.", "李@b", "a@中国",
            "\"a\"@b",
        ] {
            assert_eq!(read(raw), Reading::wrong(IssueKind::Format), "{raw}");
        }
        assert!(!is_email(&["a@", &"b".repeat(64)].concat()));
        assert!(!is_email(&["a@", &"b.".repeat(130), "b"].concat()));
        assert_eq!(masked("lihua@example.com"), "l***@example.com");
    }
}
