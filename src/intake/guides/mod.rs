//! Rows to guides: each element read, ids given, and what is there already kept.
//!
//! **Invariant:** a guide keeps its id as long as its code stays: the implementation code, else basic code, authority and title. No
//! formula reaches a guide.

mod reading;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use self::reading::Reading;
use super::{
    Book, Cell, Element, Fault, FaultKind, Grade, Sheet,
    columns::{Head, head},
    materials,
};
use crate::model::Date;

/// What an import must know of the catalogue.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The guides that are there, as in their files.
    pub guides: Vec<Value>,
    /// Forms: id, title, basic code.
    pub forms: Vec<(String, String, Option<String>)>,
    /// Departments: key and Chinese name.
    pub departments: Vec<(String, String)>,
    /// Where the rows come from, for guides without a source of their own.
    pub source: String,
    /// The day of the import.
    pub today: Option<Date>,
}

/// What came of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A guide that was not there, with its id.
    New(String),
    /// A guide that was there and is otherwise now.
    Changed(String),
    /// A guide that was there just so.
    Same(String),
    /// Left: the catalogue has a form for it, with its id.
    HasForm(String),
    /// Refused, for the row's faults.
    Refused,
}

/// What came of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Import {
    /// All guides, those that are not in the file included, in the order of their ids.
    pub guides: Vec<Value>,
    /// What came of each row.
    pub rows: Vec<(usize, Taken)>,
    /// Guides that were there and are not in the file.
    pub n_kept: usize,
    /// What is wrong, row by row.
    pub faults: Vec<Fault>,
    /// Elements without a column.
    pub missing: Vec<Element>,
    /// Columns that are not known.
    pub unknown: Vec<String>,
}

/// Elements whose absence as a column is told.
const WANTED: [Element; 10] = [
    Element::Title,
    Element::Authority,
    Element::BaseCode,
    Element::ImplCode,
    Element::PromisedLimit,
    Element::Conditions,
    Element::Materials,
    Element::Steps,
    Element::Places,
    Element::Phone,
];

/// Reads the guides of a file.
#[must_use]
pub fn guides(book: &Book, known: Known) -> Import {
    let mut known = known;
    let before = std::mem::take(&mut known.guides);
    let mut import = Import::default();
    let Some((main, rest)) = book.sheets.split_first() else { return import };
    let heads: Vec<Head> = main.head.iter().map(|text| head(text)).collect();
    import.unknown = main
        .head
        .iter()
        .zip(&heads)
        .filter(|(_, head)| **head == Head::Unknown)
        .map(|(text, _)| text.clone())
        .collect();
    let mut beside = Beside::of(rest);
    let has = |element: Element| heads.contains(&Head::Of(element));
    let is_missing = |element: &Element| {
        let has_sheet = *element == Element::Materials && !beside.0.is_empty();
        // Either code will do.
        let has_code = *element == Element::ImplCode && has(Element::CaseCode);
        !(has(*element) || has_sheet || has_code)
    };
    import.missing = WANTED.into_iter().filter(is_missing).collect();
    if !has(Element::Title) || !has(Element::Authority) {
        // Every row would say the same.
        import.rows = main.rows.iter().map(|row| (row.n, Taken::Refused)).collect();
        import.n_kept = before.len();
        import.guides = before;
        return import;
    }

    let mut ids = Ids::of(&before);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let placed = before.into_iter().filter_map(|guide| Some((order(guide.get("id")?.as_str()?), guide)));
    let mut all: BTreeMap<(usize, String), Value> = placed.collect();
    let mut touched = BTreeSet::new();
    for row in &main.rows {
        let mut reading = Reading::new(row, main, &heads);
        let made = reading.guide(&known, &mut beside);
        let mut faults = reading.faults;
        let made = made.filter(|_| faults.iter().all(|fault| fault.kind.grade() != Grade::Error));
        let taken = made.map_or(Taken::Refused, |made| {
            let key = key(&made);
            if let Some(first) = seen.get(&key) {
                let column = reading.code_column;
                faults.push(Fault {
                    sheet: String::new(),
                    row: row.n,
                    column,
                    kind: FaultKind::Duplicate { first: *first },
                });
                return Taken::Refused;
            }
            seen.insert(key.clone(), row.n);
            if let Some(form) = form_of(&made, &known) {
                return Taken::HasForm(form);
            }
            let id = ids.give(&key);
            let at = order(&id);
            touched.insert(at.clone());
            let before = all.get(&at);
            let made = merged(made, &id, before, reading.has_date);
            let taken = match before {
                None => Taken::New(id),
                Some(before) if *before == made => Taken::Same(id),
                Some(_) => Taken::Changed(id),
            };
            all.insert(at, made);
            taken
        });
        import.rows.push((row.n, taken));
        import.faults.extend(faults);
    }
    import.faults.extend(beside.left());
    import.n_kept = all.keys().filter(|at| !touched.contains(*at)).count();
    import.guides = all.into_values().collect();
    import
}

/// `G99999` before `G100000`.
fn order(id: &str) -> (usize, String) {
    (id.len(), id.to_owned())
}

fn zh<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(|words| words.get("zh")).and_then(Value::as_str).unwrap_or_default()
}

/// By what a guide is known again.
fn key(guide: &Value) -> String {
    let facts = guide.get("guide").unwrap_or(&Value::Null);
    let code = |key: &str| facts.get(key).and_then(Value::as_str).unwrap_or_default();
    match code("implCode") {
        "" => ["b", code("baseCode"), zh(facts, "authority"), zh(guide, "title")].join("\n"),
        code => ["i", code].join("\n"),
    }
}

/// The form that the catalogue has for a guide: of its title, and of its code where both have one.
fn form_of(guide: &Value, known: &Known) -> Option<String> {
    let code = guide.get("guide").and_then(|facts| facts.get("baseCode")).and_then(Value::as_str);
    let is_it = |(_, title, base): &&(String, String, Option<String>)| {
        *title == zh(guide, "title") && (code.is_none() || base.is_none() || code == base.as_deref())
    };
    known.forms.iter().find(is_it).map(|(id, ..)| id.clone())
}

/// A guide with its id, and with what people added to the one before that no portal exports.
fn merged(mut made: Value, id: &str, before: Option<&Value>, has_date: bool) -> Value {
    let old = |key: &str| before.and_then(|before| before.get(key)).cloned();
    let old_fact = |key: &str| before.and_then(|before| before.get("guide")?.get(key)).cloned();
    if let Some(facts) = made.get_mut("guide").and_then(Value::as_object_mut) {
        for key in ["synonyms", "tags", "lifeEvents", "lists", "venues", "mode", "sample"] {
            if let (false, Some(kept)) = (facts.contains_key(key), old_fact(key)) {
                facts.insert(key.to_owned(), kept);
            }
        }
        // A day that the file does not name moves only with the rest.
        let dated = old_fact("checkedOn");
        let is_same = before.and_then(|before| before.get("guide")?.as_object()).is_some_and(|before| {
            let differs = |key: &String| key != "checkedOn" && before.get(key) != facts.get(key);
            !before.keys().chain(facts.keys()).any(differs)
        });
        if let (false, true, Some(dated)) = (has_date, is_same, dated) {
            facts.insert("checkedOn".to_owned(), dated);
        }
    }
    let mut whole = json!({"id": id});
    if let (Some(whole), Value::Object(made)) = (whole.as_object_mut(), made) {
        for key in ["title", "department"] {
            whole.extend(made.get(key).map(|value| (key.to_owned(), value.clone())));
        }
        whole.extend(old("formerIds").map(|ids| ("formerIds".to_owned(), ids)));
        whole.extend(made.get("guide").map(|value| ("guide".to_owned(), value.clone())));
    }
    whole
}

/// The ids that were given.
struct Ids {
    by_key: BTreeMap<String, String>,
    last: u64,
}

impl Ids {
    fn of(guides: &[Value]) -> Self {
        let mut ids = Self { by_key: BTreeMap::new(), last: 0 };
        for guide in guides {
            let Some(id) = guide.get("id").and_then(Value::as_str) else { continue };
            ids.by_key.entry(key(guide)).or_insert_with(|| id.to_owned());
            let former = guide.get("formerIds").and_then(Value::as_array).into_iter().flatten();
            // A number that was ever given is not given again.
            for id in former.filter_map(Value::as_str).chain([id]) {
                let n = id.strip_prefix('G').and_then(|n| n.parse().ok()).unwrap_or_default();
                ids.last = ids.last.max(n);
            }
        }
        ids
    }

    fn give(&mut self, key: &str) -> String {
        if let Some(id) = self.by_key.get(key) {
            return id.clone();
        }
        self.last += 1;
        let id = format!("G{:05}", self.last);
        self.by_key.insert(key.to_owned(), id.clone());
        id
    }
}

/// Materials on sheets of their own, by a code or title of their guide.
struct Beside(BTreeMap<String, Vec<Lying>>);

/// A row of a sheet of materials.
struct Lying {
    sheet: String,
    row: usize,
    column: String,
    material: Option<Value>,
    faults: Vec<FaultKind>,
    is_taken: bool,
}

impl Beside {
    fn of(sheets: &[Sheet]) -> Self {
        let mut beside = Self(BTreeMap::new());
        for sheet in sheets {
            if sheet.head.iter().any(|head| materials::is_title(head)) {
                beside.add(sheet);
            }
        }
        beside
    }

    fn add(&mut self, sheet: &Sheet) {
        let links = [Element::CaseCode, Element::ImplCode, Element::BaseCode, Element::Title];
        let at = |element: Element| sheet.head.iter().position(|text| head(text) == Head::Of(element));
        let link = links.into_iter().find_map(at);
        for row in &sheet.rows {
            let cell = |column: usize| row.cells.iter().find(|(at, _)| *at == column).map(|(_, cell)| cell);
            let text = |column: usize| {
                if let Some(Cell::Text(text)) = cell(column) { Some(text.clone()) } else { None }
            };
            let look = |names: &[&str]| {
                names.iter().find_map(|name| text(sheet.head.iter().position(|head| head.trim() == *name)?))
            };
            let mut faults = Vec::new();
            if row.cells.iter().any(|(_, cell)| *cell == Cell::Formula) {
                faults.push(FaultKind::Formula);
            }
            let material = if faults.is_empty() { materials::of(&look, &mut faults) } else { None };
            let column = link.and_then(|at| sheet.head.get(at)).cloned().unwrap_or_default();
            let lying =
                Lying { sheet: sheet.name.clone(), row: row.n, column, material, faults, is_taken: false };
            self.0.entry(link.and_then(text).unwrap_or_default()).or_default().push(lying);
        }
    }

    /// The materials under a code or title.
    fn take(&mut self, key: &str) -> Vec<Value> {
        let found = self.0.get_mut(key).map(Vec::as_mut_slice).unwrap_or_default();
        found.iter_mut().for_each(|lying| lying.is_taken = true);
        found.iter().filter_map(|lying| lying.material.clone()).collect()
    }

    /// What is wrong on these sheets.
    fn left(self) -> impl Iterator<Item = Fault> {
        self.0.into_values().flatten().flat_map(|lying| {
            let Lying { sheet, row, column, mut faults, is_taken, .. } = lying;
            if !is_taken {
                faults.push(FaultKind::NoGuide);
            }
            faults.into_iter().map(move |kind| Fault {
                sheet: sheet.clone(),
                row,
                column: column.clone(),
                kind,
            })
        })
    }
}
