//! What the deployment offers: settings, the list with its search, and where each pack lies.

use super::{
    fetch::{self, FetchError},
    json,
};
use crate::{
    catalog,
    model::{FormId, Settings, SortedMap},
    search::{self, Entry, Hit, Index},
    worker::Places,
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
    /// Where the worker finds fonts, tables and settings.
    pub places: Places,
    /// Where the conditions of all benefits lie.
    pub benefits: String,
    /// Where the questions of "what am I entitled to?" lie; empty where there are none.
    pub profile: String,
    /// Where the files that authors refer to lie.
    pub author: String,
    packs: SortedMap<String, String>,
    samples: SortedMap<String, String>,
}

impl Catalogue {
    /// Loads manifest, settings and index.
    pub(crate) async fn load() -> Result<Self, FetchError> {
        let manifest = fetch::bytes(&[DATA, "manifest.json"].concat()).await?;
        let manifest = json::read(&manifest).ok_or(FetchError::Unreadable)?;
        let named = |name: &str| json::text(&manifest, name).map(|file| [DATA, &file].concat());
        let settings_url = named("settings").ok_or(FetchError::Unreadable)?;
        let index_url = named("index").ok_or(FetchError::Unreadable)?;
        let mut tables = json::texts(&manifest, "tables");
        for file in tables.values_mut() {
            *file = [DATA, file.as_str()].concat();
        }
        let settings = fetch::bytes(&settings_url).await;
        let index = fetch::bytes(&index_url).await;
        Ok(Self {
            settings: catalog::settings(&settings?).0.unwrap_or_default(),
            index: Index::open(&index?),
            benefits: named("benefits").unwrap_or_default(),
            profile: named("profile").unwrap_or_default(),
            author: named("author").unwrap_or_default(),
            packs: json::texts(&manifest, "packs"),
            samples: json::texts(&manifest, "samples"),
            places: Places {
                settings: settings_url,
                shard_table: named("shardTable").unwrap_or_default(),
                shards: named("shards").unwrap_or_default(),
                tables,
            },
        })
    }

    /// Where a form's pack lies.
    pub(crate) fn pack_url(&self, id: &FormId) -> Option<String> {
        self.packs.get(id.as_str()).map(|file| [DATA, file].concat())
    }

    /// Where a table lies: `regions`, `streets`.
    pub(crate) fn table_url(&self, name: &str) -> Option<String> {
        self.places.tables.get(name).cloned()
    }

    /// Where the made-up answers of a form lie.
    pub(crate) fn sample_url(&self, id: &FormId) -> Option<String> {
        self.samples.get(id.as_str()).map(|file| [DATA, file].concat())
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
