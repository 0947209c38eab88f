//! The store that the page uses. A connection that the browser closed is opened again with the next piece of work.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use web_sys::{Crypto, CryptoKey, IdbDatabase};

use super::{
    Age, Held, Kept, Put, StoreError,
    connection::{Connection, OWN, Standing},
    indexed_db::{self, FILES, OLD_DRAFTS},
    lapsed,
    vault::{self, Vault},
};
use crate::{
    model::{Draft, DraftHead, DraftId, FormId, Localized, sort},
    record,
};

/// A file that no draft names is left for so long: it may be on its way into one.
const GRACE_MS: u64 = 60 * 60 * 1000;

/// Where drafts are kept. Clones are the same store.
#[derive(Debug, Clone)]
pub struct Store(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    crypto: Crypto,
    place: Place,
    open: RefCell<Rc<Open>>,
    is_wiped: Cell<bool>,
}

/// Which database, and under which key.
#[derive(Debug)]
enum Place {
    /// The device's own, under the key that lies there.
    Own,
    /// A helper's, under the key that the passphrase makes; it lies nowhere.
    Counter { name: String, key: CryptoKey },
}

/// A connection with its key.
#[derive(Debug)]
struct Open {
    connection: Connection,
    vault: Vault,
    /// The latest time at which anything was saved.
    latest: Cell<u64>,
}

impl Open {
    async fn new(crypto: &Crypto, place: &Place) -> Result<Rc<Self>, StoreError> {
        let (connection, key) = match place {
            Place::Own => {
                let connection = Connection::open(OWN).await?;
                let key = indexed_db::device_key(&connection.database, crypto).await?;
                (connection, key)
            }
            Place::Counter { name, key } => (Connection::open(name).await?, key.clone()),
        };
        let heads = indexed_db::heads(&connection.database).await?;
        let latest = heads.iter().filter_map(|(_, _, head)| head.as_ref()).map(|head| head.saved_at).max();
        let latest = Cell::new(latest.unwrap_or_default());
        Ok(Rc::new(Self { connection, vault: Vault::new(crypto.clone(), key), latest }))
    }

    fn database(&self) -> &IdbDatabase {
        &self.connection.database
    }
}

/// A new draft's id.
pub fn new_id() -> Result<DraftId, StoreError> {
    Ok(DraftId::of(vault::random(&vault::crypto()?)?))
}

impl Store {
    /// Opens the device's own database.
    pub async fn open() -> Result<Self, StoreError> {
        Self::at_place(vault::crypto()?, Place::Own).await
    }

    /// Opens a helper's database under a key.
    pub(super) async fn of_counter(crypto: Crypto, name: String, key: CryptoKey) -> Result<Self, StoreError> {
        Self::at_place(crypto, Place::Counter { name, key }).await
    }

    async fn at_place(crypto: Crypto, place: Place) -> Result<Self, StoreError> {
        let open = RefCell::new(Open::new(&crypto, &place).await?);
        let store = Self(Rc::new(Inner { crypto, place, open, is_wiped: Cell::new(false) }));
        if store.at().await?.connection.has_old() {
            // What can not be moved now is tried again on the next visit.
            let _ = store.move_old().await;
        }
        Ok(store)
    }

    /// Keeps a draft over what the caller saw of it last: its number, or none where it is new.
    pub async fn save(
        &self,
        id: &DraftId,
        seen: Option<u64>,
        head: &DraftHead,
        draft: &Draft,
    ) -> Result<Put, StoreError> {
        let body = record::write_draft(draft);
        let head = DraftHead { files: record::named_files(draft), ..head.clone() };
        if body.len() > record::MAX_BYTES {
            return Err(StoreError::TooLarge);
        }
        let at = self.at().await?;
        // A clock that was set back does not make a draft older than others.
        let saved_at = now().max(at.latest.get());
        at.latest.set(saved_at);
        let head = at.vault.seal(&of_head(id), saved_at, &record::write_head(&head)).await?;
        let body = at.vault.seal(&of_body(id), saved_at, &body).await?;
        // Sealing takes a moment, in which the person may have wiped.
        self.check()?;
        indexed_db::put_draft(at.database(), id, seen, &head, &body).await
    }

    /// A draft.
    pub async fn load(&self, id: &DraftId) -> Result<Option<Held>, StoreError> {
        let at = self.at().await?;
        let Some((seq, head, body)) = indexed_db::draft(at.database(), id).await? else { return Ok(None) };
        let saved_at = head.saved_at;
        let head = record::read_head(&at.vault.open(&of_head(id), &head).await?)?;
        let draft = record::read_draft(&at.vault.open(&of_body(id), &body).await?)?;
        Ok(Some(Held { seq, saved_at, head, draft }))
    }

    /// Every draft, the one saved last first.
    pub async fn list(&self) -> Result<Vec<Kept>, StoreError> {
        let at = self.at().await?;
        let mut kept = Vec::new();
        for (id, seq, envelope) in indexed_db::heads(at.database()).await? {
            let saved_at = envelope.as_ref().map_or(0, |envelope| envelope.saved_at);
            let head = match &envelope {
                Some(envelope) => at.vault.open(&of_head(&id), envelope).await.ok(),
                None => None,
            };
            let head = head.and_then(|head| record::read_head(&head).ok());
            kept.push(Kept { id, seq, saved_at, head });
        }
        sort(&mut kept, |a, b| a.seq < b.seq);
        Ok(kept)
    }

    /// Forgets a draft, and the files that no other names.
    pub async fn delete(&self, id: &DraftId) -> Result<(), StoreError> {
        let at = self.at().await?;
        let drafts = self.list().await?;
        indexed_db::delete_draft(at.database(), id).await?;
        let head = drafts.into_iter().find(|kept| kept.id == *id).and_then(|kept| kept.head);
        self.release(&head.map(|head| head.files).unwrap_or_default()).await
    }

    /// Lets a draft stay until it is deleted, or go by itself as others do.
    pub async fn set_lasting(&self, id: &DraftId, is_lasting: bool) -> Result<(), StoreError> {
        let at = self.at().await?;
        let Some(kept) = self.list().await?.into_iter().find(|kept| kept.id == *id) else { return Ok(()) };
        let Some(head) = kept.head else { return Ok(()) };
        let head = record::write_head(&DraftHead { is_lasting, ..head });
        let head = at.vault.seal(&of_head(id), kept.saved_at, &head).await?;
        match indexed_db::put_head(at.database(), id, kept.seq, &head).await? {
            Put::Done(_) => Ok(()),
            // Somebody saves it at this moment.
            Put::Newer | Put::Gone => Err(StoreError::Closed),
        }
    }

    /// Forgets drafts that were last saved longer ago than so many days and are not to stay, and files that no draft names.
    pub async fn expire(&self, days: u32) -> Result<(), StoreError> {
        let at = self.at().await?;
        let now = now();
        let mut named = Vec::new();
        for kept in self.list().await? {
            // What can not be opened says nothing of staying; it is shown in the list until its time.
            let is_lasting = kept.head.as_ref().is_some_and(|head| head.is_lasting);
            let ahead_since = kept.head.as_ref().and_then(|head| head.ahead_since);
            let (saved_at, head) =
                match (lapsed(kept.saved_at, ahead_since, is_lasting, days, now), kept.head) {
                    (Age::Old, _) => {
                        indexed_db::delete_draft(at.database(), &kept.id).await?;
                        continue;
                    }
                    (Age::Anew, Some(head)) => (now, head),
                    (Age::Ahead, Some(head)) => (kept.saved_at, DraftHead { ahead_since: Some(now), ..head }),
                    (Age::Young | Age::Anew | Age::Ahead, head) => {
                        named.extend(head.into_iter().flat_map(|head| head.files));
                        continue;
                    }
                };
            let sealed = at.vault.seal(&of_head(&kept.id), saved_at, &record::write_head(&head)).await?;
            indexed_db::put_head(at.database(), &kept.id, kept.seq, &sealed).await?;
            named.extend(head.files);
        }
        for sha256 in indexed_db::keys(at.database(), FILES).await? {
            if named.contains(&sha256) {
                continue;
            }
            let envelope = indexed_db::envelope(at.database(), FILES, &sha256).await.ok().flatten();
            if envelope.is_none_or(|envelope| envelope.saved_at.abs_diff(now) > GRACE_MS) {
                indexed_db::delete(at.database(), FILES, &sha256).await?;
            }
        }
        Ok(())
    }

    /// Keeps a file, sealed as a draft is.
    pub async fn save_file(&self, sha256: &str, bytes: &[u8]) -> Result<(), StoreError> {
        let at = self.at().await?;
        let envelope = at.vault.seal(sha256, now(), bytes).await?;
        self.check()?;
        indexed_db::put_file(at.database(), sha256, &envelope).await
    }

    /// A file that was kept.
    pub async fn file(&self, sha256: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let at = self.at().await?;
        match indexed_db::envelope(at.database(), FILES, sha256).await? {
            Some(envelope) => Ok(Some(at.vault.open(sha256, &envelope).await?)),
            None => Ok(None),
        }
    }

    /// Forgets those of these files that no draft names.
    pub async fn release(&self, files: &[String]) -> Result<(), StoreError> {
        if files.is_empty() {
            return Ok(());
        }
        let at = self.at().await?;
        let named: Vec<String> =
            self.list().await?.into_iter().filter_map(|kept| kept.head).flat_map(|head| head.files).collect();
        for sha256 in files.iter().filter(|sha256| !named.contains(sha256)) {
            indexed_db::delete(at.database(), FILES, sha256).await?;
        }
        Ok(())
    }

    /// Forgets everything, the key too, and keeps nothing from now on.
    pub async fn wipe(&self) -> Result<(), StoreError> {
        let at = self.at().await?;
        self.0.is_wiped.set(true);
        indexed_db::clear(at.database(), at.connection.has_old()).await?;
        at.connection.delete().await
    }

    /// Keeps nothing from now on: another tab wiped.
    pub fn end(&self) {
        self.0.is_wiped.set(true);
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.0.is_wiped.get() { Err(StoreError::Wiped) } else { Ok(()) }
    }

    /// The connection, opened again where the browser closed it.
    async fn at(&self) -> Result<Rc<Open>, StoreError> {
        self.check()?;
        let at = self.0.open.borrow().clone();
        match at.connection.standing() {
            Standing::Open => Ok(at),
            Standing::Closed => {
                let at = Open::new(&self.0.crypto, &self.0.place).await?;
                self.0.open.replace(at.clone());
                Ok(at)
            }
            Standing::Deleted => {
                self.end();
                Err(StoreError::Wiped)
            }
        }
    }

    /// Gives each draft of version 2 an id of its own. One that can not be read is of no use to anybody.
    async fn move_old(&self) -> Result<(), StoreError> {
        let at = self.at().await?;
        let database = at.database();
        for form in indexed_db::keys(database, OLD_DRAFTS).await? {
            let old = indexed_db::envelope(database, OLD_DRAFTS, &form).await.ok().flatten();
            let plain = match &old {
                Some(envelope) => at.vault.open(&form, envelope).await.ok(),
                None => None,
            };
            let (Some(envelope), Some(draft)) =
                (old, plain.and_then(|plain| record::read_draft(&plain).ok()))
            else {
                indexed_db::delete(database, OLD_DRAFTS, &form).await?;
                continue;
            };
            let id = DraftId::of(vault::random(&self.0.crypto)?);
            let head = DraftHead {
                form: FormId::new(&form),
                version: draft.version,
                title: Localized::default(),
                who: String::new(),
                progress: (0, 0),
                begun_at: envelope.saved_at,
                is_lasting: false,
                ahead_since: None,
                files: record::named_files(&draft),
            };
            let saved_at = envelope.saved_at;
            let head = at.vault.seal(&of_head(&id), saved_at, &record::write_head(&head)).await?;
            let body = at.vault.seal(&of_body(&id), saved_at, &record::write_draft(&draft)).await?;
            indexed_db::move_old(database, &form, &id, &head, &body).await?;
        }
        Ok(())
    }
}

/// The same store, not the same drafts.
impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

fn of_head(id: &DraftId) -> String {
    [id.as_str(), "/head"].concat()
}

fn of_body(id: &DraftId) -> String {
    [id.as_str(), "/body"].concat()
}

/// The browser's clock in milliseconds.
pub fn now() -> u64 {
    let now = js_sys::Date::now().max(0.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole milliseconds, not negative"
    )]
    let now = now as u64;
    now
}
