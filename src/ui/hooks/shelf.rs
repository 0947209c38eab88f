//! The list with its search, which comes when a page wants it: nothing that grows with the catalogue is in the first load.
//!
//! The head comes whole: everything that can be filled in. The files of rows, guides without a form, come behind it one by one.

use std::{
    cell::{Cell, Ref, RefCell},
    rc::Rc,
};

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{catalogue::DATA, fetch};
use crate::{
    search::Index,
    ui::{
        Same,
        door::{self, File},
        finder::{Finder, Held},
        hooks::catalogue::Catalogue,
    },
};

/// How much of the list is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stock {
    /// Nothing, and nothing on its way.
    None,
    /// On its way.
    Loading,
    /// What can be filled in, and rows besides; more may be on their way.
    Some {
        /// Files of rows are on their way.
        is_coming: bool,
    },
    /// All.
    All,
    /// Something did not come; what is here stays. It is asked for again when it is next wanted.
    Failed,
}

/// The most used guides are in so many files: all of a district's.
const FIRST: usize = 4;

/// How much of the list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Want {
    /// What is here.
    Nothing,
    /// What can be filled in.
    Head,
    /// The most used guides without a form besides.
    First,
    /// Everything.
    All,
}

/// The list as far as it is here.
#[derive(Default)]
pub(crate) struct Shelf(Rc<Inner>);

#[derive(Default)]
struct Inner {
    /// The head's address.
    url: Option<String>,
    index: Cell<Option<Held>>,
    want: Cell<Option<Want>>,
    is_loading: Cell<bool>,
    has_failed: Cell<bool>,
    /// Those that draw the list.
    watching: RefCell<Vec<(usize, UseForceUpdateHandle)>>,
    n_watching: Cell<usize>,
}

impl Shelf {
    pub(super) fn new(url: Option<String>) -> Self {
        Self(Rc::new(Inner { url, ..Inner::default() }))
    }

    /// The list as far as it is here. Not to be held over a wait.
    pub(crate) fn index(&self) -> Option<Ref<'static, Index>> {
        self.0.index.get().map(RefCell::borrow)
    }
}

impl Inner {
    fn stock(&self) -> Stock {
        let n_missing = self.index.get().map(|index| index.borrow().missing().len());
        match (n_missing, self.has_failed.get()) {
            (Some(0), _) => Stock::All,
            (_, true) => Stock::Failed,
            (None, false) if self.is_loading.get() => Stock::Loading,
            (None, false) => Stock::None,
            (Some(_), false) => Stock::Some { is_coming: self.is_loading.get() },
        }
    }

    /// The next file that is wanted.
    fn next(&self) -> Option<String> {
        let want = self.want.get()?;
        match self.index.get().map(RefCell::borrow) {
            None if want >= Want::Head => self.url.clone(),
            Some(index) if want == Want::All || (want == Want::First && index.n_added() < FIRST) => {
                index.missing().first().map(|file| [DATA, file].concat())
            }
            None | Some(_) => None,
        }
    }

    /// Fetches a file and puts it to the others; false where it did not come.
    async fn put(&self, url: &str) -> bool {
        let bytes = fetch::bytes(url).await;
        // On its way since the beginning.
        let is_here = door::fetch(File::Finder).await.is_ok();
        let (Ok(bytes), true, Some(finder)) = (bytes, is_here, door::here::<Finder>()) else { return false };
        match self.index.get() {
            Some(index) => (finder.add)(index, &bytes),
            None => {
                self.index.set((finder.open)(&bytes));
                self.index.get().is_some()
            }
        }
    }

    fn redraw(&self) {
        for (_, watching) in self.watching.borrow().iter() {
            watching.force_update();
        }
    }
}

/// Fetches what is wanted and not here, file by file.
fn fetch_wanted(inner: &Rc<Inner>, want: Want) {
    if inner.want.get().is_none_or(|old| old < want) {
        inner.want.set(Some(want));
    }
    if inner.is_loading.get() || inner.next().is_none() {
        return;
    }
    inner.is_loading.set(true);
    inner.has_failed.set(false);
    // What reads the list comes beside it, not behind it.
    spawn_local(async move {
        // Whether it came is seen when it is used.
        let _ = door::fetch(File::Finder).await;
    });
    let inner = inner.clone();
    spawn_local(async move {
        while let Some(url) = inner.next() {
            if !inner.put(&url).await {
                inner.has_failed.set(true);
                break;
            }
            inner.redraw();
        }
        inner.is_loading.set(false);
        inner.redraw();
    });
}

/// How much of the list is here; the part that asks is drawn again when there is more. What is wanted is fetched after the
/// drawing, and asked for again with each new `attempt`.
#[hook]
pub(crate) fn use_index(catalogue: &Same<Catalogue>, want: Want, attempt: usize) -> Stock {
    let redraw = use_force_update();
    let inner = catalogue.shelf.0.clone();
    {
        let inner = inner.clone();
        use_effect_with((), move |()| {
            let number = inner.n_watching.get();
            inner.n_watching.set(number + 1);
            inner.watching.borrow_mut().push((number, redraw));
            move || inner.watching.borrow_mut().retain(|(other, _)| *other != number)
        });
    }
    {
        let inner = inner.clone();
        use_effect_with((want, attempt), move |(want, _)| fetch_wanted(&inner, *want));
    }
    inner.stock()
}
