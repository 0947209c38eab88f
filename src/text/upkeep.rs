//! What the page says about itself: a newer version, no network, wrong settings.
//!
//! **Invariant:** the words lie with that file of the program, not in what is loaded first.

use super::{diagnostic::wanted, fixed::words};
use crate::{
    diag::{Code, Diagnostic},
    model::Locale,
};

words! {
    label: "网页的版本和网络", "Version and network";
    newer: "填表网页有新版本，换上只要几秒钟。", "A newer version of this page is ready. It takes a few seconds.";
    newer_take: "换上新版本", "Use the new version";
    later: "以后再说", "Not now";
    taken_back: "新版本在这台设备上打不开，已换回原来的版本，可以照常使用。", "The new version did not start on this device. The earlier one is back and works as before.";
    seen: "知道了", "Understood";
    offline: "现在没有网络，照常能用。", "There is no network, and everything works as always.";
    offline_day: "目录是 {}的，有没有变化要连上网才知道。", " The catalogue is of {}; whether it has changed shows once you are connected.";
    saving: "您打开了省流量模式。要把填表网页存到这台设备（约 {} MB）、没有网络也能用吗？", "Your browser saves data. Shall the page be kept on this device (about {} MB), so that it works without a network?";
    saving_take: "存到这台设备", "Keep it here";
    unsettled_title: "这个网站的设置有错误", "This site is not set up correctly";
    unsettled_text: "改好以前不能在这里填表。请告诉工作人员，或者到窗口领取空白表。", "Nothing can be filled in here until that is mended. Please tell a member of staff, or ask for a blank form at the window.";
    unsettled_staff: "管理员请看：settings.json 里这些地方要改，改好后重新生成网页。", "For the administrator: these places in settings.json must be mended, then the page be built again.";
    whole_file: "整个文件", "the whole file";
    not_json: "不是正确的 JSON，第 {} 行", "not JSON, line {}";
    unknown_key: "没有这一项设置", "there is no such setting";
    meant: "；是不是想写 {}？", "; did you mean {}?";
    missing_key: "缺少这一项：{}", "this is missing: {}";
    wanted_here: "应当是：{}", "wanted here: {}";
    other_fault: "有错误（{}），请用 yuntian lint 检查", "is wrong ({}); see yuntian lint";
}

/// A fault of the settings: its key, and what is wrong there. What was written is not repeated.
#[must_use]
pub fn fault(found: &Diagnostic, locale: Locale) -> (String, String) {
    let w = words(locale);
    let key = found.place.pointer.trim_start_matches('/');
    let key = if key.is_empty() { w.whole_file } else { key };
    let code = &found.code;
    let wrong = if let Code::NotJson { line, .. } = code {
        w.not_json.replacen("{}", &line.to_string(), 1)
    } else if let Code::UnknownKeyword { near, .. } = code {
        let meant = near.as_ref().map(|near| w.meant.replacen("{}", near, 1));
        [w.unknown_key, &meant.unwrap_or_default()].concat()
    } else if let Code::Missing { keyword } = code {
        w.missing_key.replacen("{}", keyword, 1)
    } else if let Code::BadValue { expected } = code {
        w.wanted_here.replacen("{}", &wanted(expected, locale), 1)
    } else {
        w.other_fault.replacen("{}", code.id(), 1)
    };
    (key.to_owned(), wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog;

    #[test]
    fn a_fault_of_the_settings_is_said_with_its_key_and_what_is_wanted() {
        let check = |text: &str, want: &[(&str, &str)]| {
            let (_, found) = catalog::settings(text.as_bytes());
            let said: Vec<_> = found.iter().map(|found| fault(found, Locale::Zh)).collect();
            let said: Vec<_> = said.iter().map(|(key, wrong)| (key.as_str(), wrong.as_str())).collect();
            assert_eq!(said, want, "{text}");
        };
        check("{", &[("整个文件", "不是正确的 JSON，第 1 行")]);
        check(
            r#"{"format": "yuntian-settings/1", "district": {"zh": "x"}, "division": "4201", "moed": "kiosk"}"#,
            &[("moed", "没有这一项设置；是不是想写 mode？"), ("division", "应当是：六位行政区划代码")],
        );
        check(
            r#"{"format": "yuntian-settings/1", "district": {"zh": "x"}, "division": "420105", "mode": "kisok"}"#,
            &[("mode", "应当是：home | station | enterprise | kiosk")],
        );
        check(
            r#"{"format": "yuntian-settings/1", "division": "420105"}"#,
            &[("整个文件", "缺少这一项：district")],
        );
    }
}
