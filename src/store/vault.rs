//! AES-GCM of the browser, under a key that never leaves it.
//!
//! **Invariant:** the key is made non-extractable: no script, ours included, can read its bytes.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use super::{
    StoreError,
    envelope::{Envelope, NONCE, vouched},
    transaction::browser,
};

/// The browser's encryption with our key.
#[derive(Debug)]
pub(super) struct Vault {
    crypto: Crypto,
    key: CryptoKey,
}

/// The browser's encryption, where it lends it.
pub(super) fn crypto() -> Result<Crypto, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Insecure)?;
    let crypto = window.crypto().map_err(|_| StoreError::Insecure)?;
    // Outside a secure context `subtle` is not there, whatever the binding's type says.
    if !window.is_secure_context() || crypto.subtle().is_undefined() {
        return Err(StoreError::Insecure);
    }
    Ok(crypto)
}

/// So many random bytes.
pub(super) fn random<const N: usize>(crypto: &Crypto) -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    crypto.get_random_values_with_u8_array(&mut bytes).map_err(browser)?;
    Ok(bytes)
}

/// Makes a key.
pub(super) async fn new_key(crypto: &Crypto) -> Result<CryptoKey, StoreError> {
    let algorithm = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let promise = crypto.subtle().generate_key_with_object(&algorithm, false, &usages);
    let key = JsFuture::from(promise.map_err(browser)?).await.map_err(browser)?;
    Ok(key.unchecked_into())
}

/// Rounds of PBKDF2 with SHA-256 for a passphrase: a fifth of a second on an office machine (OWASP, 2023).
const ROUNDS: u32 = 600_000;

/// Makes the key of a passphrase.
pub(super) async fn key_of(crypto: &Crypto, passphrase: &str, salt: &[u8]) -> Result<CryptoKey, StoreError> {
    let subtle = crypto.subtle();
    let material = Uint8Array::from(passphrase.as_bytes());
    let usages = Array::of1(&"deriveKey".into());
    let promise = subtle.import_key_with_str("raw", &material, "PBKDF2", false, &usages);
    let material: CryptoKey =
        JsFuture::from(promise.map_err(browser)?).await.map_err(browser)?.unchecked_into();
    let derive = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", ROUNDS.into()),
    ]);
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let promise = subtle.derive_key_with_object_and_object(&derive, &material, &wanted, false, &usages);
    Ok(JsFuture::from(promise.map_err(browser)?).await.map_err(browser)?.unchecked_into())
}

impl Vault {
    /// The browser's encryption with a key of [`new_key`] or [`key_of`].
    pub(super) fn new(crypto: Crypto, key: CryptoKey) -> Self {
        Self { crypto, key }
    }

    /// Seals something that stands at a place.
    pub(super) async fn seal(&self, of: &str, saved_at: u64, plain: &[u8]) -> Result<Envelope, StoreError> {
        let nonce: [u8; NONCE] = random(&self.crypto)?;
        let algorithm = algorithm(&nonce, of, saved_at);
        let plain = Uint8Array::from(plain);
        let promise = self.subtle().encrypt_with_object_and_js_u8_array(&algorithm, &self.key, &plain);
        let sealed = JsFuture::from(promise.map_err(browser)?).await.map_err(browser)?;
        Ok(Envelope { saved_at, nonce, sealed: Uint8Array::new(&sealed).to_vec() })
    }

    /// Opens what was sealed for a place.
    pub(super) async fn open(&self, of: &str, envelope: &Envelope) -> Result<Vec<u8>, StoreError> {
        let algorithm = algorithm(&envelope.nonce, of, envelope.saved_at);
        let sealed = Uint8Array::from(envelope.sealed.as_slice());
        let promise = self.subtle().decrypt_with_object_and_js_u8_array(&algorithm, &self.key, &sealed);
        let plain = JsFuture::from(promise.map_err(browser)?).await.map_err(|_| StoreError::Unreadable)?;
        Ok(Uint8Array::new(&plain).to_vec())
    }

    fn subtle(&self) -> SubtleCrypto {
        self.crypto.subtle()
    }
}

fn algorithm(nonce: &[u8; NONCE], of: &str, saved_at: u64) -> Object {
    let nonce = Uint8Array::from(nonce.as_slice());
    let vouched = Uint8Array::from(vouched(of, saved_at).as_slice());
    object(&[("name", "AES-GCM".into()), ("iv", nonce.into()), ("additionalData", vouched.into())])
}

fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
