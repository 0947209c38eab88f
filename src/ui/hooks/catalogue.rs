//! What the deployment offers: settings, the list with its search, and where each pack lies.

use std::collections::BTreeMap;

use super::{
    fetch::{self, FetchError},
    json,
};
use crate::{
    catalog,
    model::{FormId, Localized, Settings},
};

/// The folder of the packs, beside the page.
const DATA: &str = "data/";

/// Everything that is known before a form is opened.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// What the deployment says about itself.
    pub settings: Settings,
    /// The list in the catalogue's order.
    pub entries: Vec<Entry>,
    packs: BTreeMap<String, String>,
    regions: Option<String>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which form.
    pub id: FormId,
    /// A benefit, not an item.
    pub is_benefit: bool,
    /// Its title.
    pub title: Localized,
    /// The department's short name.
    pub department: Localized,
}

/// A line that was found, with the parts of its title that match: start and end in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The line.
    pub entry: Entry,
    /// What to mark.
    pub marks: Vec<(usize, usize)>,
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

    /// The lines that fit what was typed, best first.
    pub fn find(&self, query: &str) -> Vec<Hit> {
        let query = query.trim();
        if query.is_empty() {
            return Vec::new();
        }
        self.entries
            .iter()
            .filter(|entry| entry.title.zh.contains(query))
            .map(|entry| Hit { entry: entry.clone(), marks: Vec::new() })
            .collect()
    }

    /// The line of a form.
    pub fn entry(&self, id: &FormId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }
}
