//! A form as the program uses it: every reference followed, every rule read.

use super::{
    Date, Document, Expr, Field, FormId, Guide, Kind, Localized, Migration, PageId, Params, Path, Purpose,
    Role,
};

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// Its id, printed in QR codes.
    pub id: FormId,
    /// Its version, from 1.
    pub version: u32,
    /// Item, benefit with its conditions, or profile.
    pub kind: FormKind,
    /// The day from which this version holds.
    pub valid_from: Date,
    /// Its title.
    pub title: Localized,
    /// The department's short name, `民政`; a profile's is empty.
    pub department: Localized,
    /// Minutes that filling takes.
    pub minutes: u32,
    /// The guide (实施清单).
    pub guide: Guide,
    /// Every question in the form's order, a group before its members.
    pub fields: Vec<Field>,
    /// The pages on which they are asked.
    pub pages: Vec<Page>,
    /// Its rules, in the order in which they must be worked out.
    pub rules: Vec<Rule>,
    /// The papers it makes.
    pub documents: Vec<Document>,
    /// What is consented to apart, each with its own text and time.
    pub consents: Vec<ConsentText>,
    /// What the applicant promises, one sentence each.
    pub commitments: Vec<Localized>,
    /// The parameters its rules use.
    pub params: Params,
    /// How answers of older versions are brought to this one.
    pub migrate: Vec<Migration>,
    /// Apply-free benefits that people call by the same names; known once the catalogue is packed.
    pub benefits: Vec<Related>,
    /// No rule shows, requires or computes anything before the first answer.
    pub is_plain: bool,
}

/// Another form, by its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Its id.
    pub id: FormId,
    /// Its title.
    pub title: Localized,
}

/// A consent that is asked apart from all others (个人信息保护法 art. 29).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentText {
    /// What it is for; fields with this purpose need it.
    pub purpose: Purpose,
    /// The text that is agreed to.
    pub text: Localized,
}

impl Form {
    /// The field at a path; rows are left out first. The part of an address, `address.detail`, belongs to the address.
    #[must_use]
    pub fn field(&self, path: &Path) -> Option<&Field> {
        let template = path.template();
        let find = |path: &str| self.fields.iter().find(|field| field.path.as_str() == path);
        find(template.as_str()).or_else(|| {
            let (address, part) = template.as_str().rsplit_once('.')?;
            find(address).filter(|field| field.kind == Kind::Address && Kind::ADDRESS_PARTS.contains(&part))
        })
    }

    /// Where the applicant's name stands; where the form names no applicant, the first name it asks.
    #[must_use]
    pub fn applicant_name(&self) -> Option<&Path> {
        let is_applicant = |role: &Role| matches!(role.0.as_str(), "applicant" | "person");
        let group = self.fields.iter().find(|field| field.role.as_ref().is_some_and(is_applicant));
        let mut names = self.fields.iter().filter(|field| field.kind == Kind::Name);
        let own = names.clone().find(|field| group.is_some_and(|group| field.path.is_within(&group.path)));
        own.or_else(|| names.next()).map(|field| &field.path)
    }
}

/// Item, benefit or profile.
#[derive(Debug, Clone, PartialEq)]
pub enum FormKind {
    /// A community item.
    Item,
    /// An apply-free benefit (免申即享).
    Benefit(Box<Benefit>),
    /// Answers that are no application: the questions of "what am I entitled to?" (`person`, `household`, `firm`), and what a firm or a
    /// person keeps of its own. It makes no paper, and of an address it wants the division alone.
    Profile,
}

/// What makes a form a benefit.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// The conditions; all must hold.
    pub eligible: Vec<Eligibility>,
    /// The amount in words; the numbers are parameters.
    pub standard: Localized,
    /// What the person still has to confirm.
    pub confirm: Confirm,
    /// The table on whose rows the conditions are tested, one by one.
    pub each: Option<Each>,
    /// What it comes to.
    pub amount: Option<Amount>,
}

/// A benefit for some row of a table of the profile.
#[derive(Debug, Clone, PartialEq)]
pub struct Each {
    /// The table, `household` or `firm.hires`. Conditions call its row `member`.
    pub table: Path,
    /// Why not, where there is no row at all.
    pub none: Localized,
}

/// The amount of a benefit.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Works it out.
    pub rule: Expr,
    /// `元/年`.
    pub unit: Localized,
}

/// One condition of a benefit, over `person`, `household`, `firm`.
#[derive(Debug, Clone, PartialEq)]
pub struct Eligibility {
    /// The rule as written, published in `reasons`.
    pub source: String,
    /// The rule.
    pub rule: Expr,
    /// Why not, where it does not hold, in plain words.
    pub reason: Localized,
}

/// What the person still has to do for a benefit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    /// Nothing.
    None,
    /// Confirm the account.
    Account,
    /// Confirm that nothing changed.
    Status,
    /// Apply after all.
    Application,
}

/// One page: one group of questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its id.
    pub id: PageId,
    /// Its title.
    pub title: Localized,
    /// What it asks.
    pub sections: Vec<Section>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: Option<Localized>,
    /// A sentence before the questions.
    pub note: Option<Localized>,
    /// The questions, in order; never groups. A table stands before its questions, which stand together.
    pub fields: Vec<Path>,
}

/// A rule on a field or group.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What it governs.
    pub on: Path,
    /// As the author wrote it.
    pub source: String,
    /// The condition or value.
    pub expr: Expr,
    /// What it does.
    pub kind: RuleKind,
}

/// What a rule does.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleKind {
    /// Shown while true; unknown and absent count as false.
    Show,
    /// Must be answered while true.
    Require,
    /// Its value, computed.
    Value,
    /// Must be true; unknown and absent do not block.
    Check {
        /// What is said where it is false.
        message: Localized,
        /// Only a warning, which may be confirmed.
        is_warning: bool,
    },
}
