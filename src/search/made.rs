//! Makes the index, with the pinyin of every character that stands in the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Entry, EntryKind, Group,
    readings::{Letter, letters, readings},
    wire::{HEAD, ROWS, SHORT},
};
use crate::model::{Localized, ReformList, Venue};

/// All characters that texts can have.
const GLYPHS: usize = SHORT + (256 - SHORT) * 256;
/// Distinct titles in a file of rows: some 10 kB as sent.
const TITLES: usize = 1000;

/// The head of an index. Guides without a form go into files of rows, in the order in which they stand; `keep` keeps such a
/// file and says by which name it will be found. Departments and life events that no group names stand by their words alone.
#[must_use]
pub fn index(
    entries: &[Entry],
    departments: &[Group],
    life_events: &[Group],
    keep: &mut dyn FnMut(Vec<u8>) -> String,
) -> Vec<u8> {
    let (forms, guides): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.has_form);
    let mut offices = Offices::default();
    for group in departments {
        offices.number(&group.key, &group.name);
    }
    for entry in &forms {
        offices.number(&entry.department_key, &entry.department);
    }
    let mut events: Vec<Group> = life_events.to_vec();
    for key in forms.iter().flat_map(|entry| &entry.life_events) {
        if !events.iter().any(|group| group.key == *key) {
            events.push(Group { key: key.clone(), name: Localized { zh: key.clone(), en: None } });
        }
    }

    let mut made = Made::default();
    let all = |list: fn(&Entry) -> &[String]| forms.iter().flat_map(move |entry| list(entry));
    let english = forms.iter().filter_map(|entry| entry.title.en.as_ref());
    let names =
        offices.unbrought().chain(&events).flat_map(|group| [Some(&group.name.zh), group.name.en.as_ref()]);
    let texts = forms.iter().map(|entry| &entry.title.zh).chain(all(|entry| &entry.synonyms));
    let texts =
        texts.chain(all(|entry| &entry.materials)).chain(all(|entry| &entry.tags)).chain(names.flatten());
    let texts: Vec<&String> = texts.chain(forms.iter().map(|entry| &entry.id)).chain(english).collect();
    made.bring(&texts);
    let mut head = [HEAD, &made.brought].concat();
    made.put_groups(offices.unbrought(), &mut head);
    made.put_groups(events.iter(), &mut head);
    offices.settle();
    let mut records = Vec::new();
    made.put_records(&forms, &offices, &events, &mut records);

    let mut files = Vec::new();
    for (titles, guides) in shelves(&guides) {
        files.push(keep(made.rows(&titles, &guides, &mut offices)));
    }
    put_number(files.len(), &mut head);
    for name in &files {
        put_text(name, &mut head);
    }
    head.append(&mut records);
    head
}

/// Guides by title, each title where it first stands, so many titles at a time.
fn shelves<'a>(guides: &[&'a Entry]) -> Vec<(Vec<&'a str>, Vec<Vec<&'a Entry>>)> {
    let mut place: BTreeMap<&str, usize> = BTreeMap::new();
    let mut titles: Vec<&str> = Vec::new();
    let mut bearers: Vec<Vec<&Entry>> = Vec::new();
    for guide in guides {
        let idx = *place.entry(&guide.title.zh).or_insert_with(|| {
            titles.push(&guide.title.zh);
            bearers.push(Vec::new());
            titles.len() - 1
        });
        if let Some(all) = bearers.get_mut(idx) {
            all.push(guide);
        }
    }
    titles.chunks(TITLES).zip(bearers.chunks(TITLES)).map(|(a, b)| (a.to_vec(), b.to_vec())).collect()
}

/// Departments as they are numbered.
#[derive(Default)]
struct Offices {
    numbers: BTreeMap<(String, String), usize>,
    groups: Vec<Group>,
    n_settled: usize,
}

impl Offices {
    fn number(&mut self, key: &str, name: &Localized) -> usize {
        let groups = &mut self.groups;
        *self.numbers.entry((key.to_owned(), name.zh.clone())).or_insert_with(|| {
            groups.push(Group { key: key.to_owned(), name: name.clone() });
            groups.len() - 1
        })
    }

    fn of(&self, entry: &Entry) -> usize {
        let key = (entry.department_key.clone(), entry.department.zh.clone());
        self.numbers.get(&key).copied().unwrap_or_default()
    }

    /// Those that no file has brought yet.
    fn unbrought(&self) -> impl Iterator<Item = &Group> + Clone {
        self.groups.iter().skip(self.n_settled)
    }

    fn settle(&mut self) {
        self.n_settled = self.groups.len();
    }
}

/// What the files so far have brought.
#[derive(Default)]
struct Made {
    sounds: BTreeMap<String, usize>,
    letters: BTreeMap<Letter, usize>,
    texts: BTreeMap<String, usize>,
    /// What the file that is being made brings.
    brought: Vec<u8>,
}

impl Made {
    /// Brings the sounds, characters and texts that are new, the texts in this order.
    fn bring(&mut self, texts: &[&String]) {
        let (n_before, mut new) = (self.texts.len(), Vec::new());
        for text in texts {
            let next = self.texts.len();
            if !self.texts.contains_key(*text) {
                self.texts.insert((*text).clone(), next);
                new.push(letters(text));
            }
        }
        let mut counts: BTreeMap<Letter, usize> = BTreeMap::new();
        for letter in new.iter().flatten() {
            *counts.entry(*letter).or_default() += 1;
            // A character with a reading of its own leans on the plain one.
            counts.entry((letter.0, None)).or_default();
        }
        counts.retain(|letter, _| !self.letters.contains_key(letter));
        let mut order: Vec<(Letter, usize)> = counts.into_iter().collect();
        // The most frequent first: they take one byte. Plain ones before those that lean on them.
        order.sort_by_key(|((_, read), n)| (read.is_some(), std::cmp::Reverse(*n)));
        order.truncate((GLYPHS - 1).saturating_sub(self.letters.len()));

        let mut sounds = String::new();
        let mut out = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
        let [counts, plain, read, all] = &mut out;
        let (mut chars, mut n_read) = (String::new(), 0);
        for ((c, word), _) in order {
            let next = self.letters.len();
            let readings = match word {
                Some(word) => BTreeSet::from([word.to_owned()]),
                None => readings(c),
            };
            let numbers: Vec<usize> =
                readings.into_iter().map(|sound| self.sound(sound, &mut sounds)).collect();
            let n = u8::try_from(numbers.len()).unwrap_or(u8::MAX);
            if word.is_none() {
                chars.push(c);
                counts.push(n);
                numbers.iter().for_each(|number| put_number(*number, plain));
            } else {
                put_number(self.letters.get(&(c, None)).copied().unwrap_or_default(), read);
                read.push(n);
                numbers.iter().for_each(|number| put_number(*number, read));
                n_read += 1;
            }
            self.letters.insert((c, word), next);
        }
        put_number(new.len(), all);
        for text in new {
            for letter in text {
                // More characters than there are numbers: what is over stays unwritten.
                let Some(number) = self.letters.get(&letter) else { continue };
                let code = number + 1;
                match code.checked_sub(SHORT) {
                    None => all.push(low(code)),
                    Some(over) => all.extend([low(SHORT + (over >> 8)), low(over & 0xff)]),
                }
            }
            all.push(0);
        }

        self.brought = Vec::new();
        put_number(n_before, &mut self.brought);
        put_text(&sounds, &mut self.brought);
        put_text(&chars, &mut self.brought);
        self.brought.append(counts);
        self.brought.append(plain);
        put_number(n_read, &mut self.brought);
        self.brought.append(read);
        self.brought.append(all);
    }

    fn sound(&mut self, sound: String, new: &mut String) -> usize {
        let next = self.sounds.len();
        *self.sounds.entry(sound).or_insert_with_key(|sound| {
            new.push_str(sound);
            new.push('\n');
            next
        })
    }

    fn text(&self, text: &str) -> usize {
        self.texts.get(text).copied().unwrap_or_default()
    }

    fn put_groups<'a>(&self, groups: impl Iterator<Item = &'a Group> + Clone, out: &mut Vec<u8>) {
        put_number(groups.clone().count(), out);
        for group in groups {
            put_text(&group.key, out);
            put_number(self.text(&group.name.zh), out);
            put_number(group.name.en.as_ref().map_or(0, |en| self.text(en) + 1), out);
        }
    }

    fn put_records(&self, forms: &[&Entry], offices: &Offices, events: &[Group], out: &mut Vec<u8>) {
        put_number(forms.len(), out);
        put_column(forms.iter().map(|entry| self.text(&entry.id)), out);
        put_column(forms.iter().map(|entry| self.text(&entry.title.zh)), out);
        let none = self.texts.len();
        put_column(forms.iter().map(|entry| entry.title.en.as_ref().map_or(none, |en| self.text(en))), out);
        put_column(forms.iter().map(|entry| offices.of(entry)), out);
        let lists: [fn(&Entry) -> &[String]; 3] =
            [|entry| &entry.synonyms, |entry| &entry.tags, |entry| &entry.materials];
        for list in lists {
            let texts: Vec<Vec<usize>> =
                forms.iter().map(|entry| list(entry).iter().map(|text| self.text(text)).collect()).collect();
            put_columns(&texts, out);
        }
        let place = |key: &String| events.iter().position(|group| group.key == *key);
        let of = |entry: &&Entry| entry.life_events.iter().filter_map(place).collect();
        put_columns(&forms.iter().map(of).collect::<Vec<_>>(), out);
        for entry in forms {
            out.push(match entry.kind {
                EntryKind::Item => 0,
                EntryKind::Benefit => 1,
                EntryKind::Bundle => 2,
            });
            out.push(flags(&entry.lists, ReformList::ALL));
            out.push(flags(&entry.venues, Venue::ALL));
            put_number(usize::try_from(entry.minutes).unwrap_or_default(), out);
        }
    }

    /// A file of rows.
    fn rows(&mut self, titles: &[&str], guides: &[Vec<&Entry>], offices: &mut Offices) -> Vec<u8> {
        let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        let bearers: Vec<usize> = guides
            .iter()
            .flatten()
            .map(|entry| offices.number(&entry.department_key, &entry.department))
            .collect();
        let ids: Vec<Result<usize, &String>> =
            guides.iter().flatten().map(|entry| numbered(&entry.id)).collect();
        let names = offices.unbrought().flat_map(|group| [Some(&group.name.zh), group.name.en.as_ref()]);
        let unnumbered = ids.iter().filter_map(|id| id.err());
        let texts: Vec<&String> = titles.iter().chain(names.flatten()).chain(unnumbered).collect();
        self.bring(&texts);
        let mut out = [ROWS, &self.brought].concat();
        self.put_groups(offices.unbrought(), &mut out);
        offices.settle();
        put_number(titles.len(), &mut out);
        put_column(titles.iter().map(|title| self.text(title)), &mut out);
        guides.iter().for_each(|bearers| put_number(bearers.len(), &mut out));
        put_column(bearers.into_iter(), &mut out);
        let mut expected = 0;
        for id in ids {
            put_near(id.unwrap_or_default(), &mut expected, &mut out);
            if let Err(text) = id {
                put_number(self.text(text), &mut out);
            }
        }
        out
    }
}

/// The number of an id like `G00001`.
fn numbered(id: &String) -> Result<usize, &String> {
    let number =
        id.strip_prefix('G').and_then(|digits| digits.parse::<u32>().ok()).filter(|number| *number > 0);
    let number = number.filter(|number| format!("G{number:05}") == *id);
    number.and_then(|number| usize::try_from(number).ok()).ok_or(id)
}

fn low(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn put_number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(low(number & 0x7f) | 0x80);
        number >>= 7;
    }
    out.push(low(number));
}

fn put_text(text: &str, out: &mut Vec<u8>) {
    put_number(text.len(), out);
    out.extend(text.bytes());
}

/// A number by how far it is from the one after the last.
fn put_near(number: usize, expected: &mut usize, out: &mut Vec<u8>) {
    let away = match number.checked_sub(*expected) {
        Some(ahead) => ahead << 1,
        None => ((*expected - number - 1) << 1) | 1,
    };
    put_number(away, out);
    *expected = number + 1;
}

fn put_column(numbers: impl Iterator<Item = usize>, out: &mut Vec<u8>) {
    let mut expected = 0;
    numbers.for_each(|number| put_near(number, &mut expected, out));
}

fn put_columns(numbers: &[Vec<usize>], out: &mut Vec<u8>) {
    numbers.iter().for_each(|numbers| put_number(numbers.len(), out));
    put_column(numbers.iter().flatten().copied(), out);
}

/// A bit for each of a list that is there.
fn flags<T: PartialEq>(some: &[T], all: &[T]) -> u8 {
    all.iter().enumerate().filter(|(_, flag)| some.contains(flag)).fold(0, |bits, (idx, _)| bits | 1 << idx)
}
