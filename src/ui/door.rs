//! The doors to the files of the program that are fetched when they are first needed (docs/adr/0011, 0018, 0020, 0021, 0025, 0026): one shape
//! for all of them, and one list, `doors!`. `tools/doors.mjs` has the same list for the build.
//!
//! **Invariant:** what lies behind a door is had through it alone, and only once the file is there.

use std::{any::Any, cell::Cell};

use super::{
    Author, Carry, Counter, Drafts, Entitled, Finder, Hand, Kiosk, Later, Leaflet, Own, Upkeep,
    later::{NotHere, Work},
};

/// Fetches a file, which is a table of functions: a gate of `bin/app.rs`.
pub type Fetch = fn() -> Work<Result<&'static dyn Any, NotHere>>;

/// What a file brings.
pub(super) trait Behind: Any {
    /// The file.
    const FILE: File;
}

type Slot = Cell<Option<&'static dyn Any>>;

/// A gate, a file and a place for each door.
macro_rules! doors {
    ($($(#[$what:meta])* $gate:ident: $Table:ident),*) => {
        /// What fetches each file.
        #[derive(Debug, Clone, Copy)]
        pub struct Gates {
            $($(#[$what])* pub $gate: Fetch,)*
        }

        /// A file besides the first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum File {
            $($Table,)*
        }

        $(impl Behind for $Table {
            const FILE: File = File::$Table;
        })*

        /// A place for each file, empty until it is here.
        struct Here {
            $($gate: Slot,)*
        }

        impl Here {
            const fn none() -> Self {
                Self { $($gate: Cell::new(None),)* }
            }

            fn slot(&self, file: File) -> &Slot {
                match file {
                    $(File::$Table => &self.$gate,)*
                }
            }
        }

        impl Gates {
            fn of(&self, file: File) -> Fetch {
                match file {
                    $(File::$Table => self.$gate,)*
                }
            }
        }
    };
}

doors!(
    /// The second file, [`Later`].
    later: Later,
    /// The author's page, [`Author`].
    author: Author,
    /// What takes signatures and attachments, [`Hand`].
    hand: Hand,
    /// The rest of a guide, and its sheet, [`Leaflet`].
    leaflet: Leaflet,
    /// The search, [`Finder`].
    finder: Finder,
    /// "What am I entitled to?", [`Entitled`].
    entitled: Entitled,
    /// What a kiosk has on every page, [`Kiosk`].
    kiosk: Kiosk,
    /// What the page says about itself, [`Upkeep`].
    upkeep: Upkeep,
    /// The store of drafts with their list, [`Drafts`].
    drafts: Drafts,
    /// Handing over, [`Carry`].
    carry: Carry,
    /// A helper's counter at a station, [`Counter`].
    counter: Counter,
    /// What a firm or a person keeps of its own, [`Own`].
    own: Own
);

thread_local! {
    static GATES: Cell<Option<Gates>> = const { Cell::new(None) };
    static HERE: Here = const { Here::none() };
}

/// Names the gates, once, before the page starts.
pub(super) fn set(gates: Gates) {
    GATES.set(Some(gates));
}

/// Hands over a file that is linked beside the first, so that there is nothing to fetch.
pub(super) fn bring<T: Behind>(table: &'static T) {
    HERE.with(|here| here.slot(T::FILE).set(Some(table)));
}

/// Whether a file is here.
pub(super) fn is_here(file: File) -> bool {
    HERE.with(|here| here.slot(file).get().is_some())
}

/// What a file brings, where it is here.
pub(super) fn here<T: Behind>() -> Option<&'static T> {
    HERE.with(|here| here.slot(T::FILE).get())?.downcast_ref()
}

/// Fetches a file where it is not here.
pub(super) async fn fetch(file: File) -> Result<(), NotHere> {
    if is_here(file) {
        return Ok(());
    }
    let gates = GATES.get().ok_or(NotHere)?;
    let table = gates.of(file)().await?;
    HERE.with(|here| here.slot(file).set(Some(table)));
    Ok(())
}
