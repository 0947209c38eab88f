//! What a form's author asks of the helper and what comes back, with the JSON in which they cross the border.
//!
//! **Invariant:** the files themselves travel beside the JSON, and so do the packs.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::model::{Date, Locale};

/// Files to look at.
#[derive(Clone)]
pub struct Dropped {
    /// Name as it was dropped, `SQ031/form.json`, and bytes.
    pub files: Vec<(String, Rc<Vec<u8>>)>,
    /// The day for which they are looked at.
    pub today: Date,
    /// The language of the sentences.
    pub locale: Locale,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checked {
    /// The forms among the files, in the order of their names.
    pub forms: Vec<CheckedForm>,
    /// Every fault of every file, in the order of files and lines.
    pub faults: Vec<Fault>,
    /// Files that belong to no form and to no catalogue.
    pub unused: Vec<String>,
}

/// A form among the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CheckedForm {
    /// The file's name as it was dropped.
    pub file: String,
    /// Its pack; none where it has an error.
    pub pack: Option<Vec<u8>>,
    /// The name of the answers for a filled sample.
    pub sample: Option<String>,
    /// Its examples.
    pub runs: Vec<ExampleRun>,
}

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fault {
    /// The file's name as it was dropped; a file of the catalogue has its name there.
    pub file: String,
    /// RFC 6901.
    pub pointer: String,
    /// From 1, where it is known.
    pub line: Option<u32>,
    /// The published code, which is also the name of its page in the book.
    pub code: String,
    /// The form can not be used.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub hint: String,
}

/// An example and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleRun {
    /// The file's name as it was dropped.
    pub file: String,
    /// What came of it.
    pub outcome: RunOutcome,
}

/// What came of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunOutcome {
    /// It passes, as its name says.
    Passes,
    /// It is refused for exactly the listed issues, so many.
    Refused(usize),
    /// It does something else than its name says. Issues are `field code`.
    Differs {
        /// Listed, and not found.
        missing: Vec<String>,
        /// Found, and not listed.
        extra: Vec<String>,
    },
    /// It can not be read as answers to this form; the reason is for the author.
    Unreadable(String),
}

/// Where the helper finds what the dropped files may refer to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Shelf {
    /// Dictionary, codes, grids and parameters of the catalogue.
    pub(super) author: String,
    /// The table of county codes.
    pub(super) regions: String,
    /// The district's streets.
    pub(super) streets: String,
}

impl Dropped {
    /// Its JSON; the files go beside it.
    pub(super) fn head(&self, shelf: &Shelf) -> String {
        json!({
            "names": self.files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
            "today": self.today.to_string(),
            "english": self.locale == Locale::En,
            "author": shelf.author,
            "regions": shelf.regions,
            "streets": shelf.streets,
        })
        .to_string()
    }

    /// Files out of their JSON and the bytes beside it.
    pub(super) fn read(head: &str, bytes: Vec<Vec<u8>>) -> Option<(Self, Shelf)> {
        let head: Value = serde_json::from_str(head).ok()?;
        let owned = |key: &str| head.get(key).and_then(Value::as_str).map(str::to_owned);
        let names = head.get("names")?.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned);
        let dropped = Self {
            files: names.zip(bytes.into_iter().map(Rc::new)).collect(),
            today: Date::parse_iso(&owned("today")?)?,
            locale: if head.get("english")?.as_bool()? { Locale::En } else { Locale::Zh },
        };
        let shelf =
            Shelf { author: owned("author")?, regions: owned("regions")?, streets: owned("streets")? };
        Some((dropped, shelf))
    }
}

impl Checked {
    /// Its JSON and the packs beside it.
    pub(super) fn write(self) -> (String, Vec<Vec<u8>>) {
        let mut packs = Vec::new();
        let mut forms = Vec::new();
        for form in self.forms {
            let runs: Vec<Value> = form.runs.iter().map(write_run).collect();
            forms.push(json!([form.file, form.pack.is_some(), form.sample, runs]));
            packs.extend(form.pack);
        }
        let faults = self.faults.iter().map(|fault| {
            json!([
                fault.file,
                fault.pointer,
                fault.line,
                fault.code,
                fault.is_error,
                fault.message,
                fault.hint
            ])
        });
        let faults: Vec<Value> = faults.collect();
        (json!({"forms": forms, "faults": faults, "unused": self.unused}).to_string(), packs)
    }

    /// What was found, out of its JSON and the packs beside it.
    pub(super) fn read(head: &str, packs: Vec<Vec<u8>>) -> Option<Self> {
        let head: Value = serde_json::from_str(head).ok()?;
        let mut packs = packs.into_iter();
        let mut checked = Self { unused: texts(head.get("unused")?)?, ..Self::default() };
        for form in head.get("forms")?.as_array()? {
            let runs: Option<Vec<ExampleRun>> = form.get(3)?.as_array()?.iter().map(read_run).collect();
            checked.forms.push(CheckedForm {
                file: text(form, 0)?,
                pack: if form.get(1)?.as_bool()? { Some(packs.next()?) } else { None },
                sample: text(form, 2),
                runs: runs?,
            });
        }
        for fault in head.get("faults")?.as_array()? {
            checked.faults.push(Fault {
                file: text(fault, 0)?,
                pointer: text(fault, 1)?,
                line: fault.get(2).and_then(Value::as_u64).and_then(|line| u32::try_from(line).ok()),
                code: text(fault, 3)?,
                is_error: fault.get(4)?.as_bool()?,
                message: text(fault, 5)?,
                hint: text(fault, 6)?,
            });
        }
        Some(checked)
    }
}

fn write_run(run: &ExampleRun) -> Value {
    match &run.outcome {
        RunOutcome::Passes => json!([run.file, "passes"]),
        RunOutcome::Refused(n) => json!([run.file, "refused", n]),
        RunOutcome::Differs { missing, extra } => json!([run.file, "differs", missing, extra]),
        RunOutcome::Unreadable(reason) => json!([run.file, "unreadable", reason]),
    }
}

fn read_run(run: &Value) -> Option<ExampleRun> {
    let outcome = match run.get(1)?.as_str()? {
        "passes" => RunOutcome::Passes,
        "refused" => RunOutcome::Refused(usize::try_from(run.get(2)?.as_u64()?).ok()?),
        "differs" => RunOutcome::Differs { missing: texts(run.get(2)?)?, extra: texts(run.get(3)?)? },
        _ => RunOutcome::Unreadable(text(run, 2)?),
    };
    Some(ExampleRun { file: text(run, 0)?, outcome })
}

fn text(list: &Value, idx: usize) -> Option<String> {
    list.get(idx)?.as_str().map(str::to_owned)
}

fn texts(list: &Value) -> Option<Vec<String>> {
    list.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_as_written() {
        let dropped = Dropped {
            files: vec![("a/form.json".into(), Rc::new(vec![1])), ("b.json".into(), Rc::new(Vec::new()))],
            today: Date::new(2026, 11, 23).unwrap(),
            locale: Locale::En,
        };
        let shelf = Shelf { author: "x".into(), regions: "y".into(), streets: "z".into() };
        let (read, on) = Dropped::read(&dropped.head(&shelf), vec![vec![1], Vec::new()]).unwrap();
        assert_eq!(
            (read.files, read.today, read.locale, on),
            (dropped.files, dropped.today, Locale::En, shelf)
        );
        assert!(Dropped::read("{}", Vec::new()).is_none());
    }

    #[test]
    fn what_was_found_is_read_as_written() {
        let run = |outcome| ExampleRun { file: "answers/full.json".into(), outcome };
        let form = CheckedForm {
            file: "form.json".into(),
            pack: Some(vec![1, 2]),
            sample: Some("answers/full.json".into()),
            runs: vec![
                run(RunOutcome::Passes),
                run(RunOutcome::Refused(2)),
                run(RunOutcome::Differs { missing: vec!["a required".into()], extra: Vec::new() }),
                run(RunOutcome::Unreadable("not JSON".into())),
            ],
        };
        let checked = Checked {
            forms: vec![CheckedForm::default(), form],
            faults: vec![Fault { line: Some(3), is_error: true, ..Fault::default() }, Fault::default()],
            unused: vec!["notes.json".into()],
        };
        let (head, packs) = checked.clone().write();
        assert_eq!(packs, [vec![1, 2]]);
        assert_eq!(Checked::read(&head, packs), Some(checked));
        assert_eq!(Checked::read(&head, Vec::new()), None);
        assert_eq!(Checked::read("[]", Vec::new()), None);
    }
}
