//! The page, and the gate to its second file; see `yuntian::ui`.

#![allow(
    unsafe_code,
    reason = "the gate is an import and an export that the splitting tool joins; a macro writes both"
)]

use yuntian::ui::{self, LATER, Later, NotHere};

#[wasm_split_helpers::wasm_split(later, fallible)]
fn gate() -> Result<&'static Later, NotHere> {
    Ok(&LATER)
}

fn main() {
    ui::start(|| Box::pin(gate()));
}
