//! The page, and the gates to its other files (docs/adr/0011, 0012, 0014, 0017, 0018, 0023).

#![allow(unsafe_code, reason = "a macro writes the import and the export that the splitting tool joins")]
use yuntian::ui::{
    AUTHOR, Author, CARRY, Carry, ENTITLED, Entitled, FINDER, Finder, Gates, HAND, Hand, LATER, LEAFLET,
    Later, Leaflet, NotHere, start,
};

/// A gate for each file, and the start of the page.
macro_rules! gates {
    ($($name:ident: $of:ty = $table:ident),*) => {
        $(#[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<&'static $of, NotHere> {
            Ok(&$table)
        })*
        fn main() {
            start(Gates { $($name: || Box::pin(async { $name().await.map(|table| table as _) })),* });
        }
    };
}
gates!(later: Later = LATER, author: Author = AUTHOR, hand: Hand = HAND, leaflet: Leaflet = LEAFLET, finder: Finder = FINDER,
    entitled: Entitled = ENTITLED, carry: Carry = CARRY);
