//! Drafts: what keeps them as they are typed, the page that lists them, and what is told about them over a form. A file of the
//! program of its own, with the store, fetched when something is first typed or was kept before (docs/adr/0020).
//!
//! **Invariant:** only the door leads here, and that of a helper's counter; where strangers share the device, nothing here opens the store
//! but for that counter.

mod channel;
pub(in crate::ui) mod list;
mod opening;
mod others;
mod own;
mod saving;
pub(in crate::ui) mod serving;
mod shelf;
mod told;
mod track;
mod when;

use std::{fmt, rc::Rc};

use yew::prelude::*;

use super::{
    Whose, World,
    fields::Asking,
    hooks::{Carried, files::Bytes, keep::NotWiped},
    later::Work,
    parts::SaveState,
};
use crate::{
    model::{Draft, Form, FormId, Kind, Locale, Value},
    validate::kinds::masked,
};

/// That file, as functions.
pub struct Drafts {
    /// The page that lists them.
    pub(super) page: fn(&World) -> Html,
    /// What is told over a form: which draft it is, what became of an older one, what to do where nothing is saved.
    pub(super) told: fn(&FormId, SaveState, Option<Rc<Carried>>, &Asking) -> Html,
    /// The draft of a form that this tab had open, or the one saved last, after what is older than so many days was forgotten.
    pub(super) load: fn(FormId, u32) -> Work<Option<Rc<Draft>>>,
    /// Takes note of a draft as it now stands.
    pub(super) note: fn(Typed, Watch),
    /// Keeps a draft in the place of the one of its form that is open, at once.
    pub(super) put: fn(Typed) -> Work<()>,
    /// Lets go of the draft of a form that is open, once it is in the store: the next one is a draft of its own.
    pub(super) part: fn(FormId) -> Work<()>,
    /// When what is somebody's own was saved, in words; nothing where there is none. Else why nothing can be kept.
    pub(super) saved: fn(Whose, Locale) -> Work<Saved>,
    /// Deletes what is somebody's own.
    pub(super) delete: fn(Whose) -> Work<Result<(), Why>>,
    /// Keeps a file beside the drafts; whether it will be there after a reload.
    pub(super) keep_file: fn(String, Bytes) -> Work<bool>,
    /// A file that was kept.
    pub(super) file: fn(String) -> Work<Option<Bytes>>,
    /// Forgets every draft and file, here and in other tabs.
    pub(super) wipe: fn() -> Work<Result<(), NotWiped>>,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static DRAFTS: Drafts = Drafts {
    page: list::page,
    told: told::told,
    load: opening::load,
    note: saving::note,
    put: saving::put,
    part: saving::part,
    saved: own::saved,
    delete: own::delete,
    keep_file: shelf::keep_file,
    file: shelf::file,
    wipe: others::wipe,
};

/// Why something is not kept, in each language.
pub(super) type Why = [&'static str; 2];

/// When it was saved, in words.
type Saved = Result<Option<String>, Why>;

/// A draft as it stands, with what a list shows of it.
#[derive(Clone)]
pub(super) struct Typed {
    /// The draft.
    pub(super) draft: Rc<Draft>,
    /// Its form.
    pub(super) form: Rc<Form>,
    /// Questions answered, and asked.
    pub(super) progress: (usize, usize),
}

impl Typed {
    /// The applicant's name, all but its beginning hidden; empty where none was entered.
    pub(super) fn who(&self) -> String {
        let raw = self.form.applicant_name().map_or("", |path| self.draft.answers.raw(path));
        match raw.trim() {
            "" => String::new(),
            name => masked(&Kind::Name, &Value::Text(name.to_owned())).unwrap_or_default(),
        }
    }
}

/// Who wants to know.
#[derive(Clone)]
pub(super) struct Watch {
    /// Is told how saving goes.
    pub(super) say: Rc<dyn Fn(SaveState)>,
    /// Takes over what another tab saved, where the draft is still the second.
    pub(super) take: Rc<dyn Fn(Rc<Draft>, Rc<Draft>)>,
}

/// No answer ever reaches a log.
impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Typed")
    }
}
