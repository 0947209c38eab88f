//! The tables of the browser's database: the key and the counter; heads and bodies of drafts by their id; files by their SHA-256.
//!
//! **Invariant:** a head and its body are written in one transaction, and only over the sequence number that the writer saw last.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, CryptoKey, IdbDatabase};

use super::{
    Put, StoreError,
    envelope::{Envelope, numbered, read_numbered},
    transaction::{Running, failed, reading, writing},
    vault,
};
use crate::model::DraftId;

/// The device's key, and the last sequence number.
pub(super) const KEYS: &str = "keys";
/// Numbered heads of drafts.
pub(super) const HEADS: &str = "heads";
/// Drafts.
pub(super) const BODIES: &str = "bodies";
/// Files by their SHA-256.
pub(super) const FILES: &str = "files";
/// Version 2: one draft a form, by the form's id.
pub(super) const OLD_DRAFTS: &str = "drafts";
const DEVICE: &str = "device";
const LAST: &str = "last";

/// The device's key, made where there is none.
pub(super) async fn device_key(database: &IdbDatabase, crypto: &Crypto) -> Result<CryptoKey, StoreError> {
    if let Some(key) = get(database, KEYS, DEVICE).await? {
        return Ok(key.unchecked_into());
    }
    // Made before the transaction opens: a transaction ends while one waits for anything but the database.
    let new = vault::new_key(crypto).await?;
    let running = writing(database, &[KEYS])?;
    let keys = running.table(KEYS)?;
    // Another tab may have been faster.
    let old = keys.get(JsValue::from_str(DEVICE)).map_err(failed)?.await.map_err(failed)?;
    if let Some(old) = old {
        return Ok(old.unchecked_into());
    }
    keys.put(&new, Some(&DEVICE.into())).map_err(failed)?.await.map_err(failed)?;
    running.done().await?;
    Ok(new)
}

/// A row of the table of keys.
pub(super) async fn key(database: &IdbDatabase, name: &str) -> Result<Option<JsValue>, StoreError> {
    get(database, KEYS, name).await
}

/// Adds rows to the table of keys; one that is there already stays as it is.
pub(super) async fn add_keys(database: &IdbDatabase, rows: &[(&str, JsValue)]) -> Result<(), StoreError> {
    let running = writing(database, &[KEYS])?;
    for (name, value) in rows {
        let old = running.table(KEYS)?.get(JsValue::from_str(name)).map_err(failed)?;
        if old.await.map_err(failed)?.is_none() {
            put(&running, KEYS, name, value).await?;
        }
    }
    running.done().await
}

/// Keeps a draft, where the last number is still the one that the caller saw; `None` where it saw none.
pub(super) async fn put_draft(
    database: &IdbDatabase,
    id: &DraftId,
    seen: Option<u64>,
    head: &Envelope,
    body: &Envelope,
) -> Result<Put, StoreError> {
    let running = writing(database, &[KEYS, HEADS, BODIES])?;
    match (number(&running, id).await?, seen) {
        (None, Some(_)) => {
            running.drop();
            return Ok(Put::Gone);
        }
        (now, seen) if now != seen => {
            running.drop();
            return Ok(Put::Newer);
        }
        (_, _) => {}
    }
    let seq = write(&running, id, head, Some(body)).await?;
    running.done().await?;
    Ok(Put::Done(seq))
}

/// Keeps a head beside the body that is there, where the number is still the one that the caller saw.
pub(super) async fn put_head(
    database: &IdbDatabase,
    id: &DraftId,
    seen: u64,
    head: &Envelope,
) -> Result<Put, StoreError> {
    let running = writing(database, &[KEYS, HEADS, BODIES])?;
    if number(&running, id).await? != Some(seen) {
        running.drop();
        return Ok(Put::Newer);
    }
    let bytes = Uint8Array::from(numbered(seen, head).as_slice());
    put(&running, HEADS, id.as_str(), &bytes).await?;
    running.done().await?;
    Ok(Put::Done(seen))
}

/// Keeps a draft of version 2 under an id of its own, where it is still there.
pub(super) async fn move_old(
    database: &IdbDatabase,
    form: &str,
    id: &DraftId,
    head: &Envelope,
    body: &Envelope,
) -> Result<(), StoreError> {
    let running = writing(database, &[KEYS, HEADS, BODIES, OLD_DRAFTS])?;
    let old = running.table(OLD_DRAFTS)?;
    if old.get(JsValue::from_str(form)).map_err(failed)?.await.map_err(failed)?.is_some() {
        write(&running, id, head, Some(body)).await?;
        old.delete(JsValue::from_str(form)).map_err(failed)?.await.map_err(failed)?;
    }
    running.done().await
}

/// The heads of all drafts.
pub(super) async fn heads(
    database: &IdbDatabase,
) -> Result<Vec<(DraftId, u64, Option<Envelope>)>, StoreError> {
    let running = reading(database, &[HEADS])?;
    let table = running.table(HEADS)?;
    let keys = table.get_all_keys(None, None).map_err(failed)?.await.map_err(failed)?;
    let rows = table.get_all(None, None).map_err(failed)?.await.map_err(failed)?;
    let row = |(key, row): (&JsValue, &JsValue)| {
        let id = DraftId::parse(&key.as_string()?)?;
        let (seq, envelope) = read_numbered(&Uint8Array::new(row).to_vec());
        Some((id, seq, envelope))
    };
    Ok(keys.iter().zip(&rows).filter_map(row).collect())
}

/// A draft's number, head and body, as one save left them.
pub(super) async fn draft(
    database: &IdbDatabase,
    id: &DraftId,
) -> Result<Option<(u64, Envelope, Envelope)>, StoreError> {
    let running = reading(database, &[HEADS, BODIES])?;
    let key = || JsValue::from_str(id.as_str());
    let head = running.table(HEADS)?.get(key()).map_err(failed)?.await.map_err(failed)?;
    let body = running.table(BODIES)?.get(key()).map_err(failed)?.await.map_err(failed)?;
    let (Some(head), Some(body)) = (head, body) else { return Ok(None) };
    let (seq, head) = read_numbered(&Uint8Array::new(&head).to_vec());
    let body = Envelope::read(&Uint8Array::new(&body).to_vec());
    match (head, body) {
        (Some(head), Some(body)) => Ok(Some((seq, head, body))),
        (_, _) => Err(StoreError::Unreadable),
    }
}

/// Forgets a draft.
pub(super) async fn delete_draft(database: &IdbDatabase, id: &DraftId) -> Result<(), StoreError> {
    let running = writing(database, &[HEADS, BODIES])?;
    for table in [HEADS, BODIES] {
        let table = running.table(table)?;
        table.delete(JsValue::from_str(id.as_str())).map_err(failed)?.await.map_err(failed)?;
    }
    running.done().await
}

/// Keeps a file.
pub(super) async fn put_file(
    database: &IdbDatabase,
    sha256: &str,
    envelope: &Envelope,
) -> Result<(), StoreError> {
    let running = writing(database, &[FILES])?;
    put(&running, FILES, sha256, &Uint8Array::from(envelope.write().as_slice())).await?;
    running.done().await
}

/// Something sealed: a file, or a draft of version 2.
pub(super) async fn envelope(
    database: &IdbDatabase,
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
pub(super) async fn keys(database: &IdbDatabase, table: &str) -> Result<Vec<String>, StoreError> {
    let running = reading(database, &[table])?;
    let keys = running.table(table)?.get_all_keys(None, None).map_err(failed)?.await.map_err(failed)?;
    Ok(keys.iter().filter_map(JsValue::as_string).collect())
}

/// Forgets one row of a table.
pub(super) async fn delete(database: &IdbDatabase, table: &str, key: &str) -> Result<(), StoreError> {
    let running = writing(database, &[table])?;
    running.table(table)?.delete(JsValue::from_str(key)).map_err(failed)?.await.map_err(failed)?;
    running.done().await
}

/// Empties every table. What a busy tab holds back from deletion is empty.
pub(super) async fn clear(database: &IdbDatabase, has_old: bool) -> Result<(), StoreError> {
    let mut tables = vec![KEYS, HEADS, BODIES, FILES];
    if has_old {
        tables.push(OLD_DRAFTS);
    }
    let running = writing(database, &tables)?;
    for table in tables {
        running.table(table)?.clear().map_err(failed)?.await.map_err(failed)?;
    }
    running.done().await
}

/// The number of a draft, where it is there.
async fn number(running: &Running, id: &DraftId) -> Result<Option<u64>, StoreError> {
    let head = running.table(HEADS)?.get(JsValue::from_str(id.as_str())).map_err(failed)?;
    let head = head.await.map_err(failed)?;
    Ok(head.map(|head| read_numbered(&Uint8Array::new(&head).to_vec()).0))
}

/// Writes a draft under the next number.
async fn write(
    running: &Running,
    id: &DraftId,
    head: &Envelope,
    body: Option<&Envelope>,
) -> Result<u64, StoreError> {
    let last = running.table(KEYS)?.get(JsValue::from_str(LAST)).map_err(failed)?.await.map_err(failed)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of saves, which a number holds exactly"
    )]
    let seq = last.and_then(|last| last.as_f64()).unwrap_or_default() as u64 + 1;
    #[expect(clippy::cast_precision_loss, reason = "a count of saves stays far below 2⁵³")]
    put(running, KEYS, LAST, &JsValue::from_f64(seq as f64)).await?;
    let bytes = |bytes: Vec<u8>| Uint8Array::from(bytes.as_slice());
    if let Some(body) = body {
        put(running, BODIES, id.as_str(), &bytes(body.write())).await?;
    }
    put(running, HEADS, id.as_str(), &bytes(numbered(seq, head))).await?;
    Ok(seq)
}

async fn put(running: &Running, table: &str, key: &str, value: &JsValue) -> Result<(), StoreError> {
    let request = running.table(table)?.put(value, Some(&key.into())).map_err(failed)?;
    request.await.map_err(failed).map(|_| ())
}

async fn get(database: &IdbDatabase, table: &str, key: &str) -> Result<Option<JsValue>, StoreError> {
    let running = reading(database, &[table])?;
    running.table(table)?.get(JsValue::from_str(key)).map_err(failed)?.await.map_err(failed)
}
