//! What a guide says of its facts: limits, materials, places, in a person's words.
//!
//! **Invariant:** nothing that is not known is said.

use super::page::{Words, with, with_number};
use crate::model::{
    Channel, Guide, Handling, Limit, LimitUnit, Locale, Material, Medium, Office, Origin, ReformList, Venue,
    Visits,
};

fn counted(text: &str, n: u32) -> String {
    with_number(text, usize::try_from(n).unwrap_or_default())
}

/// Something with what there is to know about it: `20 个工作日（从受理起）`.
fn noted(text: String, note: Option<&str>, locale: Locale) -> String {
    match (note, locale) {
        (None, _) => text,
        (Some(note), Locale::Zh) => [&text, "（", note, "）"].concat(),
        (Some(note), Locale::En) => [&text, " (", note, ")"].concat(),
    }
}

/// A time limit.
#[must_use]
pub fn limit(limit: &Limit, w: &Words, locale: Locale) -> String {
    let text = match limit.unit {
        LimitUnit::Workday => w.workdays,
        LimitUnit::Day => w.days,
        LimitUnit::Month => w.months,
    };
    noted(counted(text, limit.n), limit.note.as_ref().map(|note| note.get(locale)), locale)
}

/// The promised limit; what is handled at once has no days to count.
#[must_use]
pub fn promised(guide: &Guide, w: &Words, locale: Locale) -> Option<String> {
    let at_once = (guide.handling == Some(Handling::Immediate)).then(|| w.at_once.to_owned());
    guide.promised_limit.as_ref().map(|found| limit(found, w, locale)).or(at_once)
}

/// How often one must come.
#[must_use]
pub fn visits(visits: &Visits, w: &Words, locale: Locale) -> String {
    noted(counted(w.visits_n, visits.n), visits.reason.as_ref().map(|reason| reason.get(locale)), locale)
}

/// A way to hand in.
#[must_use]
pub fn channel(channel: Channel, w: &Words) -> &'static str {
    match channel {
        Channel::Window => w.channel_window,
        Channel::Online => w.channel_online,
        Channel::Terminal => w.channel_terminal,
        Channel::Visit => w.channel_visit,
    }
}

/// A kind of place.
#[must_use]
pub fn venue(venue: Venue, w: &Words) -> &'static str {
    match venue {
        Venue::Community => w.venue_community,
        Venue::Park => w.venue_park,
        Venue::Hall => w.venue_hall,
    }
}

/// A list of the district's reform.
#[must_use]
pub fn list(list: ReformList, w: &Words) -> &'static str {
    match list {
        ReformList::Frequent => w.list_frequent,
        ReformList::Breakthrough => w.list_breakthrough,
        ReformList::Innovation => w.list_innovation,
    }
}

/// A place with its address, hours and window.
#[must_use]
pub fn office(office: &Office, w: &Words, locale: Locale) -> String {
    let mut parts = vec![office.name.get(locale).to_owned()];
    parts.extend(
        [&office.address, &office.hours].into_iter().flatten().map(|text| text.get(locale).to_owned()),
    );
    parts.extend(office.window.as_ref().map(|window| [w.window, w.colon, window.get(locale)].concat()));
    parts.join(w.semicolon)
}

/// Whether a material is needed.
#[must_use]
pub fn need(material: &Material, w: &Words) -> &'static str {
    match (material.is_required, material.is_deferrable) {
        (_, true) => w.deferrable_mark,
        (true, false) => w.required_mark,
        (false, false) => w.optional_mark,
    }
}

/// In which form a material is brought: original or copy, how many, on paper or not; and until when it may follow.
#[must_use]
pub fn form(material: &Material, w: &Words, locale: Locale) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(material.form.as_ref().map(|form| form.get(locale).to_owned()));
    if material.copies > 0 {
        parts.push(counted(w.copies, material.copies));
    }
    parts.extend(material.medium.map(|medium| {
        let word = match medium {
            Medium::Paper => w.medium_paper,
            Medium::Electronic => w.medium_electronic,
            Medium::Both => w.medium_both,
            Medium::Either => w.medium_either,
        };
        word.to_owned()
    }));
    parts.extend(
        material.follow_within.as_ref().map(|within| with(w.guide_follow, &limit(within, w, locale))),
    );
    parts
}

/// What else there is to know about a material: the licence that replaces it, what is asked of it, where it comes from.
#[must_use]
pub fn about(material: &Material, w: &Words, locale: Locale) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(material.note.as_ref().map(|note| note.get(locale).to_owned()));
    parts.extend(material.licence.as_ref().map(|licence| with(w.guide_licence, licence.get(locale))));
    parts.extend(
        material.standard.as_ref().map(|standard| with(w.guide_material_standard, standard.get(locale))),
    );
    parts.extend(material.origin.map(|origin| {
        let word = match origin {
            Origin::Applicant => w.origin_applicant,
            Origin::Government => w.origin_government,
            Origin::Other => w.origin_other,
        };
        word.to_owned()
    }));
    parts
}
