//! A deployment's settings.

use serde_json::Value;

use super::{
    described,
    wire::{self, Fault, Pointer, Type, localized, text, whole},
};
use crate::{
    diag::{Code, Diagnostic},
    model::{Mode, Settings},
};

/// Reads `settings.json`; `None` where something in it is an error.
#[must_use]
pub fn settings(bytes: &[u8]) -> (Option<Settings>, Vec<Diagnostic>) {
    let (settings, faults) = match wire::read(bytes) {
        Ok(root) => {
            let mut faults = Vec::new();
            wire::check(&root, &Type::Object(&wire::SETTINGS), &Pointer::root(), &mut faults);
            check_division(&root, &mut faults);
            (Some(lower(&root)), faults)
        }
        Err(fault) => (None, vec![fault]),
    };
    let diagnostics = described(faults, "settings.json");
    (settings.filter(|_| diagnostics.is_empty()), diagnostics)
}

fn check_division(root: &Value, faults: &mut Vec<Fault>) {
    if let Some(division) = text(root, "division")
        && (division.len() != 6 || !division.bytes().all(|b| b.is_ascii_digit()))
    {
        faults
            .push(Pointer::root().at("division").fault(Code::BadValue { expected: "six_digits".to_owned() }));
    }
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
        mode: match text(root, "mode") {
            Some("station") => Mode::Station,
            Some("enterprise") => Mode::Enterprise,
            Some("kiosk") => Mode::Kiosk,
            Some(_) | None => Mode::Home,
        },
        draft_days: whole(root, "draftDays").and_then(|n| u32::try_from(n).ok()).unwrap_or(30),
        is_sample: root.get("sample").and_then(Value::as_bool).unwrap_or(true),
    }
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
}
