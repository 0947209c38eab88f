//! What an identity number says about the answers beside it: the birth date, and the sex.
//!
//! The fields are known by the names the dictionary gives them: `idNumber` or, where a person may have other documents,
//! `documentNumber`; and beside it `birthDate` and `sex`.

use crate::model::{Choice, DocumentKind, Kind, Value};

use super::{kinds::citizen_id, sheet::Sheet};

const NUMBERS: [&str; 2] = ["idNumber", "documentNumber"];
const BIRTH: &str = "birthDate";
const SEX: &str = "sex";

/// Fills in what identity numbers say. Comes before any rule.
pub(super) fn run(sheet: &mut Sheet<'_>) {
    for idx in 0..sheet.plan.len() {
        if !is_number(sheet, idx) {
            continue;
        }
        let Some(Value::Text(number)) = sheet.cell(idx).and_then(|cell| cell.typed.as_ref()) else {
            continue;
        };
        let Some(holder) = citizen_id::holder(number) else { continue };
        if let Some(birth_idx) = birth_of(sheet, idx)
            && let Some(cell) = sheet.cell_mut(birth_idx)
        {
            cell.derived = Some((Value::Date(holder.birth), idx));
        }
        if let Some((sex_idx, choices)) = sex_of(sheet, idx)
            && let Some(code) = code_of(choices, holder.is_male)
            && let Some(cell) = sheet.cell_mut(sex_idx)
        {
            cell.derived = Some((Value::Text(code.to_owned()), idx));
        }
    }
}

/// The identity number that a field can be derived from.
pub(super) fn source(sheet: &Sheet<'_>, idx: usize) -> Option<usize> {
    let mut numbers = NUMBERS.iter().filter_map(|name| sheet.plan.sibling(idx, name));
    let number = numbers.find(|number| is_number(sheet, *number))?;
    let is_derived =
        birth_of(sheet, number) == Some(idx) || sex_of(sheet, number).is_some_and(|(sex, _)| sex == idx);
    is_derived.then_some(number)
}

fn is_number(sheet: &Sheet<'_>, idx: usize) -> bool {
    sheet.field(idx).is_some_and(|field| {
        let is_kind = matches!(field.kind, Kind::CitizenId | Kind::Document(DocumentKind::Personal));
        is_kind && field.path.as_str().rsplit('.').next().is_some_and(|name| NUMBERS.contains(&name))
    })
}

fn birth_of(sheet: &Sheet<'_>, number: usize) -> Option<usize> {
    let idx = sheet.plan.sibling(number, BIRTH)?;
    sheet.field(idx).filter(|field| field.kind == Kind::Date).map(|_| idx)
}

fn sex_of<'a>(sheet: &Sheet<'a>, number: usize) -> Option<(usize, &'a [Choice])> {
    let idx = sheet.plan.sibling(number, SEX)?;
    sheet.field(idx)?.kind.choices().map(|choices| (idx, choices))
}

/// The code of GB/T 2261.1, 1 for male and 2 for female, where the list has it.
fn code_of(choices: &[Choice], is_male: bool) -> Option<&str> {
    let code = if is_male { "1" } else { "2" };
    choices.iter().map(|choice| choice.code.as_str()).find(|of| *of == code)
}
