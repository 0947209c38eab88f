//! The store that the page uses: the browser's database where it works, memory where it does not.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use idb::Database;

use super::{
    Kept, StoreError,
    indexed_db::{self, DRAFTS, FILES},
    memory::{Memory, newest_first},
    vault::{self, Vault},
};
use crate::{
    model::{Draft, FormId},
    record,
};

/// Where drafts are kept. Clones are the same store.
#[derive(Debug, Clone)]
pub struct Store(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    place: Place,
    is_wiped: Cell<bool>,
}

#[derive(Debug)]
enum Place {
    Browser { database: Database, vault: Vault },
    Memory { drafts: RefCell<Memory>, why: StoreError },
}

impl Store {
    /// Opens the browser's database; where that fails, the store is in memory and says why.
    pub async fn open() -> Self {
        let place = match open().await {
            Ok((database, vault)) => Place::Browser { database, vault },
            Err(why) => Place::Memory { drafts: RefCell::default(), why },
        };
        Self(Rc::new(Inner { place, is_wiped: Cell::new(false) }))
    }

    /// A store in memory, where nothing may be kept.
    #[must_use]
    pub fn in_memory() -> Self {
        let place = Place::Memory { drafts: RefCell::default(), why: StoreError::Unwanted };
        Self(Rc::new(Inner { place, is_wiped: Cell::new(false) }))
    }

    /// Why drafts are gone when the page is closed; `None` where they are kept.
    #[must_use]
    pub fn why_in_memory(&self) -> Option<&StoreError> {
        match &self.0.place {
            Place::Browser { .. } => None,
            Place::Memory { why, .. } => Some(why),
        }
    }

    /// Keeps a draft in the place of an earlier one of the same form.
    pub async fn save(&self, draft: &Draft) -> Result<(), StoreError> {
        self.check_open()?;
        let saved_at = now();
        match &self.0.place {
            Place::Browser { database, vault } => {
                let envelope = vault.seal(&draft.form, saved_at, &record::write_draft(draft)).await?;
                // Sealing takes a moment, in which the person may have wiped.
                self.check_open()?;
                indexed_db::put(database, DRAFTS, draft.form.as_str(), &envelope).await
            }
            Place::Memory { drafts, .. } => {
                drafts.borrow_mut().save(draft, saved_at);
                Ok(())
            }
        }
    }

    /// The draft of a form.
    pub async fn load(&self, form: &FormId) -> Result<Option<Draft>, StoreError> {
        self.check_open()?;
        match &self.0.place {
            Place::Browser { database, vault } => {
                match indexed_db::envelope(database, DRAFTS, form.as_str()).await? {
                    Some(envelope) => Ok(Some(record::read_draft(&vault.open(form, &envelope).await?)?)),
                    None => Ok(None),
                }
            }
            Place::Memory { drafts, .. } => Ok(drafts.borrow().load(form)),
        }
    }

    /// Every draft, the newest first.
    pub async fn list(&self) -> Result<Vec<Kept>, StoreError> {
        self.check_open()?;
        match &self.0.place {
            Place::Browser { database, .. } => {
                let mut kept = Vec::new();
                for key in indexed_db::keys(database, DRAFTS).await? {
                    // An envelope that can not be read is listed as the oldest, so that it is seen and expires.
                    let envelope = indexed_db::envelope(database, DRAFTS, &key).await.ok().flatten();
                    let form = FormId::new(&key);
                    kept.push(Kept { form, saved_at: envelope.map_or(0, |envelope| envelope.saved_at) });
                }
                Ok(newest_first(kept))
            }
            Place::Memory { drafts, .. } => Ok(drafts.borrow().list()),
        }
    }

    /// Forgets the draft of a form.
    pub async fn delete(&self, form: &FormId) -> Result<(), StoreError> {
        self.check_open()?;
        match &self.0.place {
            Place::Browser { database, .. } => indexed_db::delete(database, DRAFTS, form.as_str()).await,
            Place::Memory { drafts, .. } => {
                drafts.borrow_mut().delete(form);
                Ok(())
            }
        }
    }

    /// Forgets drafts and files that were last saved longer ago than so many days. What is in memory goes with the page.
    pub async fn expire(&self, days: u32) -> Result<(), StoreError> {
        self.check_open()?;
        let Place::Browser { database, .. } = &self.0.place else { return Ok(()) };
        let oldest = now().saturating_sub(u64::from(days) * 24 * 60 * 60 * 1000);
        for table in [DRAFTS, FILES] {
            for key in indexed_db::keys(database, table).await? {
                // An envelope that can not be read is of no use to anybody.
                let envelope = indexed_db::envelope(database, table, &key).await.ok().flatten();
                if envelope.is_none_or(|envelope| envelope.saved_at < oldest) {
                    indexed_db::delete(database, table, &key).await?;
                }
            }
        }
        Ok(())
    }

    /// Keeps a file, sealed as a draft is, or forgets it; whether it is kept. A store in memory keeps none.
    pub async fn save_file(&self, sha256: &str, bytes: Option<&[u8]>) -> Result<bool, StoreError> {
        self.check_open()?;
        let Place::Browser { database, vault } = &self.0.place else { return Ok(false) };
        let Some(bytes) = bytes else {
            return indexed_db::delete(database, FILES, sha256).await.map(|()| false);
        };
        let envelope = vault.seal(&FormId::new(sha256), now(), bytes).await?;
        self.check_open()?;
        indexed_db::put(database, FILES, sha256, &envelope).await.map(|()| true)
    }

    /// A file that was kept.
    pub async fn file(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.check_open()?;
        match &self.0.place {
            Place::Browser { database, vault } => {
                match indexed_db::envelope(database, FILES, sha256).await? {
                    Some(envelope) => Ok(Some(vault.open(&FormId::new(sha256), &envelope).await?)),
                    None => Ok(None),
                }
            }
            Place::Memory { .. } => Ok(None),
        }
    }

    /// Forgets everything, the key too, and keeps nothing from now on.
    pub async fn wipe(&self) -> Result<(), StoreError> {
        self.0.is_wiped.set(true);
        match &self.0.place {
            Place::Browser { database, .. } => indexed_db::wipe(database).await,
            Place::Memory { drafts, .. } => {
                drafts.borrow_mut().wipe();
                Ok(())
            }
        }
    }

    fn check_open(&self) -> Result<(), StoreError> {
        if self.0.is_wiped.get() { Err(StoreError::Closed) } else { Ok(()) }
    }
}

/// The same store, not the same drafts.
impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

async fn open() -> Result<(Database, Vault), StoreError> {
    let crypto = vault::crypto()?;
    let database = indexed_db::open().await?;
    let key = indexed_db::device_key(&database, &crypto).await?;
    Ok((database, Vault::new(crypto, key)))
}

/// The browser's clock in milliseconds.
fn now() -> u64 {
    let now = js_sys::Date::now().max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole milliseconds, not negative"
    )]
    let now = now as u64;
    now
}
