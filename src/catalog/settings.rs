//! A deployment's settings.

use serde_json::Value;
use validator::{Validate, ValidationError, ValidationErrorsKind};

use super::{
    described,
    wire::{self, Fault, Pointer, Type, list, localized, text, whole},
};
use crate::{
    diag::{Code, Diagnostic},
    model::{Helper, Mode, Settings},
};

/// Reads `settings.json`; `None` where something in it is an error.
#[must_use]
pub fn settings(bytes: &[u8]) -> (Option<Settings>, Vec<Diagnostic>) {
    let (settings, faults) = match wire::read(bytes) {
        Ok(root) => {
            let faults = faults(&root);
            (Some(lower(&root)), faults)
        }
        Err(fault) => (None, vec![fault]),
    };
    let diagnostics = described(faults, "settings.json");
    (settings.filter(|_| diagnostics.is_empty()), diagnostics)
}

/// Every fault: of the spelling, then of what is limited.
pub(super) fn faults(root: &Value) -> Vec<Fault> {
    let mut faults = Vec::new();
    wire::check(root, &Type::Object(&wire::SETTINGS), &Pointer::root(), &mut faults);
    Limited::of(root).check(&mut faults);
    faults
}

/// The settings that have limits; each code is the stable word that a diagnostic names the limit by. `validator`'s own
/// checks of addresses are never called: they would link its regular expressions into the page.
#[derive(Validate)]
struct Limited {
    #[validate(length(equal = 6, code = "six_digits"), custom(function = "all_digits", code = "six_digits"))]
    division: Option<String>,
    #[validate(length(max = 100, code = "at_most_100"))]
    contact: Option<String>,
    #[validate(
        length(max = 2000, code = "web_address"),
        custom(function = "web_address", code = "web_address")
    )]
    rating_url: Option<String>,
    #[validate(
        length(max = 2000, code = "web_address"),
        custom(function = "web_address", code = "web_address")
    )]
    base_url: Option<String>,
    #[validate(range(min = 1, max = 365, code = "1_to_365"))]
    draft_days: Option<u64>,
}

impl Limited {
    fn of(root: &Value) -> Self {
        let owned = |key| text(root, key).map(str::to_owned);
        Self {
            division: owned("division"),
            contact: owned("contact"),
            rating_url: owned("ratingUrl"),
            base_url: owned("baseUrl"),
            draft_days: whole(root, "draftDays"),
        }
    }

    /// One fault a setting, in the order of their names.
    fn check(&self, faults: &mut Vec<Fault>) {
        let Err(errors) = self.validate() else { return };
        let names = [
            ("base_url", "baseUrl"),
            ("contact", "contact"),
            ("division", "division"),
            ("draft_days", "draftDays"),
            ("rating_url", "ratingUrl"),
        ];
        for (field, key) in names {
            if let Some(ValidationErrorsKind::Field(found)) = errors.errors().get(field)
                && let Some(error) = found.first()
            {
                let expected = error.code.clone().into_owned();
                faults.push(Pointer::root().at(key).fault(Code::BadValue { expected }));
            }
        }
    }
}

fn all_digits(text: &str) -> Result<(), ValidationError> {
    good(text.bytes().all(|b| b.is_ascii_digit()))
}

/// `https://` or `http://`, a host, and nothing that does not stand in an address as written; linear.
fn web_address(text: &str) -> Result<(), ValidationError> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_letter = |c: char| c.is_ascii_alphanumeric() || !c.is_ascii();
    let is_name = |c: char| is_letter(c) || matches!(c, '-' | '.' | ':' | '[' | ']');
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\');
    good(
        host.starts_with(|c: char| is_letter(c) || c == '[')
            && host.chars().all(is_name)
            && rest.chars().all(is_plain),
    )
}

/// Whether a text is an address of the web as written in settings.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    web_address(text).is_ok()
}

/// The code stands at the field.
fn good(is_good: bool) -> Result<(), ValidationError> {
    if is_good { Ok(()) } else { Err(ValidationError::new("")) }
}

fn lower(root: &Value) -> Settings {
    let words = |key| root.get(key).and_then(localized);
    Settings {
        district: words("district").unwrap_or_default(),
        division: text(root, "division").unwrap_or_default().to_owned(),
        operator: words("operator"),
        contact: text(root, "contact").map(str::to_owned),
        place: words("place"),
        hours: words("hours"),
        rating_url: text(root, "ratingUrl").map(str::to_owned),
        base_url: text(root, "baseUrl").map(str::to_owned),
        mode: text(root, "mode").and_then(Mode::parse).unwrap_or_default(),
        is_elder: text(root, "style") == Some("elder"),
        draft_days: whole(root, "draftDays").and_then(|n| u32::try_from(n).ok()).unwrap_or(30),
        is_sample: root.get("sample").and_then(Value::as_bool).unwrap_or(true),
    }
}

/// The helpers of each department, which settings may name. Apart from [`settings`], since the first load needs none of them.
#[must_use]
pub fn helpers(bytes: &[u8]) -> Vec<Helper> {
    let root = wire::read(bytes).unwrap_or_default();
    let helper = |value: &Value| {
        let words = |key| value.get(key).and_then(localized);
        Some(Helper {
            department: text(value, "department")?.to_owned(),
            name: words("name")?,
            place: words("place"),
            hours: words("hours"),
            contact: text(value, "contact").map(str::to_owned),
        })
    };
    list(&root, "helpers").iter().filter_map(helper).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogues_settings_are_good() {
        let (settings, diagnostics) = settings(include_bytes!("../../forms/settings.json"));
        assert_eq!(diagnostics, []);
        let settings = settings.unwrap();
        assert_eq!(
            (settings.division.as_str(), settings.draft_days, settings.operator),
            ("420105", 30, None)
        );
    }

    #[test]
    fn a_wrong_setting_is_named() {
        let bytes = br#"{"format": "yuntian-settings/1", "district": {"zh": "x"}, "division": "4201", "moed": "home"}"#;
        let (settings, diagnostics) = settings(bytes);
        assert!(settings.is_none());
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code.id(), d.place.pointer.as_str())).collect();
        assert_eq!(found, [("F004", "/moed"), ("F006", "/division")]);
    }
    /// The pointers and words that are found wrong with one setting changed.
    fn found(key: &str, value: Value) -> Vec<(String, String)> {
        let mut root: Value = serde_json::from_slice(include_bytes!("../../forms/settings.json")).unwrap();
        root[key] = value;
        let (settings, diagnostics) = settings(root.to_string().as_bytes());
        assert_eq!(settings.is_some(), diagnostics.is_empty());
        let word = |code: &Code| {
            if let Code::BadValue { expected } = code { expected.clone() } else { code.id().to_owned() }
        };
        diagnostics.iter().map(|d| (d.place.pointer.clone(), word(&d.code))).collect()
    }

    #[test]
    fn limits_of_settings() {
        let good = |key: &str, value: Value| assert_eq!(found(key, value), [], "{key}");
        let wrong = |key: &str, value: Value, want: &str| {
            assert_eq!(found(key, value), [(format!("/{key}"), want.to_owned())]);
        };
        wrong("division", "42010".into(), "six_digits");
        wrong("division", "42010x".into(), "six_digits");
        wrong("division", "42010５".into(), "six_digits");
        good("draftDays", 1.into());
        good("draftDays", 365.into());
        wrong("draftDays", 0.into(), "1_to_365");
        wrong("draftDays", 366.into(), "1_to_365");
        wrong("draftDays", u64::MAX.into(), "1_to_365");
        good("contact", "长".repeat(100).into());
        wrong("contact", "长".repeat(101).into(), "at_most_100");
        good("baseUrl", "https://example.org/yuntian/".into());
        wrong("baseUrl", "example.org".into(), "web_address");
        good("ratingUrl", Value::Null);
        good("ratingUrl", "https://example.org/rate?station=1#now".into());
        good("ratingUrl", "http://[::1]:8080".into());
        good("ratingUrl", "https://例子.example/评价".into());
        for address in [
            "",
            "example.org",
            "https://",
            "https:///x",
            "javascript:alert(1)",
            "https://a b",
            "https://a\"b",
        ] {
            wrong("ratingUrl", address.into(), "web_address");
        }
        wrong("ratingUrl", format!("https://example.org/{}", "a".repeat(2000)).into(), "web_address");
    }

    #[test]
    fn helpers_are_named_by_department() {
        let one = |key: &str, value: Value| {
            let mut helper = serde_json::json!({"department": "civil", "name": {"zh": "民政窗口"}, "hours": {"zh": "工作日"}});
            helper[key] = value;
            Value::Array(vec![helper])
        };
        assert_eq!(found("helpers", one("contact", Value::Null)), []);
        assert_eq!(
            found("helpers", one("name", Value::Null)),
            [("/helpers/0/name".to_owned(), "object".to_owned())]
        );
        assert_eq!(
            found("helpers", one("phone", "x".into())),
            [("/helpers/0/phone".to_owned(), "F004".to_owned())]
        );
        let bytes = serde_json::json!({"helpers": one("contact", "示例".into())}).to_string();
        let helpers = helpers(bytes.as_bytes());
        assert_eq!(helpers.len(), 1);
        assert_eq!(
            (helpers[0].department.as_str(), helpers[0].contact.as_deref(), &helpers[0].place),
            ("civil", Some("示例"), &None)
        );
        assert_eq!(super::helpers(b"x"), []);
    }

    #[test]
    fn each_wrong_setting_is_named_once() {
        let bytes = r#"{"format": "yuntian-settings/1", "district": {"zh": "x"}, "division": "x", "draftDays": 0, "ratingUrl": "x"}"#;
        let (_, diagnostics) = settings(bytes.as_bytes());
        let found: Vec<_> = diagnostics.iter().map(|d| d.place.pointer.as_str()).collect();
        assert_eq!(found, ["/division", "/draftDays", "/ratingUrl"]);
    }
}
