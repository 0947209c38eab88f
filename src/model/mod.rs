//! Plain data that every room speaks: forms, values, answers, settings.
//!
//! **Invariant:** no `serde`, no I/O, no clock. JSON ends in `catalog` and `record`.

mod answers;
mod attachment;
mod date;
mod date_words;
mod drafts;
mod expr;
mod field;
mod form;
mod grid;
mod guide;
mod ids;
mod kind;
mod levels;
mod localized;
mod migration;
mod money;
mod params;
mod path;
mod rows;
mod settings;
mod sorted;
mod strokes;
mod tables;
mod value;

pub use answers::{Answers, Consent, Draft, Entry, Handover};
pub use attachment::{Accept, Attached, MediaType};
pub use date::Date;
pub use drafts::{DraftHead, DraftId};
pub use expr::{BinaryOp, Expr, Function, Macro, UnaryOp};
pub use field::{Field, Role, Sensitivity, Shape};
pub use form::{
    Amount, Benefit, Confirm, ConsentText, Each, Eligibility, Form, FormKind, Page, Related, Rule, RuleKind,
    Section,
};
pub use grid::{Align, Cell, CellContent, Document, Grid, Row, TextFormat, Tick};
pub use guide::{
    AuthorityLevel, Channel, CommunityMode, CrossArea, Faq, Guide, Handling, Issued, LegalBasis, Limit,
    LimitUnit, LoneGuide, Material, Matter, Medium, Office, Origin, ReformList, Venue, Visits,
};
pub use ids::{FormId, PageId, Purpose, RowId};
pub use kind::{Choice, DocumentKind, Kind};
pub use levels::Level;
pub use localized::{Locale, Localized};
pub use migration::{Migration, Step};
pub use money::{Money, capitals};
pub use params::{ParamRow, Params};
pub use path::Path;
pub use rows::{Place, Rows};
pub use rust_decimal::Decimal;
pub use settings::{Helper, Mode, Settings};
pub use sorted::{SortedMap, SortedSet, sort};
pub use strokes::Strokes;
pub use tables::{RegionStatus, Regions, Street, Streets, Tables};
pub use value::{Datum, EvalError, Value};
