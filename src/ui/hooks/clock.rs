//! The device's clock, read here and nowhere else in the page.

use crate::model::Date;

/// Today, by the device's own calendar; `None` where its clock stands past the year 9999.
pub(crate) fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let year = u16::try_from(now.get_full_year()).ok()?;
    let month = u8::try_from(now.get_month() + 1).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    Date::new(year, month, day)
}

/// The time of a consent: `2026-11-23T08:30:00+08:00`.
pub(crate) fn now() -> String {
    let now = js_sys::Date::new_0();
    let offset = -now.get_timezone_offset();
    // The ISO text is in UTC; moved by the offset it shows the local time.
    let local = js_sys::Date::new(&(now.get_time() + offset * 60_000.0).into());
    let text: String = local.to_iso_string().into();
    let seconds: String = text.chars().take(19).collect();
    #[expect(clippy::cast_possible_truncation, reason = "an offset is less than a day of minutes")]
    let minutes = offset as i32;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{seconds}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}
