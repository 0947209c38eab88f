//! What a scanned text is: the code of a guide, an identity number, or nothing of ours.
//!
//! **Invariant:** of an address only the item's id is taken; whose address it is does not matter, since nobody is sent there.

use crate::model::FormId;

/// What was scanned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Scanned {
    /// An item's guide.
    Item(FormId),
    /// What has the shape of an identity number.
    Number(String),
    /// Nothing that is known here.
    Unknown,
}

/// The longest id.
const LONGEST_ID: usize = 32;

/// Reads a scanned text. Case is not looked at: a scanner knows nothing of a Caps Lock.
pub(crate) fn read(text: &str) -> Scanned {
    let text = text.trim().to_ascii_uppercase();
    let number = text.strip_suffix('X').filter(|_| text.len() == 18).unwrap_or(&text);
    if matches!(text.len(), 15 | 18) && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Scanned::Number(text);
    }
    let id = match text.split_once('#') {
        Some((_, path)) => of_address(path),
        None => Some(text.as_str()).filter(|text| is_bare_id(text)),
    };
    id.map_or(Scanned::Unknown, |id| Scanned::Item(FormId::new(id)))
}

/// The id in `/I/SQ031/FILL`.
fn of_address(path: &str) -> Option<&str> {
    let mut parts = path.trim_start_matches('/').split(['/', '?', '&']);
    let is_item = matches!(parts.next()?, "I" | "B");
    parts.next().filter(|id| is_item && is_id(id))
}

fn is_id(text: &str) -> bool {
    let is_good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_ID && text.bytes().all(is_good)
}

/// Letters, then digits: `SQ031`, `G00001`.
fn is_bare_id(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let n_letters = text.len() - digits.len();
    (1..=3).contains(&n_letters)
        && (2..=6).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = match read(text) {
            Scanned::Item(id) => format!("item {id}"),
            Scanned::Number(number) => format!("number {number}"),
            Scanned::Unknown => String::from("-"),
        };
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn the_code_of_a_guide_leads_to_its_item_whoever_printed_it() {
        check("https://hall.example/yuntian/#/i/SQ031", "item SQ031");
        check("http://elsewhere.example/?mode=home&x=1#/i/SQ031/fill/who", "item SQ031");
        check("HTTPS://HALL.EXAMPLE/#/I/SQ031", "item SQ031");
        check("#/i/g00001?from=sheet", "item G00001");
        check("https://hall.example/#/b/MS01", "item MS01");
        check("SQ031", "item SQ031");
        check(" ms01 ", "item MS01");
    }

    #[test]
    fn an_identity_number_is_one_by_its_shape() {
        check("420105194405060225", "number 420105194405060225");
        check("11010519491231002x", "number 11010519491231002X");
        check("420105440506022", "number 420105440506022");
    }

    #[test]
    fn anything_else_is_nothing() {
        for text in [
            "",
            "6901234567892",
            "https://elsewhere.example/pay?id=SQ031",
            "https://hall.example/#/author",
            "javascript:alert(1)",
            "https://hall.example/#/i/<b>",
            "#/i/",
            "4201051944050602XX",
            "ABCD1234",
            "SQ",
            "1234567890123456789",
        ] {
            check(text, "-");
        }
    }
}
