//! The parts of a form. A change here needs a new number in `MAGIC`.

use super::{
    Code, Reader,
    basic::{fill, spell_enum, spell_large, spell_struct},
};
use crate::model::{
    Accept, Align, Amount, AuthorityLevel, Benefit, BinaryOp, Cell, CellContent, Channel, Choice,
    CommunityMode, Confirm, ConsentText, CrossArea, Document, DocumentKind, Each, Eligibility, Expr, Faq,
    Field, Form, FormKind, Function, Grid, Guide, Handling, Issued, Kind, LegalBasis, Limit, LimitUnit,
    Localized, LoneGuide, Macro, Material, Matter, MediaType, Medium, Migration, Office, Origin, Page,
    ParamRow, Params, ReformList, Related, Row, Rule, RuleKind, Section, Sensitivity, Shape, Step,
    TextFormat, Tick, UnaryOp, Value, Venue, Visits,
};

spell_large! {
    Guide {
        summary, authority, base_code, impl_code, matter, handling, mode, levels, audience, legal_limit, promised_limit,
        conditions, bans, quota, materials, steps, special, intermediary, fees, legal_basis, results, channels, visits,
        cross_area, places, phone, complaint_phone, rights, duties, remedies, faq, synonyms, tags, life_events, lists, venues,
        source, checked_on, is_sample,
    }
}

spell_struct! {
    Form {
        id, version, kind, valid_from, title, department, minutes, guide, fields, pages, rules, documents, consents,
        commitments, params, migrate, benefits, is_plain,
    }
    Related { id, title }
    Benefit { eligible, standard, confirm, each, amount }
    Each { table, none }
    Amount { rule, unit }
    Eligibility { source, rule, reason }
    ConsentText { purpose, text }
    Page { id, title, sections }
    Section { title, note, fields }
    Rule { on, source, expr, kind }
    Field {
        path, kind, label, print, hint, help, role, owner, sensitivity, purpose, autocomplete, is_required, is_read_only, shape,
    }
    Shape { min_length, max_length, pattern, minimum, maximum, earliest, latest, min_rows, max_rows }
    Choice { code, label, print }
    Accept { types, most_bytes }
    Localized { zh, en }
    LoneGuide { id, title, department, guide }
    Limit { n, unit, note }
    Material {
        title, is_required, is_deferrable, follow_within, form, copies, medium, origin, licence, standard, note,
    }
    LegalBasis { title, article, is_unconfirmed }
    Issued { title, validity, delivery }
    Visits { n, reason }
    Office { name, address, hours, window }
    Faq { asked, answer }
    Document { id, title, subtitle, grid, notes }
    Grid { columns, rows }
    Row { height, when, each, min, is_header, cells }
    Cell { span, down, align, content }
    Tick { path, code, label }
    Migration { from, step }
    ParamRow { valid_from, valid_to, value, source }
}

spell_enum! {
    FormKind { 0 Item, 1 Benefit(benefit), 2 Profile }
    Confirm { 0 None, 1 Account, 2 Status, 3 Application }
    Sensitivity { 0 General, 1 Sensitive, 2 Minor }
    Kind {
        0 Group, 1 Text { is_long }, 2 Name, 3 Integer, 4 Date, 5 Choice(choices), 6 YesNo, 7 Phone, 8 CitizenId,
        9 BankCard, 10 Address, 11 Decimal, 12 Money, 13 Month, 14 Choices(choices), 15 Email, 16 Document(kind), 17 Signature,
        18 Attachment(accept),
        80 Rows,
    }
    MediaType { 0 Jpeg, 1 Png, 2 Pdf }
    DocumentKind {
        0 Personal, 1 CreditCode, 2 OrgCode, 3 BusinessRegistration, 4 FoodLicence, 5 Passport, 6 HmTravelPermit,
        7 TwTravelPermit, 8 ExitPermit, 9 HmtResidencePermit, 10 ForeignResidence, 11 Disability, 12 Birth, 13 Marriage,
        14 Plate, 15 Postcode, 16 RealEstate, 17 Other,
    }
    RuleKind { 0 Show, 1 Require, 2 Value, 3 Check { message, is_warning } }
    Step { 0 Move { from, to }, 1 Rename { path, values }, 2 Drop { path }, 3 Split { from, at, to }, 4 Default { path, value } }
    LimitUnit { 0 Workday, 1 Day, 2 Month }
    Matter { 0 License, 1 Payment, 2 Confirmation, 3 Reward, 4 Other, 5 Service }
    Handling { 0 Immediate, 1 Promised, 2 Reported }
    CommunityMode { 0 Direct, 1 Agent, 2 Assist, 3 Inform }
    AuthorityLevel { 0 Nation, 1 Province, 2 City, 3 County, 4 Town, 5 Village }
    ReformList { 0 Frequent, 1 Breakthrough, 2 Innovation }
    Venue { 0 Community, 1 Park, 2 Hall }
    Channel { 0 Window, 1 Online, 2 Terminal, 3 Visit }
    CrossArea { 0 Nation, 1 Province, 2 City, 3 County, 4 None }
    Medium { 0 Paper, 1 Electronic, 2 Both, 3 Either }
    Origin { 0 Applicant, 1 Government, 2 Other }
    Align { 0 Start, 1 Center }
    TextFormat { 0 Plain, 1 HanDate, 2 Capitals, 3 YearMonth }
    CellContent {
        0 Label(label), 1 Bind(path, format), 2 Boxes(path, n), 3 Ticks(ticks), 4 Text(text), 5 Photo { label, picture },
        6 Sign { text, signer, signature }, 7 Opinion { text, ticks, lines }, 8 Blank,
    }
    Expr {
        0 Literal(value), 1 List(items), 2 Name(name), 3 Select(of, name), 4 Index(of, at), 5 Unary(op, of),
        6 Binary(op, left, right), 7 Conditional(test, yes, no), 8 Has(of), 9 Call(function, arguments),
        10 Macro { kind, range, variable, body },
    }
    UnaryOp { 0 Not, 1 Negate }
    BinaryOp {
        0 Or, 1 And, 2 Equal, 3 NotEqual, 4 Less, 5 LessEqual, 6 Greater, 7 GreaterEqual, 8 In, 9 Add, 10 Subtract,
        11 Multiply, 12 Divide, 13 Remainder,
    }
    Function {
        0 Size, 1 StartsWith, 2 EndsWith, 3 Contains, 4 Matches, 5 Date, 6 Age, 7 Years, 8 Months, 9 Days, 10 AddMonths,
        11 Sum, 12 UpperRmb,
    }
    Macro { 0 All, 1 Exists, 2 ExistsOne, 3 Filter, 4 Map }
}

impl Code for Params {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        Code::get(from).map(Self)
    }
}

/// Constants of rules and parameters alone; lists and groups come from answers, and no pack holds one.
impl Code for Value {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Bool(value) => (0_u8, *value).put(out),
            Self::Number(value) => (1_u8, *value).put(out),
            Self::Text(value) => (2_u8, value.clone()).put(out),
            Self::Date(value) => (3_u8, *value).put(out),
            Self::List(_) | Self::Map(_) => out.push(u8::MAX),
        }
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Code::get(from).map(Self::Bool),
            1 => Code::get(from).map(Self::Number),
            2 => Code::get(from).map(Self::Text),
            3 => Code::get(from).map(Self::Date),
            _ => None,
        }
    }
}

impl<A: Code, B: Code> Code for (A, B) {
    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn get(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::get(from)?, B::get(from)?))
    }
}
