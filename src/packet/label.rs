//! What a field is called outside its page: on covers and in lists.

use crate::model::{Field, Form, Kind, Locale, Path, Rows};

use super::words;

/// The label of a field, with that of the person it is about unless that is the applicant or plain from the label:
/// 代办人与申请人关系, but 代办原因; and with the row of a table: 家庭成员第2行的姓名.
#[must_use]
pub fn label(form: &Form, rows: &Rows, path: &Path, locale: Locale) -> String {
    let own = plain(form, path, locale);
    let table =
        path.in_table().and_then(|(table, _)| form.field(&table)).map(|table| table.label.get(locale));
    match (table, rows.idx(path), locale) {
        (Some(table), Some(idx), Locale::Zh) => format!("{table}第{}行的{own}", idx + 1),
        (Some(table), Some(idx), Locale::En) => format!("{table}, row {}: {own}", idx + 1),
        (Some(_) | None, _, _) => own,
    }
}

fn plain(form: &Form, path: &Path, locale: Locale) -> String {
    let template = path.template();
    let Some(field) = form.field(&template) else {
        let part = address_part(form, &template, locale);
        return part.or_else(|| consent(form, &template, locale)).unwrap_or_else(|| path.to_string());
    };
    let own = field.label.get(locale);
    let gap = match locale {
        Locale::Zh => "",
        Locale::En => ": ",
    };
    match other_person(form, &template) {
        Some(group) if !is_plain(own, group.label.get(locale)) => {
            [group.label.get(locale), gap, own].concat()
        }
        Some(_) | None => own.to_owned(),
    }
}

/// A part of an address: 户籍地址（路、小区、楼栋、门牌）.
fn address_part(form: &Form, path: &Path, locale: Locale) -> Option<String> {
    let (field, part) = path.as_str().rsplit_once('.')?;
    let field = form.field(&Path::new(field)).filter(|field| field.kind == Kind::Address)?;
    let part = match part {
        "division" => words::DIVISION,
        "place" => words::DIVISION_ELSEWHERE,
        _ => words::DETAIL,
    };
    let (open, close) = match locale {
        Locale::Zh => ("（", "）"),
        Locale::En => (" (", ")"),
    };
    Some([&plain(form, &field.path, locale), open, part.get(locale), close].concat())
}

/// Whether a label names the person by itself: it has the first two characters of the person's label.
fn is_plain(own: &str, person: &str) -> bool {
    let stem: String = person.chars().take(2).collect();
    own.contains(&stem)
}

/// The group around a path that is about somebody else than the applicant.
fn other_person<'a>(form: &'a Form, path: &Path) -> Option<&'a Field> {
    let (parent, _) = path.as_str().rsplit_once('.')?;
    let group = form.field(&Path::new(parent))?;
    let role = group.role.as_ref()?;
    (!matches!(role.0.as_str(), "applicant" | "person")).then_some(group)
}

/// The text of a consent, for an issue on `consents.<purpose>`.
fn consent(form: &Form, path: &Path, locale: Locale) -> Option<String> {
    let purpose = path.as_str().strip_prefix("consents.")?;
    let text = form.consents.iter().find(|consent| consent.purpose.as_str() == purpose)?;
    Some(text.text.get(locale).to_owned())
}
