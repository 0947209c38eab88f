//! The words of a kiosk: its bar, its keys, what it asks before it clears, what it says to a scanner.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first.

use super::fixed::words;
use crate::model::Locale;

words! {
    bar_text: "公用设备，什么都不保存。走之前请点“清除并退出”。", "A shared device: nothing is saved. Press “Clear and leave” before you go.";

    idle_title: "还在填写吗？", "Are you still there?";
    idle_text: "有一会儿没有人操作了。倒数完就会清除填写的内容，回到首页，免得被别人看到。", "Nothing was touched for a while. When the time is up, everything is cleared and the first page comes back, so that nobody else sees it.";
    idle_left: "还有 {} 秒", "{} seconds left";
    idle_stay: "继续填写", "Stay here";

    ready: "点“打印”，取走每一页，签字后带上材料去窗口。", "Press “Print”, take every page, sign, and go to the window with them.";
    printed_title: "打印出来了吗？", "Did it print?";
    printed_text: "请到打印机旁取走每一页，看看是不是齐全、清楚。", "Take every page from the printer, and see that none is missing or unreadable.";
    printed_yes: "打印好了，清除并退出", "Yes, clear and leave";
    printed_again: "没有打印出来，再打一次", "No, print again";
    printed_no: "先不清除，回到材料", "Not yet, back to the papers";
    printed_help: "卡纸、缺纸的，请找工作人员；填写的内容还在。", "If paper is stuck or missing, ask a member of staff; what you entered is still here.";

    choose_title: "请选择：", "Please choose: ";
    choose_back: "不选，返回", "Back without choosing";

    keys: "屏幕键盘", "On-screen keys";
    key_back: "退格", "Delete";
    key_clear: "清空", "Clear";
    key_hide: "收起键盘", "Hide keys";
    key_shift: "大写", "Capital letters";
    key_space: "空格", "Space";
    key_language: "中文", "Chinese";
    key_letters: "英文", "Latin";
    key_alphabet: "字母", "Letters";
    key_digits: "数字", "Digits";
    sounds_hint: "点字母拼出读音，再点要的字", "Touch the letters of a reading, then the character";
    sounds_none: "没有这个读音的字", "No character is read so";
    sounds: "候选字", "Characters";
    sounds_before: "前面的字", "Earlier characters";
    sounds_after: "后面的字", "More characters";
    key_middle_dot: "间隔号", "Middle dot";
    key_hyphen: "短横", "Hyphen";
    key_underscore: "下划线", "Underscore";
    key_at: "at 符号", "At sign";
    key_dot: "点", "Dot";

    scan_item: "已打开扫到的办事指南", "The scanned guide is open";
    scan_number: "扫到的身份号码已填好，请核对", "The scanned identity number is filled in; please check it";
    scan_no_place: "这一页没有空着的身份号码要填", "There is no empty identity number on this page";
    scan_wrong: "扫到的身份号码不对，请再扫一次，或者手工填写", "The scanned identity number is not right: scan it again, or type it";
    scan_unknown: "这个码不是办事指南的码，也不是身份号码", "This is neither the code of a guide nor an identity number";
    scan_not_now: "网络不通，暂时不能核对扫到的号码，请手工填写", "The network is down, so the scanned number can not be checked; please type it";
}
