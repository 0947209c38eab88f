//! The counters of a station: for each helper a database of its own, under the key that the helper's name and passphrase make.
//!
//! A small database beside them says of which day they are, and holds for each an empty envelope that only the right key opens.
//!
//! **Invariant:** no key, name or passphrase is written down, and what is of another day than today is deleted before anything is opened.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{Crypto, CryptoKey};

use super::{
    StoreError, connection,
    connection::Connection,
    desk::{of_database, of_row, row_of, salted},
    envelope::Envelope,
    indexed_db,
    keeper::{Store, now},
    vault::{self, Vault},
};

/// The database that says which counters there are.
const NAME: &str = "yuntian-counter";
/// The row of the day.
const DAY: &str = "day";
/// The row of the salt.
const SALT: &str = "salt";
/// Bytes of a salt.
const N_SALT: usize = 16;

/// A counter that is open: its store, and what knows its passphrase again.
#[derive(Debug, Clone)]
pub struct Counter {
    /// The drafts.
    pub store: Store,
    crypto: Crypto,
    salt: Vec<u8>,
    row: String,
    empty: Envelope,
}

impl Counter {
    /// Whether it is this passphrase that opens it. The database is not asked: it may be what failed.
    pub async fn is_opened_by(&self, name: &str, passphrase: &str) -> Result<bool, StoreError> {
        let key = vault::key_of(&self.crypto, passphrase.trim(), &salted(&self.salt, name)).await?;
        Ok(Vault::new(self.crypto.clone(), key).open(&self.row, &self.empty).await.is_ok())
    }
}

/// Whether a helper has a counter here today; what is of another day is deleted.
pub async fn stands(today: &str) -> Result<bool, StoreError> {
    vault::crypto()?;
    let connection = Connection::open(NAME).await?;
    let day = day(&connection).await;
    let rows = rows(&connection).await;
    connection.close();
    let (day, rows) = (day?, rows?);
    if day.as_deref() == Some(today) {
        return Ok(!rows.is_empty());
    }
    // Of another day; or nothing, and then nothing is left of having looked.
    purge().await?;
    Ok(false)
}

/// Opens the counter of a name and a passphrase; none where they open none of today's.
pub async fn unlock(name: &str, passphrase: &str, today: &str) -> Result<Option<Counter>, StoreError> {
    if !stands(today).await? {
        return Ok(None);
    }
    let crypto = vault::crypto()?;
    let connection = Connection::open(NAME).await?;
    let found = found(&connection, &crypto, name, passphrase).await;
    connection.close();
    match found? {
        (key, salt, Some(sealed)) => opened(crypto, key, salt, sealed).await.map(Some),
        (_, _, None) => Ok(None),
    }
}

/// Sets up a counter for today, or opens the one that this name and passphrase have.
pub async fn begin(name: &str, passphrase: &str, today: &str) -> Result<Counter, StoreError> {
    stands(today).await?;
    let crypto = vault::crypto()?;
    let connection = Connection::open(NAME).await?;
    let set_up = set_up(&connection, &crypto, name, passphrase, today).await;
    connection.close();
    let (key, salt, sealed) = set_up?;
    opened(crypto, key, salt, sealed).await
}

/// Deletes every counter with all its drafts.
pub async fn purge() -> Result<(), StoreError> {
    let connection = Connection::open(NAME).await?;
    let rows = rows(&connection).await;
    connection.close();
    for id in rows? {
        connection::delete(&of_database(NAME, &id)).await?;
    }
    // The last: what could not be deleted is tried again with the next visit.
    connection::delete(NAME).await
}

/// The id of a counter, and its empty envelope.
type Sealed = (String, Envelope);

async fn opened(
    crypto: Crypto,
    key: CryptoKey,
    salt: Vec<u8>,
    (id, empty): Sealed,
) -> Result<Counter, StoreError> {
    let store = Store::of_counter(crypto.clone(), of_database(NAME, &id), key).await?;
    Ok(Counter { store, crypto, salt, row: of_row(&id), empty })
}

async fn set_up(
    connection: &Connection,
    crypto: &Crypto,
    name: &str,
    passphrase: &str,
    today: &str,
) -> Result<(CryptoKey, Vec<u8>, Sealed), StoreError> {
    let salt: [u8; N_SALT] = vault::random(crypto)?;
    let new = [(DAY, JsValue::from_str(today)), (SALT, Uint8Array::from(salt.as_slice()).into())];
    indexed_db::add_keys(&connection.database, &new).await?;
    let (key, salt, sealed) = found(connection, crypto, name, passphrase).await?;
    if let Some(sealed) = sealed {
        return Ok((key, salt, sealed));
    }
    let id: String = vault::random::<8>(crypto)?.iter().map(|byte| format!("{byte:02x}")).collect();
    let row = of_row(&id);
    let empty = Vault::new(crypto.clone(), key.clone()).seal(&row, now(), &[]).await?;
    let bytes = Uint8Array::from(empty.write().as_slice());
    indexed_db::add_keys(&connection.database, &[(&row, bytes.into())]).await?;
    Ok((key, salt, (id, empty)))
}

/// The key of a name and a passphrase with the device's salt, and the counter that it opens.
async fn found(
    connection: &Connection,
    crypto: &Crypto,
    name: &str,
    passphrase: &str,
) -> Result<(CryptoKey, Vec<u8>, Option<Sealed>), StoreError> {
    let salt = indexed_db::key(&connection.database, SALT).await?.ok_or(StoreError::Unreadable)?;
    let salt = Uint8Array::new(&salt).to_vec();
    let key = vault::key_of(crypto, passphrase.trim(), &salted(&salt, name)).await?;
    let vault = Vault::new(crypto.clone(), key.clone());
    for id in rows(connection).await? {
        let row = of_row(&id);
        let kept = indexed_db::key(&connection.database, &row).await?;
        let envelope = kept.and_then(|kept| Envelope::read(&Uint8Array::new(&kept).to_vec()));
        if let Some(envelope) = envelope
            && vault.open(&row, &envelope).await.is_ok()
        {
            return Ok((key, salt, Some((id, envelope))));
        }
    }
    Ok((key, salt, None))
}

async fn day(connection: &Connection) -> Result<Option<String>, StoreError> {
    Ok(indexed_db::key(&connection.database, DAY).await?.and_then(|day| day.as_string()))
}

async fn rows(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let keys = indexed_db::keys(&connection.database, indexed_db::KEYS).await?;
    Ok(keys.iter().filter_map(|key| row_of(key)).collect())
}
