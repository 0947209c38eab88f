//! The page's hold on the helper, which looks at form files; and the helper's own side.
//!
//! **Invariant:** the helper makes no paper and keeps no file: each job brings all of its files.

use std::{cell::RefCell, rc::Rc};

use super::{
    Places, WorkerError,
    author::{Checked, Dropped, Shelf},
    checking::{self, Diagnose},
    handle::{Handle, absolute},
    job::{read_error, write_error},
    scope::{self, fetch},
};
use crate::{catalog, model::Tables};

/// The page's hold on the helper. Clones are the same; the worker starts with the first job.
#[derive(Clone, PartialEq)]
pub struct Helper {
    handle: Handle,
    shelf: Rc<Shelf>,
}

impl Helper {
    /// The helper that the page names; `author` is where the catalogue's files for authors lie.
    #[must_use]
    pub fn of_page(places: &Places, author: &str) -> Option<Self> {
        let table = |name: &str| places.tables.get(name).map(|url| absolute(url)).unwrap_or_default();
        let shelf = Shelf { author: absolute(author), regions: table("regions"), streets: table("streets") };
        Some(Self { handle: Handle::of_page("helper")?, shelf: Rc::new(shelf) })
    }

    /// Looks at form files: every fault, a pack of each good form, its examples run.
    pub async fn check(&self, dropped: &Dropped) -> Result<Checked, WorkerError> {
        let files = dropped.files.iter().map(|(_, bytes)| bytes.clone()).collect();
        let (head, packs) = self.handle.ask(dropped.head(&self.shelf), files).await?;
        match read_error(&head) {
            Some(error) => Err(error),
            None => {
                Checked::read(&head, packs).ok_or_else(|| WorkerError::Failed { code: String::from("reply") })
            }
        }
    }
}

/// What was fetched for all jobs.
struct Kept {
    shared: catalog::Sources,
    tables: Tables,
}

/// Listens for jobs; `diagnose` makes message and hint of a fault.
pub fn help(diagnose: &'static Diagnose<'static>) {
    let kept: Rc<RefCell<Option<Rc<Kept>>>> = Rc::default();
    scope::listen(move |head, bytes| {
        let kept = kept.clone();
        async move {
            match serve(&head, bytes, &kept, diagnose).await {
                Ok(checked) => checked.write(),
                Err(error) => (write_error(&error), Vec::new()),
            }
        }
    });
}

async fn serve(
    head: &str,
    bytes: Vec<Vec<u8>>,
    kept: &RefCell<Option<Rc<Kept>>>,
    diagnose: &'static Diagnose<'static>,
) -> Result<Checked, WorkerError> {
    let read = Dropped::read(head, bytes);
    let (dropped, shelf) = read.ok_or_else(|| WorkerError::Failed { code: String::from("job") })?;
    let known = kept.borrow().clone();
    let known = match known {
        Some(known) => known,
        None => {
            let known = Rc::new(fetched(&shelf).await?);
            kept.replace(Some(known.clone()));
            known
        }
    };
    Ok(checking::check(&dropped, &known.shared, &known.tables, diagnose))
}

async fn fetched(shelf: &Shelf) -> Result<Kept, WorkerError> {
    let shared = checking::shared(&fetch(&shelf.author).await?);
    let tables = Tables {
        regions: catalog::regions(&fetch(&shelf.regions).await?),
        streets: catalog::streets(&fetch(&shelf.streets).await?),
    };
    Ok(Kept { shared, tables })
}
