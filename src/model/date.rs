//! Civil dates of the proleptic Gregorian calendar (ISO 8601), years 1 to 9999. No clock and no time zone.

use std::fmt;

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day that exists; 30 February does not.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let good = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in(year, month);
        good.then_some(Self { year, month, day })
    }

    /// Reads `2026-11-23` and nothing else.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Completed years from `self` to `on`: a person is one year older from the birthday on; born on 29 February, from
    /// 1 March in common years. Negative where `on` is earlier.
    #[must_use]
    pub fn years_until(self, on: Self) -> i32 {
        let years = i32::from(on.year) - i32::from(self.year);
        if (on.month, on.day) < (self.month, self.day) { years - 1 } else { years }
    }

    /// Completed months from `self` to `on`; negative where `on` is earlier.
    #[must_use]
    pub fn months_until(self, on: Self) -> i32 {
        let months =
            (i32::from(on.year) - i32::from(self.year)) * 12 + i32::from(on.month) - i32::from(self.month);
        if on.day < self.day { months - 1 } else { months }
    }

    /// Days from `self` to `on`; negative where `on` is earlier.
    #[must_use]
    pub fn days_until(self, on: Self) -> i32 {
        on.day_number() - self.day_number()
    }

    /// The same day `n` months later, or the last day of that month where it is shorter.
    #[must_use]
    pub fn add_months(self, n: i32) -> Option<Self> {
        let months = (i32::from(self.year) * 12 + i32::from(self.month) - 1).checked_add(n)?;
        let year = u16::try_from(months.div_euclid(12)).ok()?;
        let month = u8::try_from(months.rem_euclid(12) + 1).ok()?;
        if !(1..=9999).contains(&year) {
            return None;
        }
        Self::new(year, month, self.day.min(days_in(year, month)))
    }

    /// Days since 1 January of year 1, counted from 0.
    fn day_number(self) -> i32 {
        let before = i32::from(self.year) - 1;
        let days_of_years = before * 365 + before / 4 - before / 100 + before / 400;
        let days_of_months: i32 = (1..self.month).map(|month| i32::from(days_in(self.year, month))).sum();
        days_of_years + days_of_months + i32::from(self.day) - 1
    }
}

/// Days in a month; 0 for a month that does not exist.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A birth date is an answer: it never reaches a log.
impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Date(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["1900-02-29", "2023-02-30", "2023-13-01", "2023-00-10", "0000-01-01", "2023-1-1", " 2023-01-01"]
        {
            assert!(Date::parse_iso(text).is_none(), "{text}");
        }
        assert!(Date::parse_iso("2000-02-29").is_some());
    }

    #[test]
    fn a_person_is_older_from_the_birthday_on() {
        assert_eq!(date("1946-11-24").years_until(date("2026-11-23")), 79);
        assert_eq!(date("1946-11-23").years_until(date("2026-11-23")), 80);
        assert_eq!(date("2000-02-29").years_until(date("2023-02-28")), 22);
        assert_eq!(date("2000-02-29").years_until(date("2023-03-01")), 23);
    }

    #[test]
    fn months_and_days() {
        assert_eq!(date("2025-01-31").add_months(1), Some(date("2025-02-28")));
        assert_eq!(date("2025-01-31").add_months(-2), Some(date("2024-11-30")));
        assert_eq!(date("2024-12-31").days_until(date("2025-03-01")), 60);
        assert_eq!(date("2025-01-31").months_until(date("2025-02-28")), 0);
    }
}
