//! The guide of an item (实施清单). Facts carry their source and date.

use super::{Date, Localized};

/// What a person reads before starting. What is not known is absent and shown as "to be confirmed".
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Guide {
    /// In one sentence, what this is for.
    pub summary: Localized,
    /// Who decides.
    pub authority: Option<Localized>,
    /// National basic code (基本编码).
    pub base_code: Option<String>,
    /// Who may apply.
    pub audience: Option<Localized>,
    /// Legal time limit (法定办结时限).
    pub legal_limit: Option<Limit>,
    /// Promised time limit (承诺办结时限).
    pub promised_limit: Option<Limit>,
    /// Conditions, one sentence each.
    pub conditions: Vec<Localized>,
    /// What to bring.
    pub materials: Vec<Material>,
    /// What happens, step by step.
    pub steps: Vec<Localized>,
    /// Fees in words.
    pub fees: Option<Localized>,
    /// Where and when.
    pub places: Vec<Localized>,
    /// Telephone for questions.
    pub phone: Option<String>,
    /// What the answers look up in their own words: 老年津贴, 敬老.
    pub synonyms: Vec<String>,
    /// Life events and lists it belongs to.
    pub tags: Vec<String>,
    /// Where the facts come from.
    pub source: Option<String>,
    /// When they were checked.
    pub checked_on: Option<Date>,
    /// Sample data (示例), until a deployment replaces it.
    pub is_sample: bool,
}

/// A time limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: LimitUnit,
}

/// Working days or calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LimitUnit {
    /// 工作日.
    Workday,
    /// 自然日.
    Day,
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
    /// Original, copy, or both, in words.
    pub form: Option<Localized>,
    /// How many copies.
    pub copies: u32,
    /// More about it.
    pub note: Option<Localized>,
}
