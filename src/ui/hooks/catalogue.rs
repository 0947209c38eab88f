//! What the deployment offers: settings, where each pack lies, and the list with its search once it is fetched.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::{
    fetch::{self, FetchError},
    json, keep,
    shelf::Shelf,
    use_prefs::Prefs,
};
use crate::{
    catalog,
    diag::Diagnostic,
    model::{Date, FormId, Localized, Settings, SortedMap},
    ui::Whose,
    worker::Places,
};

/// The folder of the packs, beside the page.
pub(super) const DATA: &str = "data/";

/// A department or life event to browse by.
pub(crate) struct Facet {
    /// What entries call it by.
    pub key: String,
    /// What people call it.
    pub name: Localized,
    /// How many forms stand there.
    pub n: usize,
    /// Whether it is for firms.
    pub is_firm: bool,
    /// The path of its picture; empty where it has none.
    pub picture: String,
}

/// Everything that is known before a form is opened.
#[derive(Default)]
pub(crate) struct Catalogue {
    /// What the deployment says about itself.
    pub settings: Settings,
    /// What is wrong with that. Nothing is filled in where something is: a kiosk could be taken for a home.
    pub faults: Vec<Diagnostic>,
    /// The day of the catalogue, where its maker named one.
    pub day: Option<Date>,
    /// The list with its search, which comes later: `use_index`.
    pub(crate) shelf: Shelf,
    /// Where the worker finds fonts, tables and settings.
    pub places: Places,
    /// Where the conditions of all benefits lie.
    pub benefits: String,
    /// Where the questions of "what am I entitled to?" lie; empty where there are none.
    pub profile: String,
    /// Where the questions lie about what a firm or a person keeps of its own, by whose.
    pub own: SortedMap<String, String>,
    /// Where the files that authors refer to lie.
    pub author: String,
    /// Departments that have forms.
    pub departments: Vec<Facet>,
    /// Life events that have forms.
    pub life_events: Vec<Facet>,
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
    /// Loads manifest and settings.
    pub(crate) async fn load() -> Result<Self, FetchError> {
        let manifest = fetch::bytes(&manifest_url()).await?;
        let manifest = json::read(&manifest).ok_or(FetchError::Unreadable)?;
        let named = |name: &str| json::text(&manifest, name).map(|file| [DATA, &file].concat());
        let settings_url = named("settings").ok_or(FetchError::Unreadable)?;
        let mut tables = json::texts(&manifest, "tables");
        for file in tables.values_mut() {
            *file = [DATA, file.as_str()].concat();
        }
        let settings = fetch::bytes(&settings_url).await?;
        let (settings, faults) = catalog::settings(&settings);
        let mut settings = settings.unwrap_or_default();
        settings.mode = settings.mode.asked(Prefs::here().mode);
        keep::stand(settings.mode);
        Ok(Self {
            settings,
            faults,
            day: json::text(&manifest, "day").as_deref().and_then(Date::parse_iso),
            shelf: Shelf::new(named("index")),
            benefits: named("benefits").unwrap_or_default(),
            profile: named("profile").unwrap_or_default(),
            own: json::texts(&manifest, "own"),
            author: named("author").unwrap_or_default(),
            departments: facets(&manifest, "departments"),
            life_events: facets(&manifest, "lifeEvents"),
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

    /// Where the questions lie about what somebody keeps of their own.
    pub(crate) fn own_url(&self, whose: Whose) -> Option<String> {
        self.own.get(whose.as_str()).map(|file| [DATA, file.as_str()].concat())
    }

    /// Where a table lies: `regions`, `streets`.
    pub(crate) fn table_url(&self, name: &str) -> Option<String> {
        self.places.tables.get(name).cloned()
    }
}

/// Where the manifest lies: the page names it by its content, so that one page never reads the manifest of another build.
fn manifest_url() -> String {
    let named = gloo::utils::document().query_selector(r#"meta[name="catalogue"]"#).ok().flatten();
    named.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| [DATA, "manifest.json"].concat())
}

fn facets(manifest: &JsValue, name: &str) -> Vec<Facet> {
    let list = json::get(manifest, "facets").and_then(|facets| json::get(&facets, name));
    let list = list.map(|list| Array::from(&list)).unwrap_or_default();
    let facet = |value: JsValue| {
        Some(Facet {
            key: json::text(&value, "key")?,
            name: Localized { zh: json::text(&value, "zh")?, en: json::text(&value, "en") },
            n: json::get(&value, "n")?.as_f64()? as usize,
            is_firm: json::get(&value, "firm")?.as_bool()?,
            picture: json::text(&value, "picture").unwrap_or_default(),
        })
    };
    list.iter().filter_map(facet).collect()
}
