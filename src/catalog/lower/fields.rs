//! The questions: from nodes of JSON Schema to fields with their kinds and limits.

use std::{collections::BTreeSet, str::FromStr as _};

use serde_json::{Map, Value};

use super::{Lowering, date, words_of, yes};
use crate::{
    catalog::wire::{DOCUMENTS, KINDS, Pointer, list, text, texts, whole},
    diag::Code,
    model::{
        Accept, Choice, Decimal, Field, Kind, Localized, MediaType, Path, Purpose, Role, Sensitivity, Shape,
    },
};

/// The most questions a form may have.
const LIMIT_FIELDS: usize = 2_000;
/// What is expected where a table would stand in a table's rows.
const NO_TABLE: &str = "no table within a table";

/// What members take from their group where they say nothing themselves.
#[derive(Default, Clone)]
struct Inherited {
    owner: Option<Path>,
    sensitivity: Sensitivity,
    purpose: Option<Purpose>,
    is_in_table: bool,
}

/// The members of a group.
pub(in crate::catalog) fn members(node: &Value) -> impl Iterator<Item = (&String, &Value)> {
    node.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

impl Lowering {
    /// Lowers `answers`.
    pub(super) fn questions(&mut self, answers: &Value, at: &Pointer) {
        self.members_of(answers, &Path::new(""), at, &Inherited::default());
        if self.fields.len() > LIMIT_FIELDS {
            self.fault(at, Code::PastLimit { what: "fields", limit: LIMIT_FIELDS });
        }
        let owners: Vec<(String, Path)> = self
            .fields
            .iter()
            .filter_map(|field| Some((field.path.as_str().to_owned(), field.owner.clone()?)))
            .filter(|(_, owner)| !self.paths.contains(owner.as_str()))
            .collect();
        if let Some((_, owner)) = owners.first() {
            self.fault(at, Code::UnknownPath { path: owner.as_str().to_owned(), near: None });
        }
    }

    fn members_of(&mut self, group: &Value, path: &Path, at: &Pointer, inherited: &Inherited) {
        let required: BTreeSet<String> = texts(group, "required").into_iter().collect();
        let at_members = at.at("properties");
        for (name, node) in members(group) {
            // Past the limit one fault says enough.
            if self.fields.len() > LIMIT_FIELDS {
                return;
            }
            let at = at_members.at(name);
            if is_name(name) {
                self.question(node, &path.child(name), &at, required.contains(name), inherited);
            } else {
                self.fault(&at, Code::BadValue { expected: "name".to_owned() });
            }
        }
        for (idx, name) in texts(group, "required").iter().enumerate() {
            if !members(group).any(|(member, _)| member == name) {
                let near = super::near(name, members(group).map(|(member, _)| member.as_str()));
                self.fault(
                    &at.at("required").idx(idx),
                    Code::UnknownPath { path: path.child(name).as_str().to_owned(), near },
                );
            }
        }
    }

    fn question(
        &mut self,
        node: &Value,
        path: &Path,
        at: &Pointer,
        is_required: bool,
        inherited: &Inherited,
    ) {
        self.paths.insert(path.as_str().to_owned());
        let kind = self.kind_of(node, at).filter(|kind| {
            let is_nested = inherited.is_in_table && *kind == Kind::Rows;
            if is_nested {
                self.faults.push(at.fault(Code::BadValue { expected: NO_TABLE.to_owned() }));
            }
            !is_nested
        });
        if !matches!(kind, None | Some(Kind::Attachment(_))) {
            for key in ["x-accept", "x-maxBytes"].into_iter().filter(|key| node.get(key).is_some()) {
                self.fault(&at.at(key), Code::BadValue { expected: "attachment".to_owned() });
            }
        }
        let Some(kind) = kind else {
            self.broken.insert(path.as_str().to_owned());
            return;
        };
        let label = words_of(node, "x-label").unwrap_or_else(|| {
            self.fault(at, Code::Missing { keyword: "x-label" });
            Localized::default()
        });
        let inherited = Inherited {
            owner: text(node, "x-owner").map(Path::new).or_else(|| inherited.owner.clone()),
            sensitivity: match text(node, "x-sensitivity") {
                Some("sensitive") => Sensitivity::Sensitive,
                Some("minor") => Sensitivity::Minor,
                Some(_) => Sensitivity::General,
                None => inherited.sensitivity,
            },
            purpose: text(node, "x-purpose").map(Purpose::new).or_else(|| inherited.purpose.clone()),
            is_in_table: inherited.is_in_table || kind == Kind::Rows,
        };
        if matches!(kind, Kind::Address) {
            self.paths.extend(Kind::ADDRESS_PARTS.map(|part| path.child(part).as_str().to_owned()));
        }
        let (is_group, is_table) = (kind == Kind::Group, kind == Kind::Rows);
        self.fields.push(Field {
            path: path.clone(),
            kind,
            label,
            print: words_of(node, "x-print"),
            hint: words_of(node, "x-hint"),
            help: words_of(node, "x-help"),
            role: text(node, "x-role").map(|role| Role(role.to_owned())),
            owner: inherited.owner.clone(),
            sensitivity: inherited.sensitivity,
            purpose: inherited.purpose.clone(),
            autocomplete: text(node, "x-autocomplete").map(str::to_owned),
            is_required,
            is_read_only: yes(node, "readOnly"),
            shape: shape(node),
        });
        if is_group {
            self.members_of(node, path, at, &inherited);
        }
        if is_table {
            self.rows_of(node, path, at, &inherited);
        }
    }

    /// The questions of a table's rows.
    fn rows_of(&mut self, node: &Value, path: &Path, at: &Pointer, inherited: &Inherited) {
        let at_items = at.at("items");
        match node.get("items") {
            Some(items) if text(items, "$ref").is_some() => {
                let reference = text(items, "$ref").unwrap_or_default().to_owned();
                self.fault(&at_items.at("$ref"), Code::BadReference { reference });
                self.broken.insert(path.as_str().to_owned());
            }
            Some(items) if items.get("properties").is_some() => {
                self.members_of(items, path, &at_items, inherited);
            }
            items => {
                let (at, keyword) = if items.is_some() { (&at_items, "properties") } else { (at, "items") };
                self.fault(at, Code::Missing { keyword });
                self.broken.insert(path.as_str().to_owned());
            }
        }
        if whole(node, "maxItems").is_some_and(|n| n > Kind::ROW_LIMIT as u64) {
            self.fault(&at.at("maxItems"), Code::PastLimit { what: "rows", limit: Kind::ROW_LIMIT });
        }
    }

    fn kind_of(&mut self, node: &Value, at: &Pointer) -> Option<Kind> {
        if let Some(reference) = text(node, "$ref") {
            self.fault(&at.at("$ref"), Code::BadReference { reference: reference.to_owned() });
            return None;
        }
        if let Some(reference) = node.get("items").and_then(|items| text(items, "$ref")) {
            self.fault(&at.at("items").at("$ref"), Code::BadReference { reference: reference.to_owned() });
            return None;
        }
        let is_list = |node: &Value| node.get("oneOf").or_else(|| node.get("enum")).is_some();
        let is_choice = is_list(node);
        let base = match text(node, "type") {
            Some(base) => base,
            None if is_choice => "string",
            None if node.get("properties").is_some() => "object",
            None => {
                self.fault(at, Code::Missing { keyword: "type" });
                return None;
            }
        };
        let name = text(node, "x-kind").unwrap_or(match base {
            "object" => "group",
            "integer" => "integer",
            "number" => "decimal",
            "boolean" => "yesNo",
            "array" if node.get("items").is_some_and(is_list) => "choices",
            "array" => "rows",
            _ if is_choice => "choice",
            _ if text(node, "format") == Some("date") => "date",
            _ => "text",
        });
        let document = DOCUMENTS.iter().find(|(kind, _)| *kind == name).map(|(_, kind)| *kind);
        let wanted = match document {
            Some(_) => "string",
            None => KINDS.iter().find(|(kind, _)| *kind == name).map(|(_, base)| *base)?,
        };
        if wanted != base {
            let at = if node.get("type").is_some() { at.at("type") } else { at.clone() };
            self.fault(&at, Code::BadValue { expected: wanted.to_owned() });
            return None;
        }
        if let Some(kind) = document {
            return Some(Kind::Document(kind));
        }
        Some(match name {
            "group" => Kind::Group,
            "rows" => Kind::Rows,
            "longText" => Kind::Text { is_long: true },
            "name" => Kind::Name,
            "integer" => Kind::Integer,
            "decimal" => Kind::Decimal,
            "money" => Kind::Money,
            "date" => Kind::Date,
            "month" => Kind::Month,
            "choice" => Kind::Choice(self.choices(node, at)),
            "choices" => Kind::Choices(self.several(node, at)),
            "yesNo" => Kind::YesNo,
            "phone" => Kind::Phone,
            "email" => Kind::Email,
            "citizenId" => Kind::CitizenId,
            "bankCard" => Kind::BankCard,
            "address" => Kind::Address,
            "signature" => Kind::Signature,
            "attachment" => Kind::Attachment(self.accept(node, at)),
            _ => Kind::Text { is_long: false },
        })
    }

    /// What files a question takes: `x-accept`, each kind once and all where it says nothing; and `x-maxBytes`.
    fn accept(&mut self, node: &Value, at: &Pointer) -> Accept {
        let names = texts(node, "x-accept");
        let types: Vec<MediaType> = names.iter().filter_map(|name| MediaType::parse(name)).collect();
        for (idx, name) in names.iter().enumerate() {
            if names.iter().take(idx).any(|other| other == name) {
                self.fault(&at.at("x-accept").idx(idx), Code::Duplicate { id: name.clone() });
            }
        }
        // The page makes a JPEG of every picture.
        if types.contains(&MediaType::Png) && !types.contains(&MediaType::Jpeg) {
            self.fault(&at.at("x-accept"), Code::BadValue { expected: "image/jpeg".to_owned() });
        }
        let most_bytes = whole(node, "x-maxBytes").and_then(|n| usize::try_from(n).ok());
        if most_bytes.is_some_and(|n| !(1..=Accept::MOST_BYTES).contains(&n)) {
            let expected = format!("1 … {}", Accept::MOST_BYTES);
            self.fault(&at.at("x-maxBytes"), Code::BadValue { expected });
        }
        Accept {
            types: if types.is_empty() { MediaType::ALL.to_vec() } else { types },
            most_bytes: most_bytes.unwrap_or(Accept::MOST_BYTES).min(Accept::MOST_BYTES),
        }
    }

    /// The choices of which several may be taken. A code with a comma could not be told from two.
    fn several(&mut self, node: &Value, at: &Pointer) -> Vec<Choice> {
        let at = at.at("items");
        let choices = self.choices(node.get("items").unwrap_or(&Value::Null), &at);
        if choices.iter().any(|choice| choice.code.contains(Kind::BETWEEN_CODES)) {
            self.fault(&at, Code::BadValue { expected: "code without a comma".to_owned() });
        }
        choices
    }

    fn choices(&mut self, node: &Value, at: &Pointer) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Vec::new();
        let mut seen = BTreeSet::new();
        let named = list(node, "oneOf").iter().enumerate().map(|(idx, value)| (("oneOf", idx), value));
        let bare = list(node, "enum").iter().enumerate().map(|(idx, value)| (("enum", idx), value));
        for ((key, idx), value) in named.chain(bare) {
            let Some(code) = value.as_str().or_else(|| text(value, "const")) else { continue };
            if !seen.insert(code) {
                self.fault(&at.at(key).idx(idx), Code::Duplicate { id: code.to_owned() });
                continue;
            }
            let plain = Localized { zh: code.to_owned(), en: None };
            choices.push(Choice {
                code: code.to_owned(),
                label: words_of(value, "x-label").unwrap_or(plain),
                print: words_of(value, "x-print"),
            });
        }
        if choices.is_empty() {
            self.fault(at, Code::Missing { keyword: "oneOf" });
        }
        choices
    }
}

/// A name that a rule can use, and that no word of the language hides.
fn is_name(name: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic() || c == '_';
    let mut chars = name.chars();
    chars.next().is_some_and(is_letter)
        && chars.all(|c| is_letter(c) || c.is_ascii_digit())
        && name.len() <= 64
        && !matches!(name, "true" | "false" | "null" | "in" | "today" | "param")
}

fn shape(node: &Value) -> Shape {
    let count = |key| whole(node, key).and_then(|n| usize::try_from(n).ok());
    Shape {
        min_length: count("minLength"),
        max_length: count("maxLength"),
        pattern: text(node, "pattern").map(str::to_owned),
        minimum: number(node.get("minimum")),
        maximum: number(node.get("maximum")),
        earliest: date(node, "formatMinimum"),
        latest: date(node, "formatMaximum"),
        min_rows: count("minItems"),
        max_rows: count("maxItems"),
    }
}

/// A JSON number as an exact decimal.
pub(super) fn number(value: Option<&Value>) -> Option<Decimal> {
    let text = value?.as_number()?.to_string();
    Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
}
