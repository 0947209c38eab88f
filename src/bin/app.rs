//! The page, and the gates to its other files (docs/adr/0011, 0012, 0014, 0017).

#![allow(unsafe_code, reason = "a macro writes the import and the export that the splitting tool joins")]
use yuntian::ui::{AUTHOR, Apart, ENTITLED, HAND, Hand, LATER, Later, NotHere, start};

/// What comes after the first question.
#[wasm_split_helpers::wasm_split(later, fallible)]
fn gate() -> Result<&'static Later, NotHere> {
    Ok(&LATER)
}
/// The author's page.
#[wasm_split_helpers::wasm_split(author, fallible)]
fn author() -> Result<&'static Apart, NotHere> {
    Ok(&AUTHOR)
}
/// "What am I entitled to?".
#[wasm_split_helpers::wasm_split(entitled, fallible)]
fn entitled() -> Result<&'static Apart, NotHere> {
    Ok(&ENTITLED)
}
/// Signatures and attachments.
#[wasm_split_helpers::wasm_split(hand, fallible)]
fn hand() -> Result<&'static Hand, NotHere> {
    Ok(&HAND)
}
/// Starts the page.
fn main() {
    start(|| Box::pin(gate()), || Box::pin(author()), || Box::pin(entitled()), || Box::pin(hand()));
}
