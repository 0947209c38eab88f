//! What the rules know of each kind of question. A new kind costs an arm here and nowhere else in this folder.

use crate::model::{Field, Kind};

/// The type of a value in the rule language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ty {
    /// Yes or no.
    Bool,
    /// A number.
    Number,
    /// A text, a choice's code.
    Text,
    /// A day.
    Date,
    /// A list.
    List,
    /// A group.
    Map,
    /// Not known; goes with everything.
    Any,
}

impl Ty {
    /// Its name in a diagnostic, the same in both languages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Bool => "yes/no",
            Self::Number => "number",
            Self::Text => "text",
            Self::Date => "date",
            Self::List => "list",
            Self::Map => "group",
            Self::Any => "any",
        }
    }
}

/// What a kind is for the rules.
pub(super) struct Facts {
    /// The type of its value.
    pub(super) ty: Ty,
    /// Only whole numbers.
    pub(super) is_whole: bool,
    /// Characters of its longest value, where that is known.
    pub(super) longest: Option<usize>,
    /// A bank card.
    pub(super) is_bank: bool,
    /// Holds questions, and takes no answer itself.
    pub(super) is_frame: bool,
}

/// What a question is for the rules.
pub(super) fn facts(field: &Field) -> Facts {
    let plain = |ty| Facts { ty, is_whole: false, longest: None, is_bank: false, is_frame: false };
    let max_length = field.shape.max_length;
    match &field.kind {
        Kind::Group => Facts { is_frame: true, ..plain(Ty::Map) },
        Kind::Address | Kind::Attachment(_) => plain(Ty::Map),
        Kind::Rows => Facts { is_frame: true, ..plain(Ty::List) },
        Kind::Text { .. } => Facts { longest: max_length, ..plain(Ty::Text) },
        Kind::Name
        | Kind::Phone
        | Kind::Choice(_)
        | Kind::Month
        | Kind::Email
        | Kind::Document(_)
        | Kind::Signature => plain(Ty::Text),
        Kind::Choices(_) => plain(Ty::List),
        Kind::Decimal | Kind::Money => plain(Ty::Number),
        Kind::Integer => {
            let digits = field.shape.maximum.map(|maximum| maximum.trunc().normalize().to_string().len());
            Facts { is_whole: true, longest: digits, ..plain(Ty::Number) }
        }
        Kind::Date => plain(Ty::Date),
        Kind::YesNo => plain(Ty::Bool),
        Kind::CitizenId => Facts { longest: Some(18), ..plain(Ty::Text) },
        Kind::BankCard => Facts { longest: Some(19), is_bank: true, ..plain(Ty::Text) },
    }
}
