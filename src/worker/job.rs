//! What is asked of the press and what it gives back, with the JSON in which they cross the border.
//!
//! **Invariant:** bytes travel beside the JSON, never in it.

use std::{fmt, rc::Rc};

use serde_json::{Map, Value, json};

use super::{Note, WorkerError};
use crate::{
    model::{Date, Locale, Path, SortedMap},
    produce::{Format, PaperKind},
};

/// What is to be made.
#[derive(Clone)]
pub struct Order {
    /// The form's pack.
    pub pack: Rc<Vec<u8>>,
    /// The answers: a draft, an exported file or bare answers; a blank needs none.
    pub entered: Option<Vec<u8>>,
    /// The files that the answers name, by SHA-256.
    pub attachments: Vec<(String, Rc<Vec<u8>>)>,
    /// Which paper.
    pub paper: PaperKind,
    /// In which formats, each made in this order.
    pub formats: Vec<Format>,
    /// The day that the paper bears.
    pub today: Date,
    /// The language of covers and notices.
    pub locale: Locale,
    /// Who filled it in together with the applicant; stands on a cover.
    pub helper: Option<String>,
}

/// Where the worker finds what papers need; addresses as the page has them, made absolute by the handle.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// The settings.
    pub settings: String,
    /// The table of font shards.
    pub shard_table: String,
    /// The folder of the shards, with a slash at its end.
    pub shards: String,
    /// Tables by name: `regions`, `streets`.
    pub tables: SortedMap<String, String>,
}

/// What was made.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// By format: one file, or one SVG a page.
    pub files: Vec<(Format, Vec<Vec<u8>>)>,
    /// Characters that no font has, each a box to write in by hand; the empty path is the form itself.
    pub missing: Vec<(Path, char)>,
    /// Questions whose file is not there or can not be read.
    pub not_attached: Vec<Path>,
    /// A packet's digest.
    pub digest: Option<String>,
    /// A packet's reference number.
    pub reference: Option<String>,
}

impl Made {
    /// The files of a format.
    #[must_use]
    pub fn of(&self, format: Format) -> &[Vec<u8>] {
        self.files.iter().find(|(of, _)| *of == format).map_or(&[], |(_, files)| files)
    }
}

/// No answer ever reaches a log: this prints what is wanted.
impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Order({}, {:?})", self.paper.as_str(), self.formats)
    }
}

/// As [`Order`]'s: this prints counts.
impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts: Vec<_> =
            self.files.iter().map(|(format, files)| (format.as_str(), files.len())).collect();
        write!(f, "Made({counts:?}, {} without a glyph)", self.missing.len())
    }
}

/// What the worker does with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    /// Makes it.
    Make,
    /// Says which characters have no glyph.
    Plan,
    /// Makes it and throws it away: the next one is fast.
    Warm,
}

const TASKS: [(&str, Task); 3] = [("make", Task::Make), ("plan", Task::Plan), ("warm", Task::Warm)];
const PAPERS: [PaperKind; 4] = [PaperKind::Blank, PaperKind::Draft, PaperKind::Packet, PaperKind::Sample];
const FORMATS: [Format; 5] = [Format::Pdf, Format::Svg, Format::Docx, Format::Zip, Format::Json];

/// A job as it crosses the border.
#[derive(Clone)]
pub(super) struct Job {
    pub(super) task: Task,
    pub(super) order: Order,
    pub(super) places: Places,
}

impl Job {
    /// Its JSON; pack, answers and attachments go beside it, in this order.
    pub(super) fn head(&self) -> String {
        let Self { task, order, places } = self;
        let task = TASKS.iter().find(|(_, other)| other == task).map_or("", |(name, _)| name);
        json!({
            "task": task,
            "paper": order.paper.as_str(),
            "formats": order.formats.iter().map(|format| format.as_str()).collect::<Vec<_>>(),
            "today": order.today.to_string(),
            "english": order.locale == Locale::En,
            "helper": order.helper,
            "entered": order.entered.is_some(),
            "attachments": order.attachments.iter().map(|(sha256, _)| sha256.as_str()).collect::<Vec<_>>(),
            "settings": places.settings,
            "shardTable": places.shard_table,
            "shards": places.shards,
            "tables": places.tables.iter().map(|(name, url)| (name.clone(), Value::from(url.as_str()))).collect::<Map<_, _>>(),
        })
        .to_string()
    }

    /// A job out of its JSON and the bytes beside it.
    pub(super) fn read(head: &str, bytes: Vec<Vec<u8>>) -> Option<Self> {
        let head: Value = serde_json::from_str(head).ok()?;
        let text = |key: &str| head.get(key).and_then(Value::as_str);
        let owned = |key: &str| text(key).map(str::to_owned);
        let formats = head.get("formats")?.as_array()?.iter().filter_map(Value::as_str);
        let formats = formats.filter_map(|name| FORMATS.into_iter().find(|format| format.as_str() == name));
        let tables = head.get("tables")?.as_object()?.iter();
        let tables = tables.filter_map(|(name, url)| Some((name.clone(), url.as_str()?.to_owned())));
        let mut bytes = bytes.into_iter();
        let pack = Rc::new(bytes.next()?);
        let entered = if head.get("entered")?.as_bool()? { Some(bytes.next()?) } else { None };
        let digests = head.get("attachments")?.as_array()?.iter().filter_map(Value::as_str);
        let attachments = digests.map(str::to_owned).zip(bytes.map(Rc::new)).collect();
        let name = text("task")?;
        Some(Self {
            task: TASKS.iter().find(|(other, _)| *other == name).map(|(_, task)| *task)?,
            order: Order {
                pack,
                entered,
                attachments,
                paper: PAPERS.into_iter().find(|paper| Some(paper.as_str()) == text("paper"))?,
                formats: formats.collect(),
                today: Date::parse_iso(text("today")?)?,
                locale: if head.get("english")?.as_bool()? { Locale::En } else { Locale::Zh },
                helper: owned("helper"),
            },
            places: Places {
                settings: owned("settings")?,
                shard_table: owned("shardTable")?,
                shards: owned("shards")?,
                tables: tables.collect(),
            },
        })
    }
}

/// A reply as it crosses the border.
pub(super) type Reply = Result<Made, WorkerError>;

/// A reply's JSON and the bytes beside it.
pub(super) fn write_reply(reply: Reply) -> (String, Vec<Vec<u8>>) {
    match reply {
        Ok(made) => {
            let counts = made.files.iter().map(|(format, files)| json!([format.as_str(), files.len()]));
            let missing = made.missing.iter().map(|(path, c)| json!([path.as_str(), c.to_string()]));
            let head = json!({
                "files": counts.collect::<Value>(),
                "missing": missing.collect::<Value>(),
                "notAttached": made.not_attached.iter().map(Path::as_str).collect::<Vec<_>>(),
                "digest": made.digest,
                "reference": made.reference,
            });
            (head.to_string(), made.files.into_iter().flat_map(|(_, files)| files).collect())
        }
        Err(error) => (write_error(&error), Vec::new()),
    }
}

/// A reply out of its JSON and the bytes beside it.
pub(super) fn read_reply(head: &str, bytes: Vec<Vec<u8>>) -> Reply {
    let broken = || WorkerError::Failed { code: String::from("reply") };
    let head: Value = serde_json::from_str(head).map_err(|_| broken())?;
    let head = head.as_object().ok_or_else(broken)?;
    if let Some(error) = error_of(head) {
        return Err(error);
    }
    read_made(head, bytes).ok_or_else(broken)
}

fn read_made(head: &Map<String, Value>, bytes: Vec<Vec<u8>>) -> Option<Made> {
    let mut made = Made::default();
    let mut bytes = bytes.into_iter();
    for pair in head.get("files")?.as_array()? {
        let name = pair.get(0)?.as_str()?;
        let format = FORMATS.into_iter().find(|format| format.as_str() == name)?;
        let n_files = usize::try_from(pair.get(1)?.as_u64()?).ok()?;
        made.files.push((format, bytes.by_ref().take(n_files).collect()));
    }
    for pair in head.get("missing")?.as_array()? {
        let path = Path::new(pair.get(0)?.as_str()?);
        made.missing.push((path, pair.get(1)?.as_str()?.chars().next()?));
    }
    let lost = head.get("notAttached")?.as_array()?.iter().filter_map(Value::as_str);
    made.not_attached = lost.map(Path::new).collect();
    let text = |key: &str| head.get(key).and_then(Value::as_str).map(str::to_owned);
    made.digest = text("digest");
    made.reference = text("reference");
    Some(made)
}

/// The JSON of a failure.
pub(super) fn write_error(error: &WorkerError) -> String {
    let json = match error {
        WorkerError::Unavailable => json!({"error": "unavailable"}),
        WorkerError::Broken => json!({"error": "broken"}),
        WorkerError::Late => json!({"error": "late"}),
        WorkerError::Ended => json!({"error": "ended"}),
        WorkerError::Missing { file } => json!({"error": "missing", "file": file}),
        WorkerError::Failed { code } => json!({"error": "failed", "code": code}),
        WorkerError::Refused(notes) => {
            let notes = notes.iter().map(|note| json!([note.place, note.code, note.severity, note.sentence]));
            json!({"error": "refused", "notes": notes.collect::<Value>()})
        }
    };
    json.to_string()
}

/// The failure that a reply's JSON tells of, where it does.
pub(super) fn read_error(head: &str) -> Option<WorkerError> {
    error_of(serde_json::from_str::<Value>(head).ok()?.as_object()?)
}

fn error_of(head: &Map<String, Value>) -> Option<WorkerError> {
    let text = |key: &str| head.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let code = head.get("error")?.as_str()?;
    Some(match code {
        "unavailable" => WorkerError::Unavailable,
        "broken" => WorkerError::Broken,
        "late" => WorkerError::Late,
        "ended" => WorkerError::Ended,
        "missing" => WorkerError::Missing { file: text("file") },
        "refused" => {
            WorkerError::Refused(head.get("notes")?.as_array()?.iter().filter_map(read_note).collect())
        }
        _ => WorkerError::Failed { code: text("code") },
    })
}

fn read_note(note: &Value) -> Option<Note> {
    let text = |idx: usize| note.get(idx).and_then(Value::as_str).map(str::to_owned);
    Some(Note { place: text(0)?, code: text(1)?, severity: text(2)?, sentence: text(3)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(reply: Reply) {
        let (head, bytes) = write_reply(reply.clone());
        assert_eq!(read_reply(&head, bytes), reply);
    }

    #[test]
    fn a_reply_is_read_as_written() {
        check(Ok(Made::default()));
        check(Ok(Made {
            files: vec![(Format::Svg, vec![vec![1], vec![2]]), (Format::Pdf, vec![vec![3]])],
            missing: vec![(Path::new("applicant.name"), '𬭎')],
            not_attached: vec![Path::new("photo")],
            digest: Some(String::from("e3b0c44298fc")),
            reference: None,
        }));
        let note = |place: &str| Note {
            place: place.to_owned(),
            code: String::from("required"),
            severity: String::from("error"),
            sentence: String::from("请填写"),
        };
        let errors = [
            WorkerError::Unavailable,
            WorkerError::Broken,
            WorkerError::Late,
            WorkerError::Ended,
            WorkerError::Missing { file: String::from("data/fonts/001.ttf") },
            WorkerError::Failed { code: String::from("font") },
            WorkerError::Refused(vec![note("a"), note("b")]),
        ];
        for error in errors {
            assert_eq!(read_error(&write_error(&error)), Some(error.clone()));
            check(Err(error));
        }
        assert_eq!(read_error("{}"), None);
    }

    #[test]
    fn what_is_no_reply_is_a_failure() {
        for head in ["", "[]", "{}", r#"{"files": 1}"#] {
            assert!(matches!(read_reply(head, Vec::new()), Err(WorkerError::Failed { .. })), "{head}");
        }
    }

    #[test]
    fn a_job_is_read_as_written() {
        let order = Order {
            pack: Rc::new(vec![1]),
            entered: Some(vec![2]),
            attachments: vec![(String::from("ab"), Rc::new(vec![3]))],
            paper: PaperKind::Draft,
            formats: vec![Format::Svg, Format::Pdf],
            today: Date::new(2026, 11, 23).unwrap(),
            locale: Locale::En,
            helper: Some(String::from("王\"敏")),
        };
        let places = Places {
            settings: String::from("s"),
            shard_table: String::from("t"),
            shards: String::from("f/"),
            tables: SortedMap::from([(String::from("regions"), String::from("r"))]),
        };
        let job = Job { task: Task::Plan, order: order.clone(), places: places.clone() };
        let read = Job::read(&job.head(), vec![vec![1], vec![2], vec![3]]).unwrap();
        assert_eq!((read.task, read.places), (Task::Plan, places));
        assert_eq!((read.order.pack, read.order.entered), (order.pack, order.entered));
        assert_eq!(read.order.attachments, order.attachments);
        assert_eq!((read.order.paper, read.order.formats), (order.paper, order.formats));
        assert_eq!((read.order.today, read.order.locale), (order.today, order.locale));
        assert_eq!(read.order.helper, order.helper);
        let bare = Order { entered: None, attachments: Vec::new(), helper: None, ..job.order.clone() };
        let bare = Job { order: bare, ..job };
        let read = Job::read(&bare.head(), vec![vec![1]]).unwrap().order;
        assert_eq!((read.entered, read.helper), (None, None));
        assert!(Job::read("{}", vec![vec![1]]).is_none());
    }
}
