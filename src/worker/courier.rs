//! The page's hold on the courier, which closes and opens carried files; and the courier's own side.
//!
//! **Invariant:** the courier keeps nothing: neither a draft nor a passphrase outlives its job.

use std::rc::Rc;

use serde_json::{Value, json};

use super::WorkerError;
use crate::{
    carry::{self, CarryFault},
    record::{self, Carried, CarriedFile},
};

/// What the page carries: a draft as the page has it, and its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// The draft, as `record::write_draft` has it.
    pub draft: Vec<u8>,
    /// When it was or is handed over.
    pub at: String,
    /// The files, each with its digest.
    pub files: Vec<(String, Rc<Vec<u8>>)>,
}

/// Why a file was not made or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CourierError {
    /// The worker failed.
    Worker(WorkerError),
    /// The file, or the passphrase.
    File(CarryFault),
}

impl From<WorkerError> for CourierError {
    fn from(error: WorkerError) -> Self {
        Self::Worker(error)
    }
}

/// A job.
enum Job {
    Seal(Parcel),
    Open(Vec<u8>),
}

/// A job's JSON.
fn head(passphrase: &str, parcel: Option<&Parcel>) -> String {
    let names = |parcel: &Parcel| {
        parcel.files.iter().map(|(sha256, _)| Value::from(sha256.as_str())).collect::<Value>()
    };
    json!({
        "passphrase": passphrase,
        "at": parcel.map(|parcel| parcel.at.as_str()),
        "files": parcel.map(names),
    })
    .to_string()
}

/// A job out of its JSON and the bytes beside it, with its passphrase.
fn read(head: &str, mut bytes: Vec<Vec<u8>>) -> Option<(String, Job)> {
    let head: Value = serde_json::from_str(head).ok()?;
    let passphrase = head.get("passphrase")?.as_str()?.to_owned();
    let job = match head.get("at")?.as_str() {
        Some(_) => Job::Seal(parcel(&head, bytes)?),
        None => Job::Open(bytes.pop()?),
    };
    Some((passphrase, job))
}

/// A parcel out of JSON and the bytes beside it: the draft first, then the files.
fn parcel(head: &Value, bytes: Vec<Vec<u8>>) -> Option<Parcel> {
    let mut bytes = bytes.into_iter();
    let draft = bytes.next()?;
    let names = head.get("files")?.as_array()?.iter().filter_map(Value::as_str).map(str::to_owned);
    Some(Parcel {
        draft,
        at: head.get("at")?.as_str()?.to_owned(),
        files: names.zip(bytes.map(Rc::new)).collect(),
    })
}

/// Does a job; the reply as JSON and the bytes beside it.
fn serve(head: &str, bytes: Vec<Vec<u8>>) -> (String, Vec<Vec<u8>>) {
    let done = match read(head, bytes) {
        Some((passphrase, Job::Seal(parcel))) => seal(parcel, &passphrase),
        Some((passphrase, Job::Open(file))) => carry::open(&file, &passphrase).map(opened),
        None => Err(CarryFault::Unmade),
    };
    done.unwrap_or_else(|fault| (json!({"fault": fault.code()}).to_string(), Vec::new()))
}

fn seal(parcel: Parcel, passphrase: &str) -> Result<(String, Vec<Vec<u8>>), CarryFault> {
    let draft = record::read_draft(&parcel.draft)?;
    let unshared = |bytes: Rc<Vec<u8>>| Rc::try_unwrap(bytes).unwrap_or_else(|bytes| (*bytes).clone());
    let files =
        parcel.files.into_iter().map(|(sha256, bytes)| CarriedFile { sha256, bytes: unshared(bytes) });
    let carried = Carried { draft, at: parcel.at, files: files.collect() };
    Ok(("{}".to_owned(), vec![carry::seal(&carried, passphrase)?]))
}

fn opened(carried: Carried) -> (String, Vec<Vec<u8>>) {
    let names: Vec<&str> = carried.files.iter().map(|file| file.sha256.as_str()).collect();
    let head = json!({"at": carried.at, "files": names}).to_string();
    let draft = record::write_draft(&carried.draft);
    (head, [draft].into_iter().chain(carried.files.into_iter().map(|file| file.bytes)).collect())
}

/// What a reply says: its JSON, or the fault.
fn reply(head: &str) -> Result<Value, CourierError> {
    let unread = || WorkerError::Failed { code: String::from("reply") };
    let head: Value = serde_json::from_str(head).map_err(|_| unread())?;
    match head.get("fault").and_then(Value::as_str) {
        Some(code) => Err(CarryFault::parse(code).map_or_else(|| unread().into(), CourierError::File)),
        None => Ok(head),
    }
}

#[cfg(feature = "web")]
pub use of_page::{Courier, carry};

/// The sides that a browser has.
#[cfg(feature = "web")]
mod of_page {
    use std::rc::Rc;

    use super::{CourierError, Parcel, WorkerError, head, parcel, reply};
    use crate::worker::{handle::Handle, scope};

    /// The page's hold on the courier. Clones are the same; the worker starts with the first job.
    #[derive(Clone, PartialEq)]
    pub struct Courier(Handle);

    impl Courier {
        /// The courier that the page names.
        #[must_use]
        pub fn of_page() -> Option<Self> {
            Handle::of_page("courier").map(Self)
        }

        /// Closes a draft and its files with a passphrase.
        pub async fn seal(&self, parcel: &Parcel, passphrase: &str) -> Result<Vec<u8>, CourierError> {
            let files = parcel.files.iter().map(|(_, bytes)| bytes.clone());
            let bytes = [Rc::new(parcel.draft.clone())].into_iter().chain(files).collect();
            let (said, mut bytes) = self.0.ask(head(passphrase, Some(parcel)), bytes).await?;
            reply(&said)?;
            bytes.pop().ok_or_else(lost)
        }

        /// Opens a file.
        pub async fn open(&self, file: Rc<Vec<u8>>, passphrase: &str) -> Result<Parcel, CourierError> {
            let (said, bytes) = self.0.ask(head(passphrase, None), vec![file]).await?;
            parcel(&reply(&said)?, bytes).ok_or_else(lost)
        }

        /// Ends the worker and every job, for good.
        pub fn end(&self) {
            self.0.end();
        }
    }

    fn lost() -> CourierError {
        WorkerError::Failed { code: String::from("reply") }.into()
    }

    /// Listens for jobs.
    pub fn carry() {
        scope::listen(|head, bytes| async move { super::serve(&head, bytes) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Draft, FormId};

    #[test]
    fn what_is_sent_comes_back() {
        let bytes = vec![1, 2, 3];
        let sent = Parcel {
            draft: record::write_draft(&Draft::new(FormId::new("T1"), 1)),
            at: "2026-11-26T08:30:00+08:00".to_owned(),
            files: vec![(crate::produce::digest(&bytes), Rc::new(bytes.clone()))],
        };
        let (said, mut made) =
            serve(&head("汉阳 长江 大桥 东湖", Some(&sent)), vec![sent.draft.clone(), bytes]);
        assert!(reply(&said).is_ok());
        let file = made.pop().unwrap();
        let (said, made) = serve(&head("汉阳 长江 大桥 东湖", None), vec![file.clone()]);
        assert_eq!(parcel(&reply(&said).unwrap(), made), Some(sent));
        let (said, made) = serve(&head("x", None), vec![file]);
        assert_eq!((reply(&said).unwrap_err(), made.len()), (CourierError::File(CarryFault::Passphrase), 0));
        assert_eq!(reply(&serve("{}", Vec::new()).0).unwrap_err(), CourierError::File(CarryFault::Unmade));
    }
}
