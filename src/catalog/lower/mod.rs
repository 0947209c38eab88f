//! From a checked tree to [`model::Form`](crate::model::Form): every path looked up, every rule read.
//!
//! **Invariant:** the tree has no references any more (`inline` followed them) and `wire::check` has looked at it; what is
//! of a wrong type is passed over here, for it has its diagnostic already.

mod benefit;
mod documents;
mod fields;
mod guide;
mod migrate;
mod pages;
mod params;
mod rules;
mod start;

use std::collections::BTreeSet;

use serde_json::Value;

use super::wire::{Fault, Pointer, list, localized, near, text, whole};
use crate::{
    diag::Code,
    model::{ConsentText, Date, Field, Form, FormId, Kind, Localized, Path, Purpose},
};

pub(super) use self::{fields::members, guide::lower as guide};

/// What is known while a form is lowered.
struct Lowering {
    faults: Vec<Fault>,
    /// Every question of the answers, asked or not.
    fields: Vec<Field>,
    /// Every path that a rule may read: questions, groups, parts of an address.
    paths: BTreeSet<String>,
    /// Paths of questions that could not be read; nothing is said about what stands below them.
    broken: BTreeSet<String>,
    /// The parameters that are there.
    params: BTreeSet<String>,
    /// Paths that something uses.
    used: BTreeSet<String>,
}

/// Lowers a form; `None` where not even its head can be read.
pub(super) fn form(root: &Value) -> (Option<Form>, Vec<Fault>) {
    let mut cx = Lowering {
        faults: Vec::new(),
        fields: Vec::new(),
        paths: BTreeSet::new(),
        broken: BTreeSet::new(),
        params: root
            .get("params")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(k, _)| k.clone())
            .collect(),
        used: BTreeSet::new(),
    };
    let at = Pointer::root();
    cx.questions(root.get("answers").unwrap_or(&Value::Null), &at.at("answers"));
    let pages = cx.pages(list(root, "pages"), &at.at("pages"));
    let rules = cx.rules(list(root, "rules"), &at.at("rules"));
    let documents = cx.documents(list(root, "documents"), &at.at("documents"));
    let kind = cx.kind(root, &at);
    let consents = cx.consents(list(root, "consents"), &at.at("consents"));
    let params = params::lower(root.get("params"));
    let migrate = cx.migrate(list(root, "migrate"), &at.at("migrate"));
    cx.prune();

    let Lowering { faults, fields, .. } = cx;
    let head = head(root);
    let is_plain = start::is_plain(&rules);
    let form = head.map(|head| Form {
        id: head.id,
        version: head.version,
        kind,
        valid_from: head.valid_from,
        title: head.title,
        department: head.department,
        minutes: whole_u32(root, "minutes").unwrap_or_default(),
        guide: guide::lower(root.get("guide").unwrap_or(&Value::Null)),
        fields,
        pages,
        rules,
        documents,
        consents,
        commitments: words(root, "commitments"),
        params,
        migrate,
        benefits: Vec::new(),
        is_plain,
    });
    (form, faults)
}

struct Head {
    id: FormId,
    version: u32,
    valid_from: Date,
    title: Localized,
    department: Localized,
}

fn head(root: &Value) -> Option<Head> {
    Some(Head {
        id: FormId::new(text(root, "id")?),
        version: whole_u32(root, "version")?,
        valid_from: date(root, "validFrom")?,
        title: words_of(root, "title")?,
        // A profile has none.
        department: root.get("department").and_then(department).unwrap_or_default(),
    })
}

/// The words of a department; one that the catalogue does not name stands as it is written.
pub(super) fn department(value: &Value) -> Option<Localized> {
    let plain = || Some(Localized { zh: value.as_str()?.to_owned(), en: None });
    localized(value).or_else(plain)
}

impl Lowering {
    fn fault(&mut self, at: &Pointer, code: Code) {
        self.faults.push(at.fault(code));
    }

    fn consents(&mut self, values: &[Value], at: &Pointer) -> Vec<ConsentText> {
        let mut seen = BTreeSet::new();
        let mut consents = Vec::new();
        for (idx, value) in values.iter().enumerate() {
            let (Some(purpose), Some(text)) = (text(value, "purpose"), words_of(value, "text")) else {
                continue;
            };
            if !seen.insert(purpose) {
                self.fault(&at.idx(idx).at("purpose"), Code::Duplicate { id: purpose.to_owned() });
            }
            consents.push(ConsentText { purpose: Purpose::new(purpose), text });
        }
        consents
    }

    /// Notes that something uses a path, and says so where there is no such path.
    fn uses(&mut self, path: &str, at: &Pointer) -> bool {
        self.used.insert(path.to_owned());
        if self.paths.contains(path) {
            return true;
        }
        if self.is_broken(path) {
            return false;
        }
        let near = near(path, self.paths.iter().map(String::as_str));
        self.fault(at, Code::UnknownPath { path: path.to_owned(), near });
        false
    }

    /// Whether a question, or one around it, could not be read.
    fn is_broken(&self, path: &str) -> bool {
        let mut groups =
            std::iter::successors(Some(path), |path| path.rsplit_once('.').map(|(group, _)| group));
        groups.any(|group| self.broken.contains(group))
    }

    /// The question at a path.
    fn field(&self, path: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.path.as_str() == path)
    }

    /// The table in whose rows a question stands.
    fn table_of(&self, path: &str) -> Option<&Field> {
        let path = Path::new(path);
        let is_around =
            |field: &&Field| field.kind == Kind::Rows && field.path != path && path.is_within(&field.path);
        self.fields.iter().find(is_around)
    }

    /// Leaves out what nothing asks, computes, requires or reads.
    fn prune(&mut self) {
        let used = std::mem::take(&mut self.used);
        // A part of an address stands for the address; a group stands for none of its members.
        let is_used = |path: &Path| {
            let parts = format!("{path}.");
            used.contains(path.as_str())
                || used.range(parts.clone()..).next().is_some_and(|next| next.starts_with(&parts))
        };
        let kept: BTreeSet<String> = self
            .fields
            .iter()
            .filter(|field| field.is_required || field.is_read_only || is_used(&field.path))
            .map(|field| field.path.as_str().to_owned())
            .collect();
        self.fields.retain(|field| {
            let members = format!("{}.", field.path);
            kept.contains(field.path.as_str())
                || kept.range(members.clone()..).next().is_some_and(|next| next.starts_with(&members))
        });
    }
}

/// People's words under a key.
fn words_of(value: &Value, key: &str) -> Option<Localized> {
    localized(value.get(key)?)
}

/// People's words in a key's list.
fn words(value: &Value, key: &str) -> Vec<Localized> {
    list(value, key).iter().filter_map(localized).collect()
}

fn date(value: &Value, key: &str) -> Option<Date> {
    Date::parse_iso(text(value, key)?)
}

fn whole_u32(value: &Value, key: &str) -> Option<u32> {
    u32::try_from(whole(value, key)?).ok()
}

fn whole_u8(value: &Value, key: &str) -> Option<u8> {
    u8::try_from(whole(value, key)?).ok()
}

fn yes(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}
