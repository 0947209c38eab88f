//! `pack`: what the page reads. One hashed file a form, files of guides, the directory, the index, the tables, the settings and the font
//! shards.
//!
//! **Invariant:** the same catalogue and font give the same files, names included.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use serde_json::{Value, json};

use super::{
    args,
    directory::Directory,
    report,
    world::{self, Exit, Opened, Stop, World},
};
use crate::{
    catalog::{self, Facet, Sources},
    diag::Severity,
    fonts,
    model::{Form, FormId, FormKind, Guide, Localized, LoneGuide, Related},
    packet, record,
    search::{self, Entry, EntryKind, Fit, Group, Index},
    text::Note,
};

/// Where npm puts the font.
const FONT: &str = "node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf";
/// The order of frequency of Han characters.
const ORDER: &str = "codes/han-order.txt";
/// Guides that the page fetches at once: some 60 kB as sent.
const GUIDES_IN_A_FILE: usize = 64;
/// Of what a name finds, so many may be benefits to lead to.
const MOST_LINKS: usize = 8;
/// The sentences about answers, which a draft paper prints.
const SENTENCES: &str = include_str!("../text/issue.rs");

/// Runs `pack`. Nothing is written where a form is broken.
pub(super) fn run(world: &World, args: &args::Pack) -> Result<Exit, Stop> {
    let sources = world.sources()?;
    let mut forms = all_or_none(world, &sources, catalog::in_order(&sources))?;
    let profile = sources.0.contains_key(catalog::PROFILE).then(|| catalog::PROFILE.to_owned());
    let profile =
        all_or_none(world, &sources, profile.into_iter().collect())?.pop().map(|opened| opened.pack);
    let own = catalog::OWN.iter().filter(|(_, name)| sources.0.contains_key(*name));
    let own = all_or_none(world, &sources, own.map(|(_, name)| (*name).to_owned()).collect())?;
    let (_, settings) = world.settings()?;

    let guides = catalog::guides(&sources);
    if guides.diagnostics.iter().any(|found| found.severity == Severity::Error) {
        let diagnostics = world::shown_as(guides.diagnostics, &|file| world.shown_name(file));
        let form = world.shown_name(catalog::GUIDES_FOLDER);
        return Err(Stop { exit: Exit::Refused, note: Note::BrokenForm { form }, diagnostics });
    }

    let mut files = Files::default();
    let mut manifest = BTreeMap::from([("format", json!("yuntian-manifest/2"))]);
    // The head names the files with rows, so the manifest stays as long as it is, however many guides there are.
    let (departments, life_events) = groups(&sources);
    let entries = forms.iter().map(|opened| entry(&opened.form, &departments));
    let entries: Vec<Entry> =
        entries.chain(guides.all.iter().map(|guide| lone(guide, &departments))).collect();
    let head = search::index(&entries, &departments, &life_events, &mut |rows| {
        files.add("index/", "rows", "bin", rows)
    });
    link_benefits(&mut forms, &head);
    manifest.insert("index", files.add("index/", "head", "bin", head).into());
    let is_benefit = |form: &&Form| matches!(form.kind, FormKind::Benefit(_));
    let benefits: Vec<&Form> = forms.iter().map(|opened| &opened.form).filter(is_benefit).collect();
    manifest.insert("benefits", files.add("", "benefits", "bin", catalog::conditions(&benefits)).into());
    if let Some(pack) = profile {
        manifest.insert("profile", files.add("packs/", "profile", "pack", pack).into());
    }
    let own = own.into_iter().map(|Opened { form, pack, .. }| {
        let id = form.id.as_str();
        (id.to_owned(), files.add("packs/", id, "pack", pack))
    });
    manifest.insert("own", json!(own.collect::<BTreeMap<String, String>>()));
    manifest.insert("facets", browse(&sources, &forms));
    let mut directory = Directory::default();
    for Opened { form, pack, .. } in &forms {
        let id = form.id.as_str();
        let file = files.add("packs/", id, "pack", pack.clone());
        // The made-up answers of the filled sample.
        let name = catalog::name_of(&sources, id).map(|name| name.replace("form.json", "answers/full.json"));
        let sample = name.and_then(|name| sources.0.get(&name));
        let sample = sample.map(|bytes| files.add("samples/", id, "json", compact(bytes)));
        directory.form(id, file, sample);
    }
    for (idx, some) in guides.all.chunks(GUIDES_IN_A_FILE).enumerate() {
        let file = files.add("guides/", &idx.to_string(), "guides", catalog::pack_guides(&some.to_vec()));
        for guide in some {
            directory.guide(guide.id.as_str(), &file);
        }
    }
    directory.succeed(&catalog::former_ids(&sources));
    let shelves = directory.files().into_iter().enumerate();
    let shelves: Vec<String> =
        shelves.map(|(idx, bytes)| files.add("directory/", &idx.to_string(), "json", bytes)).collect();
    manifest.insert("directory", json!(shelves));
    manifest.insert("settings", files.add("", "settings", "json", settings).into());
    manifest.insert("author", files.add("", "author", "json", author(&sources)).into());

    let mut tables = BTreeMap::new();
    for (name, file) in [("regions", catalog::REGIONS), ("streets", catalog::STREETS)] {
        if let Some(bytes) = sources.0.get(file) {
            tables.insert(name, files.add("tables/", name, "json", compact(bytes)));
        }
    }
    let font = args.font.clone().unwrap_or_else(|| PathBuf::from(FONT));
    let ttf = world.read(&font)?;
    let order = sources.0.get(ORDER).map(|bytes| fonts::order(&String::from_utf8_lossy(bytes)));
    let order = order.unwrap_or_default();
    // What the keys on a kiosk's screen can write is what the font has by frequency.
    tables.insert("hanzi", files.add("tables/", "hanzi", "txt", search::by_sound(&order).into_bytes()));
    manifest.insert("tables", json!(tables));
    let cut = fonts::cut(&ttf, &base(&sources), &order).map_err(|error| {
        Stop::refused(Note::CanNotRead { file: font.display().to_string(), reason: error.to_string() })
    })?;
    manifest.insert("shardTable", files.add("fonts/", "table", "bin", cut.table).into());
    manifest.insert("shards", json!("fonts/"));
    for (name, bytes) in cut.shards {
        files.0.insert(format!("fonts/{name}"), bytes);
    }
    let manifest = serde_json::to_vec(&json!(manifest)).unwrap_or_default();
    files.0.insert("manifest.json".to_owned(), manifest);

    for (name, bytes) in &files.0 {
        world.write(&args.out.join(name), bytes)?;
    }
    if world.is_json {
        let names: Vec<String> = files.0.keys().cloned().collect();
        let warnings: Vec<_> = forms.into_iter().flat_map(|opened| opened.diagnostics).collect();
        report::outcome(true, &names, &warnings, world.locale);
    } else {
        report::note(&Note::Wrote { file: args.out.display().to_string() }, world.locale);
    }
    Ok(Exit::Good)
}

/// Every one of some forms, or every fault.
fn all_or_none(world: &World, sources: &Sources, names: Vec<String>) -> Result<Vec<Opened>, Stop> {
    let mut forms = Vec::new();
    let mut faults = Vec::new();
    let mut broken = Vec::new();
    for name in names {
        let (pack, diagnostics) = catalog::pack(sources, &name);
        let diagnostics = world::shown_as(diagnostics, &|file| world.shown_name(file));
        match pack.and_then(|pack| Some((catalog::open(&pack).0?, pack))) {
            Some((form, pack)) => forms.push(Opened { form, pack, diagnostics }),
            None => {
                broken.push(world.shown_name(&name));
                faults.extend(diagnostics);
            }
        }
    }
    if broken.is_empty() {
        return Ok(forms);
    }
    Err(Stop { exit: Exit::Refused, note: Note::BrokenForm { form: broken.join(", ") }, diagnostics: faults })
}

/// Files to write, by name.
#[derive(Default)]
struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file under a name that holds a hash of its content.
    fn add(&mut self, folder: &str, stem: &str, ending: &str, bytes: Vec<u8>) -> String {
        let hash: String = record::digest(&bytes).chars().take(8).collect();
        let name = format!("{folder}{stem}.{hash}.{ending}");
        self.0.insert(name.clone(), bytes);
        name
    }
}

/// Tells each item which benefits of its life events people call by the same names, so that its guide can lead there without
/// the index.
fn link_benefits(forms: &mut [Opened], head: &[u8]) {
    let Some(index) = Index::open(head) else { return };
    for opened in forms.iter_mut().filter(|opened| opened.form.kind == FormKind::Item) {
        for name in &opened.form.guide.synonyms {
            for hit in search::find(&index, name, MOST_LINKS) {
                let by_name = !hit.matched.is_empty() || hit.synonym.is_some();
                let mut events = opened.form.guide.life_events.iter();
                let is_near = events.any(|event| hit.entry.life_events.contains(event));
                let id = FormId::new(&hit.entry.id);
                if hit.entry.kind == EntryKind::Benefit
                    && hit.fit == Fit::Typed
                    && by_name
                    && is_near
                    && opened.form.benefits.iter().all(|other| other.id != id)
                {
                    opened.form.benefits.push(Related { id, title: hit.entry.title.clone() });
                }
            }
        }
        opened.pack = catalog::packed(&opened.form);
    }
}

/// The catalogue's departments and life events.
fn groups(sources: &Sources) -> (Vec<Group>, Vec<Group>) {
    let group = |facet: Facet| Group { key: facet.key, name: facet.name };
    let (departments, life_events) = catalog::facets(sources);
    (departments.into_iter().map(group).collect(), life_events.into_iter().map(group).collect())
}

fn lone(lone: &LoneGuide, departments: &[Group]) -> Entry {
    let of = Of { id: &lone.id, title: &lone.title, department: &lone.department, guide: &lone.guide };
    let entry = listed(&of, departments);
    Entry { kind: EntryKind::Item, minutes: 0, has_form: false, ..entry }
}

fn entry(form: &Form, departments: &[Group]) -> Entry {
    let of = Of { id: &form.id, title: &form.title, department: &form.department, guide: &form.guide };
    let kind = match form.kind {
        FormKind::Item | FormKind::Profile => EntryKind::Item,
        FormKind::Benefit(_) => EntryKind::Benefit,
    };
    Entry { kind, minutes: form.minutes, has_form: true, ..listed(&of, departments) }
}

/// What forms and guides without one have in common.
struct Of<'a> {
    id: &'a FormId,
    title: &'a Localized,
    department: &'a Localized,
    guide: &'a Guide,
}

fn listed(of: &Of<'_>, departments: &[Group]) -> Entry {
    let Of { id, title, department, guide } = of;
    let key = departments.iter().find(|group| group.name.zh == department.zh).map(|group| group.key.clone());
    Entry {
        id: id.as_str().to_owned(),
        kind: EntryKind::Item,
        title: (*title).clone(),
        department: (*department).clone(),
        department_key: key.unwrap_or_default(),
        synonyms: guide.synonyms.clone(),
        tags: guide.tags.clone(),
        materials: guide.materials.iter().map(|material| material.title.zh.clone()).collect(),
        life_events: guide.life_events.clone(),
        lists: guide.lists.clone(),
        venues: guide.venues.clone(),
        minutes: 0,
        has_form: false,
    }
}

/// The ways to browse, each with how many forms stand there; those without any are left out.
fn browse(sources: &Sources, forms: &[Opened]) -> Value {
    let (departments, life_events) = catalog::facets(sources);
    let count = |is_of: &dyn Fn(&Form) -> bool| forms.iter().filter(|opened| is_of(&opened.form)).count();
    let spelled = |facets: Vec<Facet>, is_of: &dyn Fn(&Facet, &Form) -> bool| -> Vec<Value> {
        let facets = facets.into_iter().map(|facet| (count(&|form| is_of(&facet, form)), facet));
        let facets = facets.filter(|(n, _)| *n > 0).map(|(n, facet)| {
            json!({"key": facet.key, "zh": facet.name.zh, "en": facet.name.en, "n": n, "firm": facet.is_firm, "picture": facet.picture})
        });
        facets.collect()
    };
    json!({
        "departments": spelled(departments, &|facet, form| form.department == facet.name),
        "lifeEvents": spelled(life_events, &|facet, form| form.guide.life_events.contains(&facet.key)),
    })
}

/// What the author's page needs besides the form it edits: dictionary, codes, grids, parameters, departments, the profile. Each as it is
/// written, so that a line that is named there is the line in the file.
fn author(sources: &Sources) -> Vec<u8> {
    let is_shared = |name: &str| {
        matches!(name, "elements.json" | "params.json" | "catalog.json" | catalog::PROFILE)
            || ((name.starts_with("codes/") || name.starts_with("grids/")) && name.ends_with(".json"))
    };
    let shared = sources.0.iter().filter(|(name, _)| is_shared(name));
    let shared: BTreeMap<&str, &str> =
        shared.filter_map(|(name, bytes)| Some((name.as_str(), std::str::from_utf8(bytes).ok()?))).collect();
    serde_json::to_vec(&shared).unwrap_or_default()
}

/// A table without the blanks that make it readable.
fn compact(bytes: &[u8]) -> Vec<u8> {
    let value = serde_json::from_slice::<Value>(bytes).ok();
    value.and_then(|value| serde_json::to_vec(&value).ok()).unwrap_or_else(|| bytes.to_vec())
}

/// The characters that every paper may need: those of the forms and of the paper's fixed words.
fn base(sources: &Sources) -> BTreeSet<char> {
    let mut base: BTreeSet<char> = SENTENCES.chars().collect();
    // Guides without a form are printed by the browser.
    let is_printed = |name: &str| {
        name.ends_with(".json")
            && !name.starts_with("regions/")
            && !name.starts_with(catalog::GUIDES_FOLDER)
            && (name == catalog::PROFILE || !catalog::is_unlisted(name))
    };
    let forms = sources.0.iter().filter(|(name, _)| is_printed(name));
    for (_, bytes) in forms {
        base.extend(String::from_utf8_lossy(bytes).chars());
    }
    for word in packet::words::ALL {
        base.extend(word.zh.chars().chain(word.en.chars()));
    }
    base.retain(|c| !c.is_control());
    base
}
