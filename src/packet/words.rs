//! The paper's fixed words. Everything else that a paper says comes from the form, the settings or `say`.
//!
//! **Invariant:** no fact about an item stands here (no amount, no telephone number, no law): those are the form's.

use crate::model::Locale;

/// A fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Word {
    /// The text in `locale`.
    #[must_use]
    pub fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub const $name: Word = Word { zh: $zh, en: $en };)*

        /// Every fixed text, so that a test can look at all of them.
        pub const ALL: &[Word] = &[$($name),*];
    };
}

words! {
    /// Under the title of a table that is made of a form's pages.
    GENERIC_SUBTITLE: "填表日期：{today}\t编号：________", "Date: {today}\tNo.: ________";
    /// Who takes it in.
    COMMUNITY: "社区（受理单位）", "Community";
    /// Who takes in what needs no decision.
    TAKEN_IN: "受理单位", "Taken in by";
    /// After an office's name.
    OPINION: "意见", ": opinion";
    /// Before a line to sign.
    HANDLED_BY: "经办人：", "Handled by:";
    /// Stands where a deployment has not said something yet.
    TO_CONFIRM: "待确认", "to be confirmed";
    /// In an optional cell that was left empty, as offices write it.
    NOTHING: "/", "/";
    /// An answer to tick.
    YES: "是", "Yes";
    /// An answer to tick.
    NO: "否", "No";
    /// Behind the name of a signature that was drawn, for those who can not see it.
    SIGNED: "（手写签名）", " (signed by hand)";
    /// Title of the list of files.
    ATTACHMENTS: "附件清单", "Attachments";
    /// Before the number of a file.
    ATTACHMENT: "附件", "Attachment ";
    /// A picture has a page of its own.
    ON_PAGE: "见后页", "on a page that follows";
    /// A picture stands in the table.
    IN_TABLE: "贴在表中", "in the table";
    /// A file that rides inside the PDF.
    IN_FILE: "作为文件附在本 PDF 内，请另行打印", "a file inside this PDF; print it apart";
    /// A file that is not there.
    NOT_ATTACHED: "没有附上或读不出来，请另行提交", "not here or not readable; hand it in apart";
    /// Behind the name of a picture, for those who can not see it.
    PICTURE: "（图片）", " (picture)";
    /// Over the numbers of a table's rows.
    ROW_NUMBER: "序", "No.";
    /// Beside what the applicant promises, in a table without an official shape.
    DECLARATION: "申请人承诺", "Declaration";
    /// Between a label and what follows it.
    COLON: "：", ": ";

    /// Part of an address: a street or community of the district.
    DIVISION: "街道、社区", "street and community";
    /// Part of an address elsewhere.
    DIVISION_ELSEWHERE: "省、市、区（县）、街道（乡镇）", "province, city, district, street";
    /// Part of an address.
    DETAIL: "路、小区、楼栋、门牌", "road, estate, building, door";

    /// In the footer of sample data.
    SAMPLE_FOOTER: "示例清单，非官方", "Sample catalogue, not official";
    /// On the cover of sample data.
    SAMPLE_NOTE: "本件由示例清单生成，事项、材料和表样未经主管部门发布，仅供试用，请以窗口公布的为准。",
        "Made from a sample catalogue. Items, documents and tables have not been published by the authority; what the window says holds.";
    /// In the footer of a filled sample.
    EXAMPLE_FOOTER: "示例样表，内容均为虚构", "Filled sample, all data invented";
    /// In the title of a filled sample.
    EXAMPLE_MARK: "（示例样表）", " (filled sample)";
    /// In the footer of a draft.
    DRAFT_FOOTER: "草稿，尚未填完", "Draft, not complete";
    /// In the footer of a blank table.
    BLANK_FOOTER: "空白表", "Blank form";

    /// The cover's subtitle.
    COVER: "申请材料封面", "Cover of the application";
    /// Says that the table itself is Chinese; the English cover alone needs it.
    COVER_LANGUAGE: "", "The application form and what you sign are in Chinese, as the office needs them.";
    /// Row of the cover.
    ITEM: "事项名称", "Item";
    /// Row of the cover.
    APPLICANT: "申请人", "Applicant";
    /// Row of the cover.
    REFERENCE: "材料编号", "Reference";
    /// Row of the cover.
    DIGEST: "数据校验码", "Digest";
    /// Row of the cover.
    FORM: "表单版本", "Form";
    /// Row of the cover.
    FILLED_ON: "填写日期", "Filled in on";
    /// Row of the cover, where a helper filled it in together with the applicant.
    HELPED_BY: "协助填写", "Filled in with the help of";
    /// Row of the cover.
    AUTHORITY: "办理机关", "Authority";
    /// Row of the cover.
    BY_AGENT: "办理方式", "Handed in by";
    /// The applicant comes in person.
    IN_PERSON: "本人办理", "the applicant";
    /// A guardian comes, for a child.
    BY_GUARDIAN: "监护人办理", "the guardian";
    /// An agent comes.
    WITH_AGENT: "代办人代为办理（附授权委托书）", "an agent, with a letter of authority";
    /// Heading: what the packet holds.
    CONTENTS: "本套材料", "In this packet";
    /// Heading: what to bring.
    MATERIALS: "请携带以下材料（带齐一项，勾一项）", "Bring these documents (tick each one)";
    /// No list of materials is known.
    NO_MATERIALS: "所需材料待确认，请先咨询窗口。", "The documents needed are to be confirmed; ask the window first.";
    /// A material that must be there.
    REQUIRED: "必要", "required";
    /// A material that need not be there.
    OPTIONAL: "如有请带", "if you have it";
    /// A material that may follow.
    DEFERRABLE: "可容缺后补", "may follow later";
    /// How long a material may follow.
    WITHIN: "期限", "within";
    /// An electronic licence will do.
    ELECTRONIC: "可用电子证照", "the electronic one will do";
    /// Heading: where and when.
    WHERE: "到哪里办、什么时候办", "Where and when";
    /// Row.
    PLACE: "地点", "Place";
    /// Row.
    HOURS: "时间", "Hours";
    /// Row.
    PHONE: "咨询电话", "Telephone";
    /// Row.
    FEES: "收费", "Fees";
    /// Heading: what happens next.
    NEXT: "接下来怎么办", "What happens next";
    /// Row.
    PROMISED: "承诺办结时限", "Promised time limit";
    /// Row.
    LEGAL: "法定办结时限", "Legal time limit";
    /// Unit of a limit.
    WORKDAYS: "个工作日", " working days";
    /// Unit of a limit.
    DAYS: "个自然日", " calendar days";
    /// After a number.
    MONTHS: "个月", " months";
    /// Heading: warnings.
    NOTES: "请核对", "Please check";
    /// Before the address of the rating page.
    RATING: "办完后欢迎评价", "Rate the service afterwards";

    /// Title of the page of commitments and consents.
    CONSENTS: "承诺与个人信息授权书", "Commitments and consents";
    /// Heading.
    COMMITMENTS: "一、申请人承诺", "1. The applicant promises";
    /// Before the promises.
    COMMITS: "本人郑重承诺：", "I promise:";
    /// Heading.
    PRIVACY: "二、个人信息单独同意", "2. Separate consents";
    /// What the operator is called.
    OPERATOR: "个人信息处理者", "Personal data are handled by";
    /// How to reach the operator.
    CONTACT: "联系方式", "Contact";
    /// A consent that was given on the device.
    GIVEN_AT: "同意时间", "Given at";
    /// A consent that is to be signed.
    SIGN_HERE: "如同意，请在此签字", "Sign here if you agree";
    /// Nothing needs a consent.
    NO_CONSENT: "本事项无需单独同意。", "No separate consent is needed.";
    /// Line to sign.
    APPLICANT_SIGNS: "申请人（签字或按指印）", "Applicant (signature or fingerprint)";
    /// Line to sign, where a guardian may act.
    GUARDIAN_SIGNS: "申请人或监护人（签字或按指印）", "Applicant or guardian (signature or fingerprint)";
    /// Line to sign.
    DATE_LINE: "日期", "Date";

    /// Title of the one-time notice.
    NOTICE: "一次性告知单", "One-time notice";
    /// Before the materials still to bring.
    NOTICE_INTRO: "请对照下列内容一次备齐，带齐即可受理，避免多次往返。",
        "Have all of this ready at once, so that one visit is enough.";
    /// Heading.
    NOTICE_BRING: "一、请带来的材料", "1. Documents to bring";
    /// Heading.
    NOTICE_LATER: "二、可以以后再补的材料（容缺受理）", "2. Documents that may follow";
    /// Nothing may follow.
    NOTICE_NONE: "无", "None";
    /// How deferring works.
    NOTICE_HOW: "暂缺上述材料的，可先受理；请当场签写容缺承诺，并按窗口告知的期限补交。",
        "Where these are missing the application is taken all the same: sign the promise at the window and bring them within the time you are told.";
    /// Heading.
    NOTICE_FIX: "三、需要核对或补正的内容", "3. What to check or mend";
    /// Nothing is to be mended.
    NOTICE_FINE: "所填内容未发现需要补正的地方。", "Nothing to mend was found.";
    /// Heading.
    NOTICE_LIMITS: "四、办理时限", "4. Time limits";
    /// Heading.
    NOTICE_WHERE: "五、办理地点和时间", "5. Where and when";
    /// Heading.
    NOTICE_BY_WINDOW: "六、窗口填写", "6. Filled in at the window";
    /// A box at the window.
    NOTICE_ACCEPTED: "材料齐全，予以受理", "Complete, accepted";
    /// A box at the window.
    NOTICE_DEFERRED: "容缺受理，须补交：＿＿＿＿＿＿＿＿＿＿，补交期限：＿＿＿＿年＿＿月＿＿日",
        "Accepted; to follow: ____________________ by: ____________";
    /// A box at the window.
    NOTICE_RETURNED: "需补正后再交：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", "To be mended first: ______________________________";
    /// Line to sign.
    CLERK_SIGNS: "窗口工作人员（签字）", "Clerk (signature)";
    /// Line to sign.
    RECEIVED_BY: "申请人或代办人（签收）", "Received by";

    /// Title of the letter.
    LETTER: "授权委托书", "Letter of authority";
    /// Who gives it.
    PRINCIPAL: "委托人", "Principal";
    /// Who gives it for a child.
    PRINCIPAL_GUARDIAN: "委托人（监护人）", "Principal (the guardian)";
    /// The child for whom a guardian gives it.
    WARD: "被监护人（申请人）", "Under the guardian's care (the applicant)";
    /// Who takes it.
    AGENT: "受托人（代办人）", "Agent";
    /// First sentence, before the item's title.
    LETTER_BEFORE: "委托人因故不能亲自办理，现委托上述受托人代为办理“", "The principal cannot come in person and authorises the agent to handle “";
    /// First sentence, after the item's title.
    LETTER_AFTER: "”事项，代为提交材料、如实说明情况、签收有关文书。受托人在委托范围内所办手续，委托人均予承认。",
        "”: to hand in documents, to explain truthfully, to sign for papers. The principal accepts what the agent does within these bounds.";
    /// How long it holds.
    LETTER_TERM: "委托期限：自签字之日起至本事项办结之日止。", "It holds from the day of signing until the item is decided.";
    /// The agent's own consent, as a third person.
    LETTER_AGENT: "受托人知悉并同意，办理本事项时使用本页所列的受托人个人信息。",
        "The agent knows and agrees that the agent's data on this page are used for this item.";
    /// Line to sign.
    PRINCIPAL_SIGNS: "委托人（签字或按指印）", "Principal (signature or fingerprint)";
    /// Line to sign.
    AGENT_SIGNS: "受托人（签字）", "Agent (signature)";

    /// What the file inside a packet's PDF is.
    ATTACHED: "本表填写的数据", "The answers of this form as data";

    /// Subtitle of a draft's cover.
    DRAFT_COVER: "草稿：还没有填完", "Draft: not complete";
    /// First sentence of a draft's cover.
    DRAFT_INTRO: "请按下面的清单补齐后再交。空着的格子可以用黑色签字笔直接填写，也可以请驿站工作人员帮忙。",
        "Complete what is listed below before you hand it in. Write in the open cells with a black pen, or ask the staff of the station.";
    /// Heading.
    DRAFT_OPEN: "还没有填的", "Still open";
    /// Heading.
    DRAFT_WRONG: "填了但需要改的（表中已留空）", "Entered but wrong (left open in the table)";
    /// Heading.
    DRAFT_SIGN: "需要签字同意的", "Consents to be signed";
    /// Nothing is open or wrong.
    DRAFT_NONE: "没有发现缺项，请回到页面生成正式材料。", "Nothing is missing: go back to the page and make the final papers.";
}

/// The page number in a footer; the language is a paper's, `zh-CN` or `en`.
#[must_use]
pub fn page_of(language: &str, page: usize, n_pages: usize) -> String {
    if language.starts_with("zh") {
        format!("第{page}页 共{n_pages}页")
    } else {
        format!("Page {page} of {n_pages}")
    }
}

/// The digest in a footer.
#[must_use]
pub fn digest(language: &str, digest: &str) -> String {
    let locale = if language.starts_with("zh") { Locale::Zh } else { Locale::En };
    [DIGEST.get(locale), COLON.get(locale), digest].concat()
}

/// A line to write on.
pub const LINE: &str = "＿＿＿＿＿＿＿＿＿＿＿＿";
/// An unfilled place in a line of text.
pub const GAP: &str = "＿＿＿＿";
/// A date to be written by hand.
pub const OPEN_DATE: &str = "      年    月    日";
/// Title of the page for what a cell could not hold.
pub const ADDENDUM: &str = "续页";
/// At the end of what a cell holds of it.
pub const SEE_ADDENDUM: &str = "（转续页）";
/// The seal's place.
pub const SEAL: &str = "（公章）";
