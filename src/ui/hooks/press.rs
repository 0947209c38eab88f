//! Papers, made by the worker: one handle for the page's life, started when it is first needed.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;

use super::{
    catalogue::{Catalogue, Listed},
    fetch, files, keep,
    order::Order,
};
use crate::{
    model::{FormId, Path},
    record,
    ui::{PaperKind, later::Work},
    worker::{self, Format, Made, Press, WorkerError},
};

thread_local! {
    static HANDLE: RefCell<Option<Press>> = const { RefCell::new(None) };
}

/// Starts the worker with a blank paper that is thrown away, so that it is warm when it is needed.
pub(crate) fn warm(catalogue: &Catalogue, order: &Order) {
    let (handle, job) = (handle(catalogue), job(order, None));
    spawn_local(async move {
        if let Some(handle) = handle {
            // A worker that does not start says so when a paper is wanted.
            let _ = handle.warm(job).await;
        }
    });
}

/// Makes a paper.
pub(crate) async fn make(catalogue: &Catalogue, order: Order) -> Result<Made, WorkerError> {
    let entered = match order.kind {
        PaperKind::Blank => None,
        PaperKind::Own => order.draft.as_ref().map(record::write_draft),
        PaperKind::Sample => Some(sample(catalogue, &order.form).await?),
    };
    let attachments = match (&order.draft, order.kind) {
        (Some(draft), PaperKind::Own) => files::beside(draft).await,
        (_, _) => Vec::new(),
    };
    let handle = handle(catalogue).ok_or(WorkerError::Unavailable)?;
    handle.make(worker::Order { attachments, ..job(&order, entered) }).await
}

/// Makes what an author's page shows: a paper of a pack that is no resident's.
pub(crate) fn made(catalogue: &Catalogue, order: worker::Order) -> Work<Result<Made, WorkerError>> {
    let handle = handle(catalogue);
    Box::pin(async move { handle.ok_or(WorkerError::Unavailable)?.make(order).await })
}

/// The characters of a person's own paper that no font has, with the answers they stand in; none where nothing can be told.
pub(crate) fn unprintable(catalogue: &Catalogue, order: &Order) -> Work<Vec<(Path, char)>> {
    let job = job(order, order.draft.as_ref().map(record::write_draft));
    let handle = handle(catalogue);
    Box::pin(async move {
        match handle {
            Some(handle) => handle.plan(job).await.unwrap_or_default(),
            None => Vec::new(),
        }
    })
}

/// Ends the worker with all it holds.
pub(crate) fn end() {
    if let Some(handle) = HANDLE.take() {
        handle.end();
    }
}

/// The made-up answers of a form.
async fn sample(catalogue: &Catalogue, form: &FormId) -> Result<Vec<u8>, WorkerError> {
    let missing = |file: String| WorkerError::Missing { file };
    let found = catalogue.look_up(form).await.map_err(|_| missing(form.to_string()))?;
    let Listed::Form { sample: Some(url), .. } = found else { return Err(missing(form.to_string())) };
    fetch::bytes(&url).await.map_err(|_| missing(url))
}

fn job(order: &Order, entered: Option<Vec<u8>>) -> worker::Order {
    let (paper, has_data) = match (order.kind, order.is_complete) {
        (PaperKind::Blank, _) => (worker::PaperKind::Blank, false),
        (PaperKind::Sample, _) => (worker::PaperKind::Sample, false),
        (PaperKind::Own, true) => (worker::PaperKind::Packet, true),
        (PaperKind::Own, false) => (worker::PaperKind::Draft, false),
    };
    let mut formats = vec![Format::Svg, Format::Pdf];
    if has_data {
        formats.push(Format::Json);
    }
    worker::Order {
        pack: order.pack.clone(),
        entered,
        attachments: Vec::new(),
        paper,
        formats,
        today: order.today,
        locale: order.locale,
        helper: match order.kind {
            PaperKind::Own => keep::helper(),
            PaperKind::Blank | PaperKind::Sample => None,
        },
    }
}

fn handle(catalogue: &Catalogue) -> Option<Press> {
    HANDLE.with_borrow_mut(|slot| {
        if slot.is_none() {
            *slot = Press::of_page(&catalogue.places);
        }
        slot.clone()
    })
}
