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
pub struct Catalogue {
    /// What the deployment says about itself.
    pub settings: Settings,
    /// The list with its search.
    index: Option<Index>,
    packs: BTreeMap<String, String>,
    regions: Option<String>,
}

impl Catalogue {
    /// Loads manifest, settings and index.
    pub async fn load() -> Result<Self, FetchError> {
        let manifest = fetch::bytes(&[DATA, "manifest.json"].concat()).await?;
        let manifest = json::read(&manifest).ok_or(FetchError::NoAnswer)?;
        let named = |name: &str| json::text(&manifest, name).map(|file| [DATA, &file].concat());
        let mut catalogue = Self { regions: named("regions"), ..Self::default() };
        if let Some(url) = named("settings") {
            catalogue.settings = catalog::settings(&fetch::bytes(&url).await?).0.unwrap_or_default();
        }
        Ok(catalogue)
    }

    /// Where a form's pack lies.
    pub fn pack_url(&self, id: &FormId) -> Option<String> {
        self.packs.get(id.as_str()).map(|file| [DATA, file].concat())
    }

    /// Where the table of county codes lies.
    pub fn regions_url(&self) -> Option<String> {
        self.regions.as_ref().map(|file| [DATA, file].concat())
    }

    /// The list in the catalogue's order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.index.iter().flat_map(Index::entries)
    }

    /// The lines that fit what was typed, best first.
    pub fn find(&self, query: &str) -> Vec<Hit<'_>> {
        self.index.as_ref().map(|index| search::find(index, query, MOST_HITS)).unwrap_or_default()
    }
}
