//! One row, element by element.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Beside, Known};
use crate::intake::{
    Cell, Element, Fault, FaultKind, Row, Sheet,
    columns::Head,
    materials,
    words::{self, CHANNELS, CROSS_AREA, HANDLING, LEVELS, MATTER, Words, plain, sentences, word, yes},
};

/// The most characters of a title, of a cell; the most bytes of a guide.
const MOST_TITLE: usize = 200;
const MOST_CELL: usize = 8000;
const MOST_GUIDE: usize = 20_000;

/// A row being read.
pub(super) struct Reading<'a> {
    row: &'a Row,
    sheet: &'a Sheet,
    cells: BTreeMap<Element, (usize, &'a Cell)>,
    /// What is wrong with it.
    pub(super) faults: Vec<Fault>,
    /// The row names the day on which it was checked.
    pub(super) has_date: bool,
    /// The column of its code.
    pub(super) code_column: String,
}

impl<'a> Reading<'a> {
    /// Finds the cell of each element; of two, the first that is not empty.
    pub(super) fn new(row: &'a Row, sheet: &'a Sheet, heads: &[Head]) -> Self {
        let mut cells = BTreeMap::new();
        for (at, cell) in &row.cells {
            if let Some(Head::Of(element)) = heads.get(*at) {
                cells.entry(*element).or_insert((*at, cell));
            }
        }
        let mut reading =
            Self { row, sheet, cells, faults: Vec::new(), has_date: false, code_column: String::new() };
        let bad: Vec<(Element, FaultKind)> = reading
            .cells
            .iter()
            .filter_map(|(element, (_, cell))| {
                let kind = match cell {
                    Cell::Formula => FaultKind::Formula,
                    Cell::Lost => FaultKind::Lost,
                    Cell::Text(text) if text.chars().count() > MOST_CELL => {
                        FaultKind::TooLong { most: MOST_CELL }
                    }
                    Cell::Text(_) | Cell::Json(_) => return None,
                };
                Some((*element, kind))
            })
            .collect();
        for (element, kind) in bad {
            reading.fault(element, kind);
            reading.cells.remove(&element);
        }
        reading
    }

    fn fault(&mut self, element: Element, kind: FaultKind) {
        let head = self.cells.get(&element).and_then(|(at, _)| self.sheet.head.get(*at));
        let column = head.cloned().unwrap_or_else(|| element.name().to_owned());
        self.faults.push(Fault { sheet: String::new(), row: self.row.n, column, kind });
    }

    fn cell(&self, element: Element) -> Option<&'a Cell> {
        self.cells.get(&element).map(|(_, cell)| *cell)
    }

    fn text(&self, element: Element) -> Option<String> {
        let text = match self.cell(element)? {
            Cell::Text(text) => plain(text),
            Cell::Json(value) => plain(&flat(value)),
            Cell::Lost | Cell::Formula => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn code(&self, element: Element) -> Option<String> {
        let text: String = self.text(element)?.split_whitespace().collect();
        Some(text).filter(|text| text.len() <= 100)
    }

    /// The guide as its file has it, without an id; `None` where what must be there is not.
    pub(super) fn guide(&mut self, known: &Known, beside: &mut Beside) -> Option<Value> {
        let is_bad = |faults: &[Fault], name: &str| faults.iter().any(|fault| fault.column.contains(name));
        let titles =
            [Element::CaseTitle, Element::SubTitle, Element::Title].map(|element| self.text(element));
        let authority = self.text(Element::Authority);
        for (element, text) in
            [(Element::Title, titles.iter().flatten().next()), (Element::Authority, authority.as_ref())]
        {
            match text {
                None if !is_bad(&self.faults, element.name()) => self.fault(element, FaultKind::Missing),
                Some(text) if text.chars().count() > MOST_TITLE => {
                    self.fault(element, FaultKind::TooLong { most: MOST_TITLE })
                }
                Some(_) | None => {}
            }
        }
        let title = titles.iter().flatten().next().cloned()?;
        let authority = authority?;
        let mut facts = Map::new();
        let summary = format!("{title}，由{authority}办理。");
        facts.insert("summary".to_owned(), json!({"zh": summary}));
        facts.insert("authority".to_owned(), json!({"zh": authority}));
        self.codes(&mut facts);
        self.kinds(&mut facts);
        self.limits(&mut facts);
        self.sentences(&mut facts);
        self.materials(&mut facts, beside, &title);
        self.money_and_law(&mut facts);
        self.results(&mut facts);
        self.visits(&mut facts);
        self.places(&mut facts, &authority);
        self.origin(&mut facts, known);
        let others: Vec<String> = titles.iter().flatten().filter(|other| **other != title).cloned().collect();
        let more = self
            .text(Element::Synonyms)
            .map(|text| words::split(&text).map(str::to_owned).collect::<Vec<_>>());
        let synonyms: Vec<String> = others.into_iter().chain(more.into_iter().flatten()).collect();
        if !synonyms.is_empty() {
            facts.insert("synonyms".to_owned(), json!(synonyms));
        }
        let department = self.text(Element::Department).unwrap_or_else(|| authority.clone());
        let key = known.departments.iter().find(|(_, name)| department.contains(name.as_str()));
        let department = key.map_or_else(|| json!({"zh": department}), |(key, _)| json!(key));
        let made = json!({"title": {"zh": title}, "department": department, "guide": facts});
        if made.to_string().len() > MOST_GUIDE {
            let kind = FaultKind::TooLong { most: MOST_GUIDE };
            self.faults.push(Fault { sheet: String::new(), row: self.row.n, column: String::new(), kind });
        }
        Some(made)
    }

    fn codes(&mut self, facts: &mut Map<String, Value>) {
        put(facts, "baseCode", self.code(Element::BaseCode));
        // The code of the case is that of the item and more.
        let code =
            [Element::CaseCode, Element::ImplCode].into_iter().find(|element| self.code(*element).is_some());
        put(facts, "implCode", code.and_then(|element| self.code(element)));
        let column =
            self.cells.get(&code.unwrap_or(Element::Title)).and_then(|(at, _)| self.sheet.head.get(*at));
        self.code_column = column.cloned().unwrap_or_default();
    }

    fn one(
        &mut self,
        facts: &mut Map<String, Value>,
        key: &str,
        element: Element,
        list: Words,
        known: &'static str,
    ) {
        let Some(text) = self.text(element) else { return };
        match word(&text, list) {
            Some(word) => put(facts, key, Some(word.to_owned())),
            None => self.fault(element, FaultKind::UnknownWord { known }),
        }
    }

    fn several(
        &mut self,
        facts: &mut Map<String, Value>,
        key: &str,
        element: Element,
        list: Words,
        known: &'static str,
    ) {
        let Some(text) = self.text(element) else { return };
        let mut found: Vec<&str> = Vec::new();
        let mut is_unknown = false;
        for part in words::split(&text) {
            match word(part, list) {
                Some(word) if found.contains(&word) => {}
                Some(word) => found.push(word),
                None => is_unknown = true,
            }
        }
        if is_unknown {
            self.fault(element, FaultKind::UnknownWord { known });
        }
        if !found.is_empty() {
            facts.insert(key.to_owned(), json!(found));
        }
    }

    fn kinds(&mut self, facts: &mut Map<String, Value>) {
        self.one(
            facts,
            "matter",
            Element::Matter,
            MATTER,
            "行政许可、行政给付、行政确认、行政奖励、其他行政权力、公共服务",
        );
        self.one(facts, "handling", Element::Handling, HANDLING, "即办件、承诺件、上报件");
        self.several(
            facts,
            "levels",
            Element::Levels,
            LEVELS,
            "国家、省、市、县（区）、镇（街道）、村（社区）",
        );
        if let Some(text) = self.text(Element::Audience) {
            facts.insert("audience".to_owned(), json!({"zh": text}));
        }
        self.several(facts, "channels", Element::Channels, CHANNELS, "窗口、网上、自助终端、上门");
        self.one(facts, "crossArea", Element::CrossArea, CROSS_AREA, "全国、全省、全市、全区、不可通办");
    }

    fn limits(&mut self, facts: &mut Map<String, Value>) {
        for (key, element, note) in [
            ("legalLimit", Element::LegalLimit, Element::LegalNote),
            ("promisedLimit", Element::PromisedLimit, Element::PromisedNote),
        ] {
            let Some(text) = self.text(element) else { continue };
            match words::limit(&text) {
                Some(words::Limit::Of(n, unit)) => {
                    let mut limit = json!({"n": n, "unit": unit});
                    if let (Some(note), Some(limit)) = (self.text(note), limit.as_object_mut()) {
                        limit.insert("note".to_owned(), json!({"zh": note}));
                    }
                    facts.insert(key.to_owned(), limit);
                }
                // What is done at once has no days to count; the guide says so by how it is handled.
                Some(words::Limit::AtOnce) => {
                    if element == Element::PromisedLimit {
                        facts.entry("handling").or_insert_with(|| json!("immediate"));
                    }
                }
                None => self.fault(element, FaultKind::BadLimit),
            }
        }
    }

    fn sentences(&mut self, facts: &mut Map<String, Value>) {
        for (key, element) in [
            ("conditions", Element::Conditions),
            ("bans", Element::Bans),
            ("steps", Element::Steps),
            ("special", Element::Special),
            ("rights", Element::Rights),
            ("duties", Element::Duties),
            ("remedies", Element::Remedies),
        ] {
            let Some(text) = self.text(element).filter(|text| yes(text).is_none()) else { continue };
            let all: Vec<Value> = sentences(&text).into_iter().map(|text| json!({"zh": text})).collect();
            facts.insert(key.to_owned(), all.into());
        }
        for (key, element) in [("quota", Element::Quota), ("intermediary", Element::Intermediary)] {
            if let Some(text) = self.text(element).filter(|text| yes(text).is_none()) {
                facts.insert(key.to_owned(), json!({"zh": text}));
            }
        }
        let faq = match self.cell(Element::Faq) {
            Some(Cell::Json(value)) => pairs(value),
            Some(Cell::Text(text)) => {
                serde_json::from_str(text).map_or_else(|_| asked(&plain(text)), |value| pairs(&value))
            }
            Some(Cell::Lost | Cell::Formula) | None => Vec::new(),
        };
        if !faq.is_empty() {
            facts.insert("faq".to_owned(), faq.into());
        }
    }

    fn materials(&mut self, facts: &mut Map<String, Value>, beside: &mut Beside, title: &str) {
        let mut kinds = Vec::new();
        let cell = self.cell(Element::Materials);
        let mut found = cell.map(|cell| materials::of_cell(cell, &mut kinds)).unwrap_or_default();
        let keys =
            [Element::CaseCode, Element::ImplCode, Element::BaseCode].map(|element| self.code(element));
        for key in keys.into_iter().flatten().chain([title.to_owned()]) {
            if found.is_empty() {
                found = beside.take(&key);
            }
        }
        kinds.dedup();
        for kind in kinds {
            self.fault(Element::Materials, kind);
        }
        if !found.is_empty() {
            facts.insert("materials".to_owned(), found.into());
        }
    }

    fn money_and_law(&mut self, facts: &mut Map<String, Value>) {
        let list = self.text(Element::FeeList);
        let fees = self.text(Element::Fees);
        let fees = match fees.as_deref().map(|text| (yes(text), text)) {
            Some((Some(false), _)) => Some("不收费".to_owned()),
            Some((Some(true), _)) => {
                Some(list.map_or_else(|| "收费".to_owned(), |list| ["收费：", &list].concat()))
            }
            Some((None, text)) => Some(text.to_owned()),
            None => list,
        };
        if let Some(fees) = fees {
            facts.insert("fees".to_owned(), json!({"zh": fees}));
        }
        if let Some(text) = self.text(Element::LegalBasis) {
            // Nobody has compared them with the text of the law.
            let all =
                sentences(&text).into_iter().map(|title| json!({"title": {"zh": title}, "toConfirm": true}));
            facts.insert("legalBasis".to_owned(), all.collect());
        }
    }

    fn results(&mut self, facts: &mut Map<String, Value>) {
        let names = match self.cell(Element::Results) {
            Some(Cell::Json(Value::Array(items))) => {
                items.iter().map(|item| named(item, &["resultName", "name", "title", "jgmc"])).collect()
            }
            Some(Cell::Json(_) | Cell::Text(_)) => {
                self.text(Element::Results).map(|text| sentences(&text)).unwrap_or_default()
            }
            Some(Cell::Lost | Cell::Formula) | None => Vec::new(),
        };
        let more = [("validity", self.text(Element::Validity)), ("delivery", self.text(Element::Delivery))];
        let all = names.into_iter().filter(|name| !name.is_empty()).map(|name| {
            let mut result = Map::from_iter([("title".to_owned(), json!({"zh": name}))]);
            for (key, text) in &more {
                result.extend(text.as_ref().map(|text| ((*key).to_owned(), json!({"zh": text}))));
            }
            Value::from(result)
        });
        let all: Vec<Value> = all.collect();
        if !all.is_empty() {
            facts.insert("results".to_owned(), all.into());
        }
    }

    fn visits(&mut self, facts: &mut Map<String, Value>) {
        let Some(text) = self.text(Element::Visits) else { return };
        let n = text
            .trim_end_matches('次')
            .trim_end_matches(".0")
            .trim()
            .parse::<u32>()
            .ok()
            .filter(|n| *n <= 100);
        let Some(n) = n else { return self.fault(Element::Visits, FaultKind::BadNumber) };
        let mut visits = json!({"n": n});
        if let (Some(reason), Some(visits)) = (self.text(Element::VisitsReason), visits.as_object_mut()) {
            visits.insert("reason".to_owned(), json!({"zh": reason}));
        }
        facts.insert("visits".to_owned(), visits);
    }

    fn places(&mut self, facts: &mut Map<String, Value>, authority: &str) {
        let list = match self.cell(Element::Places) {
            Some(Cell::Json(Value::Array(items))) => items.iter().filter_map(place).collect(),
            Some(Cell::Json(one)) => place(one).into_iter().collect(),
            Some(_) | None => {
                let (name, address) = (self.text(Element::Places), self.text(Element::Address));
                let is_there = name.is_some() || address.is_some();
                let mut office = json!({"zh": name.unwrap_or_else(|| authority.to_owned())});
                office = json!({"name": office});
                if let Some(office) = office.as_object_mut() {
                    for (key, text) in [("address", address), ("hours", self.text(Element::Hours))] {
                        office.extend(text.map(|text| (key.to_owned(), json!({"zh": text}))));
                    }
                }
                if is_there { vec![office] } else { Vec::new() }
            }
        };
        if !list.is_empty() {
            facts.insert("places".to_owned(), list.into());
        }
        put(facts, "phone", self.text(Element::Phone));
        put(facts, "complaintPhone", self.text(Element::Complaints));
    }

    fn origin(&mut self, facts: &mut Map<String, Value>, known: &Known) {
        put(facts, "source", self.text(Element::Source).or_else(|| Some(known.source.clone())));
        let mut day = known.today;
        if let Some(text) = self.text(Element::CheckedOn) {
            // A day to come is none on which something was checked.
            match words::date(&text).filter(|date| known.today.is_none_or(|today| *date <= today)) {
                Some(date) => {
                    day = Some(date);
                    self.has_date = true;
                }
                None => self.fault(Element::CheckedOn, FaultKind::BadDate),
            }
        }
        put(
            facts,
            "checkedOn",
            day.map(|day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())),
        );
    }
}

fn put(facts: &mut Map<String, Value>, key: &str, text: Option<String>) {
    facts.extend(text.map(|text| (key.to_owned(), text.into())));
}

/// Every text of a value, a line each.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is_so) => (if *is_so { "是" } else { "否" }).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => joined(items.iter(), "\n"),
        Value::Object(members) => joined(members.values(), " "),
    }
}

fn joined<'v>(values: impl Iterator<Item = &'v Value>, with: &str) -> String {
    let texts: Vec<String> = values.map(flat).filter(|text| !text.is_empty()).collect();
    texts.join(with)
}

/// The first of some members that is a text; else all there is.
fn named(value: &Value, keys: &[&str]) -> String {
    let found = keys.iter().find_map(|key| value.get(*key)).map(flat);
    plain(&found.unwrap_or_else(|| flat(value)))
}

fn place(value: &Value) -> Option<Value> {
    let look =
        |keys: &[&str]| keys.iter().find_map(|key| value.get(*key)).map(flat).filter(|text| !text.is_empty());
    let address = look(&["xxdz", "address", "地址"]);
    let name = look(&["bldmc", "name", "名称"]).or_else(|| address.clone())?;
    let mut office = Map::from_iter([("name".to_owned(), json!({"zh": plain(&name)}))]);
    for (key, text) in [
        ("address", address),
        ("hours", look(&["blsj", "hours", "时间"])),
        ("window", look(&["window", "ckh", "窗口"])),
    ] {
        office.extend(text.map(|text| (key.to_owned(), json!({"zh": plain(&text)}))));
    }
    Some(office.into())
}

/// Questions and answers of a list.
fn pairs(value: &Value) -> Vec<Value> {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let pair = |item: &Value| {
        let asked = ["asked", "question", "title", "问题"].iter().find_map(|key| item.get(*key)).map(flat)?;
        let answer = ["answer", "content", "答案", "解答"].iter().find_map(|key| item.get(*key)).map(flat)?;
        Some(json!({"asked": {"zh": plain(&asked)}, "answer": {"zh": plain(&answer)}}))
    };
    items.iter().filter_map(pair).collect()
}

/// Questions and answers of a text: `问：…答：…`.
fn asked(text: &str) -> Vec<Value> {
    let parts = text.split(['问']).skip(1).filter_map(|part| part.split_once('答'));
    let clean =
        |text: &str| text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':')).to_owned();
    let pairs = parts.map(|(asked, answer)| (clean(asked), clean(answer)));
    let pairs = pairs.filter(|(asked, answer)| !asked.is_empty() && !answer.is_empty());
    pairs.map(|(asked, answer)| json!({"asked": {"zh": asked}, "answer": {"zh": answer}})).collect()
}
