//! What the deployment offers: settings, the list with its search, and where each pack lies.

use super::{
    fetch::{self, FetchError},
    json,
};
use crate::{
    catalog,
    model::{FormId, Settings},
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
    /// Where the files that authors refer to lie.
    pub author: String,
    /// The files of the directory.
    directory: Vec<String>,
}

/// What an id leads to; files by their address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Listed {
    /// A form: its pack, and the made-up answers of its sample.
    Form { pack: String, sample: Option<String> },
    /// A guide without a form, in a file of many.
    Guide(String),
    /// Nothing any more: this took its place.
    Now(FormId),
    /// Nothing.
    Nowhere,
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
            author: named("author").unwrap_or_default(),
            directory: json::list(&manifest, "directory"),
            places: Places {
                settings: settings_url,
                shard_table: named("shardTable").unwrap_or_default(),
                shards: named("shards").unwrap_or_default(),
                tables,
            },
        })
    }

    /// What an id leads to: one file of the directory is fetched.
    pub(crate) async fn look_up(&self, id: &FormId) -> Result<Listed, FetchError> {
        let Some(file) = self.directory.get(catalog::shelf(id.as_str(), self.directory.len())) else {
            return Ok(Listed::Nowhere);
        };
        let file = fetch::bytes(&[DATA, file.as_str()].concat()).await?;
        let file = json::read(&file).ok_or(FetchError::Unreadable)?;
        let Some(found) = json::get(&file, id.as_str()) else { return Ok(Listed::Nowhere) };
        let at = |name: &str| json::text(&found, name).map(|file| [DATA, &file].concat());
        Ok(match (at("pack"), at("guides"), json::text(&found, "now")) {
            (Some(pack), _, _) => Listed::Form { pack, sample: at("sample") },
            (_, Some(guides), _) => Listed::Guide(guides),
            (_, _, Some(now)) => Listed::Now(FormId::new(&now)),
            (None, None, None) => Listed::Nowhere,
        })
    }

    /// Where a table lies: `regions`, `streets`.
    pub(crate) fn table_url(&self, name: &str) -> Option<String> {
        self.places.tables.get(name).cloned()
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
