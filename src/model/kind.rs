//! The kinds of question.

use super::{Accept, Localized};

/// What a field takes. A new kind costs one file in `validate/kinds`, one in `ui/fields`, and the arms the compiler asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// An exact number with decimal places.
    Decimal,
    /// An amount of renminbi in yuan, to the fen.
    Money,
    /// A day.
    Date,
    /// A month of a year.
    Month,
    /// One of a list.
    Choice(Vec<Choice>),
    /// Several of a list, at least one.
    Choices(Vec<Choice>),
    /// Yes or no.
    YesNo,
    /// A mobile or landline number.
    Phone,
    /// An e-mail address.
    Email,
    /// A citizen's identity number, GB 11643-1999.
    CitizenId,
    /// A bank card number, ISO/IEC 7812 (Luhn).
    BankCard,
    /// The number of any other certificate, licence or register.
    Document(DocumentKind),
    /// A place: division and detail. Its parts are entered at [`Kind::ADDRESS_PARTS`] below its path.
    Address,
    /// A signature by hand: its strokes, or that it comes on paper; see [`super::Strokes`].
    Signature,
    /// A file beside the answers; see [`super::Attached`].
    Attachment(Accept),
}

impl Kind {
    /// What a choice, or each of several, may be; `None` for every other kind.
    #[must_use]
    pub fn choices(&self) -> Option<&[Choice]> {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => Some(choices),
            Self::Group
            | Self::Rows
            | Self::Text { .. }
            | Self::Name
            | Self::Integer
            | Self::Decimal
            | Self::Money
            | Self::Date
            | Self::Month
            | Self::YesNo
            | Self::Phone
            | Self::Email
            | Self::CitizenId
            | Self::BankCard
            | Self::Document(_)
            | Self::Address
            | Self::Signature
            | Self::Attachment(_) => None,
        }
    }

    /// Whether it holds fields instead of an answer.
    #[must_use]
    pub fn is_frame(&self) -> bool {
        matches!(self, Self::Group | Self::Rows)
    }

    /// Rows that a table may have where `maxItems` says nothing less.
    pub const ROW_LIMIT: usize = 500;
    /// The parts of an address: the code of a county (6 digits) or of a street or community of the district (9 or 12), else
    /// the division in words (`place`); and the detail.
    pub const ADDRESS_PARTS: [&'static str; 3] = ["division", "place", "detail"];
    /// The code of a county, street or community, as a pattern.
    pub const DIVISION_PATTERN: &'static str = "^[0-9]{6}([0-9]{3}([0-9]{3})?)?$";
    /// Characters that the division in words may have.
    pub const PLACE_LIMIT: usize = 100;
    /// Characters that the detail may have.
    pub const DETAIL_LIMIT: usize = 200;
    /// An amount as JSON has it, `"1234.50"`, as a pattern.
    pub const MONEY_PATTERN: &'static str = "^-?[0-9]{1,13}\\.[0-9]{2}$";
    /// A month as JSON has it, `"2026-11"`, as a pattern.
    pub const MONTH_PATTERN: &'static str = "^[0-9]{4}-(0[1-9]|1[0-2])$";
    /// What stands between the codes of several choices as they are entered; no code has it.
    pub const BETWEEN_CODES: char = ',';
}

/// Numbers of certificates, licences and registers, each with its own shape and check (`validate::kinds::document`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A person's document of whichever kind the answer beside it, [`Self::TYPE`], says; while it says nothing, of any.
    Personal,
    /// Unified social credit code, GB 32100-2015.
    CreditCode,
    /// Organisation code, GB 11714-1997.
    OrgCode,
    /// Business registration number of 15 digits, GS 15-2006.
    BusinessRegistration,
    /// Food trading licence, `JY` and 14 digits.
    FoodLicence,
    /// Chinese passport, those of Hong Kong and Macao included.
    Passport,
    /// Permit of Hong Kong and Macao residents to travel to the mainland.
    HmTravelPermit,
    /// Permit of Taiwan residents to travel to the mainland.
    TwTravelPermit,
    /// Permit of mainland residents to travel to Hong Kong and Macao.
    ExitPermit,
    /// Residence permit of Hong Kong, Macao and Taiwan residents.
    HmtResidencePermit,
    /// Permanent residence card of foreigners, of 15 or 18 characters.
    ForeignResidence,
    /// Disability certificate: identity number, category and level.
    Disability,
    /// Medical certificate of birth.
    Birth,
    /// Number of a marriage or divorce certificate.
    Marriage,
    /// Vehicle plate, GA 36-2018.
    Plate,
    /// Postcode.
    Postcode,
    /// Certificate of real estate.
    RealEstate,
    /// Another document, whose shape is not known.
    Other,
}

impl DocumentKind {
    /// The name of the answer that says which document a person has; its codes are the names that `x-kind` has.
    pub const TYPE: &'static str = "documentType";
}

/// One of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub code: String,
    /// What people read.
    pub label: Localized,
    /// The office's own word for it, where that is another.
    pub print: Option<Localized>,
}

impl Choice {
    /// What stands on paper.
    #[must_use]
    pub fn on_paper(&self) -> &Localized {
        self.print.as_ref().unwrap_or(&self.label)
    }
}
