//! The page, and the gates to its other files (docs/adr/0011, 0012, 0014, 0017, 0018, 0020, 0021, 0022, 0023, 0025, 0026).

#![allow(unsafe_code, reason = "a macro writes the import and the export that the splitting tool joins")]
use yuntian::ui::{
    AUTHOR, Author, CARRY, COUNTER, Carry, Counter, DRAFTS, Drafts, ENTITLED, Entitled, FINDER, Finder,
    Gates, HAND, Hand, KIOSK, Kiosk, LATER, LEAFLET, Later, Leaflet, NotHere, OWN, Own, UPKEEP, Upkeep,
    start,
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
    entitled: Entitled = ENTITLED, kiosk: Kiosk = KIOSK, upkeep: Upkeep = UPKEEP, drafts: Drafts = DRAFTS, carry: Carry = CARRY,
    counter: Counter = COUNTER, own: Own = OWN);
