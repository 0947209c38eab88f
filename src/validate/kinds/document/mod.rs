//! Numbers of certificates, licences and registers: one row of a table each.
//!
//! **Invariant:** a value made here has the shape of its row and passes its check. What the standards say and reality breaks
//! (credit codes of the first years) is a warning.

mod check;
mod nations;
mod shape;

use super::{Fault, Reading, citizen_id, fold, in_groups, keep};
use crate::{
    model::{Date, DocumentKind, Kind, Tables, Value},
    validate::IssueKind,
};

/// How one kind of number looks.
struct Row {
    /// Its shapes, see [`shape`]; empty where its check says everything.
    shapes: &'static str,
    /// Its characters in groups where people read it.
    groups: &'static [usize],
    /// What stands between the groups.
    between: &'static str,
    /// First and last characters that others may see; `None` where the number is public.
    seen: Option<(usize, usize)>,
}

const ROW: Row = Row { shapes: "", groups: &[], between: " ", seen: Some((1, 4)) };
const PUBLIC: Row = Row { seen: None, ..ROW };
/// Numbers that hold a birth date in the place where an identity number has it.
const BORN: Row = Row { groups: &[6, 8, 4], seen: Some((6, 4)), ..ROW };

fn row(kind: DocumentKind) -> &'static Row {
    match kind {
        DocumentKind::CreditCode => &Row { shapes: "~~######~~~~~~~~~~", groups: &[2, 6, 9], ..PUBLIC },
        DocumentKind::OrgCode => &Row { shapes: "%%%%%%%%!", groups: &[8], between: "-", ..PUBLIC },
        DocumentKind::BusinessRegistration => &Row { shapes: "###############", groups: &[6, 8], ..PUBLIC },
        DocumentKind::FoodLicence => &Row {
            shapes: "JY1#############|JY2#############|JY3#############",
            groups: &[3, 6, 6],
            ..PUBLIC
        },
        DocumentKind::Postcode => &Row { shapes: "######", ..PUBLIC },
        DocumentKind::Passport => &Row {
            shapes: "E&#######|G########|14#######|15#######|D&#######|S&#######|P&#######|K&#######|H&#######|M&#######",
            ..ROW
        },
        DocumentKind::HmTravelPermit => &Row { shapes: "H########|M########|H##########|M##########", ..ROW },
        DocumentKind::TwTravelPermit => &Row { shapes: "########|##########", ..ROW },
        DocumentKind::ExitPermit => &Row { shapes: "C&#######|W&#######", ..ROW },
        DocumentKind::HmtResidencePermit => {
            &Row { shapes: "810000###########!|820000###########!|830000###########!", ..BORN }
        }
        DocumentKind::ForeignResidence => &Row { shapes: "9################!|$$$############", ..BORN },
        DocumentKind::Disability => {
            &Row { shapes: "#################!##|#################!##B#|#################!##B##", ..BORN }
        }
        DocumentKind::Birth => &Row { shapes: "$#########", ..ROW },
        DocumentKind::Marriage => &Row {
            shapes: "J################|L################|BJ################|BL################",
            between: "-",
            ..ROW
        },
        DocumentKind::Plate => &Row {
            shapes: "?@&&&&&|?@&&&&*|?@+&####|?@#####+",
            groups: &[2],
            between: "·",
            seen: Some((2, 2)),
        },
        DocumentKind::RealEstate | DocumentKind::Other => &ROW,
        DocumentKind::Personal => &BORN,
    }
}

/// The kinds of a person's document, by the codes that [`DocumentKind::TYPE`] has for them.
const PERSONAL: [(&str, Kind); 8] = [
    ("citizenId", Kind::CitizenId),
    ("hmtResidencePermit", Kind::Document(DocumentKind::HmtResidencePermit)),
    ("foreignPr", Kind::Document(DocumentKind::ForeignResidence)),
    ("hmTravelPermit", Kind::Document(DocumentKind::HmTravelPermit)),
    ("twTravelPermit", Kind::Document(DocumentKind::TwTravelPermit)),
    ("passport", Kind::Document(DocumentKind::Passport)),
    ("exitPermit", Kind::Document(DocumentKind::ExitPermit)),
    ("other", Kind::Document(DocumentKind::Other)),
];

/// The kind that a code of [`DocumentKind::TYPE`] stands for.
#[must_use]
pub fn personal(code: &str) -> Option<Kind> {
    PERSONAL.iter().find(|(of, _)| *of == code).map(|(_, kind)| kind.clone())
}

/// Reads a number.
#[must_use]
pub fn read(kind: DocumentKind, raw: &str, tables: &Tables, today: Date) -> Reading {
    let text = clean(kind, raw);
    match kind {
        DocumentKind::Personal => return any(&text, tables, today),
        DocumentKind::RealEstate if check::is_real_estate(&text) => {}
        DocumentKind::Other if !text.is_empty() => {}
        DocumentKind::RealEstate | DocumentKind::Other => return Reading::wrong(IssueKind::Format),
        DocumentKind::CreditCode
        | DocumentKind::OrgCode
        | DocumentKind::BusinessRegistration
        | DocumentKind::FoodLicence
        | DocumentKind::Passport
        | DocumentKind::HmTravelPermit
        | DocumentKind::TwTravelPermit
        | DocumentKind::ExitPermit
        | DocumentKind::HmtResidencePermit
        | DocumentKind::ForeignResidence
        | DocumentKind::Disability
        | DocumentKind::Birth
        | DocumentKind::Marriage
        | DocumentKind::Plate
        | DocumentKind::Postcode => {
            if !shape::fits(row(kind).shapes, &text) {
                return Reading::wrong(IssueKind::Format);
            }
        }
    }
    match check::check(kind, &text, tables, today) {
        Ok(doubt) => Reading {
            value: Some(Value::Text(text)),
            faults: doubt.map(Fault::warning).into_iter().collect(),
        },
        Err(kind) => Reading::wrong(kind),
    }
}

/// A person's document of a kind that is not said: the first whose shape it has. A foreign passport has none that is
/// known, so letters and digits of its length pass.
fn any(text: &str, tables: &Tables, today: Date) -> Reading {
    let is_plain = text.bytes().all(|b| b.is_ascii_alphanumeric());
    for (_, kind) in &PERSONAL {
        if let Kind::Document(kind) = kind
            && shape::fits(row(*kind).shapes, text)
        {
            return read(*kind, text, tables, today);
        }
    }
    let is_citizen = matches!(text.len(), 15 | 18) && text.bytes().take(14).all(|b| b.is_ascii_digit());
    if is_citizen {
        citizen_id::read(text, tables, today)
    } else if is_plain && (5..=20).contains(&text.len()) {
        Reading::good(Value::Text(text.to_owned()))
    } else {
        Reading::wrong(IssueKind::Format)
    }
}

/// A number folded: no blanks, hyphens or, in a plate, dots. What is not known keeps all but its blanks at the ends.
#[must_use]
pub fn clean(kind: DocumentKind, raw: &str) -> String {
    match kind {
        DocumentKind::Other => fold::text(raw, false).trim().to_owned(),
        DocumentKind::Plate => {
            let is_dot = |c: char| {
                matches!(c, '.' | '\u{B7}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{30FB}')
            };
            fold::identifier(raw).replace(is_dot, "")
        }
        DocumentKind::Personal
        | DocumentKind::CreditCode
        | DocumentKind::OrgCode
        | DocumentKind::BusinessRegistration
        | DocumentKind::FoodLicence
        | DocumentKind::Passport
        | DocumentKind::HmTravelPermit
        | DocumentKind::TwTravelPermit
        | DocumentKind::ExitPermit
        | DocumentKind::HmtResidencePermit
        | DocumentKind::ForeignResidence
        | DocumentKind::Disability
        | DocumentKind::Birth
        | DocumentKind::Marriage
        | DocumentKind::Postcode
        | DocumentKind::RealEstate => fold::identifier(raw),
    }
}

/// A number as people read it; what is no number of the kind stays as it is.
pub(super) fn grouped(kind: DocumentKind, text: &str) -> String {
    let row = row(kind);
    let groups: &[usize] = match kind {
        // The letters before the division are one or two.
        DocumentKind::Marriage if text.starts_with('B') => &[8, 4],
        DocumentKind::Marriage => &[7, 4],
        DocumentKind::Personal if text.len() == 18 => row.groups,
        DocumentKind::Personal => &[],
        DocumentKind::ForeignResidence if text.starts_with(|c: char| c.is_ascii_alphabetic()) => &[3, 4, 6],
        DocumentKind::CreditCode
        | DocumentKind::OrgCode
        | DocumentKind::BusinessRegistration
        | DocumentKind::FoodLicence
        | DocumentKind::Passport
        | DocumentKind::HmTravelPermit
        | DocumentKind::TwTravelPermit
        | DocumentKind::ExitPermit
        | DocumentKind::HmtResidencePermit
        | DocumentKind::ForeignResidence
        | DocumentKind::Disability
        | DocumentKind::Birth
        | DocumentKind::Plate
        | DocumentKind::Postcode
        | DocumentKind::RealEstate
        | DocumentKind::Other => row.groups,
    };
    let is_whole = kind == DocumentKind::Personal || shape::fits(row.shapes, text);
    if is_whole && !groups.is_empty() {
        in_groups(text, groups).replace(' ', row.between)
    } else {
        text.to_owned()
    }
}

/// A number as it stands on paper: together, but for the signs that belong to it (`D2143569-X`, `鄂A·12345`).
pub(super) fn printed(kind: DocumentKind, text: &str) -> String {
    if row(kind).between == " " { text.to_owned() } else { grouped(kind, text) }
}

/// What others may see of it; `None` where it is public.
pub(super) fn masked(kind: DocumentKind, text: &str) -> Option<String> {
    let (n_first, n_last) = row(kind).seen?;
    // Only what holds a birth date shows its first six, which are a division.
    let n_first = if text.len() < 18 { n_first.min(2) } else { n_first };
    Some(keep(text, n_first, n_last))
}

#[cfg(test)]
mod tests;
