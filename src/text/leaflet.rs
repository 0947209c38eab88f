//! The words of the rest of a guide and of its printed sheet.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::model::{AuthorityLevel, CommunityMode, CrossArea, Handling, Locale, Matter};

words! {
    audience: "办理对象", "For whom";
    quota: "数量限制", "How many may have it";
    special: "另外的程序", "Procedures besides";
    intermediary: "中介服务", "Services of others";
    validity: "有效期：{}", "Holds: {}";
    delivery: "送达：{}", "Arrives: {}";
    right: "您有权", "You may";
    duty: "您要做到", "You must";
    remedy: "对结果不服", "If you do not agree";
    authority: "谁来决定", "Who decides";
    matter: "事项类型", "Kind of act";
    handling: "办件类型", "Handling";
    mode: "社区做什么", "What the community does";
    levels: "行使层级", "Levels";
    cross_area: "通办范围", "Where else";
    lists: "改革清单", "Reform lists";
    basis: "依据", "Founded on";
    unconfirmed: "待核", "to be checked";
    base_code: "基本编码", "National code";
    impl_code: "实施编码", "Code of the authority";
    source: "资料来源", "Source";
    checked: "核对日期", "Checked on";
    scan: "扫码看最新指南", "Scan for the guide as it is now";
    scan_fill: "扫码看最新指南、在线填表", "Scan for the guide as it is now, and to fill it in";
    codes: "办事指南二维码", "Codes of the guides";
    sample: "示例，以窗口为准", "A sample; the window decides";
    more: "另有 {} 项，见网页", "{} more on the page";
    window_decides: "办理要求以窗口为准。", "The service window decides what is needed.";
}

/// What kind of act it is.
#[must_use]
pub fn matter(matter: Matter, locale: Locale) -> &'static str {
    let (zh, en) = match matter {
        Matter::License => ("行政许可", "Licence"),
        Matter::Payment => ("行政给付", "Payment"),
        Matter::Confirmation => ("行政确认", "Confirmation"),
        Matter::Reward => ("行政奖励", "Reward"),
        Matter::Other => ("其他行政权力", "Other administrative act"),
        Matter::Service => ("公共服务", "Public service"),
    };
    of(zh, en, locale)
}

/// How it is handled.
#[must_use]
pub fn handling(handling: Handling, locale: Locale) -> &'static str {
    let (zh, en) = match handling {
        Handling::Immediate => ("即办件（当场办结）", "At once"),
        Handling::Promised => ("承诺件（在承诺时限内办结）", "Within the promised time"),
        Handling::Reported => ("上报件（报上级办理）", "Passed on to a higher authority"),
    };
    of(zh, en, locale)
}

/// What the community does of it.
#[must_use]
pub fn mode(mode: CommunityMode, locale: Locale) -> &'static str {
    let (zh, en) = match mode {
        CommunityMode::Direct => ("直办：社区直接办结", "It decides itself"),
        CommunityMode::Agent => ("代办：社区替您交到部门", "It hands in for you"),
        CommunityMode::Assist => ("协办：社区收件并出具意见", "It takes in and gives an opinion"),
        CommunityMode::Inform => ("告知：社区告诉您到哪里办", "It tells you where to go"),
    };
    of(zh, en, locale)
}

/// A level of government.
#[must_use]
pub fn level(level: AuthorityLevel, locale: Locale) -> &'static str {
    let (zh, en) = match level {
        AuthorityLevel::Nation => ("国家", "Nation"),
        AuthorityLevel::Province => ("省", "Province"),
        AuthorityLevel::City => ("市", "City"),
        AuthorityLevel::County => ("县（区）", "County or district"),
        AuthorityLevel::Town => ("镇（街道）", "Town or street office"),
        AuthorityLevel::Village => ("村（社区）", "Village or community"),
    };
    of(zh, en, locale)
}

/// How far away one may hand in.
#[must_use]
pub fn cross_area(area: CrossArea, locale: Locale) -> &'static str {
    let (zh, en) = match area {
        CrossArea::Nation => ("全国通办", "Anywhere in the country"),
        CrossArea::Province => ("全省通办", "Anywhere in the province"),
        CrossArea::City => ("全市通办", "Anywhere in the city"),
        CrossArea::County => ("全区通办", "Anywhere in the district"),
        CrossArea::None => ("不能异地办", "Nowhere else"),
    };
    of(zh, en, locale)
}

fn of(zh: &'static str, en: &'static str, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
