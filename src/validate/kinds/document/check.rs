//! What the standards compute: check characters, categories, and the places and days inside numbers.
//!
//! **Invariant:** called with a text that has the shape of its kind.

use super::{
    citizen_id, nations,
    shape::{self, PROVINCES},
};
use crate::{
    model::{Date, DocumentKind, Tables},
    validate::IssueKind,
};

/// Checks a number of the right shape: what is wrong, else what is to be looked at.
pub(super) fn check(
    kind: DocumentKind,
    text: &str,
    tables: &Tables,
    today: Date,
) -> Result<Option<IssueKind>, IssueKind> {
    let when = |is_good: bool, kind: IssueKind| if is_good { Ok(None) } else { Err(kind) };
    match kind {
        DocumentKind::CreditCode => credit_code(text),
        DocumentKind::OrgCode => when(is_org_code(text), IssueKind::CheckDigit),
        DocumentKind::BusinessRegistration => when(ends_by_mod_11_10(text), IssueKind::CheckDigit),
        DocumentKind::FoodLicence => {
            when(ends_by_mod_11_10(text.get(2..).unwrap_or_default()), IssueKind::CheckDigit)
        }
        DocumentKind::HmtResidencePermit => citizen_id::parse(text, today).map(|_| None),
        DocumentKind::ForeignResidence => foreign(text, today),
        DocumentKind::Disability => disability(text, tables, today),
        DocumentKind::Plate => {
            let n_letters = text.chars().skip(2).filter(char::is_ascii_uppercase).count();
            when(n_letters <= 2, IssueKind::Format)
        }
        DocumentKind::Postcode => when((1..=86).contains(&number(text, 0, 2)), IssueKind::Format),
        DocumentKind::Personal
        | DocumentKind::Passport
        | DocumentKind::HmTravelPermit
        | DocumentKind::TwTravelPermit
        | DocumentKind::ExitPermit
        | DocumentKind::Birth
        | DocumentKind::Marriage
        | DocumentKind::RealEstate
        | DocumentKind::Other => Ok(None),
    }
}

/// The number that stands at these characters; 0 where it is none.
fn number(text: &str, from: usize, n: usize) -> usize {
    text.get(from..from + n).and_then(|part| part.parse().ok()).unwrap_or_default()
}

/// Department and category that are in use (GB 32100-2015 and later decisions), two characters each.
const CATEGORIES: &str = "1112131921293132333435363941495152535455596162697172798182899192\
    9399A1A9G1G9J1J9N1N2N3N9Q1Q2Q3Q9Y1";
/// The characters of a credit code in the order of their values.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// GB 32100-2015: 17 characters weighed by powers of 3 modulo 31. Early codes break the rule, so it only raises a doubt.
fn credit_code(text: &str) -> Result<Option<IssueKind>, IssueKind> {
    let category = text.as_bytes().get(..2).unwrap_or_default();
    if !CATEGORIES.as_bytes().chunks_exact(2).any(|of| of == category) {
        return Err(IssueKind::Category);
    }
    // The last weighs as much as what it makes up for, 31 less.
    let (sum, _) = text.chars().take(17).fold((0, 1), |(sum, weight), c| {
        ((sum + ALPHABET.find(c).unwrap_or_default() * weight) % 31, weight * 3 % 31)
    });
    let last = text.chars().last().and_then(|c| ALPHABET.find(c));
    if last != Some((31 - sum) % 31) {
        return Ok(Some(IssueKind::CheckDigit));
    }
    let is_org = text.get(8..17).is_some_and(is_org_code);
    Ok((!is_org).then_some(IssueKind::OrgCheckDigit))
}

/// GB 11714-1997: eight characters with weights, modulo 11.
fn is_org_code(text: &str) -> bool {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let values = text.chars().map(|c| c.to_digit(36).unwrap_or_default());
    let sum: u32 = values.zip(weights).map(|(value, weight)| value * weight).sum();
    let check = match 11 - sum % 11 {
        10 => Some('X'),
        rest => char::from_digit(rest % 11, 10),
    };
    text.chars().last() == check
}

/// ISO 7064 MOD 11,10 over digits, the last of which is the check.
fn ends_by_mod_11_10(text: &str) -> bool {
    let Some((digits, last)) = text.split_at_checked(text.len().saturating_sub(1)) else { return false };
    let rest = digits.bytes().fold(10, |rest, b| {
        let sum = (rest + u32::from(b.wrapping_sub(b'0'))) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    last.parse() == Ok((11 - rest) % 10)
}

/// The card of 2004 (nation by letters, place, birth date without its century, ICAO 9303 check), or that of 2023 (9, province,
/// nation by number, birth date, sequence, MOD 11-2).
fn foreign(text: &str, today: Date) -> Result<Option<IssueKind>, IssueKind> {
    let is_new = text.len() == 18;
    let is_nation = if is_new {
        nations::has_number(number(text, 3, 3))
    } else {
        nations::has_letters(text.get(..3).unwrap_or_default())
    };
    if !is_nation {
        return Err(IssueKind::Nationality);
    }
    if is_new {
        citizen_id::parse(text, today)?;
    } else {
        let day = |century: usize| {
            let year = century + number(text, 7, 2);
            let day = (number(text, 9, 2), number(text, 11, 2));
            Date::new(u16::try_from(year).ok()?, u8::try_from(day.0).ok()?, u8::try_from(day.1).ok()?)
        };
        let has_passed = |day: Option<Date>| day.is_some_and(|day| day <= today);
        if !has_passed(day(1900)) && !has_passed(day(2000)) {
            return Err(IssueKind::BirthDate);
        }
        let mut values = text.chars().map(|c| c.to_digit(36).unwrap_or_default());
        let weighed = values.by_ref().take(14).zip([7, 3, 1].iter().cycle());
        let sum: u32 = weighed.map(|(value, by)| value * by).sum();
        if values.next() != Some(sum % 10) {
            return Err(IssueKind::CheckDigit);
        }
    }
    let province = number(text, if is_new { 1 } else { 3 }, 2);
    let is_province =
        matches!(province, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81 | 82);
    Ok((!is_province).then_some(IssueKind::Region))
}

/// Identity number, category 1 to 7, level 1 to 4.
fn disability(text: &str, tables: &Tables, today: Date) -> Result<Option<IssueKind>, IssueKind> {
    if !(1..=7).contains(&number(text, 18, 1)) || !(1..=4).contains(&number(text, 19, 1)) {
        return Err(IssueKind::Format);
    }
    let id = citizen_id::parse(text.get(..18).unwrap_or_default(), today)?;
    Ok(citizen_id::doubts(&id, tables))
}

/// 鄂(2023)武汉市汉阳不动产权第0012345号.
pub(super) fn is_real_estate(text: &str) -> bool {
    let inside = || {
        let rest = text.strip_prefix(|c| PROVINCES.contains(c))?.strip_prefix('(')?;
        let (year, rest) = rest.split_once(')')?;
        let (place, rest) = rest.split_once("不动产权第")?;
        let serial = rest.strip_suffix('号')?;
        let is_serial = !serial.is_empty() && serial.bytes().all(|b| b.is_ascii_digit());
        Some(shape::fits("####", year) && !place.is_empty() && is_serial)
    };
    inside() == Some(true)
}
