//! The tables of the format: which keys stand where, and of which type. The check, the format's own JSON Schema and the
//! nearest known keyword all come from here.

use crate::model::{
    AuthorityLevel, Channel, CommunityMode, CrossArea, DocumentKind, Handling, Matter, Medium, Origin,
    ReformList, Venue,
};

/// What a value must be.
#[derive(Debug)]
pub(in crate::catalog) enum Type {
    /// A text.
    Text,
    /// A rule of the rule language.
    Rule,
    /// A path of the answers.
    Path,
    /// A whole number from 0.
    Whole,
    /// A number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// `2026-11-23`.
    Date,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// Text, number, yes/no or null.
    Scalar,
    /// Anything.
    Any,
    /// An object with these keys.
    Object(&'static Table),
    /// An object with any keys.
    Map(&'static Type),
    /// A list.
    List(&'static Type),
    /// One type or another.
    Either(&'static Type, &'static Type),
}

/// An object of the format.
#[derive(Debug)]
pub(in crate::catalog) struct Table {
    /// Its name in the format's schema.
    pub(in crate::catalog) name: &'static str,
    /// Its keys.
    pub(in crate::catalog) keys: &'static [Key],
}

/// A key of an object.
#[derive(Debug)]
pub(in crate::catalog) struct Key {
    /// Its name.
    pub(in crate::catalog) name: &'static str,
    /// It must be there.
    pub(in crate::catalog) is_required: bool,
    /// What stands under it.
    pub(in crate::catalog) of: Type,
}

impl Type {
    /// The stable word that a diagnostic names the type by.
    pub(in crate::catalog) fn name(&self) -> String {
        let word = match self {
            Self::Text => "text",
            Self::Rule => "rule",
            Self::Path => "path",
            Self::Whole => "whole_number",
            Self::Number => "number",
            Self::YesNo => "true_or_false",
            Self::Date => "date",
            Self::Scalar => "scalar",
            Self::Any => "any",
            Self::Object(table) if table.name == LOCALIZED.name => "localized",
            Self::Object(_) | Self::Map(_) => "object",
            Self::List(_) => "list",
            Self::OneOf(words) => return words.join(" | "),
            Self::Either(one, other) => return format!("{} | {}", one.name(), other.name()),
        };
        word.to_owned()
    }
}

const fn must(name: &'static str, of: Type) -> Key {
    Key { name, is_required: true, of }
}

const fn may(name: &'static str, of: Type) -> Key {
    Key { name, is_required: false, of }
}

/// The kinds as `x-kind` names them, each with the JSON type it stands on. Numbers of documents stand on texts too, see
/// [`DOCUMENTS`].
pub(in crate::catalog) const KINDS: [(&str, &str); 20] = [
    ("group", "object"),
    ("rows", "array"),
    ("text", "string"),
    ("longText", "string"),
    ("name", "string"),
    ("integer", "integer"),
    ("decimal", "number"),
    ("money", "string"),
    ("date", "string"),
    ("month", "string"),
    ("choice", "string"),
    ("choices", "array"),
    ("yesNo", "boolean"),
    ("phone", "string"),
    ("email", "string"),
    ("citizenId", "string"),
    ("bankCard", "string"),
    ("address", "object"),
    ("signature", "string"),
    ("attachment", "object"),
];

/// The numbers of documents as `x-kind` names them.
pub(in crate::catalog) const DOCUMENTS: [(&str, DocumentKind); 18] = [
    ("personDocument", DocumentKind::Personal),
    ("creditCode", DocumentKind::CreditCode),
    ("orgCode", DocumentKind::OrgCode),
    ("bizRegNo", DocumentKind::BusinessRegistration),
    ("foodLicence", DocumentKind::FoodLicence),
    ("passport", DocumentKind::Passport),
    ("hmTravelPermit", DocumentKind::HmTravelPermit),
    ("twTravelPermit", DocumentKind::TwTravelPermit),
    ("exitPermit", DocumentKind::ExitPermit),
    ("hmtResidencePermit", DocumentKind::HmtResidencePermit),
    ("foreignPr", DocumentKind::ForeignResidence),
    ("disabilityCert", DocumentKind::Disability),
    ("birthCert", DocumentKind::Birth),
    ("marriageCert", DocumentKind::Marriage),
    ("plate", DocumentKind::Plate),
    ("postcode", DocumentKind::Postcode),
    ("realEstateCert", DocumentKind::RealEstate),
    ("otherDocument", DocumentKind::Other),
];

const KIND_NAMES: &[&str] = &[
    "group",
    "rows",
    "text",
    "longText",
    "name",
    "integer",
    "decimal",
    "money",
    "date",
    "month",
    "choice",
    "choices",
    "yesNo",
    "phone",
    "email",
    "citizenId",
    "bankCard",
    "address",
    "signature",
    "attachment",
    "personDocument",
    "creditCode",
    "orgCode",
    "bizRegNo",
    "foodLicence",
    "passport",
    "hmTravelPermit",
    "twTravelPermit",
    "exitPermit",
    "hmtResidencePermit",
    "foreignPr",
    "disabilityCert",
    "birthCert",
    "marriageCert",
    "plate",
    "postcode",
    "realEstateCert",
    "otherDocument",
];

/// The kinds of files that can be attached.
const MEDIA_TYPES: &[&str] = &["image/jpeg", "image/png", "application/pdf"];

const WORDS: Type = Type::Object(&LOCALIZED);
const WORDS_LIST: Type = Type::List(&WORDS);
const TEXTS: Type = Type::List(&Type::Text);

/// `{"zh": …, "en": …}`.
pub(in crate::catalog) static LOCALIZED: Table =
    Table { name: "localized", keys: &[must("zh", Type::Text), may("en", Type::Text)] };

/// A form file.
pub(in crate::catalog) static FORM: Table = Table {
    name: "form",
    keys: &[
        must("format", Type::OneOf(&["yuntian/1"])),
        may("kind", Type::OneOf(&["item", "benefit", "profile"])),
        must("id", Type::Text),
        must("version", Type::Whole),
        must("validFrom", Type::Date),
        must("title", WORDS),
        may("department", Type::Either(&Type::Text, &WORDS)),
        must("minutes", Type::Whole),
        must("guide", Type::Object(&GUIDE)),
        may("standard", WORDS),
        may("confirm", Type::OneOf(&["none", "account", "status", "application"])),
        may("eligible", Type::List(&Type::Object(&ELIGIBLE))),
        may("each", Type::Path),
        may("none", WORDS),
        may("amount", Type::Object(&AMOUNT)),
        must("answers", Type::Object(&SCHEMA)),
        must("pages", Type::List(&Type::Object(&PAGE))),
        may("rules", Type::List(&Type::Object(&RULE))),
        may("commitments", WORDS_LIST),
        may("consents", Type::List(&Type::Object(&CONSENT))),
        may("documents", Type::List(&Type::Object(&DOCUMENT))),
        may("params", Type::Map(&Type::List(&Type::Object(&PARAM_ROW)))),
        may("migrate", Type::List(&Type::Object(&MIGRATE))),
        may("formerIds", TEXTS),
        may("$schema", Type::Text),
    ],
};

/// A step from one version to the next: exactly one of `move`, `rename`, `drop`, `split`, `default`.
static MIGRATE: Table = Table {
    name: "migrate",
    keys: &[
        must("from", Type::Whole),
        may("move", Type::Path),
        may("rename", Type::Path),
        may("drop", Type::Path),
        may("split", Type::Path),
        may("default", Type::Path),
        may("to", Type::Either(&Type::List(&Type::Path), &Type::Path)),
        may("values", Type::Map(&Type::Text)),
        may("at", Type::Text),
        may("value", Type::Scalar),
    ],
};

/// The guide; `yuntian guides import` writes the same.
pub(in crate::catalog) static GUIDE: Table = Table {
    name: "guide",
    keys: &[
        must("summary", WORDS),
        may("authority", WORDS),
        may("baseCode", Type::Text),
        may("implCode", Type::Text),
        may("matter", Type::OneOf(Matter::WORDS)),
        may("handling", Type::OneOf(Handling::WORDS)),
        may("mode", Type::OneOf(CommunityMode::WORDS)),
        may("levels", Type::List(&Type::OneOf(AuthorityLevel::WORDS))),
        may("audience", WORDS),
        may("legalLimit", Type::Object(&LIMIT)),
        may("promisedLimit", Type::Object(&LIMIT)),
        may("conditions", WORDS_LIST),
        may("bans", WORDS_LIST),
        may("quota", WORDS),
        may("materials", Type::List(&Type::Object(&MATERIAL))),
        may("steps", WORDS_LIST),
        may("special", WORDS_LIST),
        may("intermediary", WORDS),
        may("fees", WORDS),
        may("legalBasis", Type::List(&Type::Object(&LEGAL_BASIS))),
        may("results", Type::List(&Type::Object(&OUTCOME))),
        may("channels", Type::List(&Type::OneOf(Channel::WORDS))),
        may("visits", Type::Object(&VISITS)),
        may("crossArea", Type::OneOf(CrossArea::WORDS)),
        may("places", Type::List(&Type::Object(&PLACE))),
        may("phone", Type::Text),
        may("complaintPhone", Type::Text),
        may("rights", WORDS_LIST),
        may("duties", WORDS_LIST),
        may("remedies", WORDS_LIST),
        may("faq", Type::List(&Type::Object(&FAQ))),
        may("synonyms", TEXTS),
        may("tags", TEXTS),
        may("lifeEvents", TEXTS),
        may("lists", Type::List(&Type::OneOf(ReformList::WORDS))),
        may("venues", Type::List(&Type::OneOf(Venue::WORDS))),
        may("source", Type::Text),
        may("checkedOn", Type::Date),
        may("sample", Type::YesNo),
    ],
};

/// A file of `guides/`: guides of items that have no form. `yuntian guides import` writes them.
pub(in crate::catalog) static GUIDES: Table = Table {
    name: "guides",
    keys: &[
        may("$schema", Type::Text),
        must("format", Type::OneOf(&["yuntian-guides/1"])),
        must("guides", Type::List(&Type::Object(&LONE_GUIDE))),
    ],
};

static LONE_GUIDE: Table = Table {
    name: "loneGuide",
    keys: &[
        must("id", Type::Text),
        must("title", WORDS),
        must("department", Type::Either(&Type::Text, &WORDS)),
        may("formerIds", TEXTS),
        must("guide", Type::Object(&GUIDE)),
    ],
};

static LIMIT: Table = Table {
    name: "limit",
    keys: &[
        must("n", Type::Whole),
        must("unit", Type::OneOf(&["workday", "day", "month"])),
        may("note", WORDS),
    ],
};

static MATERIAL: Table = Table {
    name: "material",
    keys: &[
        must("title", WORDS),
        may("required", Type::YesNo),
        may("deferrable", Type::YesNo),
        may("followWithin", Type::Object(&LIMIT)),
        may("form", WORDS),
        may("copies", Type::Whole),
        may("medium", Type::OneOf(Medium::WORDS)),
        may("origin", Type::OneOf(Origin::WORDS)),
        may("licence", WORDS),
        may("standard", WORDS),
        may("note", WORDS),
    ],
};

static LEGAL_BASIS: Table = Table {
    name: "legalBasis",
    keys: &[must("title", WORDS), may("article", Type::Text), may("toConfirm", Type::YesNo)],
};

static OUTCOME: Table =
    Table { name: "outcome", keys: &[must("title", WORDS), may("validity", WORDS), may("delivery", WORDS)] };

static VISITS: Table = Table { name: "visits", keys: &[must("n", Type::Whole), may("reason", WORDS)] };

static PLACE: Table = Table {
    name: "place",
    keys: &[must("name", WORDS), may("address", WORDS), may("hours", WORDS), may("window", WORDS)],
};

static FAQ: Table = Table { name: "faq", keys: &[must("asked", WORDS), must("answer", WORDS)] };

static ELIGIBLE: Table = Table { name: "eligible", keys: &[must("rule", Type::Rule), must("reason", WORDS)] };

static AMOUNT: Table = Table { name: "amount", keys: &[must("rule", Type::Rule), must("unit", WORDS)] };

/// A boundary case of a benefit, of its `cases.json`.
pub(in crate::catalog) static CASE: Table = Table {
    name: "case",
    keys: &[
        must("name", Type::Text),
        must("today", Type::Date),
        must("profile", Type::Map(&Type::Any)),
        must("result", Type::OneOf(&["eligible", "not_eligible", "unknown"])),
        may("because", Type::List(&Type::Whole)),
        may("missing", TEXTS),
        may("amount", Type::Text),
    ],
};

/// A node of `answers` or of the dictionary: the profile of JSON Schema 2020-12.
pub(in crate::catalog) static SCHEMA: Table = Table {
    name: "question",
    keys: &[
        may("$ref", Type::Text),
        may("type", Type::OneOf(&["object", "array", "string", "integer", "number", "boolean"])),
        may("properties", Type::Map(&Type::Object(&SCHEMA))),
        may("required", TEXTS),
        may("items", Type::Object(&SCHEMA)),
        may("minItems", Type::Whole),
        may("maxItems", Type::Whole),
        may("oneOf", Type::List(&Type::Object(&CHOICE))),
        may("enum", TEXTS),
        may("minLength", Type::Whole),
        may("maxLength", Type::Whole),
        may("pattern", Type::Text),
        may("minimum", Type::Number),
        may("maximum", Type::Number),
        may("format", Type::OneOf(&["date"])),
        may("formatMinimum", Type::Date),
        may("formatMaximum", Type::Date),
        may("readOnly", Type::YesNo),
        may("x-kind", Type::OneOf(KIND_NAMES)),
        may("x-label", WORDS),
        may("x-hint", WORDS),
        may("x-help", WORDS),
        may("x-role", Type::Text),
        may("x-owner", Type::Path),
        may("x-sensitivity", Type::OneOf(&["general", "sensitive", "minor"])),
        may("x-purpose", Type::Text),
        may("x-autocomplete", Type::Text),
        may("x-print", WORDS),
        may("x-accept", Type::List(&Type::OneOf(MEDIA_TYPES))),
        may("x-maxBytes", Type::Whole),
    ],
};

static CHOICE: Table = Table {
    name: "choice",
    keys: &[must("const", Type::Text), must("x-label", WORDS), may("x-print", WORDS)],
};

static PAGE: Table = Table {
    name: "page",
    keys: &[
        must("id", Type::Text),
        must("title", WORDS),
        must("sections", Type::List(&Type::Object(&SECTION))),
    ],
};

static SECTION: Table = Table {
    name: "section",
    keys: &[may("title", WORDS), may("note", WORDS), must("fields", Type::List(&Type::Path))],
};

static RULE: Table = Table {
    name: "rule",
    keys: &[
        must("on", Type::Path),
        may("show", Type::Rule),
        may("require", Type::Rule),
        may("value", Type::Rule),
        may("check", Type::Rule),
        may("message", WORDS),
        may("severity", Type::OneOf(&["error", "warning"])),
    ],
};

static CONSENT: Table = Table { name: "consent", keys: &[must("purpose", Type::Text), must("text", WORDS)] };

static DOCUMENT: Table = Table {
    name: "document",
    keys: &[
        must("id", Type::Text),
        must("title", WORDS),
        may("subtitle", WORDS),
        may("grid", Type::Object(&GRID)),
        may("notes", WORDS_LIST),
    ],
};

static GRID: Table = Table {
    name: "grid",
    keys: &[must("columns", Type::Whole), must("rows", Type::List(&Type::Object(&ROW)))],
};

static ROW: Table = Table {
    name: "row",
    keys: &[
        must("height", Type::Number),
        may("when", Type::Rule),
        may("each", Type::Path),
        may("min", Type::Whole),
        may("header", Type::YesNo),
        must("cells", Type::List(&Type::Object(&CELL))),
    ],
};

static CELL: Table = Table {
    name: "cell",
    keys: &[
        must("span", Type::Whole),
        may("down", Type::Whole),
        may("align", Type::OneOf(&["start", "center"])),
        may("label", WORDS),
        may("bind", Type::Path),
        may("format", Type::OneOf(&["plain", "hanDate", "yearMonth", "capitals"])),
        may("boxes", Type::Path),
        may("n", Type::Whole),
        may("ticks", Type::Either(&Type::List(&Type::Object(&TICK)), &Type::Path)),
        may("text", WORDS),
        may("photo", WORDS),
        may("picture", Type::Path),
        may("sign", WORDS),
        may("signer", WORDS),
        may("signature", Type::Path),
        may("opinion", Type::Object(&OPINION)),
        may("blank", Type::YesNo),
    ],
};

static TICK: Table =
    Table { name: "tick", keys: &[must("path", Type::Path), must("code", Type::Text), must("label", WORDS)] };

static OPINION: Table = Table {
    name: "opinion",
    keys: &[may("text", WORDS), may("ticks", WORDS_LIST), must("lines", WORDS_LIST)],
};

/// A row of a parameter.
pub(in crate::catalog) static PARAM_ROW: Table = Table {
    name: "parameter",
    keys: &[
        must("validFrom", Type::Date),
        may("validTo", Type::Date),
        must("value", Type::Scalar),
        may("toConfirm", Type::YesNo),
        may("source", Type::Text),
        may("checkedOn", Type::Date),
        may("unit", Type::Text),
    ],
};

/// `settings.json`.
pub(in crate::catalog) static SETTINGS: Table = Table {
    name: "settings",
    keys: &[
        may("$schema", Type::Text),
        must("format", Type::OneOf(&["yuntian-settings/1"])),
        must("district", WORDS),
        must("division", Type::Text),
        may("operator", WORDS),
        may("contact", Type::Text),
        may("place", WORDS),
        may("hours", WORDS),
        may("ratingUrl", Type::Text),
        may("baseUrl", Type::Text),
        may("mode", Type::OneOf(&["home", "station", "enterprise", "kiosk"])),
        may("style", Type::OneOf(&["standard", "elder"])),
        may("draftDays", Type::Whole),
        may("sample", Type::YesNo),
        may("helpers", Type::List(&Type::Object(&HELPER))),
    ],
};

/// A helper of a department (云帮办).
static HELPER: Table = Table {
    name: "helper",
    keys: &[
        must("department", Type::Text),
        must("name", WORDS),
        may("place", WORDS),
        may("hours", WORDS),
        may("contact", Type::Text),
    ],
};

/// `catalog.json`.
pub(in crate::catalog) static CATALOG: Table = Table {
    name: "catalog",
    keys: &[
        may("$schema", Type::Text),
        must("format", Type::OneOf(&["yuntian-catalog/1"])),
        must("title", WORDS),
        may("sample", Type::YesNo),
        may("note", WORDS),
        must("departments", Type::Map(&WORDS)),
        may("lifeEvents", Type::Map(&Type::Object(&LIFE_EVENT))),
        must("order", TEXTS),
    ],
};

/// A life event. Its picture is the path of an SVG, 32 wide and high, drawn as lines.
static LIFE_EVENT: Table = Table {
    name: "lifeEvent",
    keys: &[
        must("zh", Type::Text),
        may("en", Type::Text),
        must("audience", Type::OneOf(&["person", "firm"])),
        may("picture", Type::Text),
    ],
};

/// `elements.json`, the data dictionary.
pub(in crate::catalog) static ELEMENTS: Table = Table {
    name: "elements",
    keys: &[
        may("$schema", Type::Text),
        must("format", Type::OneOf(&["yuntian-elements/1"])),
        may("title", WORDS),
        must("$defs", Type::Map(&Type::Object(&SCHEMA))),
    ],
};

/// A file of `codes/`.
pub(in crate::catalog) static CODES: Table = Table {
    name: "codes",
    keys: &[
        may("$schema", Type::Text),
        must("title", WORDS),
        may("standard", Type::Text),
        may("source", Type::Text),
        may("checkedOn", Type::Date),
        must("type", Type::OneOf(&["string"])),
        must("oneOf", Type::List(&Type::Object(&CHOICE))),
    ],
};
