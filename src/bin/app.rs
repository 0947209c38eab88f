//! The page, and the gates to its other files (docs/adr/0011, 0012, 0014, 0017).

#![allow(unsafe_code, reason = "a macro writes the import and the export that the splitting tool joins")]
use yuntian::ui::{AUTHOR, Author, Gates, HAND, Hand, LATER, LEAFLET, Later, Leaflet, NotHere, start};

macro_rules! gate {
    ($name:ident: $of:ty = $table:ident) => {
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Result<&'static $of, NotHere> {
            Ok(&$table)
        }
    };
}
gate!(later: Later = LATER);
gate!(author: Author = AUTHOR);
gate!(hand: Hand = HAND);
gate!(leaflet: Leaflet = LEAFLET);
/// Starts the page.
fn main() {
    start(Gates {
        later: || Box::pin(later()),
        author: || Box::pin(author()),
        hand: || Box::pin(hand()),
        leaflet: || Box::pin(leaflet()),
    });
}
