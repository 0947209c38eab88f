//! The index as the page has it: the head, and as many rows as have come.

use super::{
    Entry, EntryKind, Group,
    alphabet::{Alphabet, Texts},
    wire::{HEAD, ROWS, Reader},
};
use crate::model::{Localized, ReformList, Venue};

/// A catalogue that can be searched.
#[derive(Default)]
pub struct Index {
    pub(super) alphabet: Alphabet,
    pub(super) texts: Texts,
    /// Texts of the head: the first ones.
    pub(super) n_head: usize,
    pub(super) departments: Vec<Named>,
    pub(super) records: Vec<Record>,
    pub(super) rows: Vec<Row>,
    pub(super) bearers: Vec<Bearer>,
    files: Vec<String>,
    n_added: usize,
}

/// A department or life event, and the number of its Chinese name.
pub(super) struct Named {
    pub(super) group: Group,
    pub(super) name: usize,
}

/// An entry of the head, and the numbers of its texts.
pub(super) struct Record {
    pub(super) entry: Entry,
    pub(super) title: usize,
    pub(super) title_en: Option<usize>,
    pub(super) department: usize,
    pub(super) synonyms: Vec<usize>,
    pub(super) tags: Vec<usize>,
    pub(super) materials: Vec<usize>,
}

/// A title of guides without a form.
pub(super) struct Row {
    pub(super) title: usize,
    /// Characters of it that are no signs.
    pub(super) n_letters: usize,
    /// The first of its bearers, and how many it has.
    pub(super) first: usize,
    pub(super) n: usize,
}

/// A guide without a form: one office's guide of a title.
pub(super) struct Bearer {
    pub(super) id: BearerId,
    pub(super) department: usize,
}

/// A guide's id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BearerId {
    /// `G00001`: 1.
    Number(usize),
    /// The number of a text.
    Text(usize),
}

impl Index {
    /// Reads the head; `None` where it is none or of another version.
    #[must_use]
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader::new(bytes, HEAD)?;
        let mut index = Self::default();
        from.texts(&mut index.alphabet, &mut index.texts)?;
        index.n_head = index.texts.len();
        let departments = index.named(&mut from)?;
        index.departments = departments;
        let life_events = index.named(&mut from)?;
        for _ in 0..from.count()? {
            index.files.push(from.text()?.to_owned());
        }
        index.records = index.read_records(&mut from, &life_events)?;
        from.is_at_end().then_some(index)
    }

    /// Names of the files with rows, in the order in which they are to be added; those that were added are left out.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        self.files.get(self.n_added..).unwrap_or_default()
    }

    /// Adds the next file with rows; false where it is none, which leaves the index as it was.
    pub fn add(&mut self, bytes: &[u8]) -> bool {
        let (n_sounds, n_glyphs) = (self.alphabet.sounds.len(), self.alphabet.glyphs.len());
        let (n_texts, n_departments) = (self.texts.len(), self.departments.len());
        let (n_rows, n_bearers) = (self.rows.len(), self.bearers.len());
        let is_read = self.read_rows(bytes).is_some();
        if is_read {
            self.n_added += 1;
        } else {
            self.alphabet.sounds.truncate(n_sounds);
            self.alphabet.glyphs.truncate(n_glyphs);
            self.texts.truncate(n_texts);
            self.departments.truncate(n_departments);
            self.rows.truncate(n_rows);
            self.bearers.truncate(n_bearers);
        }
        is_read
    }

    /// Everything that can be filled in, in the catalogue's order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.records.iter().map(|record| &record.entry)
    }

    /// How many files with rows were added.
    #[must_use]
    pub fn n_added(&self) -> usize {
        self.n_added
    }

    /// The guide of a bearer as an entry.
    pub(super) fn guide(&self, row: &Row, bearer: &Bearer) -> Entry {
        let department = self.departments.get(bearer.department).map(|named| named.group.clone());
        let department =
            department.unwrap_or_else(|| Group { key: String::new(), name: Localized::default() });
        Entry {
            id: match bearer.id {
                BearerId::Number(number) => {
                    let digits = number.to_string();
                    ["G", "00000".get(digits.len().min(5)..).unwrap_or_default(), &digits].concat()
                }
                BearerId::Text(text) => self.written(text),
            },
            kind: EntryKind::Item,
            title: Localized { zh: self.written(row.title), en: None },
            department: department.name,
            department_key: department.key,
            synonyms: Vec::new(),
            tags: Vec::new(),
            materials: Vec::new(),
            life_events: Vec::new(),
            lists: Vec::new(),
            venues: Vec::new(),
            minutes: 0,
            has_form: false,
        }
    }

    fn written(&self, text: usize) -> String {
        self.alphabet.written(self.texts.get(text))
    }

    fn is_text(&self, text: &usize) -> bool {
        *text < self.texts.len()
    }

    /// Texts as people read them.
    fn all(&self, texts: &[usize]) -> Vec<String> {
        texts.iter().map(|text| self.written(*text)).collect()
    }

    /// A text's number; 0 stands for none.
    fn maybe(&self, from: &mut Reader<'_>) -> Option<Option<usize>> {
        match from.number()?.checked_sub(1) {
            None => Some(None),
            Some(text) => self.is_text(&text).then_some(Some(text)),
        }
    }

    fn named(&self, from: &mut Reader<'_>) -> Option<Vec<Named>> {
        let mut all = Vec::new();
        for _ in 0..from.count()? {
            let key = from.text()?.to_owned();
            let name = from.number().filter(|text| self.is_text(text))?;
            let en = self.maybe(from)?.map(|text| self.written(text));
            all.push(Named { group: Group { key, name: Localized { zh: self.written(name), en } }, name });
        }
        Some(all)
    }

    /// Numbers below a limit, each near the one after the last.
    fn column(from: &mut Reader<'_>, n: usize, limit: usize) -> Option<Vec<usize>> {
        let mut expected = 0;
        let mut column = Vec::with_capacity(n);
        for _ in 0..n {
            column.push(from.near(&mut expected).filter(|number| *number < limit)?);
        }
        Some(column)
    }

    /// For each entry several numbers below a limit.
    fn columns(from: &mut Reader<'_>, n: usize, limit: usize) -> Option<Vec<Vec<usize>>> {
        let mut counts = Vec::with_capacity(n);
        for _ in 0..n {
            counts.push(from.count()?);
        }
        let mut expected = 0;
        let mut all = Vec::with_capacity(n);
        for count in counts {
            let mut some = Vec::with_capacity(count);
            for _ in 0..count {
                some.push(from.near(&mut expected).filter(|number| *number < limit)?);
            }
            all.push(some);
        }
        Some(all)
    }

    fn read_records(&self, from: &mut Reader<'_>, all_events: &[Named]) -> Option<Vec<Record>> {
        let n = from.count()?;
        let n_texts = self.texts.len();
        let ids = Self::column(from, n, n_texts)?;
        let titles = Self::column(from, n, n_texts)?;
        // The number after the last stands for none.
        let english = Self::column(from, n, n_texts + 1)?;
        let departments = Self::column(from, n, self.departments.len())?;
        let mut synonyms = Self::columns(from, n, n_texts)?.into_iter();
        let mut tags = Self::columns(from, n, n_texts)?.into_iter();
        let mut materials = Self::columns(from, n, n_texts)?.into_iter();
        let mut life_events = Self::columns(from, n, all_events.len())?.into_iter();
        let mut records = Vec::with_capacity(n);
        for (((id, title), en), department) in ids.into_iter().zip(titles).zip(english).zip(departments) {
            let title_en = Some(en).filter(|en| *en < n_texts);
            let named = self.departments.get(department)?;
            let (synonyms, tags, materials) = (synonyms.next()?, tags.next()?, materials.next()?);
            let life_events = life_events.next()?;
            let life_events = || life_events.iter().filter_map(|idx| all_events.get(*idx));
            let [kind, lists, venues] = [from.byte()?, from.byte()?, from.byte()?];
            let entry = Entry {
                id: self.written(id),
                kind: *[EntryKind::Item, EntryKind::Benefit, EntryKind::Bundle].get(usize::from(kind))?,
                title: Localized { zh: self.written(title), en: title_en.map(|en| self.written(en)) },
                department: named.group.name.clone(),
                department_key: named.group.key.clone(),
                synonyms: self.all(&synonyms),
                tags: self.all(&tags),
                materials: self.all(&materials),
                life_events: life_events().map(|named| named.group.key.clone()).collect(),
                lists: flags(lists, ReformList::ALL),
                venues: flags(venues, Venue::ALL),
                minutes: u32::try_from(from.number()?).ok()?,
                has_form: true,
            };
            let tags = tags.into_iter().chain(life_events().map(|named| named.name)).collect();
            let department = named.name;
            records.push(Record { entry, title, title_en, department, synonyms, tags, materials });
        }
        Some(records)
    }

    fn read_rows(&mut self, bytes: &[u8]) -> Option<()> {
        let mut from = Reader::new(bytes, ROWS)?;
        from.texts(&mut self.alphabet, &mut self.texts)?;
        let departments = self.named(&mut from)?;
        self.departments.extend(departments);
        let n = from.count()?;
        let titles = Self::column(&mut from, n, self.texts.len())?;
        let mut first = self.bearers.len();
        for title in titles {
            let letters =
                self.texts.get(title).iter().filter_map(|glyph| self.alphabet.glyph(*glyph)?.folded);
            let (n_letters, n) = (letters.count(), from.count().filter(|n| *n > 0)?);
            self.rows.push(Row { title, n_letters, first, n });
            first += n;
        }
        let n = first - self.bearers.len();
        let departments = Self::column(&mut from, n, self.departments.len())?;
        let mut expected = 0;
        for department in departments {
            let number = from.near(&mut expected)?;
            let id = match number {
                0 => BearerId::Text(from.number().filter(|text| self.is_text(text))?),
                _ => BearerId::Number(number),
            };
            self.bearers.push(Bearer { id, department });
        }
        from.is_at_end().then_some(())
    }
}

/// Those of a list whose bits are set.
fn flags<T: Copy>(bits: u8, all: &[T]) -> Vec<T> {
    all.iter().enumerate().filter(|(idx, _)| bits >> idx & 1 == 1).map(|(_, flag)| *flag).collect()
}
