//! The kinds of question.

use super::Localized;

/// What a field takes. A new kind costs one file in `validate/kinds`, one in `ui/fields`, and the arms the compiler asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Fields that belong together (a JSON object); takes no answer itself.
    Group,
    /// A table of rows (a JSON array of objects); takes no answer itself, its rows are added. Its fields follow it, once.
    Rows,
    /// A text; long ones get more lines.
    Text {
        /// More than one line.
        is_long: bool,
    },
    /// A person's name.
    Name,
    /// A whole number.
    Integer,
    /// A day.
    Date,
    /// One of a list.
    Choice(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// A mobile or landline number.
    Phone,
    /// A citizen's identity number, GB 11643-1999.
    CitizenId,
    /// A bank card number, ISO/IEC 7812 (Luhn).
    BankCard,
    /// A place: division and detail. Its parts are entered at [`Kind::ADDRESS_PARTS`] below its path.
    Address,
}

impl Kind {
    /// What a choice may be; `None` for every other kind.
    #[must_use]
    pub fn choices(&self) -> Option<&[Choice]> {
        match self {
            Self::Choice(choices) => Some(choices),
            Self::Group
            | Self::Rows
            | Self::Text { .. }
            | Self::Name
            | Self::Integer
            | Self::Date
            | Self::YesNo
            | Self::Phone
            | Self::CitizenId
            | Self::BankCard
            | Self::Address => None,
        }
    }

    /// Whether it holds fields instead of an answer.
    #[must_use]
    pub fn is_frame(&self) -> bool {
        matches!(self, Self::Group | Self::Rows)
    }

    /// Rows that a table may have where `maxItems` says nothing less.
    pub const ROW_LIMIT: usize = 500;
    /// The parts of an address: a code of Hanyang's street or community (9 or 12 digits) or, elsewhere, the division in
    /// words (`place`); and the detail.
    pub const ADDRESS_PARTS: [&'static str; 3] = ["division", "place", "detail"];
    /// The code of a street or community, as a pattern.
    pub const DIVISION_PATTERN: &'static str = "^[0-9]{9}([0-9]{3})?$";
    /// Characters that the division in words may have.
    pub const PLACE_LIMIT: usize = 100;
    /// Characters that the detail may have.
    pub const DETAIL_LIMIT: usize = 200;
}

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub code: String,
    /// What people read.
    pub label: Localized,
}
