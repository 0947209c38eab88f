//! The words of what a firm or a person keeps of its own: its page, its tile, and its offer over the questions of a form.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::{fixed::words, page::with_number};
use crate::model::Locale;

words! {
    lead_firm: "企业填表常用的资料，填一次，以后每张表都可以选用。哪一项都可以不填。", "What a firm enters in many forms: enter it once and use it in each of them. Anything may be left out.";
    lead_me: "您填表常用的资料，填一次，以后每张表都可以选用。哪一项都可以不填。", "What you enter in many forms: enter it once and use it in each of them. Anything may be left out.";
    kept: "资料加密存在这台设备的浏览器里，不上传，一直保留到您删除。填表时会先问您，您点了才会填进去。", "It is kept encrypted in this device's browser, is not uploaded, and stays until you delete it. A form takes it over only when you press the button there.";
    others: "别人也用这台设备的，请不要在这里保存。", "Please keep nothing here where others use this device too.";
    shared: "这台设备大家共用，不保存资料。", "This device is shared, so nothing is kept on it.";
    missing: "这里没有这项功能。", "This is not offered here.";
    begin: "开始填写", "Begin";
    change: "修改", "Change";
    delete: "删除", "Delete";
    delete_firm: "删除企业资料？", "Delete the firm's details?";
    delete_me: "删除我的资料？", "Delete my details?";
    delete_text: "删除后找不回来。已经填到表里的不受影响。", "It can not be brought back. What forms have taken over stays there.";
    cancel: "不删除", "Keep";
    deleted: "已删除。", "Deleted.";
    failed: "没有做成，请再试一次。", "That did not work. Please try again.";
    done: "填好了", "Done";
    done_hint: "填的内容会自动保存，可以随时回来改。", "What you enter is saved by itself. You can change it at any time.";
    saved_at: "上次保存", "Last saved";
    not_saved: "没有保存，关闭本页就没有了", "Not saved: it is gone once this page is closed";
    wrong: "请核对", "Please check";
    licences: "证照", "Licences";
    licences_none: "还没有填证照。", "No licence was entered.";
    licence_unnamed: "没有写名称的证照", "A licence without a name";
    number: "编号", "Number";
    until: "有效期到", "Valid until";
    until_none: "没有填有效期", "No end was entered";
    lapsed: "已过期", "Expired";
    ends_today: "今天到期", "Ends today";
    ends_in: "还有 {} 天到期", "Ends in {} days";
    ends_tomorrow: "明天到期", "Ends tomorrow";
    renew: "有证照已过期或快到期，请看清要不要去换。", "A licence has expired or soon will. Please see whether it must be renewed.";
    offer_firm: "来自企业资料", "From the firm's details";
    offer_me: "来自我的资料", "From my details";
    offer_lead: "下面 {} 项可以用您保存的资料。点“填入”才会填，填好请核对。", "Your details answer {} of the questions below. Nothing is entered before you press the button; please check it afterwards.";
    offer_one: "下面有一项可以用您保存的资料。点“填入”才会填，填好请核对。", "Your details answer one of the questions below. Nothing is entered before you press the button; please check it afterwards.";
    take: "填入", "Fill in";
    decline: "不用", "No, thanks";
    taken: "已填入 {} 项，请核对。", "{} answers were filled in. Please check them.";
    taken_one: "已填入一项，请核对。", "One answer was filled in. Please check it.";
    tile_licences: "{} 张证照", "{} licences";
    tile_licence: "1 张证照", "1 licence";
    tile_lapsed: "{} 张已过期", "{} expired";
    tile_ends: "{} 张快到期", "{} soon to expire";
    between: "，", ", ";
}

/// How long a licence is still good for, from the days that are left.
#[must_use]
pub fn ends(days: i32, locale: Locale) -> String {
    let w = words(locale);
    match usize::try_from(days) {
        Err(_) => w.lapsed.to_owned(),
        Ok(0) => w.ends_today.to_owned(),
        Ok(1) => w.ends_tomorrow.to_owned(),
        Ok(days) => with_number(w.ends_in, days),
    }
}

/// One or several.
#[must_use]
pub fn counted(one: &str, several: &str, number: usize) -> String {
    if number == 1 { one.to_owned() } else { with_number(several, number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_that_are_left_are_said_in_words() {
        let check = |days: i32, expect: &str| assert_eq!(ends(days, Locale::Zh), expect);
        check(-1, "已过期");
        check(0, "今天到期");
        check(1, "明天到期");
        check(30, "还有 30 天到期");
    }

    #[test]
    fn one_is_not_counted() {
        let w = words(Locale::En);
        assert_eq!(counted(w.taken_one, w.taken, 1), "One answer was filled in. Please check it.");
        assert_eq!(counted(w.taken_one, w.taken, 3), "3 answers were filled in. Please check them.");
    }
}
