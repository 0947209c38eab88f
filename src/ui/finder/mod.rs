//! What finds: the index, and how a hit is drawn. It lies in a file of the program of its own, fetched with the list when the search
//! box takes the focus (ADR 17), and is had through its door alone.

mod hits;

use std::cell::RefCell;

use yew::prelude::*;

use crate::{
    model::Locale,
    search::{Fit, Index},
    ui::Route,
};

/// More hits than this are a sign to type more.
pub(super) const MOST_HITS: usize = 8;

/// The index as it lies in memory: as long as the page is open, so that the first file need not know how to let go of it.
pub(super) type Held = &'static RefCell<Index>;

/// The search, as functions.
pub struct Finder {
    /// Reads the head.
    pub(super) open: fn(&[u8]) -> Option<Held>,
    /// Adds rows; false where they are none.
    pub(super) add: fn(Held, &[u8]) -> bool,
    /// What a query finds.
    pub(super) found: fn(&Index, &str, Locale, &mut Shown) -> Found,
}

/// The one table of that file. Only the gate in `bin/app.rs` names it.
pub static FINDER: Finder = Finder {
    open: |bytes| Index::open(bytes).map(|index| &*Box::leak(Box::new(RefCell::new(index)))),
    add: |index, bytes| index.borrow_mut().add(bytes),
    found: hits::found,
};

/// What was found, drawn.
#[derive(Default)]
pub(super) struct Found {
    /// Where each hit leads.
    pub(super) routes: Vec<Route>,
    /// What each hit shows.
    pub(super) rows: Vec<Html>,
    /// Nothing fits exactly; these come close.
    pub(super) is_near: bool,
    /// Where nothing was found: what to try.
    pub(super) tries: Vec<String>,
}

/// What was shown last, and for what.
#[derive(Default)]
pub(super) struct Shown {
    query: String,
    fit: Option<Fit>,
    ids: Vec<String>,
}
