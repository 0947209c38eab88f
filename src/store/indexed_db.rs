//! The browser's database: one table for the key, one for sealed drafts by the form's id, one for sealed files by their
//! SHA-256.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, CryptoKey};

use super::{StoreError, envelope::Envelope, vault};
const NAME: &str = "yuntian";
const KEYS: &str = "keys";
/// Drafts by the form's id.
pub(super) const DRAFTS: &str = "drafts";
/// Files by their SHA-256.
pub(super) const FILES: &str = "files";
const DEVICE: &str = "device";

/// Opens the database, making it where it is new.
pub(super) async fn open() -> Result<Database, StoreError> {
    let unavailable = |error: idb::Error| StoreError::Unavailable { reason: error_name(&error) };
    let factory = Factory::new().map_err(unavailable)?;
    let mut request = factory.open(NAME, Some(2)).map_err(unavailable)?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // A table of an older version is there. One that can not be made shows as an error when it is first used.
            let _ = database.create_object_store(KEYS, ObjectStoreParams::new());
            let _ = database.create_object_store(DRAFTS, ObjectStoreParams::new());
            let _ = database.create_object_store(FILES, ObjectStoreParams::new());
        }
    });
    let mut database = request.await.map_err(unavailable)?;
    // Another tab wipes: let go, or its request to delete would wait for us.
    database.on_version_change(|event| {
        if let Some(database) = event.target() {
            database.unchecked_into::<web_sys::IdbDatabase>().close();
        }
    });
    Ok(database)
}

/// The device's key, made where there is none.
pub(super) async fn device_key(database: &Database, crypto: &Crypto) -> Result<CryptoKey, StoreError> {
    if let Some(key) = get(database, KEYS, DEVICE).await? {
        return Ok(key.unchecked_into());
    }
    // Made before the transaction opens: a transaction ends while one waits for anything but the database.
    let new = vault::new_key(crypto).await?;
    let transaction = database.transaction(&[KEYS], TransactionMode::ReadWrite).map_err(failed)?;
    let keys = transaction.object_store(KEYS).map_err(failed)?;
    // Another tab may have been faster.
    let old = keys.get(JsValue::from_str(DEVICE)).map_err(failed)?.await.map_err(failed)?;
    if let Some(old) = old {
        return Ok(old.unchecked_into());
    }
    keys.put(&new, Some(&DEVICE.into())).map_err(failed)?.await.map_err(failed)?;
    transaction.await.map_err(failed)?;
    Ok(new)
}

/// Keeps something sealed.
pub(super) async fn put(
    database: &Database,
    table: &str,
    key: &str,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    let transaction = database.transaction(&[table], TransactionMode::ReadWrite).map_err(failed)?;
    let rows = transaction.object_store(table).map_err(failed)?;
    let bytes = Uint8Array::from(envelope.write().as_slice());
    rows.put(&bytes, Some(&key.into())).map_err(failed)?.await.map_err(failed)?;
    transaction.await.map_err(failed)?;
    Ok(())
}

/// Something sealed.
pub(super) async fn envelope(
    database: &Database,
    table: &str,
    key: &str,
) -> Result<Option<Envelope>, StoreError> {
    match get(database, table, key).await? {
        Some(bytes) => {
            Envelope::read(&Uint8Array::new(&bytes).to_vec()).map(Some).ok_or(StoreError::Unreadable)
        }
        None => Ok(None),
    }
}

/// The keys of a table.
pub(super) async fn keys(database: &Database, table: &str) -> Result<Vec<String>, StoreError> {
    let transaction = database.transaction(&[table], TransactionMode::ReadOnly).map_err(failed)?;
    let rows = transaction.object_store(table).map_err(failed)?;
    let keys = rows.get_all_keys(None, None).map_err(failed)?.await.map_err(failed)?;
    Ok(keys.iter().filter_map(JsValue::as_string).collect())
}

/// Forgets a draft or file.
pub(super) async fn delete(database: &Database, table: &str, key: &str) -> Result<(), StoreError> {
    let transaction = database.transaction(&[table], TransactionMode::ReadWrite).map_err(failed)?;
    let rows = transaction.object_store(table).map_err(failed)?;
    rows.delete(JsValue::from_str(key)).map_err(failed)?.await.map_err(failed)?;
    transaction.await.map_err(failed)?;
    Ok(())
}

/// Empties every table and deletes the database, key and all. What a busy tab holds back from deletion is empty.
pub(super) async fn wipe(database: &Database) -> Result<(), StoreError> {
    let transaction =
        database.transaction(&[KEYS, DRAFTS, FILES], TransactionMode::ReadWrite).map_err(failed)?;
    for table in [KEYS, DRAFTS, FILES] {
        let table = transaction.object_store(table).map_err(failed)?;
        table.clear().map_err(failed)?.await.map_err(failed)?;
    }
    transaction.await.map_err(failed)?;
    database.close();
    Factory::new().map_err(failed)?.delete(NAME).map_err(failed)?.await.map_err(failed)
}

async fn get(database: &Database, table: &str, key: &str) -> Result<Option<JsValue>, StoreError> {
    let transaction = database.transaction(&[table], TransactionMode::ReadOnly).map_err(failed)?;
    let table = transaction.object_store(table).map_err(failed)?;
    table.get(JsValue::from_str(key)).map_err(failed)?.await.map_err(failed)
}

fn failed(error: idb::Error) -> StoreError {
    match error_name(&error).as_str() {
        "QuotaExceededError" => StoreError::Full,
        "InvalidStateError" => StoreError::Closed,
        name => StoreError::Browser { reason: name.to_owned() },
    }
}

/// The name of the browser's error where there is one, never its message: that might hold a value.
fn error_name(error: &idb::Error) -> String {
    let name = |value: &JsValue| Reflect::get(value, &"name".into()).ok().and_then(|name| name.as_string());
    let inner = if let idb::Error::AddFailed(value)
    | idb::Error::UpdateFailed(value)
    | idb::Error::GetFailed(value)
    | idb::Error::GetAllKeysFailed(value)
    | idb::Error::DeleteFailed(value)
    | idb::Error::ClearFailed(value)
    | idb::Error::TransactionOpenFailed(value)
    | idb::Error::IndexedDbOpenFailed(value)
    | idb::Error::IndexedDbDeleteFailed(value)
    | idb::Error::ObjectStoreNotFound(value) = error
    {
        name(value)
    } else if let idb::Error::DomException(exception) = error {
        Some(exception.name())
    } else {
        None
    };
    inner.unwrap_or_else(|| String::from("IndexedDB"))
}
