//! What the deployment offers: settings, the list with its search, and where each pack lies.

use std::collections::BTreeMap;

use super::{
    fetch::{self, FetchError},
    json,
};
use crate::{
    catalog,
    model::{FormId, Settings},
    search::{self, Entry, Hit, Index},
};

/// The folder of the packs, beside the page.
const DATA: &str = "data/";
/// More hits than this are a sign to type more.
const MOST_HITS: usize = 8;

/// Everything that is known before a form is opened.
#[derive(Default)]
pub(crate) struct Catalogue {
    /// What the deployment says about itself.
    pub settings: Settings,
    /// The list with its search.
    index: Option<Index>,
    packs: BTreeMap<String, String>,
    tables: BTreeMap<String, String>,
}

impl Catalogue {
    /// Loads manifest, settings and index.
    pub(crate) async fn load() -> Result<Self, FetchError> {
        let manifest = fetch::bytes(&[DATA, "manifest.json"].concat()).await?;
        let manifest = json::read(&manifest).ok_or(FetchError::NoAnswer)?;
        let named = |name: &str| json::text(&manifest, name).map(|file| [DATA, &file].concat());
        let mut catalogue = Self::default();
        if let Some(url) = named("settings") {
            catalogue.settings = catalog::settings(&fetch::bytes(&url).await?).0.unwrap_or_default();
        }
        Ok(catalogue)
    }

    /// Where a form's pack lies.
    pub(crate) fn pack_url(&self, id: &FormId) -> Option<String> {
        self.packs.get(id.as_str()).map(|file| [DATA, file].concat())
    }

    /// Where a table lies: `regions`, `streets`.
    pub(crate) fn table_url(&self, name: &str) -> Option<String> {
        self.tables.get(name).map(|file| [DATA, file].concat())
    }

    /// The list in the catalogue's order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.index.iter().flat_map(Index::entries)
    }

    /// The lines that fit what was typed, best first.
    pub(crate) fn find(&self, query: &str) -> Vec<Hit<'_>> {
        self.index.as_ref().map(|index| search::find(index, query, MOST_HITS)).unwrap_or_default()
    }
}
