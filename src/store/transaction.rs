//! One transaction of the browser's database. It is done when the browser says so, and not before: an abort is an error with its
//! reason.

use idb::{ObjectStore, Transaction};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbTransaction};

use super::StoreError;

/// A transaction that is open.
pub(super) struct Running {
    raw: IdbTransaction,
    tables: Transaction,
}

/// Opens one that only reads.
pub(super) fn reading(database: &IdbDatabase, tables: &[&str]) -> Result<Running, StoreError> {
    begin(database, tables, "readonly")
}

/// Opens one that writes. It counts as done only once it is on the disk, where the browser can say so.
pub(super) fn writing(database: &IdbDatabase, tables: &[&str]) -> Result<Running, StoreError> {
    begin(database, tables, "readwrite")
}

fn begin(database: &IdbDatabase, tables: &[&str], mode: &str) -> Result<Running, StoreError> {
    let names: Array = tables.iter().map(|name| JsValue::from_str(name)).collect();
    let options = Object::new();
    // A plain object takes every property. The binding with options is not a stable one.
    let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
    let open: Function = Reflect::get(database, &"transaction".into()).map_err(browser)?.unchecked_into();
    let opened = open.call3(database, &names, &mode.into(), &options).map_err(browser)?;
    let raw: IdbTransaction = opened.unchecked_into();
    Ok(Running { tables: Transaction::from(raw.clone()), raw })
}

impl Running {
    /// A table of it.
    pub(super) fn table(&self, name: &str) -> Result<ObjectStore, StoreError> {
        self.tables.object_store(name).map_err(failed)
    }

    /// Waits until it is done.
    pub(super) async fn done(self) -> Result<(), StoreError> {
        match self.tables.await {
            Ok(result) if result.is_committed() => Ok(()),
            Ok(_) | Err(_) => match self.raw.error() {
                Some(error) => Err(StoreError::named(&error.name())),
                // Only a connection that goes away aborts without a reason.
                None => Err(StoreError::Closed),
            },
        }
    }

    /// Ends it with nothing changed.
    pub(super) fn drop(self) {
        // Fails only where it has ended already.
        let _ = self.raw.abort();
    }
}

/// What the browser said, as our error.
pub(super) fn browser(error: JsValue) -> StoreError {
    StoreError::named(&name_of(&error).unwrap_or_default())
}

/// What the database's library said, as our error.
pub(super) fn failed(error: idb::Error) -> StoreError {
    StoreError::named(&error_name(&error))
}

fn name_of(error: &JsValue) -> Option<String> {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string())
}

/// The name of the browser's error where there is one, never its message: that might hold a value.
pub(super) fn error_name(error: &idb::Error) -> String {
    let inner = if let idb::Error::AddFailed(value)
    | idb::Error::UpdateFailed(value)
    | idb::Error::GetFailed(value)
    | idb::Error::GetAllFailed(value)
    | idb::Error::GetAllKeysFailed(value)
    | idb::Error::DeleteFailed(value)
    | idb::Error::ClearFailed(value)
    | idb::Error::TransactionOpenFailed(value)
    | idb::Error::IndexedDbOpenFailed(value)
    | idb::Error::IndexedDbDeleteFailed(value)
    | idb::Error::ObjectStoreNotFound(value) = error
    {
        name_of(value)
    } else if let idb::Error::DomException(exception) = error {
        Some(exception.name())
    } else {
        None
    };
    inner.unwrap_or_else(|| String::from("IndexedDB"))
}
