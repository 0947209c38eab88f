//! The press's side: fetches what a paper needs, makes it, and answers.
//!
//! **Invariant:** everything comes from the page's own origin, and is kept for the next job. No batch, intake or media is
//! linked here.

use std::{
    cell::RefCell,
    future::{Future, poll_fn},
    pin::Pin,
    rc::Rc,
    task::Poll,
};

use super::{
    Made, Note, WorkerError,
    job::{Job, Reply, Task, write_reply},
    scope::{self, fetch},
};
use crate::{
    catalog,
    diag::Diagnostic,
    model::SortedMap,
    produce::{self, Format, Input, Loaded, PaperKind, ProduceError, Say, Want},
    validate::Issue,
};

/// What was fetched so far, for all jobs.
#[derive(Default)]
struct Kept {
    loaded: Loaded,
    /// Settings and shard table by address.
    files: SortedMap<String, Vec<u8>>,
}

/// Listens for jobs; `say` makes the sentence of an issue.
pub fn run(say: &'static Say<'static>) {
    let kept = Rc::new(RefCell::new(Kept::default()));
    scope::listen(move |head, bytes| {
        let kept = kept.clone();
        async move { write_reply(serve(&head, bytes, &kept, say).await) }
    });
}

async fn serve(head: &str, bytes: Vec<Vec<u8>>, kept: &RefCell<Kept>, say: &'static Say<'static>) -> Reply {
    let Some(Job { task, order, places }) = Job::read(head, bytes) else {
        return Err(WorkerError::Failed { code: String::from("job") });
    };
    let mut input = Input {
        pack: Rc::unwrap_or_clone(order.pack),
        entered: order.entered,
        want: Want { paper: order.paper, format: Format::Pdf },
        today: order.today,
        locale: order.locale,
        settings: file(kept, &places.settings).await?,
        shard_table: file(kept, &places.shard_table).await?,
        attachments: order.attachments.into_iter().collect(),
        helper: order.helper,
    };
    let mut made = Made::default();
    for format in order.formats {
        // A packet alone has data; of other papers there is nothing to export.
        if format == Format::Json && order.paper != PaperKind::Packet {
            continue;
        }
        input.want.format = format;
        loop {
            let needs = produce::plan(&input, &kept.borrow().loaded, say)
                .map_err(|error| failure(&error, &input, say))?;
            made.missing = needs.missing;
            if needs.tables.is_empty() && (needs.shards.is_empty() || task == Task::Plan) {
                break;
            }
            for name in needs.tables {
                let url =
                    places.tables.get(&name).ok_or_else(|| WorkerError::Missing { file: name.clone() })?;
                let bytes = fetch(url).await?;
                kept.borrow_mut().loaded.tables.insert(name, bytes);
            }
            if task != Task::Plan {
                shards(kept, &places.shards, needs.shards).await?;
            }
        }
        if task == Task::Plan {
            continue;
        }
        let produced =
            produce::run(&input, &kept.borrow().loaded, say).map_err(|error| failure(&error, &input, say))?;
        made.not_attached = produced.not_attached;
        made.digest = produced.digest;
        made.reference = produced.reference;
        if task == Task::Make {
            made.files.push((format, produced.files));
        }
    }
    Ok(made)
}

/// Fetches shards side by side.
async fn shards(kept: &RefCell<Kept>, folder: &str, names: Vec<String>) -> Result<(), WorkerError> {
    let one = |name: String| async move {
        let bytes = fetch(&format!("{folder}{name}")).await?;
        Ok((name, bytes))
    };
    for shard in all(names.into_iter().map(one)).await {
        let (name, bytes) = shard?;
        kept.borrow_mut().loaded.shards.insert(name, bytes);
    }
    Ok(())
}

/// What several futures come to, all begun at once.
async fn all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut waiting: Vec<Pin<Box<F>>> = futures.map(Box::pin).collect();
    let mut done: Vec<Option<F::Output>> = waiting.iter().map(|_| None).collect();
    poll_fn(move |ctx| {
        let mut is_waiting = false;
        for (future, slot) in waiting.iter_mut().zip(&mut done) {
            if slot.is_none() {
                match future.as_mut().poll(ctx) {
                    Poll::Ready(output) => *slot = Some(output),
                    Poll::Pending => is_waiting = true,
                }
            }
        }
        if is_waiting {
            Poll::Pending
        } else {
            Poll::Ready(done.iter_mut().filter_map(Option::take).collect())
        }
    })
    .await
}

/// A file that every paper needs, from the last time or fetched.
async fn file(kept: &RefCell<Kept>, url: &str) -> Result<Vec<u8>, WorkerError> {
    if let Some(bytes) = kept.borrow().files.get(url) {
        return Ok(bytes.clone());
    }
    let bytes = fetch(url).await?;
    kept.borrow_mut().files.insert(url.to_owned(), bytes.clone());
    Ok(bytes)
}

/// A failure as it crosses the border. Sentences are for people; an author has the command line.
fn failure(error: &ProduceError, input: &Input, say: &Say<'_>) -> WorkerError {
    let code = |code: &str| WorkerError::Failed { code: code.to_owned() };
    match error {
        ProduceError::Refused(issues) => {
            let form = catalog::open(&input.pack).0;
            let label = |issue: &Issue| {
                let field = form.as_ref().and_then(|form| form.field(&issue.field));
                field.map_or("", |field| field.label.get(input.locale))
            };
            let note = |issue: &Issue| of_issue(issue, say(issue, label(issue), input.locale));
            WorkerError::Refused(issues.iter().map(note).collect())
        }
        ProduceError::Form(faults) => WorkerError::Refused(faults.iter().map(of_fault).collect()),
        ProduceError::Record(_) => code("record"),
        ProduceError::NoAnswers => code("no_answers"),
        ProduceError::NotYet(_) => code("not_yet"),
        ProduceError::NotLoaded(_) => code("not_loaded"),
        ProduceError::Font(_) => code("font"),
        ProduceError::Render(_) => code("render"),
    }
}

fn of_issue(issue: &Issue, sentence: String) -> Note {
    Note {
        place: issue.field.to_string(),
        code: issue.kind.code().to_owned(),
        severity: issue.severity.as_str().to_owned(),
        sentence,
    }
}

fn of_fault(fault: &Diagnostic) -> Note {
    Note {
        place: format!("{}#{}", fault.place.file, fault.place.pointer),
        code: fault.code.id().to_owned(),
        severity: fault.severity.as_str().to_owned(),
        sentence: String::new(),
    }
}
