//! Dates in Chinese characters: as documents write them, and as bills must (票据出票日期).

use super::Date;

const SMALL: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const BILL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

impl Date {
    /// 二〇二三年二月二十三日, with 〇 as U+3007.
    #[must_use]
    pub fn in_words(self) -> String {
        let number = |n: u8| match n {
            0..=9 => digit(&SMALL, n).to_owned(),
            10..=19 => format!("十{}", unit(&SMALL, n)),
            20.. => format!("{}十{}", digit(&SMALL, n / 10), unit(&SMALL, n)),
        };
        format!("{}年{}月{}日", year(&SMALL, self.year()), number(self.month()), number(self.day()))
    }

    /// 贰零贰叁年零贰月壹拾贰日: so that nothing can be written before it, months 1, 2 and 10 and days 1 to 9, 10, 20 and 30
    /// begin with 零.
    #[must_use]
    pub fn in_bill_words(self) -> String {
        let number = |n: u8| match n {
            0..=9 => digit(&BILL, n).to_owned(),
            10.. => format!("{}拾{}", digit(&BILL, n / 10), unit(&BILL, n)),
        };
        let (month, day) = (self.month(), self.day());
        let before_month = if matches!(month, 1 | 2 | 10) { "零" } else { "" };
        let before_day = if day < 10 || day.is_multiple_of(10) { "零" } else { "" };
        let year = year(&BILL, self.year());
        format!("{year}年{before_month}{}月{before_day}{}日", number(month), number(day))
    }
}

fn year(digits: &[&'static str; 10], year: u16) -> String {
    [1000, 100, 10, 1]
        .iter()
        .map(|scale| digit(digits, u8::try_from(year / scale % 10).unwrap_or(0)))
        .collect()
}

/// The last digit, where it is not 0.
fn unit(digits: &[&'static str; 10], n: u8) -> &'static str {
    if n.is_multiple_of(10) { "" } else { digit(digits, n % 10) }
}

fn digit(digits: &[&'static str; 10], n: u8) -> &'static str {
    digits.get(usize::from(n)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_words() {
        let check = |text: &str, want: &str| assert_eq!(Date::parse_iso(text).unwrap().in_words(), want);
        check("2023-02-23", "二〇二三年二月二十三日");
        check("2010-10-10", "二〇一〇年十月十日");
        check("2001-12-20", "二〇〇一年十二月二十日");
    }

    #[test]
    fn dates_on_bills() {
        let check = |text: &str, want: &str| assert_eq!(Date::parse_iso(text).unwrap().in_bill_words(), want);
        check("2023-02-12", "贰零贰叁年零贰月壹拾贰日");
        check("2024-01-09", "贰零贰肆年零壹月零玖日");
        check("2023-10-20", "贰零贰叁年零壹拾月零贰拾日");
        check("2023-03-31", "贰零贰叁年叁月叁拾壹日");
        check("2023-11-30", "贰零贰叁年壹拾壹月零叁拾日");
    }
}
