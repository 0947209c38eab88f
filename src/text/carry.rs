//! The words of handing over: the file, its passphrase, the request for help, and the comparison of what came back.
//!
//! **Invariant:** they lie with that file of the program, not in what is loaded first. No answer is repeated.

use super::fixed::words;
use crate::{carry::CarryFault, model::Locale, record::Change, worker::WorkerError};

words! {
    title: "存成文件、请人帮忙", "Save as a file, or get help";
    lead: "可以把填了一半的内容带走：拿到自己的手机或家里的电脑上接着填，或者交给帮办员帮您填。", "Take a half-filled form along: go on with it on your phone or at home, or have a helper fill in the rest.";
    nothing: "还没有填写内容，没有可以存的。可以先打印求助单。", "Nothing is entered yet, so there is nothing to save. You can still print a request for help.";
    kiosk: "自助机上不能存文件。可以打印求助单，请工作人员帮忙；或者打印没填完的表，带回去用笔补上。", "A kiosk keeps no files. Print a request for help, or print the form as it is and add the rest by pen.";

    file_title: "存成一个加密的文件", "Save as one encrypted file";
    file_text: "文件里有您填写的全部内容和附件，用密码锁着。没有密码谁也打不开，忘了密码也找不回来。", "The file holds everything you entered, and your attachments, locked with a passphrase. Nobody opens it without; a lost passphrase cannot be recovered.";
    passphrase: "文件密码", "Passphrase of the file";
    passphrase_text: "请用笔抄下来。打开文件时要用它，空格和横线不打也行。", "Please write it down. It opens the file; blanks and dashes do not matter.";
    passphrase_other: "换一个", "Another one";
    passphrase_own: "用自己的密码", "Use my own";
    passphrase_given: "用上面给的密码", "Use the one offered";
    own_label: "自己的密码", "Your own passphrase";
    own_hint: "至少 {} 个字或字母，长一点的话最好。不要用生日、电话。", "At least {} characters; a sentence is best. No birthday, no telephone number.";
    own_short: "密码太短，至少要 {} 个字或字母。", "Too short: {} characters at least.";
    apart: "密码和文件不要用同一个办法送：文件用微信发，密码就打电话说，或者写在纸上给。", "Never send the passphrase the same way as the file: send the file, and tell the passphrase by telephone or on paper.";
    make: "做成文件", "Make the file";
    making: "正在加密，请稍候……", "Locking the file, please wait…";
    made: "文件做好了", "The file is ready";
    made_text: "请保存，或者直接发给帮您的人。您填的内容还在这台设备上，没有动。", "Save it, or send it to who helps you. What you entered is still on this device as it was.";
    made_name: "文件名", "File";
    save: "保存文件", "Save the file";
    share: "发送给……", "Send to…";
    share_failed: "没有发出去。可以再试一次，或者保存文件。", "It was not sent. Try again, or save the file.";
    again: "内容改过以后，请重新做一个文件。", "After a change, make the file anew.";
    no_files: "这个应用里不能保存文件。请点右上角菜单，选“在浏览器打开”，再来存。", "This app cannot save files. Open the page in a browser by the menu at the top right, then save.";
    lost_files: "有附件已经不在这台设备上，没有装进文件：{} 个。", "Attachments that are no longer on this device were left out: {}.";
    failed: "文件没有做成", "The file could not be made";
    not_lost: "您填的内容没有丢，可以再试一次。", "Nothing you entered is lost. Please try again.";
    retry: "再试一次", "Try again";
    go_on: "接着填写", "Go on filling in";

    request_title: "打印求助单", "Print a request for help";
    request_text: "一张纸，写着要办什么、还有哪些没填、要带什么、找谁帮。上面没有您填的内容。", "One sheet: the item, what is open, what to bring and who helps. Nothing that you entered stands on it.";
    request_passphrase: "把文件密码也印上（只在当面交给帮办员时用）", "Print the passphrase on it too (only to hand to the helper in person)";
    request_print: "打印求助单", "Print the request";
    helpers: "可以找谁帮忙", "Who can help";
    helpers_text: "先打电话问一下什么时候方便。", "Call first to ask when it suits.";
    helper_place: "地点", "Where";
    helper_hours: "时间", "When";
    helper_contact: "联系方式", "Contact";

    sheet: "云帮办求助单", "Request for help";
    sheet_open: "还没填、要帮忙的", "Still open";
    sheet_wrong: "{}（要改）", "{} (to correct)";
    sheet_all: "都填好了，请帮忙核对。", "Everything is filled in; please check.";
    sheet_steps: "帮办员怎么做", "For the helper";
    sheet_step_file: "问申请人要文件，密码另外问。", "Ask for the file, and for the passphrase apart.";
    sheet_step_open: "扫右上角的码打开网页，选“打开存好的文件”。", "Scan the code, and choose “Open a saved file”.";
    sheet_step_fill: "一起把没填的补上。“同意”和签名由申请人自己来。", "Fill in what is open together. Consents and signatures are the applicant's own.";
    sheet_step_back: "填好后再存成文件，还给申请人；自己这边清除。", "Save it as a file again, give it back, and clear it from your device.";
    sheet_file: "文件名", "File";
    sheet_phone: "申请人电话", "Applicant's telephone";
    sheet_line: "________________________（请用笔写）", "________________________ (by pen)";
    sheet_scan: "扫码打开网页", "Scan to open the page";
    sheet_foot: "求助单上没有申请人填写的内容。", "Nothing that the applicant entered stands on this sheet.";

    resume_title: "打开存好的文件", "Open a saved file";
    resume_lead: "选好文件，输入密码，就可以接着填。文件只在这台设备上打开，不上传。", "Choose the file, enter its passphrase and go on. It is opened on this device and not uploaded.";
    choose: "选择文件", "Choose the file";
    choose_text: "文件名一般是 yuntian-…….age。也可以把文件拖到这里。", "It is usually called yuntian-….age. You can also drop it here.";
    chosen: "已选", "Chosen";
    open_label: "文件密码", "Passphrase";
    open_hint: "存文件时抄下来的那组数字，或者自己定的密码。", "The digits you wrote down when it was saved, or your own passphrase.";
    open_slip: "第 {} 组好像抄错了，请对一下。", "Group {} seems to have a slip; please check it.";
    open_short: "还差几个数字：一共 20 个，现在有 {} 个。", "Some digits are missing: there are 20, you have {}.";
    open: "打开", "Open";
    opening: "正在打开，请稍候……", "Opening, please wait…";
    open_failed: "没有打开", "It was not opened";
    opened: "文件打开了", "The file is open";
    opened_form: "事项", "Item";
    opened_version: "表的版本", "Version of the form";
    opened_older: "第 {} 版（现在是新版，能带过来的都带过来了）", "{} (the form was updated; what could be carried over was)";
    opened_at: "存于", "Saved";
    opened_progress: "填了", "Filled in";
    opened_of: "{} 项", "{} answers";
    opened_files: "附件", "Attachments";
    not_carried: "新版的表里没有地方放这些回答，请核对：", "The updated form has no place for these answers; please check: ";
    consents_left: "文件里有别人代勾的“同意”，没有采用。同意要由本人自己勾选。", "Consents that somebody else ticked were not taken over. A consent is your own act.";
    beside: "这台设备上还有一份没填完的“{}”，不是从这个文件来的。打开文件会另存一份，原来那份留在“我的草稿”里。", "This device has another half-filled “{}”, which did not come from this file. What you open is kept beside it; the other stays in “My drafts”.";
    replaces: "这台设备上已经有一份没填完的“{}”，不是从这个文件来的。打开文件会换掉它；到离开网页以前可以换回来。", "This device has another half-filled “{}”, which did not come from this file. Going on replaces it; until you leave the page you can have it back.";
    take: "接着填这一份", "Go on with this one";
    keep_mine: "不用，继续填我的", "No, go on with mine";
    taken_beside: "已经打开文件里的内容；原来那份在“我的草稿”里", "The file's answers are open; the other draft is in “My drafts”";
    taken: "已经换成文件里的内容", "The file's answers are in place";
    untaken: "已经换回原来的内容", "Your earlier answers are back";
    undo: "换回原来的", "Put mine back";

    compare_title: "文件里不一样的地方", "What the file has otherwise";
    compare_text: "每一处都写了您的和文件里的。要用文件里的就勾上；没勾的保持您原来的不变。", "Each shows yours and the file's. Tick what you want to take over; the rest stays as you have it.";
    compare_none: "文件里的内容和您的一样，没有要改的。", "The file says the same as you have. There is nothing to change.";
    compare_consents: "“同意”不会从文件里带过来，要由您自己勾选。", "Consents are never taken from the file; you tick them yourself.";
    mine: "您的", "Yours";
    theirs: "文件里的", "In the file";
    empty: "（没有填）", "(not answered)";
    signed: "（已签名）", "(signed)";
    attached: "（附件）", "(a file)";
    use_it: "用文件里的：{}", "Take the file's: {}";
    all: "全部勾上", "Tick all";
    none: "全部不勾", "Tick none";
    accept: "采用勾选的 {} 处", "Take over {} ticked";
    accept_none: "都不采用，保持我的", "Take nothing, keep mine";
    accepted: "已采用 {} 处，其余保持不变", "{} taken over; the rest is unchanged";
    of_both: "两边都改过", "Changed on both sides";
    day_unknown: "（没有写）", "(not said)";
}

/// What became of an answer, as a mark beside it.
#[must_use]
pub fn change(change: Change, locale: Locale) -> &'static str {
    let (zh, en) = match change {
        Change::Added => ("新填", "Added"),
        Change::Removed => ("清空", "Emptied"),
        Change::Changed => ("改了", "Changed"),
        Change::RowAdded => ("新增一行", "New row"),
        Change::RowRemoved => ("删了一行", "Row removed"),
        Change::Moved => ("换了顺序", "New order"),
    };
    of(zh, en, locale)
}

/// Why a carried file was not opened or made; what can be done comes with it.
#[must_use]
pub fn fault(fault: &CarryFault, locale: Locale) -> &'static str {
    let (zh, en) = match fault {
        CarryFault::Passphrase => (
            "密码不对。请对照抄下来的密码再输一次。如果密码肯定没错，可能拿错了文件，或者文件被改动过，请对方重新发一次。",
            "The passphrase does not fit. Compare it with what you wrote down. If it is surely right, this may be another file, or it was altered: ask for it again.",
        ),
        CarryFault::Cut => (
            "文件不完整，多半是没有传完或没有下载完。请重新下载，或请对方再发一次。",
            "The file is not complete; the transfer was probably cut off. Download it again, or ask for it again.",
        ),
        CarryFault::Altered => (
            "文件里有的内容被改动过或损坏了，为了安全没有打开。请重新下载，或请对方再发一次。",
            "Something in the file was altered or damaged, so it was not opened. Download it again, or ask for it again.",
        ),
        CarryFault::Other => (
            "这不是云填存的文件。请选名字像 yuntian-…….age 的文件。别的文件（PDF、照片、压缩包）这里读不了。",
            "This is no file saved here. Choose one called yuntian-….age; PDFs, photos and archives cannot be read here.",
        ),
        CarryFault::Key => (
            "这个文件不是用密码锁的，这里打不开。请对方改用密码再存一次。",
            "This file is locked with a key and not with a passphrase, so it cannot be opened here. Ask for one with a passphrase.",
        ),
        CarryFault::Work => (
            "打开这个文件要的计算量太大，这里不打开。请对方用云填再存一次。",
            "Opening this file takes too much work for this device. Ask for one saved by this page.",
        ),
        CarryFault::Large => (
            "文件太大，这里打不开。请对方去掉一些附件再存一次。",
            "The file is too large to be opened here. Ask for one with fewer attachments.",
        ),
        CarryFault::Newer => (
            "这个文件是更新的版本存的。请刷新网页后再打开。",
            "The file was saved by a newer version. Reload this page, then open it again.",
        ),
        CarryFault::Unmade => (
            "文件没有做成，多半是内存不够。请关掉别的网页再试一次。",
            "The file could not be made, probably for lack of memory. Close other pages and try again.",
        ),
    };
    of(zh, en, locale)
}

/// Why the program that locks and opens files did not do it.
#[must_use]
pub fn worker(error: &WorkerError, locale: Locale) -> &'static str {
    let (zh, en) = match error {
        WorkerError::Unavailable | WorkerError::Missing { .. } => (
            "处理文件的程序没能启动，多半是网络不通。请检查网络后再试一次。",
            "The program for files did not start, probably for lack of a network. Check it and try again.",
        ),
        WorkerError::Broken => {
            ("处理文件时中断了，请再试一次。", "Working on the file broke off. Please try again.")
        }
        WorkerError::Late => ("等了太久，请再试一次。", "It took too long. Please try again."),
        WorkerError::Refused(_) | WorkerError::Failed { .. } => {
            ("程序出错了，请告诉工作人员。", "The program made a mistake. Please tell a member of staff.")
        }
        WorkerError::Ended => ("已经清除并退出。", "Everything was cleared."),
    };
    of(zh, en, locale)
}

/// A form that this catalogue does not have.
#[must_use]
pub fn no_form(id: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("文件打开了，但这里没有“{id}”这个事项。请在存文件的那个网站打开。"),
        Locale::En => {
            format!("The file is open, but there is no item “{id}” here. Open it where it was saved.")
        }
    }
}

/// A form that is older here than in the file.
#[must_use]
pub fn older_here(locale: Locale) -> &'static str {
    of(
        "文件里的表比这里的新。请刷新网页后再打开。",
        "The file is of a newer version of the form. Reload this page, then open it again.",
        locale,
    )
}

fn of(zh: &'static str, en: &'static str, locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}
