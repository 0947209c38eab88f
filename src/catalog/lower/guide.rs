//! The guide: what a person reads before starting.

use serde_json::Value;

use super::{date, whole_u32, words, words_of, yes};
use crate::{
    catalog::wire::{list, text, texts},
    model::{
        AuthorityLevel, Channel, CommunityMode, CrossArea, Faq, Guide, Handling, Issued, LegalBasis, Limit,
        LimitUnit, Localized, Material, Matter, Medium, Office, Origin, ReformList, Venue, Visits,
    },
};

/// Lowers `guide`.
pub(in crate::catalog) fn lower(value: &Value) -> Guide {
    Guide {
        summary: words_of(value, "summary").unwrap_or_default(),
        authority: words_of(value, "authority"),
        base_code: text(value, "baseCode").map(str::to_owned),
        impl_code: text(value, "implCode").map(str::to_owned),
        matter: text(value, "matter").and_then(Matter::parse),
        handling: text(value, "handling").and_then(Handling::parse),
        mode: text(value, "mode").and_then(CommunityMode::parse),
        levels: spelled(value, "levels", AuthorityLevel::parse),
        audience: words_of(value, "audience"),
        legal_limit: limit(value, "legalLimit"),
        promised_limit: limit(value, "promisedLimit"),
        conditions: words(value, "conditions"),
        bans: words(value, "bans"),
        quota: words_of(value, "quota"),
        materials: list(value, "materials").iter().filter_map(material).collect(),
        steps: words(value, "steps"),
        special: words(value, "special"),
        intermediary: words_of(value, "intermediary"),
        fees: words_of(value, "fees"),
        legal_basis: list(value, "legalBasis").iter().filter_map(basis).collect(),
        results: list(value, "results").iter().filter_map(outcome).collect(),
        channels: spelled(value, "channels", Channel::parse),
        visits: value.get("visits").and_then(visits),
        cross_area: text(value, "crossArea").and_then(CrossArea::parse),
        places: list(value, "places").iter().filter_map(place).collect(),
        phone: text(value, "phone").map(str::to_owned),
        complaint_phone: text(value, "complaintPhone").map(str::to_owned),
        rights: words(value, "rights"),
        duties: words(value, "duties"),
        remedies: words(value, "remedies"),
        faq: list(value, "faq").iter().filter_map(question).collect(),
        synonyms: texts(value, "synonyms"),
        tags: texts(value, "tags"),
        life_events: texts(value, "lifeEvents"),
        lists: spelled(value, "lists", ReformList::parse),
        venues: spelled(value, "venues", Venue::parse),
        source: text(value, "source").map(str::to_owned),
        checked_on: date(value, "checkedOn"),
        is_sample: yes(value, "sample"),
    }
}

fn spelled<T>(value: &Value, key: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
    texts(value, key).iter().filter_map(|word| parse(word)).collect()
}

fn limit(value: &Value, key: &str) -> Option<Limit> {
    let value = value.get(key)?;
    let unit = match text(value, "unit")? {
        "day" => LimitUnit::Day,
        "month" => LimitUnit::Month,
        _ => LimitUnit::Workday,
    };
    Some(Limit { n: whole_u32(value, "n")?, unit, note: words_of(value, "note") })
}

fn material(value: &Value) -> Option<Material> {
    Some(Material {
        title: words_of(value, "title")?,
        is_required: yes(value, "required"),
        is_deferrable: yes(value, "deferrable"),
        follow_within: limit(value, "followWithin"),
        form: words_of(value, "form"),
        copies: whole_u32(value, "copies").unwrap_or(1),
        medium: text(value, "medium").and_then(Medium::parse),
        origin: text(value, "origin").and_then(Origin::parse),
        licence: words_of(value, "licence"),
        standard: words_of(value, "standard"),
        note: words_of(value, "note"),
    })
}

fn basis(value: &Value) -> Option<LegalBasis> {
    Some(LegalBasis {
        title: words_of(value, "title")?,
        article: text(value, "article").map(str::to_owned),
        is_unconfirmed: yes(value, "toConfirm"),
    })
}

fn outcome(value: &Value) -> Option<Issued> {
    Some(Issued {
        title: words_of(value, "title")?,
        validity: words_of(value, "validity"),
        delivery: words_of(value, "delivery"),
    })
}

fn visits(value: &Value) -> Option<Visits> {
    Some(Visits { n: whole_u32(value, "n")?, reason: words_of(value, "reason") })
}

fn place(value: &Value) -> Option<Office> {
    let words = |key: &str| -> Option<Localized> { words_of(value, key) };
    Some(Office {
        name: words("name")?,
        address: words("address"),
        hours: words("hours"),
        window: words("window"),
    })
}

fn question(value: &Value) -> Option<Faq> {
    Some(Faq { asked: words_of(value, "asked")?, answer: words_of(value, "answer")? })
}
