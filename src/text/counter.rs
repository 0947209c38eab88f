//! The words of a helper's counter at a station.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::{model::Locale, store::Unfit};

words! {
    title: "帮办柜台", "Helper’s counter";
    not_here: "帮办柜台只在社区站点的设备上用。", "A helper’s counter is for a station’s device only.";
    looking: "正在查看……", "Looking…";
    opening: "正在打开……", "Opening…";
    begin_title: "打开帮办柜台", "Open the helper’s counter";
    begin_lead: "用您自己的口令打开柜台，就可以同时为几位居民填表。填的内容加密存在这台设备上，只有这个口令打得开，当天过后全部清除。", "With a passphrase of your own you can fill in forms for several residents side by side. What is entered is encrypted on this device; only this passphrase opens it, and all of it is cleared after today.";
    name: "您的姓名", "Your name";
    name_hint: "会印在申请材料的封面上：“协助填写”", "It is printed on the cover of the papers, as the one who helped";
    passphrase: "口令", "Passphrase";
    passphrase_hint: "至少 {} 个字或数字。请记住：忘了口令，谁也打不开", "At least {} characters. Please remember it: without it nobody can open the drafts";
    again: "再输一遍口令", "The passphrase once more";
    begin: "打开柜台", "Open the counter";
    unlock_title: "柜台已锁定", "The counter is locked";
    unlock_lead: "输入您的姓名和口令，接着办理。", "Enter your name and passphrase to go on.";
    unlock: "解锁", "Unlock";
    wrong: "姓名或口令不对。请看看大小写和空格，再试一次。", "The name or the passphrase is not right. Please look at capitals and blanks, and try again.";
    another: "另一位帮办人员，另开一个柜台", "Another helper: open a counter of your own";
    have_one: "我今天已经开过柜台", "I have opened a counter today";
    forgot: "忘了口令", "I forgot the passphrase";
    forgot_text: "没有口令打不开。可以把这台设备上今天全部柜台的草稿清除，重新开始；别的帮办人员的也一起清除，找不回来。", "Nothing opens it without the passphrase. You can clear the drafts of all of today’s counters on this device, those of other helpers too, and begin anew. They can not be brought back.";
    clear: "清除全部草稿，重新开始", "Clear all drafts and begin anew";
    clear_question: "清除今天全部柜台的草稿？", "Clear the drafts of all of today’s counters?";
    cancel: "不清除", "Keep them";
    name_missing: "请填写您的姓名，不超过 50 个字", "Please enter your name, 50 characters at most";
    short: "口令太短：至少要 8 个字或数字", "The passphrase is too short: at least 8 characters";
    plain: "口令太简单：至少要有 4 个不同的字或数字，也不要用姓名", "The passphrase is too plain: at least 4 different characters, and not your name";
    other: "两遍口令不一样，请再输一遍", "The two are not the same; please enter it once more";
    failed: "没有打开：", "Not opened: ";
    helper_is: "帮办人员：{}。离开前请锁定；5 分钟没有人操作，也会自动锁定。", "Helper: {}. Please lock it before you go; it locks itself after 5 minutes without a touch.";
    next: "下一位居民", "Next resident";
    next_long: "为下一位居民开始", "Begin for the next resident";
    all: "柜台", "Counter";
    lock: "锁定", "Lock";
    serving: "正在办：", "Now: ";
    nobody: "还没有开始填", "Nothing begun yet";
    unsaved: "还有内容没有保存，先不换人、不锁定。请看表格上方的说明。", "Something is not saved yet, so nothing was closed. Please see what is said over the form.";
    cover_lead: "有内容还没有存下来，所以这一页没有关掉，只是盖住了。输入口令接着办理。", "Something could not be saved, so this page was covered and not closed. Enter the passphrase to go on.";
    idle_title: "还在办理吗？", "Are you still there?";
    idle_text: "有一会儿没有人操作了。倒数完就锁定柜台；填的内容会先存好，用口令打开接着办。", "Nothing was touched for a while. When the time is up the counter is locked; what was entered is saved first, and your passphrase opens it again.";
    idle_left: "还有 {} 秒", "{} seconds left";
    idle_stay: "继续办理", "Stay here";
    idle_lock: "现在锁定", "Lock now";
}

/// What is wrong with a name and a passphrase.
#[must_use]
pub fn unfit(unfit: Unfit, w: &Words) -> &'static str {
    match unfit {
        Unfit::Name => w.name_missing,
        Unfit::Short => w.short,
        Unfit::Plain => w.plain,
        Unfit::Other => w.other,
    }
}
