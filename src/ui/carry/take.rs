//! A file taken in: opened by the courier, brought to the form as it is here, and set beside the draft that is here.

use std::rc::Rc;

use super::form::{first_open, kept, looked_at, put};
use crate::{
    catalog,
    model::{Date, Draft, Form, FormId, Locale},
    record::{self, Difference},
    session::FormView,
    ui::{
        Route, Same, World,
        hooks::{
            catalogue::{Catalogue, Listed},
            clock, fetch,
            fetch::FetchError,
            files,
        },
        later::{self, Later},
    },
    worker::{Courier, CourierError, Parcel, WorkerError},
};

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refused {
    /// It was not opened.
    Courier(CourierError),
    /// Its form is not here.
    NoForm(FormId),
    /// Its form is of a later version than the one here.
    Older,
    /// The form did not come.
    Offline,
}

/// A file that was opened, and what there is here of the same form.
pub(super) struct Found {
    /// The form.
    pub form: Same<Form>,
    /// The day.
    pub today: Date,
    /// The file's draft, brought to the form.
    pub theirs: Draft,
    /// The version of the form that it was written with.
    pub version: u32,
    /// What of an older version has no place, as it was typed.
    pub left: Vec<String>,
    /// When it was handed over.
    pub at: String,
    /// The files beside it.
    pub files: Vec<(String, Rc<Vec<u8>>)>,
    /// The draft that is here.
    pub mine: Option<Draft>,
    /// In what they differ, where they began as one.
    pub differences: Option<Vec<Difference>>,
}

impl Found {
    /// A draft as it looks on "check answers".
    pub(super) fn view(&self, draft: &Draft, later: &Later, locale: Locale) -> FormView {
        looked_at(&self.form, draft, self.today, later, locale)
    }

    /// The other draft, fit to go on with here.
    pub(super) fn taken_in(&self) -> Draft {
        record::taken_in(self.theirs.clone())
    }

    /// One's own draft with some of the differences.
    pub(super) fn accepted(&self, accepted: &[Difference]) -> Option<Draft> {
        Some(record::accept(&self.form, self.mine.as_ref()?, &self.theirs, accepted))
    }

    /// Whether others ticked consents that are not taken over.
    pub(super) fn has_other_consents(&self) -> bool {
        let own = match &self.mine {
            Some(mine) if self.differences.is_some() => mine.answers.consents.clone(),
            Some(_) | None => self.taken_in().answers.consents,
        };
        self.theirs.answers.consents.iter().any(|consent| !own.contains(consent))
    }

    /// Makes a draft the one of this form, with the files it names, on the first page that needs something; where that is. A fresh one
    /// stands beside those that there are.
    pub(super) async fn put(&self, draft: Draft, is_fresh: bool) -> Route {
        let named = record::named_files(&draft);
        for (sha256, bytes) in self.files.iter().filter(|(sha256, _)| named.contains(sha256)) {
            // Whether it will be there after a reload, its question says.
            files::keep(sha256, bytes.clone()).await;
        }
        let id = self.form.id.clone();
        let view = later::here().map(|later| self.view(&draft, later, Locale::Zh));
        let view = view.unwrap_or_else(|| FormView::empty(Locale::Zh));
        let page = first_open(&view);
        put(&self.form, &Draft { page: page.clone(), ..draft }, &view, is_fresh).await;
        page.map_or(Route::Check(id.clone()), |page| Route::Fill(id, Some(page)))
    }
}

/// Opens a file and looks at what is here. A worker that broke off is started once more before the person hears of it.
pub(super) async fn take(
    courier: Option<&Courier>,
    file: Rc<Vec<u8>>,
    passphrase: &str,
    world: &World,
) -> Result<Found, Refused> {
    let gone = || Refused::Courier(CourierError::Worker(WorkerError::Unavailable));
    let courier = courier.ok_or_else(gone)?;
    let Parcel { draft, at, files } = match courier.open(file.clone(), passphrase).await {
        Err(CourierError::Worker(WorkerError::Broken)) => courier.open(file, passphrase).await,
        done => done,
    }
    .map_err(Refused::Courier)?;
    let draft =
        record::read_draft(&draft).map_err(|error| Refused::Courier(CourierError::File(error.into())))?;
    // What draws it.
    later::later().await.map_err(|_| Refused::Offline)?;
    let form = form(&world.catalogue, draft.form.clone()).await?;
    if draft.version > form.version {
        return Err(Refused::Older);
    }
    let version = draft.version;
    // An id that something else took the place of leads to that.
    let migrated = record::migrate(&form, Draft { form: form.id.clone(), ..draft });
    let answers = &migrated.draft.answers;
    let left = migrated.kept().iter().map(|path| answers.raw(path).to_owned()).collect();
    let theirs = record::settled(&form, migrated.draft);
    let mine = kept(&form, world.catalogue.settings.draft_days).await;
    let began_as_one = |mine: &&Draft| match (&mine.handover, &theirs.handover) {
        (Some(own), Some(other)) => own.id == other.id,
        (Some(_) | None, Some(_) | None) => false,
    };
    let differences = mine.as_ref().filter(began_as_one).map(|mine| record::compare(&form, mine, &theirs));
    let today = clock::today().ok_or_else(gone)?;
    Ok(Found { form, today, theirs, version, left, at, files, mine, differences })
}

async fn form(catalogue: &Catalogue, id: FormId) -> Result<Same<Form>, Refused> {
    let offline = |_: FetchError| Refused::Offline;
    let mut id = id;
    // A former id leads to one that exists.
    for _ in 0..2 {
        match catalogue.look_up(&id).await.map_err(offline)? {
            Listed::Form { pack, .. } => {
                let pack = fetch::bytes(&pack).await.map_err(offline)?;
                return catalog::open(&pack).0.map(Same::new).ok_or(Refused::NoForm(id));
            }
            Listed::Now(now) => id = now,
            Listed::Guide(_) | Listed::Nowhere => break,
        }
    }
    Err(Refused::NoForm(id))
}
