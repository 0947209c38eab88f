//! The guide of an item (实施清单). Facts carry their source and date.

use super::{Date, FormId, Localized};

/// What a person reads before starting. What is not known is absent and shown as "to be confirmed"; what does not apply is
/// left out. The elements are those of the national list of guides (实施清单要素).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guide {
    /// In one sentence, what this is for.
    pub summary: Localized,
    /// Who decides (实施主体).
    pub authority: Option<Localized>,
    /// National basic code (基本编码).
    pub base_code: Option<String>,
    /// Implementation code (实施编码) of the authority.
    pub impl_code: Option<String>,
    /// What kind of act it is (事项类型).
    pub matter: Option<Matter>,
    /// How it is handled (办件类型).
    pub handling: Option<Handling>,
    /// What the community does of it.
    pub mode: Option<CommunityMode>,
    /// Levels that exercise it (行使层级), the highest first.
    pub levels: Vec<AuthorityLevel>,
    /// Who may apply (服务对象).
    pub audience: Option<Localized>,
    /// Legal time limit (法定办结时限).
    pub legal_limit: Option<Limit>,
    /// Promised time limit (承诺办结时限).
    pub promised_limit: Option<Limit>,
    /// Conditions (受理条件), one sentence each.
    pub conditions: Vec<Localized>,
    /// What rules it out (禁止性要求), one sentence each.
    pub bans: Vec<Localized>,
    /// How many may have it (数量限制).
    pub quota: Option<Localized>,
    /// What to bring.
    pub materials: Vec<Material>,
    /// What happens, step by step (办理流程).
    pub steps: Vec<Localized>,
    /// Procedures besides (特别程序): publicity, a visit, an expert opinion.
    pub special: Vec<Localized>,
    /// Services that somebody else renders for it (中介服务).
    pub intermediary: Option<Localized>,
    /// Fees in words.
    pub fees: Option<Localized>,
    /// What it is founded on (设定依据).
    pub legal_basis: Vec<LegalBasis>,
    /// What one gets (办理结果).
    pub results: Vec<Issued>,
    /// Ways to hand in (办理形式).
    pub channels: Vec<Channel>,
    /// How often one must come (到现场次数).
    pub visits: Option<Visits>,
    /// How far away one may hand in (通办范围).
    pub cross_area: Option<CrossArea>,
    /// Where and when.
    pub places: Vec<Office>,
    /// Telephone for questions.
    pub phone: Option<String>,
    /// Telephone for complaints (监督投诉).
    pub complaint_phone: Option<String>,
    /// The applicant's rights, duties and remedies beside the general ones, one sentence each.
    pub rights: Vec<Localized>,
    /// What the applicant must do.
    pub duties: Vec<Localized>,
    /// What the applicant can do against the decision.
    pub remedies: Vec<Localized>,
    /// What people ask (常见问题).
    pub faq: Vec<Faq>,
    /// What people call it in their own words: 老年津贴, 敬老.
    pub synonyms: Vec<String>,
    /// Words by which it is found besides.
    pub tags: Vec<String>,
    /// Keys of `lifeEvents` of the catalogue.
    pub life_events: Vec<String>,
    /// Reform lists that it stands in.
    pub lists: Vec<ReformList>,
    /// Where it can be handed in.
    pub venues: Vec<Venue>,
    /// Where the facts come from.
    pub source: Option<String>,
    /// When they were checked.
    pub checked_on: Option<Date>,
    /// Sample data (示例), until a deployment replaces it.
    pub is_sample: bool,
}

/// The guide of an item that has no form: it is read here, and handed in elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct LoneGuide {
    /// `G00001`; it stands in printed QR codes and never changes.
    pub id: FormId,
    /// What the item is called.
    pub title: Localized,
    /// The department's short name.
    pub department: Localized,
    /// The guide.
    pub guide: Guide,
}

/// A time limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: LimitUnit,
    /// From when, and what does not count.
    pub note: Option<Localized>,
}

/// Working days, calendar days or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitUnit {
    /// 工作日.
    Workday,
    /// 自然日.
    Day,
    /// 个月.
    Month,
}

/// Something to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// What.
    pub title: Localized,
    /// Needed always (必要), or not.
    pub is_required: bool,
    /// May follow later (容缺后补).
    pub is_deferrable: bool,
    /// How much later, where that is known.
    pub follow_within: Option<Limit>,
    /// Original, copy, or both, in words.
    pub form: Option<Localized>,
    /// How many copies.
    pub copies: u32,
    /// On paper or as a file (材料形式).
    pub medium: Option<Medium>,
    /// Where it comes from (来源渠道).
    pub origin: Option<Origin>,
    /// The licence by whose electronic form it is replaced (电子证照代替免提交).
    pub licence: Option<Localized>,
    /// By what it is accepted (受理标准).
    pub standard: Option<Localized>,
    /// More about it.
    pub note: Option<Localized>,
}

/// What something is founded on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegalBasis {
    /// The law or notice.
    pub title: Localized,
    /// Its article, where somebody has checked it.
    pub article: Option<String>,
    /// Nobody has compared it with the text yet.
    pub is_unconfirmed: bool,
}

/// What one gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The document or payment.
    pub title: Localized,
    /// How long it holds.
    pub validity: Option<Localized>,
    /// How it arrives (送达方式).
    pub delivery: Option<Localized>,
}

/// How often one must come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visits {
    /// How many times.
    pub n: u32,
    /// Why.
    pub reason: Option<Localized>,
}

/// A place where it is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its name.
    pub name: Localized,
    /// Its address.
    pub address: Option<Localized>,
    /// When it is open.
    pub hours: Option<Localized>,
    /// Which window.
    pub window: Option<Localized>,
}

/// A question that people ask, and the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faq {
    /// The question.
    pub asked: Localized,
    /// The answer.
    pub answer: Localized,
}

/// Spells an enum of the guide: the words of the file are its names.
macro_rules! spelled {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// All, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];
            /// Their spellings in a form file, in the same order.
            pub const WORDS: &[&str] = &[$($word),*];

            /// The spelling in a form file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// Reads the spelling.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text {
                    $($word => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    )*};
}

spelled! {
    /// What kind of act an item is (事项类型).
    Matter {
        /// 行政许可.
        License "license",
        /// 行政给付.
        Payment "payment",
        /// 行政确认.
        Confirmation "confirmation",
        /// 行政奖励.
        Reward "reward",
        /// 其他行政权力.
        Other "other",
        /// 公共服务.
        Service "service",
    }
    /// How an item is handled (办件类型).
    Handling {
        /// 即办件.
        Immediate "immediate",
        /// 承诺件.
        Promised "promised",
        /// 上报件.
        Reported "reported",
    }
    /// What a community does of an item.
    CommunityMode {
        /// 直办: it decides itself.
        Direct "direct",
        /// 代办: it hands in for the person.
        Agent "agent",
        /// 协办: it takes in and gives an opinion.
        Assist "assist",
        /// 告知: it tells where to go.
        Inform "inform",
    }
    /// A level of government (行使层级).
    AuthorityLevel {
        /// 国家.
        Nation "nation",
        /// 省.
        Province "province",
        /// 市.
        City "city",
        /// 县、区.
        County "county",
        /// 镇、街道.
        Town "town",
        /// 村、社区.
        Village "village",
    }
    /// A list of the district's reform (改革事项清单).
    ReformList {
        /// 高频.
        Frequent "frequent",
        /// 破冰.
        Breakthrough "breakthrough",
        /// 创新.
        Innovation "innovation",
    }
    /// A kind of place where one can hand in.
    Venue {
        /// 社区.
        Community "community",
        /// 园区.
        Park "park",
        /// 政务服务大厅.
        Hall "hall",
    }
    /// A way to hand in (办理形式).
    Channel {
        /// 窗口.
        Window "window",
        /// 网上.
        Online "online",
        /// 自助终端.
        Terminal "terminal",
        /// 上门.
        Visit "visit",
    }
    /// How far away one may hand in (通办范围).
    CrossArea {
        /// 全国.
        Nation "nation",
        /// 全省.
        Province "province",
        /// 全市.
        City "city",
        /// 全区.
        County "county",
        /// 不可通办.
        None "none",
    }
    /// What a material is made of (材料形式).
    Medium {
        /// 纸质.
        Paper "paper",
        /// 电子.
        Electronic "electronic",
        /// 纸质和电子.
        Both "both",
        /// 纸质或电子.
        Either "either",
    }
    /// Where a material comes from (来源渠道).
    Origin {
        /// 申请人自备.
        Applicant "applicant",
        /// 政府部门核发.
        Government "government",
        /// 其他.
        Other "other",
    }
}
