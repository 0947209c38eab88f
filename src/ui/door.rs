//! The doors to the files of the program that are fetched when they are first needed (docs/adr/0011, 0018, 0020, 0021): one shape for all of them.
//!
//! **Invariant:** what lies behind a door is had through it alone, and only once the file is there.

use std::{any::Any, cell::Cell};

use super::{
    Author, Carry, Drafts, Entitled, Finder, Hand, Kiosk, Later, Leaflet, Upkeep,
    later::{NotHere, Work},
};

/// Fetches a file, which is a table of functions: a gate of `bin/app.rs`.
pub type Fetch = fn() -> Work<Result<&'static dyn Any, NotHere>>;

/// What fetches each file.
#[derive(Debug, Clone, Copy)]
pub struct Gates {
    /// The second file, [`Later`].
    pub later: Fetch,
    /// The author's page, [`Author`].
    pub author: Fetch,
    /// What takes signatures and attachments, [`Hand`].
    pub hand: Fetch,
    /// The rest of a guide, and its sheet, [`Leaflet`].
    pub leaflet: Fetch,
    /// The search, [`Finder`].
    pub finder: Fetch,
    /// "What am I entitled to?", [`Entitled`].
    pub entitled: Fetch,
    /// What a kiosk has on every page, [`Kiosk`].
    pub kiosk: Fetch,
    /// What the page says about itself, [`Upkeep`].
    pub upkeep: Fetch,
    /// The store of drafts with their list, [`Drafts`].
    pub drafts: Fetch,
    /// Handing over, [`Carry`].
    pub carry: Fetch,
}

/// A file besides the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Later,
    Author,
    Hand,
    Leaflet,
    Finder,
    Entitled,
    Kiosk,
    Upkeep,
    Drafts,
    Carry,
}

/// What a file brings.
pub(super) trait Behind: Any {
    /// The file.
    const FILE: File;
}

impl Behind for Later {
    const FILE: File = File::Later;
}

impl Behind for Author {
    const FILE: File = File::Author;
}

impl Behind for Hand {
    const FILE: File = File::Hand;
}

impl Behind for Leaflet {
    const FILE: File = File::Leaflet;
}

impl Behind for Finder {
    const FILE: File = File::Finder;
}

impl Behind for Entitled {
    const FILE: File = File::Entitled;
}

impl Behind for Kiosk {
    const FILE: File = File::Kiosk;
}

impl Behind for Upkeep {
    const FILE: File = File::Upkeep;
}

impl Behind for Drafts {
    const FILE: File = File::Drafts;
}

impl Behind for Carry {
    const FILE: File = File::Carry;
}

type Slot = Cell<Option<&'static dyn Any>>;

thread_local! {
    static GATES: Cell<Option<Gates>> = const { Cell::new(None) };
    static HERE: [Slot; 10] =
        const { [const { Cell::new(None) }; 10] };
}

/// Names the gates, once, before the page starts.
pub(super) fn set(gates: Gates) {
    GATES.set(Some(gates));
}

fn slot<R>(file: File, with: impl FnOnce(&Slot) -> R) -> R {
    HERE.with(|[later, author, hand, leaflet, finder, entitled, kiosk, upkeep, drafts, carry]| {
        with(match file {
            File::Later => later,
            File::Author => author,
            File::Hand => hand,
            File::Leaflet => leaflet,
            File::Finder => finder,
            File::Entitled => entitled,
            File::Kiosk => kiosk,
            File::Upkeep => upkeep,
            File::Drafts => drafts,
            File::Carry => carry,
        })
    })
}

/// Hands over a file that is linked beside the first, so that there is nothing to fetch.
pub(super) fn bring<T: Behind>(table: &'static T) {
    slot(T::FILE, |slot| slot.set(Some(table)));
}

/// Whether a file is here.
pub(super) fn is_here(file: File) -> bool {
    slot(file, Cell::get).is_some()
}

/// What a file brings, where it is here.
pub(super) fn here<T: Behind>() -> Option<&'static T> {
    slot(T::FILE, Cell::get)?.downcast_ref()
}

/// Fetches a file where it is not here.
pub(super) async fn fetch(file: File) -> Result<(), NotHere> {
    if is_here(file) {
        return Ok(());
    }
    let gates = GATES.get().ok_or(NotHere)?;
    let gate = match file {
        File::Later => gates.later,
        File::Author => gates.author,
        File::Hand => gates.hand,
        File::Leaflet => gates.leaflet,
        File::Finder => gates.finder,
        File::Entitled => gates.entitled,
        File::Kiosk => gates.kiosk,
        File::Upkeep => gates.upkeep,
        File::Drafts => gates.drafts,
        File::Carry => gates.carry,
    };
    let table = gate().await?;
    slot(file, |slot| slot.set(Some(table)));
    Ok(())
}
