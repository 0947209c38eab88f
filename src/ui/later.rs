//! What comes after the first question: a second program file, fetched when it is first needed.
//!
//! The page's program is split in two by `wasm_split` (ADR 11). Whatever is reached only through [`Later`] lies in the second
//! file: the pages after the questions, the worker's handle, the words of faults.
//!
//! **Invariant:** nothing of the first file calls into the second but through [`Later`], and that is had only once the
//! file is there. `tools/split.mjs` makes the two files, and its sizes show what a stray call has brought back.

#![allow(
    unsafe_code,
    reason = "the gate is an import and an export that the splitting tool joins; the macro writes both"
)]

use std::{future::Future, pin::Pin, rc::Rc};

use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use super::{
    PaperKind, Same, Whose, World, apart,
    door::{self, File},
    fields::{self, Asking},
    hooks::{
        Filling, Order,
        carried::{self, Carried, Start},
        catalogue::Catalogue,
        press,
    },
    pages::{self, Opened},
};
use crate::{
    catalog,
    diag::Diagnostic,
    model::{Date, Draft, Form, FormId, Locale, Path, Tables},
    session::{self, Action, FieldView, FormView, PageView, Session},
    text,
    validate::{Issue, kinds::citizen_id},
    worker,
};

/// Work that ends some time.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// Begins a session.
type Begin = fn(&Rc<Form>, Option<&Draft>, Date, &Start) -> (Session, Option<Carried>);

/// Characters that no font has, and the answers they stand in.
type Missing = Vec<(Path, char)>;

/// The second file, as functions.
pub struct Later {
    /// Opens a form, with a draft where there is one: [`carried::begin`].
    pub(crate) begin: Begin,
    /// What an action makes of a session.
    pub(crate) apply: fn(&Session, &Action) -> Session,
    /// A session with other tables.
    pub(crate) with_tables: fn(&Session, Rc<Tables>) -> Session,
    /// What is seen of a session.
    pub(crate) view: fn(&Session, Option<&FormView>, Locale) -> FormView,
    /// Reads the district's streets.
    pub(crate) streets: fn(&[u8]) -> Tables,
    /// Reads the codes of all counties.
    pub(crate) regions: fn(&[u8]) -> Tables,
    /// An issue in words.
    pub(crate) say: fn(&Issue, &str, Locale) -> String,
    /// A sensitive answer, covered.
    pub(crate) veiled: fn(&FieldView, &Asking, Callback<MouseEvent>) -> Html,
    /// Waits for the check of one benefit.
    pub(crate) benefit: fn(Opened, Filling) -> Html,
    /// Waits for "What am I entitled to?".
    pub(crate) entitled: fn(&World) -> Html,
    /// Waits for the page that hands a draft over.
    pub(crate) carry: fn(Opened) -> Html,
    /// Waits for the page that takes one in.
    pub(crate) resumed: fn(&World) -> Html,
    /// A pack with faults.
    pub(crate) broken: fn(Locale, &str, &[Diagnostic]) -> Html,
    /// "Check answers".
    pub(crate) check: fn(&FormId, &FormView, &UseReducerDispatcher<Filling>, &Asking) -> Html,
    /// Every part in every state.
    pub(crate) gallery: fn(&World) -> Html,
    /// The papers.
    pub(crate) papers: fn(Opened, PaperKind, Same<Option<Draft>>, bool) -> Html,
    /// The notice about personal data.
    pub(crate) privacy: fn(&World) -> Html,
    /// Waits for the list of drafts.
    pub(crate) drafts: fn(&World) -> Html,
    /// Waits for the helper's counter.
    pub(crate) counter: fn(&World) -> Html,
    /// Waits for what a firm or a person keeps of its own.
    pub(crate) own: fn(Whose) -> Html,
    /// Waits for what of it is offered to the questions of a page.
    pub(crate) offer: fn(&Same<Form>, &Rc<PageView>) -> Html,
    /// Waits for what of it the home page tells.
    pub(crate) own_tile: fn() -> Html,
    /// Starts the worker.
    pub(crate) warm: fn(&Catalogue, &Order),
    /// Makes a paper of any pack.
    pub(crate) make: fn(&Catalogue, worker::Order) -> Work<Result<worker::Made, worker::WorkerError>>,
    /// Waits for the author's page.
    pub(crate) author: fn(&World) -> Html,
    /// The characters that no font has.
    pub(crate) unprintable: fn(&Catalogue, &Order) -> Work<Missing>,
    /// Whether an identity number, of 15 or 18 characters, is one.
    pub(crate) is_citizen: fn(&str, Date) -> bool,
    /// Ends the worker.
    pub(crate) end: fn(),
}

/// The one table of the second file. Only the gate in `bin/app.rs` names it, so that it lies there as well.
pub static LATER: Later = Later {
    begin: carried::begin,
    apply: Session::apply,
    with_tables: Session::with_tables,
    view: session::view,
    streets: |bytes| Tables { streets: catalog::streets(bytes), ..Tables::default() },
    regions: |bytes| Tables { regions: catalog::regions(bytes), ..Tables::default() },
    say: text::say,
    veiled: fields::veiled,
    benefit: apart::benefit,
    entitled: apart::entitled,
    carry: apart::carry,
    resumed: apart::resumed,
    broken: pages::broken,
    check: pages::check,
    gallery: pages::gallery,
    papers: pages::papers,
    privacy: pages::privacy,
    drafts: apart::drafts,
    counter: apart::counter,
    own: apart::own,
    offer: apart::offer,
    own_tile: apart::own_tile,
    warm: press::warm,
    make: press::made,
    author: apart::author,
    unprintable: press::unprintable,
    is_citizen: |number, today| citizen_id::read(number, &Tables::default(), today).value.is_some(),
    end: press::end,
};

/// The second file did not come. It is asked for again when it is next needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotHere;

impl From<SplitLoaderError> for NotHere {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// The second file, where it is here.
pub(crate) fn here() -> Option<&'static Later> {
    door::here()
}

/// The second file, fetched where it is not here.
pub(crate) async fn later() -> Result<&'static Later, NotHere> {
    door::fetch(File::Later).await?;
    here().ok_or(NotHere)
}
