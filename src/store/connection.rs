//! A connection to the browser's database, and how it ended.
//!
//! **Invariant:** a connection that was closed because the database was deleted is never opened again.

use std::{cell::Cell, rc::Rc};

use gloo::events::EventListener;
use idb::{DatabaseEvent, Factory, ObjectStoreParams};
use wasm_bindgen::JsCast;
use web_sys::{IdbDatabase, IdbVersionChangeEvent};

use super::{
    StoreError,
    indexed_db::{BODIES, FILES, HEADS, KEYS, OLD_DRAFTS},
    transaction::{error_name, reading},
};

/// The database of the device's own drafts.
pub(super) const OWN: &str = "yuntian";
const VERSION: u32 = 3;

/// How a connection stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Open,
    /// The browser closed it.
    Closed,
    /// The database was deleted, here or in another tab.
    Deleted,
}

/// A connection.
#[derive(Debug)]
pub(super) struct Connection {
    name: String,
    /// The browser's own.
    pub(super) database: IdbDatabase,
    standing: Rc<Cell<Standing>>,
    _listeners: [EventListener; 2],
}

impl Connection {
    /// Opens a database, making it where it is new, and adding what an older version has not.
    pub(super) async fn open(name: &str) -> Result<Self, StoreError> {
        let factory = Factory::new().map_err(unavailable)?;
        let mut request = factory.open(name, Some(VERSION)).map_err(unavailable)?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                for table in [KEYS, HEADS, BODIES, FILES] {
                    // One of an older version is there. One that can not be made shows as an error when it is first used.
                    let _ = database.create_object_store(table, ObjectStoreParams::new());
                }
            }
        });
        let database: IdbDatabase = request.await.map_err(unavailable)?.into();
        let standing = Rc::new(Cell::new(Standing::Open));
        let deleted = {
            let (database, standing) = (database.clone(), standing.clone());
            EventListener::new(&database.clone(), "versionchange", move |event| {
                let event: Option<&IdbVersionChangeEvent> = event.dyn_ref();
                let is_deleted = event.is_none_or(|event| event.new_version().is_none());
                standing.set(if is_deleted { Standing::Deleted } else { Standing::Closed });
                // Another tab wipes, or brings a newer version: let go, or its request would wait for us.
                database.close();
            })
        };
        let closed = {
            let standing = standing.clone();
            EventListener::new(&database, "close", move |_| {
                if standing.get() == Standing::Open {
                    standing.set(Standing::Closed);
                }
            })
        };
        Ok(Self { name: name.to_owned(), database, standing, _listeners: [deleted, closed] })
    }

    /// How it stands; asked of the browser, which closes a database without a word (iOS Safari, in the background).
    pub(super) fn standing(&self) -> Standing {
        match self.standing.get() {
            Standing::Open => match reading(&self.database, &[KEYS]) {
                Ok(_) => Standing::Open,
                Err(_) => Standing::Closed,
            },
            ended @ (Standing::Closed | Standing::Deleted) => ended,
        }
    }

    /// Whether it has the table of an older version.
    pub(super) fn has_old(&self) -> bool {
        self.database.object_store_names().contains(OLD_DRAFTS)
    }

    /// Lets go of the database.
    pub(super) fn close(self) {
        self.database.close();
    }

    /// Deletes the database.
    pub(super) async fn delete(&self) -> Result<(), StoreError> {
        self.standing.set(Standing::Deleted);
        self.database.close();
        delete(&self.name).await
    }
}

/// Deletes a database that is not open here. Another tab that has it open lets go of it.
pub(super) async fn delete(name: &str) -> Result<(), StoreError> {
    Factory::new().map_err(unavailable)?.delete(name).map_err(unavailable)?.await.map_err(unavailable)
}

fn unavailable(error: idb::Error) -> StoreError {
    match error_name(&error).as_str() {
        "SecurityError" | "NotAllowedError" => StoreError::Blocked,
        // Firefox before 115 in a private window.
        "InvalidStateError" => StoreError::Private,
        "QuotaExceededError" => StoreError::Full,
        reason => StoreError::Unavailable { reason: reason.to_owned() },
    }
}
