//! `guides qr`: sheets of codes that lead to the guides, to cut apart and hang up.
//!
//! **Invariant:** the same catalogue, address and day give the same bytes.

mod sheets;

use std::{collections::BTreeSet, fs, path::Path};

use self::sheets::Label;
use super::{
    fill, report,
    world::{Exit, Stop, World},
};
use crate::{
    catalog,
    fonts::{self, Face, ShardTable},
    model::Localized,
    qr,
    render::{self, Meta},
    text::{Note, leaflet},
};

/// What is wanted.
pub(super) struct Wanted<'a> {
    /// Guides by id; all where there is none.
    pub(super) ids: &'a [String],
    /// Where the page is served.
    pub(super) base: Option<&'a str>,
    /// Only this department.
    pub(super) department: Option<&'a str>,
}

/// Something with a guide.
struct Listed {
    id: String,
    title: Localized,
    department: Localized,
    is_sample: bool,
}

/// Runs `guides qr`.
pub(super) fn run(world: &World, wanted: &Wanted<'_>, out: &Path) -> Result<Exit, Stop> {
    let (settings, _) = world.settings()?;
    let base = base(wanted.base.or(settings.base_url.as_deref()))?;
    let listed = chosen(world, wanted)?;
    let locale = world.locale;
    let words = leaflet::words(locale);
    let mut labels = Vec::new();
    for one in &listed {
        let address = format!("{base}#/i/{}", one.id);
        let too_long = || Stop::refused(Note::BadBase { base: base.clone() });
        let mut lines = vec![
            one.id.clone(),
            one.department.get(locale).to_owned(),
            settings.district.get(locale).to_owned(),
        ];
        lines.push(words.scan.to_owned());
        if one.is_sample || settings.is_sample {
            lines.push(words.sample.to_owned());
        }
        let code = qr::code(&address).ok_or_else(too_long)?;
        labels.push(Label { title: one.title.get(locale).to_owned(), lines, address, code });
    }
    let face = face(world, &labels)?;
    let sheets = sheets::sheets(&labels, &face, words.codes, locale);
    let meta = Meta { id: format!("guides-qr {base}"), today: world.today };
    let pdf = render::pdf(&sheets, &face, &[], &meta).map_err(|error| {
        Stop::refused(Note::CanNotWrite { file: out.display().to_string(), reason: error.to_string() })
    })?;
    world.write(out, &pdf)?;
    let shown = out.display().to_string();
    if world.is_json {
        report::outcome(true, std::slice::from_ref(&shown), &[], locale);
    }
    report::note(&Note::Wrote { file: shown }, locale);
    Ok(Exit::Good)
}

/// The address before `#`, a folder or a file.
fn base(base: Option<&str>) -> Result<String, Stop> {
    let base = base.ok_or_else(|| Stop::wrong_use(Note::NoBase))?;
    if !catalog::is_web_address(base) || base.contains('#') || base.len() > 1000 {
        return Err(Stop::wrong_use(Note::BadBase { base: base.to_owned() }));
    }
    // A static host leads `…/yuntian` to `…/yuntian/`; the page's files are beside the latter.
    let last = base.rsplit('/').next().unwrap_or_default();
    let is_whole =
        base.ends_with('/') || base.contains('?') || (last.contains('.') && base.matches('/').count() > 2);
    Ok(if is_whole { base.to_owned() } else { format!("{base}/") })
}

/// What the codes lead to, in the catalogue's order, or in that of the ids.
fn chosen(world: &World, wanted: &Wanted<'_>) -> Result<Vec<Listed>, Stop> {
    let sources = world.sources()?;
    let mut all: Vec<Listed> = Vec::new();
    for opened in world.all_forms()? {
        let form = opened.form;
        let id = form.id.as_str().to_owned();
        all.push(Listed {
            id,
            title: form.title,
            department: form.department,
            is_sample: form.guide.is_sample,
        });
    }
    for lone in catalog::guides(&sources).all {
        let id = lone.id.as_str().to_owned();
        all.push(Listed {
            id,
            title: lone.title,
            department: lone.department,
            is_sample: lone.guide.is_sample,
        });
    }
    if let Some(unknown) = wanted.ids.iter().find(|id| all.iter().all(|one| one.id != **id)) {
        return Err(Stop::wrong_use(Note::NoForm { id: unknown.clone() }));
    }
    if let Some(department) = wanted.department {
        let keys = catalog::departments(&sources);
        let named =
            keys.iter().find(|(key, _)| key == department).map_or(department, |(_, name)| name.as_str());
        all.retain(|one| one.department.zh == named || one.department.en.as_deref() == Some(named));
        if all.is_empty() {
            return Err(Stop::wrong_use(Note::NoneOf { department: department.to_owned() }));
        }
    }
    if !wanted.ids.is_empty() {
        all.retain(|one| wanted.ids.contains(&one.id));
        all.sort_by_key(|one| wanted.ids.iter().position(|id| *id == one.id));
    }
    if all.is_empty() {
        return Err(Stop::refused(Note::NoneOf { department: String::new() }));
    }
    Ok(all)
}

/// One font of the characters of the labels, out of the shards.
fn face(world: &World, labels: &[Label]) -> Result<Face, Stop> {
    let table = ShardTable::open(&fill::font_table(world)?).map_err(|_| fill::no_fonts(world))?;
    let texts = labels.iter().flat_map(|label| label.lines.iter().chain([&label.title]));
    let mut wanted: BTreeSet<char> = texts.flat_map(|text| text.chars()).collect();
    wanted.insert(' ');
    let plan = table.plan(&wanted);
    if !plan.missing.is_empty() {
        report::note(&Note::NoGlyphs { chars: plan.missing.iter().collect() }, world.locale);
        wanted.retain(|c| !plan.missing.contains(c));
    }
    let shards: Result<Vec<Vec<u8>>, _> =
        plan.shards.iter().map(|name| fs::read(world.fonts.join(name))).collect();
    let shards = shards.map_err(|_| fill::no_fonts(world))?;
    let bytes: Vec<&[u8]> = shards.iter().map(Vec::as_slice).collect();
    fonts::join(&bytes, &wanted).and_then(Face::new).map_err(|_| fill::no_fonts(world))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_folder_or_stays_a_file() {
        for (given, expect) in [
            ("https://example.org", Some("https://example.org/")),
            ("https://example.org/yuntian", Some("https://example.org/yuntian/")),
            ("https://example.org/yuntian/", Some("https://example.org/yuntian/")),
            ("https://example.org/a/index.html", Some("https://example.org/a/index.html")),
            ("https://example.org/?x=1", Some("https://example.org/?x=1")),
            ("https://example.org/#/", None),
            ("example.org", None),
        ] {
            assert_eq!(base(Some(given)).ok().as_deref(), expect, "{given}");
        }
        assert!(matches!(base(None), Err(Stop { note: Note::NoBase, .. })));
    }
}
