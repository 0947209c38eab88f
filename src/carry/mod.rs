//! A draft as one encrypted file that a person carries to a helper, a phone, a kiosk or home: the public age format with a passphrase, so that the
//! public tool opens it as well, and what lies inside is JSON (`record::carried`).
//!
//! **Invariant:** any bytes and any passphrase are refused or opened within limits, never with a panic of ours; a fault is data without
//! an answer in it.

mod fault;
mod lock;
mod passphrase;

pub use fault::CarryFault;
pub use lock::{MOST_BYTES, open, seal};
pub use passphrase::{LEAST, Written, offered, spelled, written};
