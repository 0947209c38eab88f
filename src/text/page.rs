//! The page's own words, in Simplified Chinese and English.
//!
//! **Invariant:** nothing here is about one form; a form's words stand in its file.

use super::fixed::words;
use crate::model::{Date, Locale};

/// Puts a value where the text has `{}`.
#[must_use]
pub fn with(text: &str, value: &str) -> String {
    text.replacen("{}", value, 1)
}

/// Puts a number where the text has `{}`.
#[must_use]
pub fn with_number(text: &str, number: usize) -> String {
    with(text, &number.to_string())
}

/// One of several of a name: `家庭成员 2`, `Family members, no. 2`.
#[must_use]
pub fn numbered(name: &str, number: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{name} {number}"),
        Locale::En => format!("{name}, no. {number}"),
    }
}

/// A day in words: `1946年3月8日`, `8 March 1946`.
#[must_use]
pub fn day(date: Date, locale: Locale) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match locale {
        Locale::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Locale::En => {
            let month = MONTHS.get(usize::from(date.month()) - 1).copied().unwrap_or_default();
            format!("{} {month} {}", date.day(), date.year())
        }
    }
}

words! {
    // The frame of every page.
    product: "云填", "Yuntian";
    product_line: "自助填表", "Self-service forms";
    skip_to_content: "跳到正文", "Skip to the main content";
    other_language: "English", "中文";
    style_elder: "长辈版", "Simple style";
    style_standard: "标准版", "Standard style";
    text_size: "字号", "Text size";
    text_standard: "标准", "Standard";
    text_large: "大", "Large";
    text_larger: "更大", "Larger";
    text_largest: "最大", "Largest";
    sample_title: "示例清单", "Sample catalogue";
    sample_text: "这里的事项是示例，不是区里正式公布的清单；办理要求以窗口为准。", "These items are samples, not the district's official list. The service window decides what is needed.";
    footer_private: "所填内容只留在这台设备上，不会上传。", "What you enter stays on this device. Nothing is uploaded.";
    footer_help: "需要帮助", "Help";
    footer_help_staff: "需要帮助，请问现场的工作人员。", "For help, ask a member of staff.";
    footer_notice: "个人信息说明", "About your personal data";
    footer_day: "目录更新于 {}。", "Catalogue of {}.";
    footer_home: "首页", "Home";
    carry: "存成文件、求助", "Save or get help";
    resume: "打开存好的文件", "Open a saved file";
    to_be_confirmed: "待确认", "to be confirmed";
    loading: "正在打开，请稍候……", "Opening, please wait…";
    back: "返回", "Back";
    error_prefix: "错误：", "Error: ";
    warning_prefix: "提醒：", "Please check: ";
    optional: "（选填）", " (optional)";
    colon: "：", ": ";
    list_comma: "、", ", ";
    semicolon: "；", "; ";

    // Leaving.
    wipe: "清除并退出", "Clear and leave";
    wipe_question: "要清除并退出吗？", "Clear everything and leave?";
    wipe_warning: "在这台设备上填写的内容会全部删除，不能恢复。", "Everything entered on this device will be deleted. This cannot be undone.";
    wipe_cancel: "继续填写", "Stay here";
    wipe_failed: "没能清除干净。请关闭浏览器，并告诉工作人员。", "Not everything could be cleared. Please close the browser and tell a member of staff.";

    // Home.
    home_title: "想办什么事？", "What would you like to do?";
    home_lead: "说出要办的事，看清要带什么，在这里填好表，打印出来就能去窗口。", "Find what you need, see what to bring, fill in the form here and take it to the window on paper.";
    search_label: "搜索事项", "Search";
    search_hint: "写事项名称或拼音，例如“高龄津贴”“gaoling”“gljt”", "Type a name or pinyin: 高龄津贴, gaoling or gljt";
    search_none: "没有找到。换个说法试试，或者问问工作人员。", "Nothing found. Try other words, or ask a member of staff.";
    search_results: "搜索结果", "Results";
    search_found: "找到 {} 项", "{} found";
    home_persons: "个人和家庭", "For you and your family";
    home_firms: "企业和个体户", "For firms and traders";
    home_ways: "换个办法找", "Other ways to find it";
    home_by_place: "在哪里办", "By place";
    home_by_department: "归哪个部门", "By department";
    home_by_list: "改革清单", "By reform list";
    home_recent: "最近打开过", "Opened lately";
    home_forget: "清除这些记录", "Forget these";
    browse_all: "全部事项", "Everything";
    browse_n: "{} 项", "{} in all";
    browse_found: "共 {} 项", "{} in all";
    browse_beside: "换一类看", "Other lists";
    browse_empty: "这一类还没有事项。请换一类看，或者在首页搜索。", "Nothing here yet. Try another list, or search on the home page.";
    browse_list_empty: "区里还没有公布这张清单，公布后在这里列出。", "The district has not published this list yet; it will stand here.";
    browse_failed: "清单没有下载下来。请检查网络，再打开一次。", "The list could not be fetched. Please check the network and open this again.";
    venue_community: "社区", "Community";
    venue_park: "园区", "Industrial park";
    venue_hall: "政务大厅", "Government hall";
    list_frequent: "高频事项", "Frequent";
    list_breakthrough: "破冰事项", "Breakthrough";
    list_innovation: "创新事项", "Innovation";
    search_near: "没有完全相同的，最接近的有 {} 项", "Nothing exactly so; {} come close";
    search_alike: "等，另有 {} 处", " and {} more";
    search_try: "可以试试：", "Try:";
    promise_private: "不上传", "Nothing uploaded";
    promise_private_text: "填写的内容只在这台设备上", "Your answers stay on this device";
    promise_account: "不注册", "No account";
    promise_account_text: "不用账号，也不用手机验证", "No sign-up, no text message codes";
    promise_paper: "能打印", "On paper";
    promise_paper_text: "填一半也能打印，缺的用笔补", "Print even half-filled, add the rest by pen";
    kind_guide: "办事指南", "Guide";
    kind_item: "事项", "Service";
    kind_benefit: "免申即享", "Benefit";

    // Guide.
    guide_minutes: "大约 {} 分钟", "About {} minutes";
    guide_start: "开始填写", "Start";
    guide_resume: "接着填写", "Continue";
    guide_check: "先测一测：我可能符合吗？", "First check: may I qualify?";
    guide_check_of: "先测一测：{}", "First check: {}";
    guide_blank: "打印空白表", "Blank form";
    guide_sample: "看填好的样表", "Filled sample";
    guide_print: "打印本页", "Print this page";
    guide_materials: "要准备的材料", "Have ready";
    guide_materials_hint: "现在手边没有的，可以先填表，后面再补。", "If you lack something now you can still fill in the form and add it later.";
    guide_where: "在哪里办", "Where";
    guide_limits: "多久办好", "How long it takes";
    guide_legal: "法定时限", "Legal limit";
    guide_promised: "承诺时限", "Promised";
    guide_fees: "费用", "Fees";
    guide_phone: "咨询电话", "Telephone";
    guide_who: "谁可以办", "Who may apply";
    guide_bans: "什么情况不能办", "What rules it out";
    guide_how: "怎么办", "What happens";
    fold_result: "办成后得到什么", "What you get";
    fold_faq: "常见问题", "Questions people ask";
    fold_rights: "您的权利和义务", "Your rights and duties";
    fold_about: "关于这个事项", "About this item";
    at_once: "当场办结", "At once";
    guide_complaints: "监督投诉", "Complaints";
    guide_channels: "怎么交", "Ways to hand in";
    guide_visits: "要跑几趟", "How often to come";
    guide_venues: "可以去", "At";
    guide_follow: "可后补，{}内交齐", "May follow within {}";
    guide_licence: "有电子证照可不带：{}", "Not needed with {}";
    guide_material_standard: "要求：{}", "Must be: {}";
    guide_alone: "这个事项不能在这里填写。请备好材料，到窗口办理，或先打电话问清楚。", "This item cannot be filled in here. Have the papers ready and go to the window, or ask by telephone first.";
    guide_tick: "准备好一样，勾一样；勾选只留在这个页面上，可以随本页一起打印。", "Tick what you have. The ticks stay on this page only and are printed with it.";
    visits_n: "{} 次", "{} times";
    window: "窗口", "Window";
    channel_window: "窗口办理", "At the window";
    channel_online: "网上办理", "Online";
    channel_terminal: "自助终端", "At a terminal";
    channel_visit: "上门办理", "At home";
    medium_paper: "纸质", "On paper";
    medium_electronic: "电子", "Electronic";
    medium_both: "纸质和电子都要", "On paper and electronic";
    medium_either: "纸质、电子都可以", "On paper or electronic";
    origin_applicant: "自己准备", "From you";
    origin_government: "政府部门发的", "From an authority";
    origin_other: "其他来源", "From elsewhere";
    guide_standard: "标准", "Amount";
    required_mark: "必带", "Needed";
    optional_mark: "有的话带上", "If it applies";
    deferrable_mark: "可以后补", "May follow later";
    copies: "{} 份", "copies: {}";
    workdays: "{} 个工作日", "{} working days";
    days: "{} 天", "{} days";
    months: "{} 个月", "{} months";

    // Notice before the first question.
    notice_title: "您的个人信息", "Your personal data";
    notice_lead: "填表要用到您的个人信息。请先看清楚下面几点。", "The form asks for personal data. Please read these points first.";
    notice_operator: "由谁负责", "Who is responsible";
    notice_contact: "联系方式", "Contact";
    notice_purpose: "用来做什么", "What for";
    notice_purpose_text: "只用来在这台设备上填好您要办的表，并打印或保存成文件，由您自己交给受理单位。", "Only to fill in your form on this device and to print or save it. You hand it to the office yourself.";
    notice_keep: "存在哪里", "Where it is kept";
    notice_keep_text: "内容加密存在这台设备的浏览器里，方便您刷新或明天接着填；点“清除并退出”马上删除，超过保存天数也会删除。打开过哪些事项，首页上也记着，可以清除。", "Your answers are kept encrypted in this device's browser so that you can go on later. “Clear and leave” deletes them at once; after the keeping time they are deleted too. The home page also remembers which items were opened, until you forget them there.";
    counter: "帮办人员柜台", "Helper’s counter";
    notice_keep_counter: "帮办人员用口令加密，暂存在这台设备上，当天清除；不上传。", "Encrypted on this device under the helper’s passphrase until the end of the day, and not uploaded.";
    notice_keep_shared: "这台设备大家共用，不保存您填的内容。离开前请点“清除并退出”。", "This device is shared, so nothing you enter is kept. Please click “Clear and leave” before you go.";
    notice_send: "传给谁", "Who gets it";
    notice_send_text: "谁也不传。这个网页没有服务器接收您填写的内容。", "Nobody. No server receives what you enter.";
    notice_sensitive: "敏感信息", "Sensitive data";
    notice_sensitive_text: "银行账户等敏感信息会单独征得您的同意。不愿意填的可以跳过，打印后用笔写。", "For sensitive data such as a bank account your consent is asked separately. You may skip it and write it in by hand.";
    notice_others: "别人的信息", "Other people's data";
    notice_others_text: "填写代办人等其他人的信息前，请先告诉本人并得到同意。", "Before you enter data about somebody else, tell them and get their consent.";
    notice_accept: "知道了，开始填写", "I understand, start";
    notice_days: "{} 天", "{} days";

    // Filling.
    progress: "第 {} 步，共 {} 步", "Step {} of {}";
    next: "下一步", "Continue";
    next_change: "保存并回到核对", "Save and return to check";
    skip: "稍后填写", "Skip for now";
    skip_hint: "没带材料也可以先往下走，空着的以后再补", "You can go on without it and add it later";
    bar: "保存和清除", "Saving and clearing";
    // What a narrow screen shows of the three names in the bar.
    bar_carry: "求助", "help";
    bar_drafts: "草稿", "drafts";
    bar_wipe: "清除", "Clear";
    save_waiting: "正在保存……", "Saving…";
    saved: "已保存在本机", "Saved on this device";
    save_memory: "这台设备不保存，请不要关闭本页", "Not kept on this device, please do not close the page";
    drafts: "我的草稿", "My drafts";
    own_me: "我的资料", "My details";
    own_firm: "企业资料", "Firm details";
    own_hint: "先填好，以后每张表自动带出，供您选用", "Enter it once; each form then offers it to you";
    save_failed: "保存失败，请不要关闭本页", "Saving failed, please do not close the page";
    save_nothing: "还没有填写", "Nothing entered yet";
    summary_title: "有地方需要改一下", "There is a problem";
    consent_title: "单独同意", "Separate consent";
    consent_agree: "我同意", "I agree";
    consent_later: "不勾选也可以继续，打印后在纸上签字。", "You can go on without ticking and sign on paper.";
    masked_note: "已填写，已遮住", "Answered and covered";
    masked_show: "查看或修改", "Show or change";
    derived: "自动填好", "Filled in for you";
    derived_text: "根据您填写的内容得出", "worked out from your answers";
    derived_from: "根据“{}”", "from “{}”";
    offer_from: "根据“{}”：", "From “{}”: ";
    offer_take: "用这个", "Use it";
    offer_decline: "不用", "No, thanks";
    confirm_warning: "我核对过，没有错", "I have checked, it is right";
    confirmed: "您已核对", "You have checked this";
    more_help: "怎么填？", "How do I fill this in?";
    yes: "是", "Yes";
    no: "否", "No";
    choose: "请选择", "Please choose";
    year: "年", "Year";
    month: "月", "Month";
    day: "日", "Day";
    street: "街道", "Street office";
    community: "社区（村）", "Community";
    elsewhere: "不在{}", "Outside {}";
    province: "省（自治区、直辖市）", "Province";
    city: "市、州或区县", "City or county";
    county: "区县", "County";
    place: "省、市、区县", "Province, city, county";
    detail: "详细地址（路、小区、楼栋、房号）", "Street, building and room";
    characters_left: "还可以写 {} 个字", "{} characters left";

    // Check answers.
    check_title: "核对填写的内容", "Check your answers";
    change: "修改", "Change";
    not_answered: "没有填", "Not answered";
    consents: "单独同意的事项", "Separate consents";

    // Papers.
    papers_making: "正在制作，请稍候……", "Making the papers, please wait…";
    papers_failed: "没能做出来。", "The papers could not be made.";
    papers_retry: "再试一次", "Try again";
    papers_page_alt: "第 {} 页预览", "Preview of page {}";
    papers_missing_glyph: "有的字本机字库里没有，纸上留了空格，请用笔写：", "Some characters are not in the font. Please write them in the empty boxes: ";
    print: "打印", "Print";

    // The benefits' tile.
    entitled_title: "看看我能享受什么", "What am I entitled to?";
    entitled_hint: "回答几个问题，免申即享的一起看", "All apply-free benefits at once";

    // When something is not there.
    not_found_title: "没有这个页面", "There is no such page";
    not_found_text: "网址可能不完整。可以回首页找要办的事。", "The address may be incomplete. You can search from the home page.";
    broken_title: "这个事项暂时打不开", "This service cannot be opened at the moment";
    broken_text: "它的表单文件有错误，其他事项不受影响。请把下面的编号告诉工作人员。", "Its form file is faulty; the others still work. Please tell a member of staff the code below.";
    engine_missing: "网络不通，页面还没有全部打开。请不要关闭本页：您填的内容还在，网络恢复后接着填就会继续。", "The network is down and the page is not all here yet. Please keep this page open: what you typed is still here, and goes on once you type again with the network back.";
    offline_title: "没能取到文件", "A file could not be fetched";
    offline_text: "可能是网络断了。", "The network may be down.";
    go_home: "回首页", "Back to the home page";

    // Tables of rows.
    row_add: "添加{}", "Add to {}";
    row_added: "已添加{}", "{} added";
    row_removed: "已删除{}", "{} removed";
    row_undo: "撤销删除", "Put back ";
    row_restored: "已恢复{}", "{} is back";
    row_moved: "已移动{}", "{} moved";
    row_up: "上移", "Move up ";
    row_down: "下移", "Move down ";
    row_remove: "删除", "Remove ";
    row_full: "已经填满，不能再添加。", "The table is full.";

    // Gallery.
    gallery_title: "样式陈列", "Gallery of parts";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_their_place() {
        assert_eq!(with_number(words(Locale::Zh).guide_minutes, 6), "大约 6 分钟");
        assert_eq!(with(words(Locale::En).elsewhere, "Hanyang"), "Outside Hanyang");
    }

    #[test]
    fn what_a_narrow_bar_shows_is_a_part_of_the_name() {
        for w in [words(Locale::Zh), words(Locale::En)] {
            for (name, part) in [(w.carry, w.bar_carry), (w.drafts, w.bar_drafts), (w.wipe, w.bar_wipe)] {
                assert!(name.contains(part), "{name}: {part}");
            }
        }
    }
}
