//! One number checked alone, as the command line does it. Kinds are named as in the published vectors.

use crate::model::{Date, DocumentKind, Kind, Money, Tables, Value, capitals};

use super::{
    IssueKind, Severity, fold,
    kinds::{self, Reading, bank_card, citizen_id, date, name, phone},
};

/// What a number, name or amount is worth.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Verdict {
    /// How grave what is wrong with it is; `None` where it is valid.
    pub severity: Option<Severity>,
    /// What is wrong.
    pub code: Option<&'static str>,
    /// As it is compared and kept; `None` where it is wrong.
    pub normalized: Option<String>,
    /// What a converting kind makes of it.
    pub output: Option<String>,
    /// The new form of an old number.
    pub upgraded: Option<String>,
}

impl Verdict {
    /// The published spelling: `valid`, `warning` or `error`.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        self.severity.map_or("valid", Severity::as_str)
    }

    fn of(reading: Reading) -> Self {
        let fault = reading.faults.first();
        let normalized = match reading.value {
            Some(value @ (Value::Text(_) | Value::Number(_) | Value::Date(_))) => {
                Some(kinds::canonical(&value))
            }
            Some(Value::Bool(_) | Value::List(_) | Value::Map(_)) | None => None,
        };
        Self {
            severity: fault.map(|fault| fault.severity),
            code: fault.map(|fault| fault.kind.code()),
            normalized,
            ..Self::default()
        }
    }

    fn wrong(kind: &IssueKind) -> Self {
        Self { severity: Some(Severity::Error), code: Some(kind.code()), ..Self::default() }
    }

    fn made(output: Option<String>) -> Self {
        match output {
            Some(text) => Self { output: Some(text), ..Self::default() },
            None => Self::wrong(&IssueKind::Format),
        }
    }
}

/// Checks a value of a published kind; `None` for a kind that is not known.
///
/// `rmb_upper` takes whole fen, as the vectors have it; `bill_date` and `han_date` take any spelling of a day.
#[must_use]
pub fn identifier(kind: &str, value: &str, tables: &Tables, today: Date) -> Option<Verdict> {
    Some(match kind {
        "cn_id18" => Verdict::of(id18(value, tables, today)),
        "cn_id15" => id15(value, tables, today),
        "mobile" => Verdict::of(phone::mobile(value)),
        "landline" => Verdict::of(phone::landline(value)),
        "bank_card" => match bank_card::parse(value) {
            Ok(number) => Verdict { normalized: Some(number), ..Verdict::default() },
            Err(kind) => Verdict::wrong(&kind),
        },
        "name" => Verdict::of(name::read(value)),
        "rmb_upper" => Verdict::made(fen(value).map(capitals)),
        "bill_date" => Verdict::made(day(value).map(Date::in_bill_words)),
        "han_date" => Verdict::made(day(value).map(Date::in_words)),
        "money" => {
            let reading = kinds::read(&Kind::Money, value, tables, today);
            let exported = match &reading.value {
                Some(Value::Number(number)) => Some(kinds::decimal::yuan(*number)),
                Some(Value::Bool(_) | Value::Text(_) | Value::Date(_) | Value::List(_) | Value::Map(_))
                | None => None,
            };
            Verdict { normalized: exported, ..Verdict::of(reading) }
        }
        _ => Verdict::of(kinds::read(&kind_of(kind)?, value, tables, today)),
    })
}

/// The kinds that a form can ask, as the vectors name them.
fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "citizen_id" => Kind::CitizenId,
        "integer" => Kind::Integer,
        "decimal" => Kind::Decimal,
        "date" => Kind::Date,
        "month" => Kind::Month,
        "phone" => Kind::Phone,
        "email" => Kind::Email,
        "signature" => Kind::Signature,
        _ => {
            let (_, kind) = DOCUMENTS.iter().find(|(of, _)| *of == name)?;
            Kind::Document(*kind)
        }
    })
}

const DOCUMENTS: [(&str, DocumentKind); 17] = [
    ("uscc", DocumentKind::CreditCode),
    ("org_code", DocumentKind::OrgCode),
    ("biz_reg_no", DocumentKind::BusinessRegistration),
    ("food_licence", DocumentKind::FoodLicence),
    ("passport_cn", DocumentKind::Passport),
    ("hm_travel_permit", DocumentKind::HmTravelPermit),
    ("tw_travel_permit", DocumentKind::TwTravelPermit),
    ("exit_permit", DocumentKind::ExitPermit),
    ("hmt_residence_permit", DocumentKind::HmtResidencePermit),
    ("foreign_pr", DocumentKind::ForeignResidence),
    ("disability_cert", DocumentKind::Disability),
    ("birth_cert", DocumentKind::Birth),
    ("marriage_cert", DocumentKind::Marriage),
    ("plate", DocumentKind::Plate),
    ("postcode", DocumentKind::Postcode),
    ("real_estate_cert", DocumentKind::RealEstate),
    ("person_document", DocumentKind::Personal),
];

fn id18(value: &str, tables: &Tables, today: Date) -> Reading {
    let is_short = fold::identifier(value).len() == 15;
    if is_short { Reading::wrong(IssueKind::Format) } else { citizen_id::read(value, tables, today) }
}

fn id15(value: &str, tables: &Tables, today: Date) -> Verdict {
    let text = fold::identifier(value);
    if text.len() != 15 {
        return Verdict::wrong(&IssueKind::Format);
    }
    let verdict = Verdict::of(citizen_id::read(value, tables, today));
    let normalized = verdict.normalized.as_ref().map(|_| text);
    Verdict { upgraded: verdict.normalized, normalized, ..verdict }
}

fn fen(value: &str) -> Option<Money> {
    let is_negative = value.trim_start().starts_with(fold::is_hyphen);
    let amount: i64 = fold::identifier(value).parse().ok()?;
    Money::from_fen(if is_negative { -amount } else { amount })
}

fn day(value: &str) -> Option<Date> {
    match date::read(value).value {
        Some(Value::Date(day)) => Some(day),
        Some(Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_)) | None => {
            None
        }
    }
}
