//! A time of the store as people read it, by the device's own calendar.

use js_sys::Date;

use crate::{model::Locale, text::drafts};

fn local(at: u64) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 stay far below 2⁵³")]
    let at = at as f64;
    Date::new(&at.into())
}

/// With hour and minute.
pub(super) fn moment(at: u64, locale: Locale) -> String {
    let at = local(at);
    drafts::moment(at.get_month() + 1, at.get_date(), at.get_hours(), at.get_minutes(), locale)
}

/// The day.
pub(super) fn day(at: u64, locale: Locale) -> String {
    let at = local(at);
    drafts::day(at.get_full_year(), at.get_month() + 1, at.get_date(), locale)
}
