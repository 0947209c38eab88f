//! The words of the list of drafts, of what is told about one over a form, and of why one is not saved.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::{model::Locale, store::StoreError};

words! {
    title: "我的草稿", "My drafts";
    lead: "没填完的表都在这里，加密存在这台设备的浏览器里，不上传。", "Forms that you began are here, encrypted in this device's browser and not uploaded.";
    none: "这里没有草稿。开始填一张表，填的内容会自动保存在这里。", "There are no drafts. When you begin a form, what you enter is saved here by itself.";
    shared: "这台设备大家共用，不保存草稿。", "This device is shared, so no drafts are kept on it.";
    looking: "正在查看……", "Looking…";
    go_home: "去找要办的事", "Find what you want to do";
    counter_lead: "今天在这里填的表，按最近保存的排。只有您的口令打得开，当天过后全部清除。", "Forms filled in here today, the one saved last first. Only your passphrase opens them; all are cleared after today.";
    counter_none: "今天还没有草稿。为一位居民填表时，填的内容会自动保存在这里。", "There are no drafts of today. What is entered for a resident is saved here by itself.";
    counter_unsaved: "还有内容没有保存，先不换人。请回到刚才的表，看表格上方的说明。", "Something is not saved yet, so nobody else’s turn begins. Please go back to the form and see what is said over it.";
    who: "谁的", "Whose";
    begun_at: "开始填写", "Begun";
    saved_at: "上次保存", "Last saved";
    progress: "填了多少", "Answered";
    progress_n: "{} 题，共 {} 题", "{} of {} questions";
    until: "保留到", "Kept until";
    until_day: "{}，到时自动删除", "{}, then deleted by itself";
    until_deleted: "一直保留，直到您删除", "Kept until you delete it";
    go_on: "接着填", "Go on";
    look: "查看", "Look at it";
    fresh: "另填一份新的", "Begin another";
    lasting: "一直保留", "Keep longer";
    passing: "到时自动删除", "Delete when its time is up";
    delete: "删除", "Delete";
    delete_all: "删除全部草稿", "Delete all drafts";
    delete_question: "删除这份草稿？", "Delete this draft?";
    delete_all_question: "删除全部草稿？", "Delete all drafts?";
    delete_text: "删除后找不回来。", "It can not be brought back.";
    cancel: "不删除", "Keep";
    deleted_said: "已删除。", "Deleted.";
    failed_said: "没有做成，请再试一次。", "That did not work. Please try again.";
    unreadable: "打不开的草稿", "A draft that can not be opened";
    unreadable_text: "浏览器已经没有打开它的钥匙，只能删除。", "The browser has lost the key to it. It can only be deleted.";
    resumed: "这是您{}保存的草稿，请接着填。", "This is your draft, saved {}. Please go on.";
    others: "这张表还有 {} 份草稿。", "There are {} more drafts of this form.";
    all_drafts: "看全部草稿，或另填一份", "See all drafts, or begin another";
    apart: "另一个窗口也在填这份草稿。这里填的已另存为一份，两份都在“我的草稿”里。", "Another window is filling in the same draft. What you entered here was saved as a draft of its own; both are under “My drafts”.";
    parted: "另一个窗口也改了这份草稿，那边填的已另存为一份，这里的不变。", "Another window changed the same draft. What was entered there was saved apart; this one is unchanged.";
    taken: "已换成另一个窗口刚保存的内容。", "This now shows what was just saved in another window.";
    deleted_there: "这份草稿在另一个窗口删除了。这里填的还在；接着填，就另存为一份新的。", "This draft was deleted in another window. What you entered is still here; if you go on, it is saved as a new one.";
    changed: "这张表更新过", "This form was updated";
    changed_kept: "您以前填的 {} 项都带过来了。", "{} answers that you had entered were kept.";
    changed_left: "下面这些新表里没有地方放，没有带过来：", "There is no place any more for these, so they were not carried over:";
    changed_again: "请再看一看这些问题：", "Please look at these questions again:";
    changed_good: "没有要改的，接着填就行。", "Nothing needs to be changed. Please go on.";
    understood: "知道了", "I understand";
    not_saved: "您填的内容还在本页上，没有丢。要留下来，请不要关闭本页，先打印出来：", "What you entered is still on this page; nothing is lost. To keep it, do not close the page, and print it first:";
    print_draft: "先打印未填完的表", "Print it as a draft";
    as_file: "存成文件", "Save it as a file";
    insecure: "没有保存：这个网址不是 https 开头，浏览器不给保存", "Not saved: the address does not begin with https, so the browser cannot keep it";
    blocked: "没有保存：浏览器设置了不许网页保存内容", "Not saved: this browser is set to keep nothing for pages";
    private: "没有保存：无痕（隐私）窗口不能保存", "Not saved: a private window keeps nothing";
    unavailable: "没有保存：这个浏览器现在不能保存", "Not saved: this browser cannot keep it now";
    full: "没有保存：这台设备的空间满了", "Not saved: this device has no room left";
    too_large: "没有保存：内容太多了", "Not saved: it is too large";
    retried: "还没有保存，正在再试", "Not saved yet, trying again";
    wiped: "没有保存：另一个窗口清除了全部草稿", "Not saved: all drafts were cleared in another window";
    deleted_state: "没有保存：草稿在另一个窗口删除了", "Not saved: the draft was deleted in another window";
}

/// Why a draft is not saved, in each language.
#[must_use]
pub fn why(error: &StoreError) -> [&'static str; 2] {
    both(|w| match error {
        StoreError::Insecure => w.insecure,
        StoreError::Blocked => w.blocked,
        StoreError::Private => w.private,
        StoreError::Unavailable { .. } => w.unavailable,
        StoreError::Full => w.full,
        StoreError::TooLarge => w.too_large,
        StoreError::Wiped => w.wiped,
        StoreError::Closed | StoreError::Unreadable | StoreError::Record(_) | StoreError::Browser { .. } => {
            w.retried
        }
    })
}

/// A draft was deleted elsewhere, in each language.
#[must_use]
pub fn deleted() -> [&'static str; 2] {
    both(|w| w.deleted_state)
}

fn both(of: impl Fn(&'static Words) -> &'static str) -> [&'static str; 2] {
    [of(words(Locale::Zh)), of(words(Locale::En))]
}

/// A moment of the device's calendar and clock: `11月23日 08:30`.
#[must_use]
pub fn moment(month: u32, day: u32, hour: u32, minute: u32, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{month}月{day}日 {hour:02}:{minute:02}"),
        Locale::En => format!("{month}/{day} {hour:02}:{minute:02}"),
    }
}

/// A day: `2026年12月23日`.
#[must_use]
pub fn day(year: u32, month: u32, day: u32, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{year}年{month}月{day}日"),
        Locale::En => format!("{year}-{month:02}-{day:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_is_said_as_not_saved() {
        for error in [
            StoreError::Insecure,
            StoreError::Blocked,
            StoreError::Private,
            StoreError::Unavailable { reason: String::new() },
            StoreError::Full,
            StoreError::TooLarge,
            StoreError::Wiped,
            StoreError::Closed,
        ] {
            let [zh, en] = why(&error);
            assert!(zh.contains("没有保存"), "{zh}");
            assert!(en.starts_with("Not saved"), "{en}");
        }
    }

    #[test]
    fn a_moment_is_short() {
        assert_eq!(moment(11, 3, 8, 5, Locale::Zh), "11月3日 08:05");
        assert_eq!(day(2026, 12, 3, Locale::En), "2026-12-03");
    }
}
