//! The page, and the gate to its second file (docs/adr/0011).

#![allow(unsafe_code, reason = "a macro writes the import and the export that the splitting tool joins")]

use yuntian::ui::{LATER, Later, NotHere, start};

#[wasm_split_helpers::wasm_split(later, fallible)]
fn gate() -> Result<&'static Later, NotHere> {
    Ok(&LATER)
}

fn main() {
    start(|| Box::pin(gate()));
}
