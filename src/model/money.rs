//! Amounts of renminbi in fen, and their capitals (支付结算办法 附件一).

use std::fmt;

/// An amount in fen (0.01 yuan), at most 9,999,999,999,999.99 yuan either way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// The largest amount that has capitals, in fen.
    pub const LIMIT: i64 = 999_999_999_999_999;

    /// An amount within the limit.
    #[must_use]
    pub fn from_fen(fen: i64) -> Option<Self> {
        (-Self::LIMIT..=Self::LIMIT).contains(&fen).then_some(Self(fen))
    }

    /// The amount in fen.
    #[must_use]
    pub fn fen(self) -> i64 {
        self.0
    }
}

/// `1234.50`, as JSON has it.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", fen / 100, fen % 100)
    }
}

/// An income is an answer: it never reaches a log.
impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Money(…)")
    }
}

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// The amount in capitals: `人民币壹仟陆佰捌拾元零叁角贰分`; a negative one has 负 behind the currency.
#[must_use]
pub fn capitals(amount: Money) -> String {
    let fen = amount.0.unsigned_abs();
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut text = String::from(if amount.0 < 0 { "人民币负" } else { "人民币" });
    if yuan > 0 {
        text.push_str(&whole(yuan));
        text.push('元');
    }
    if jiao == 0 && fen == 0 {
        text.push_str(if yuan == 0 { "零元整" } else { "整" });
        return text;
    }
    // Where the yuan end in 0 the rule leaves the 零 before the jiao free; we write it.
    if yuan > 0 && (yuan.is_multiple_of(10) || jiao == 0) {
        text.push('零');
    }
    if jiao > 0 {
        text.push_str(digit(jiao));
        text.push('角');
    }
    if fen > 0 {
        text.push_str(digit(fen));
        text.push('分');
    } else {
        text.push('整');
    }
    text
}

/// A whole number above 0 in capitals, by sections of four digits.
fn whole(number: u64) -> String {
    let mut text = String::new();
    let mut needs_zero = false;
    for (unit, scale) in [("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("万", 10_000), ("", 1)] {
        let section = number / scale % 10_000;
        if section == 0 {
            needs_zero = !text.is_empty();
            continue;
        }
        if !text.is_empty() && (needs_zero || section < 1000) {
            text.push('零');
        }
        needs_zero = false;
        push_section(&mut text, section);
        text.push_str(unit);
    }
    text
}

/// 1 to 9999 in capitals, inner zeros as one 零.
fn push_section(text: &mut String, section: u64) {
    let mut is_started = false;
    let mut needs_zero = false;
    for (unit, scale) in [("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)] {
        let value = section / scale % 10;
        if value == 0 {
            needs_zero = is_started;
            continue;
        }
        if needs_zero {
            text.push('零');
        }
        needs_zero = false;
        is_started = true;
        text.push_str(digit(value));
        text.push_str(unit);
    }
}

fn digit(value: u64) -> &'static str {
    usize::try_from(value).ok().and_then(|idx| DIGITS.get(idx)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_capitals() {
        let check = |fen: i64, want: &str| {
            assert_eq!(capitals(Money::from_fen(fen).unwrap()), format!("人民币{want}"))
        };
        check(168_032, "壹仟陆佰捌拾元零叁角贰分");
        check(10_700_053, "壹拾万柒仟元零伍角叁分");
        check(0, "零元整");
        check(1000, "壹拾元整");
        check(100_000_000_000_000, "壹万亿元整");
        check(100_010_000_000_000, "壹万亿零壹亿元整");
        check(10_000_100_000, "壹亿零壹仟元整");
        check(Money::LIMIT, "玖万亿玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分");
        check(-12_345, "负壹佰贰拾叁元肆角伍分");
        assert!(Money::from_fen(Money::LIMIT + 1).is_none());
    }
}
