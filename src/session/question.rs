//! What a client sees of one question.

use std::rc::Rc;

use crate::{
    model::{DocumentKind, Field, Kind, Locale, Path, Sensitivity},
    validate::{FieldState, kinds},
};

use super::{FieldView, RowView, Session, outline::Question};

/// A question as it stands; `None` where the form does not have it.
pub(super) fn field_view(
    session: &Session,
    question: &Question,
    path: &Path,
    state: &FieldState,
    rows: Vec<Rc<RowView>>,
    is_attempted: bool,
    locale: Locale,
) -> Option<FieldView> {
    let field = session.form.fields.get(question.field_idx)?;
    let draft = &session.draft;
    let raw_of = |path: &Path| draft.answers.raw(path).to_owned();
    let parts = if field.kind == Kind::Address {
        Kind::ADDRESS_PARTS.iter().map(|part| raw_of(&path.child(part))).collect()
    } else {
        Vec::new()
    };
    let value = state.datum.value();
    let is_declined = draft.declined.contains(path);
    let is_sensitive = field.sensitivity != Sensitivity::General;
    let shown = value.filter(|_| !field.kind.is_frame());
    Some(FieldView {
        path: path.clone(),
        raw: raw_of(path),
        parts,
        shown: shown.map_or_else(String::new, |value| kinds::shown(&field.kind, value, locale)),
        is_required: state.is_required,
        is_derived: state.is_derived && !is_declined,
        issues: state.issues.clone(),
        show_issues: !state.issues.is_empty() && (is_attempted || is_touched(session, path)),
        confirmed: draft
            .confirmed
            .iter()
            .filter(|(on, _)| on.is_within(path))
            .map(|(_, code)| code.clone())
            .collect(),
        offer: state.offer.clone().filter(|_| !is_declined),
        removed: if field.kind == Kind::Rows { session.restorable(path) } else { None },
        rows,
        masked: value.filter(|_| is_sensitive).and_then(|value| kinds::masked(&field.kind, value)),
        ..blank(question, field, locale)
    })
}

/// A question as nobody has touched it.
pub(super) fn blank(question: &Question, field: &Field, locale: Locale) -> FieldView {
    let text = |text: &Option<crate::model::Localized>| text.as_ref().map(|text| text.get(locale).to_owned());
    let is_address = field.kind == Kind::Address;
    FieldView {
        path: field.path.clone(),
        kind: question.kind.clone(),
        label: field.label.get(locale).to_owned(),
        hint: text(&field.hint),
        help: text(&field.help),
        raw: String::new(),
        parts: if is_address { Kind::ADDRESS_PARTS.map(|_| String::new()).to_vec() } else { Vec::new() },
        shown: String::new(),
        is_required: false,
        is_derived: false,
        issues: Vec::new(),
        show_issues: false,
        confirmed: Vec::new(),
        offer: None,
        rows: Vec::new(),
        removed: None,
        choices: question.choices.clone(),
        autocomplete: match &field.autocomplete {
            Some(token) if field.sensitivity == Sensitivity::General => token.clone(),
            Some(_) | None => String::from("off"),
        },
        inputmode: inputmode(&field.kind),
        limits: question.limits.clone(),
        sensitivity: field.sensitivity,
        masked: None,
    }
}

/// Whether a field, or a part of it, was left once.
fn is_touched(session: &Session, path: &Path) -> bool {
    let touched = &session.draft.touched;
    touched.contains(path) || Kind::ADDRESS_PARTS.iter().any(|part| touched.contains(&path.child(part)))
}

/// Which keys a phone shows. An identity number may end in X, so it gets all of them.
fn inputmode(kind: &Kind) -> &'static str {
    match kind {
        Kind::Integer
        | Kind::Date
        | Kind::Month
        | Kind::BankCard
        | Kind::Document(
            DocumentKind::Postcode | DocumentKind::BusinessRegistration | DocumentKind::TwTravelPermit,
        ) => "numeric",
        Kind::Decimal | Kind::Money => "decimal",
        Kind::Phone => "tel",
        Kind::Email => "email",
        Kind::Group
        | Kind::Rows
        | Kind::Text { .. }
        | Kind::Name
        | Kind::Choice(_)
        | Kind::Choices(_)
        | Kind::YesNo
        | Kind::CitizenId
        | Kind::Document(_)
        | Kind::Address
        | Kind::Signature
        | Kind::Attachment(_) => "text",
    }
}
