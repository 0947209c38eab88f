//! Which column holds which element of a guide: our keys, those of portals (实施清单 as published), and the Chinese names.

/// Makes the elements with their names; the first is the name in a sentence, the rest are heads that are accepted besides.
macro_rules! elements {
    ($($(#[$doc:meta])* $name:ident: $($head:literal),+;)*) => {
        /// An element of a guide.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Element {
            $($(#[$doc])* $name,)*
        }

        impl Element {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its Chinese name.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.heads().first().copied().unwrap_or_default()
            }

            fn heads(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($head),+],)*
                }
            }
        }
    };
}

elements! {
    /// What the item is called.
    Title: "事项名称", "name", "unifyName", "title", "实施清单名称", "主项名称";
    /// Its part.
    SubTitle: "子项名称", "sub_name", "subName", "子项";
    /// The case of it that is handled.
    CaseTitle: "业务办理项名称", "case_name", "caseName", "业务办理项", "办理项名称";
    /// National basic code.
    BaseCode: "基本编码", "base_code", "baseCode", "rightsCode";
    /// Code of the authority.
    ImplCode: "实施编码", "impl_code", "implCode", "ywCode";
    /// Code of the case.
    CaseCode: "业务办理项编码", "case_code", "caseCode", "unifyId";
    /// Kind of act.
    Matter: "事项类型", "kind", "matter", "typeName";
    /// Who decides.
    Authority: "实施主体", "authority", "orgName", "实施机构", "实施主体名称";
    /// The department.
    Department: "主管部门", "department", "deptName", "部门", "所属部门";
    /// Levels.
    Levels: "行使层级", "level", "levels", "schemeLevels";
    /// For whom.
    Audience: "服务对象", "audience", "serveObject";
    /// How it is handled.
    Handling: "办件类型", "handling", "handleType";
    /// Legal limit.
    LegalLimit: "法定办结时限", "legal_limit", "legalLimit", "approveLimit", "法定时限";
    /// What there is to know about it.
    LegalNote: "法定办结时限说明", "approveLimitExplain", "法定时限说明";
    /// Promised limit.
    PromisedLimit: "承诺办结时限", "promised_limit", "promisedLimit", "commitmentLimit", "承诺时限";
    /// What there is to know about it.
    PromisedNote: "承诺办结时限说明", "commitmentLimitExplain", "承诺时限说明";
    /// Who may apply.
    Conditions: "受理条件", "conditions", "acceptanceCondition", "申请条件";
    /// What rules it out.
    Bans: "禁止性要求", "bans";
    /// How many.
    Quota: "数量限制", "quota", "quantitativeRestriction";
    /// What to bring.
    Materials: "申请材料", "materials", "materialList", "材料清单";
    /// What happens.
    Steps: "办理流程", "steps", "processDescript";
    /// Procedures besides.
    Special: "特别程序", "special", "isSpecialProcedure";
    /// Services of others.
    Intermediary: "中介服务", "intermediary", "isIntermediaryServices";
    /// Fees.
    Fees: "是否收费", "fees", "isCharge", "收费", "收费情况";
    /// Their list.
    FeeList: "收费标准", "chargelist";
    /// Law.
    LegalBasis: "设定依据", "legal_basis", "legalBasis", "according";
    /// What one gets.
    Results: "办理结果", "results", "resultList", "结果名称";
    /// How long it holds.
    Validity: "结果有效期", "validity";
    /// How it arrives.
    Delivery: "送达方式", "delivery", "jgsdsm", "结果送达";
    /// Ways to hand in.
    Channels: "办理形式", "channels", "transactionFrom";
    /// How often to come.
    Visits: "到现场次数", "visits", "minSeq", "到办事现场次数";
    /// Why.
    VisitsReason: "到现场原因", "minExplain", "必须到现场原因", "必须现场办理原因";
    /// Where else.
    CrossArea: "通办范围", "cross_area", "crossArea", "doScope";
    /// Where.
    Places: "办理地点", "places", "guidePoint", "bldmc", "窗口名称";
    /// Its address.
    Address: "地址", "xxdz", "详细地址", "办理地址", "address";
    /// When.
    Hours: "办理时间", "blsj", "hours", "办公时间";
    /// For questions.
    Phone: "咨询电话", "phone", "zxdh", "consult", "咨询方式";
    /// For complaints.
    Complaints: "监督投诉电话", "complaint", "complaintPhone", "jdtsdh", "监督投诉", "投诉电话", "监督投诉方式";
    /// Rights.
    Rights: "申请人权利", "rights", "applicantPower";
    /// Duties.
    Duties: "申请人义务", "duties", "applicantDuty";
    /// Remedies.
    Remedies: "行政救济", "remedies", "救济途径";
    /// Questions people ask.
    Faq: "常见问题", "faq", "questionInfo";
    /// Other names.
    Synonyms: "别名", "synonyms";
    /// Where the facts come from.
    Source: "数据来源", "source";
    /// When they were checked.
    CheckedOn: "更新日期", "checked_on", "checkedOn", "updateDate", "发布日期", "published";
}

/// Columns that portals have and a guide has no place for: known, and passed over in silence.
const PASSED_OVER: &[&str] = &[
    "authority_kind",
    "delegated_by",
    "blbm",
    "scope",
    "行使内容",
    "online_depth",
    "transactLevel",
    "网办深度",
    "lctList",
    "flow_image",
    "办理流程图",
    "attachInfo",
    "files",
    "附件",
    "version",
    "版本",
    "序号",
    "id",
    "实施主体性质",
    "委托部门",
    "phones",
    "状态",
    "备注",
];

/// What a head says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// An element.
    Of(Element),
    /// Something that is passed over.
    Passed,
    /// Something that is not known.
    Unknown,
}

/// Reads a head: blanks, stars and what stands in brackets do not count, nor do capitals.
pub(super) fn head(text: &str) -> Head {
    let bare = text.split(['(', '（']).next().unwrap_or_default();
    let is_letter = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '＊' | '\u{feff}' | ':' | '：' | '"');
    let folded = |text: &str| text.chars().filter(is_letter).flat_map(char::to_lowercase).collect::<String>();
    let wanted = folded(bare);
    let is_it = |name: &&&str| folded(name) == wanted;
    if let Some(element) = Element::ALL.iter().find(|element| element.heads().iter().any(|name| is_it(&name)))
    {
        return Head::Of(*element);
    }
    if wanted.is_empty() || PASSED_OVER.iter().any(|name| is_it(&name)) {
        Head::Passed
    } else {
        Head::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn heads_of_all_sorts() {
        for (text, expect) in [
            ("事项名称", Head::Of(Element::Title)),
            ("\u{feff}*事项名称（必填）", Head::Of(Element::Title)),
            ("unifyName", Head::Of(Element::Title)),
            ("UNIFYNAME", Head::Of(Element::Title)),
            ("承诺办结时限 (工作日)", Head::Of(Element::PromisedLimit)),
            ("materialList", Head::Of(Element::Materials)),
            ("序号", Head::Passed),
            ("", Head::Passed),
            ("心情", Head::Unknown),
        ] {
            assert_eq!(head(text), expect, "{text}");
        }
    }

    #[test]
    fn no_head_stands_for_two() {
        let mut seen = BTreeSet::new();
        for name in Element::ALL.iter().flat_map(|element| element.heads()).chain(PASSED_OVER) {
            assert!(seen.insert(name.to_lowercase()), "{name}");
        }
    }
}
