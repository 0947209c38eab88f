//! What portals write in a cell, as what a guide has: words of lists, limits, days, sentences.

use crate::model::Date;

/// The words of a list: what portals write, and our spelling.
pub(super) type Words = &'static [(&'static str, &'static str)];

pub(super) const MATTER: Words = &[
    ("行政许可", "license"),
    ("行政给付", "payment"),
    ("行政确认", "confirmation"),
    ("行政奖励", "reward"),
    ("其他行政权力", "other"),
    ("公共服务", "service"),
];
pub(super) const HANDLING: Words = &[("即办", "immediate"), ("承诺", "promised"), ("上报", "reported")];
pub(super) const LEVELS: Words = &[
    ("国家", "nation"),
    ("省", "province"),
    ("市", "city"),
    ("县", "county"),
    ("区", "county"),
    ("镇", "town"),
    ("乡", "town"),
    ("街道", "town"),
    ("村", "village"),
    ("社区", "village"),
];
pub(super) const CHANNELS: Words = &[
    ("窗口", "window"),
    ("线下", "window"),
    ("网上", "online"),
    ("线上", "online"),
    ("网办", "online"),
    ("自助", "terminal"),
    ("上门", "visit"),
];
pub(super) const CROSS_AREA: Words = &[
    ("不可", "none"),
    ("不能", "none"),
    ("全国", "nation"),
    ("全省", "province"),
    ("全市", "city"),
    ("全区", "county"),
    ("全县", "county"),
];
pub(super) const MEDIUM: Words = &[
    ("纸质或电子", "either"),
    ("电子或纸质", "either"),
    ("纸质和电子", "both"),
    ("纸质、电子", "both"),
    ("纸质及电子", "both"),
    ("电子和纸质", "both"),
    ("纸质", "paper"),
    ("电子", "electronic"),
];
pub(super) const ORIGIN: Words = &[
    ("自备", "applicant"),
    ("申请人", "applicant"),
    ("政府", "government"),
    ("核发", "government"),
    ("其他", "other"),
];

/// Our spelling of a word: the first of the list with which it begins (社区 before 区), or our spelling itself.
pub(super) fn word(text: &str, words: Words) -> Option<&'static str> {
    let text = text.trim();
    let longest = words.iter().filter(|(name, _)| text.contains(name)).max_by_key(|(name, _)| name.len());
    let own = words.iter().find(|(_, own)| *own == text);
    own.or(longest).map(|(_, own)| *own)
}

/// The words of a cell that has several: `窗口办理,网上办理`.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '，', '、', ';', '；', '|', '\n', '/']).map(str::trim).filter(|part| !part.is_empty())
}

/// A limit: so many, and of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Limit {
    /// So many of a unit: `workday`, `day`, `month`.
    Of(u64, &'static str),
    /// At once.
    AtOnce,
}

/// `20`, `20个工作日`, `15 天`, `当场办结`; a bare number is working days, as portals mean it.
pub(super) fn limit(text: &str) -> Option<Limit> {
    let text = text.trim();
    if ["即办", "即时", "当场", "立即", "马上"].iter().any(|word| text.contains(word)) {
        return Some(Limit::AtOnce);
    }
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(n_digits)?;
    let n: u64 = digits.parse().ok().filter(|n| *n <= 3650)?;
    let unit = rest.trim().trim_start_matches(".0").trim().trim_start_matches('个');
    let unit = match unit {
        "" | "工作日" | "workday" | "（工作日）" | "(工作日)" => "workday",
        "天" | "日" | "自然日" | "日历日" | "day" => "day",
        "月" | "month" => "month",
        _ => return None,
    };
    Some(if n == 0 { Limit::AtOnce } else { Limit::Of(n, unit) })
}

/// `2026-11-23`, with `/`, `.` or 年月日 between, with one digit or a time behind.
pub(super) fn date(text: &str) -> Option<Date> {
    let day = text.trim().split([' ', 'T']).next()?;
    let mut parts = day.split(['-', '/', '.', '年', '月', '日']).filter(|part| !part.is_empty());
    let mut next = || parts.next()?.parse::<u16>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Yes or no, as portals write it; `None` where it is neither.
pub(super) fn yes(text: &str) -> Option<bool> {
    match text.trim() {
        "是" | "1" | "true" | "TRUE" | "Y" | "y" | "yes" | "必要" | "必须" | "必需" | "required" => {
            Some(true)
        }
        "否" | "0" | "2" | "false" | "FALSE" | "N" | "n" | "no" | "非必要" | "不必要" | "容缺"
        | "optional" => Some(false),
        _ => None,
    }
}

/// The sentences of a cell: one a line; a single line is split at `；`. Numbers in front are taken away, the list brings its own.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let text = plain(text);
    let is_one = !text.trim().contains('\n');
    let parts: Vec<&str> = if is_one { text.split('；').collect() } else { text.split('\n').collect() };
    parts.into_iter().map(bare).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Without `1.`, `（2）`, `三、` in front.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let opened = text.strip_prefix(['（', '(']).unwrap_or(text);
    let numberless =
        opened.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    if numberless.len() == opened.len() {
        return text;
    }
    let rest = if opened.len() < text.len() {
        numberless.strip_prefix(['）', ')'])
    } else {
        numberless.strip_prefix(['.', '、', '．', ')', '）'])
    };
    // `1.5 倍` is no number in front.
    rest.filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit())).map_or(text, str::trim)
}

/// A text without the tags that portals leave in it.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.replace("\r\n", "\n").trim().to_owned();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
        match tag.split_once('>') {
            Some((inner, after)) if is_tag => {
                let name = inner.trim_start_matches('/').to_ascii_lowercase();
                if ["br", "p", "div", "li", "tr"]
                    .iter()
                    .any(|block| name.split([' ', '/']).next() == Some(block))
                {
                    out.push('\n');
                }
                rest = after;
            }
            Some(_) | None => {
                out.push('<');
                rest = tag;
            }
        }
    }
    out.push_str(rest);
    for (entity, text) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        out = out.replace(entity, text);
    }
    let lines: Vec<&str> = out.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_portals() {
        for (text, words, expect) in [
            ("公共服务", MATTER, Some("service")),
            ("行政处罚", MATTER, None),
            ("承诺件", HANDLING, Some("promised")),
            ("社区", LEVELS, Some("village")),
            ("县级", LEVELS, Some("county")),
            ("town", LEVELS, Some("town")),
            ("窗口办理", CHANNELS, Some("window")),
            ("不可通办", CROSS_AREA, Some("none")),
            ("纸质或电子", MEDIUM, Some("either")),
            ("申请人自备", ORIGIN, Some("applicant")),
            ("", ORIGIN, None),
        ] {
            assert_eq!(word(text, words), expect, "{text}");
        }
    }

    #[test]
    fn limits() {
        for (text, expect) in [
            ("20", Some(Limit::Of(20, "workday"))),
            ("20个工作日", Some(Limit::Of(20, "workday"))),
            ("15 天", Some(Limit::Of(15, "day"))),
            ("3个月", Some(Limit::Of(3, "month"))),
            ("0", Some(Limit::AtOnce)),
            ("当场办结", Some(Limit::AtOnce)),
            ("尽快", None),
            ("二十日", None),
            ("20个世纪", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(limit(text), expect, "{text}");
        }
    }

    #[test]
    fn days() {
        for text in [
            "2026-11-03",
            "2026/11/3",
            "2026年11月3日",
            "2026.11.3",
            "2026-11-03 08:00:00",
            "2026-11-03T08:00",
        ] {
            assert_eq!(date(text), Date::new(2026, 11, 3), "{text}");
        }
        for text in ["2026-02-30", "昨天", "2026", "20261103", "2026-11-03-04", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn sentences_come_apart() {
        for (text, expect) in [
            ("1.甲；2.乙", &["甲", "乙"][..]),
            ("（一）甲\n（二）乙；丙", &["甲", "乙；丙"]),
            ("<p>甲</p><p>乙&nbsp;丙</p>", &["甲", "乙 丙"]),
            ("1.5 倍以下", &["1.5 倍以下"]),
            ("不满 60 岁", &["不满 60 岁"]),
            ("a < b", &["a < b"]),
        ] {
            assert_eq!(sentences(text), expect, "{text}");
        }
    }
}
