//! What a command gets from outside: day, language, catalogue, settings, files.
//!
//! **Invariant:** the clock is read here and nowhere else.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{args::Common, report};
use crate::{
    catalog::{self, Sources},
    diag::{Diagnostic, Severity},
    model::{Date, Form, Locale, Settings, Tables},
    text::Note,
};

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// 0: good, warnings included.
    Good,
    /// 1: refused, with reasons.
    Refused,
    /// 2: wrong use.
    WrongUse,
}

impl Exit {
    /// The process's exit status.
    pub(super) fn status(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Refused => 1,
            Self::WrongUse => 2,
        }
    }
}

/// Why a command stops before it has a result.
#[derive(Debug)]
pub(super) struct Stop {
    /// How it ends.
    pub(super) exit: Exit,
    /// What to say.
    pub(super) note: Note,
    /// What is wrong with the form, where that is the reason.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Stop {
    /// Wrong use.
    pub(super) fn wrong_use(note: Note) -> Self {
        Self { exit: Exit::WrongUse, note, diagnostics: Vec::new() }
    }

    /// Refused.
    pub(super) fn refused(note: Note) -> Self {
        Self { exit: Exit::Refused, note, diagnostics: Vec::new() }
    }
}

/// A form, opened from its pack.
#[derive(Debug)]
pub(super) struct Opened {
    /// The form.
    pub(super) form: Form,
    /// The pack it was opened from.
    pub(super) pack: Vec<u8>,
    /// Warnings about the form.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What a command gets from outside.
#[derive(Debug)]
pub(super) struct World {
    /// Language of sentences and titles.
    pub(super) locale: Locale,
    /// Today.
    pub(super) today: Date,
    /// JSON is wanted on standard output.
    pub(super) is_json: bool,
    /// Folder of the catalogue.
    pub(super) forms: PathBuf,
    /// Folder of the font shards.
    pub(super) fonts: PathBuf,
    /// Folder of the files that answers name.
    pub(super) attachments: Option<PathBuf>,
    settings: Option<PathBuf>,
}

impl World {
    /// From the command line and the clock.
    pub(super) fn new(common: &Common) -> Result<Self, Stop> {
        let today = common.today.or_else(today_in_china).ok_or_else(|| Stop::wrong_use(Note::NoClock))?;
        Ok(Self {
            locale: common.lang.locale(),
            today,
            is_json: common.json,
            forms: common.forms.clone(),
            fonts: common.fonts.clone().unwrap_or_else(|| PathBuf::from("target/packs/fonts")),
            attachments: common.attachments.clone(),
            settings: common.settings.clone(),
        })
    }

    /// Every file of the catalogue.
    pub(super) fn sources(&self) -> Result<Sources, Stop> {
        if !self.forms.is_dir() {
            return Err(Stop::wrong_use(Note::NoCatalogue { folder: self.forms.display().to_string() }));
        }
        Ok(read_sources(&self.forms))
    }

    /// The form of an id, or of a form file or folder outside the catalogue.
    pub(super) fn open(&self, id: &str) -> Result<Opened, Stop> {
        let mut sources = self.sources()?;
        let (name, shown) = self.find(&mut sources, id)?;
        let (pack, diagnostics) = catalog::pack(&sources, &name);
        let diagnostics = shown_as(diagnostics, &|file| {
            if file == name { shown.clone() } else { self.shown_name(file) }
        });
        let is_good = !diagnostics.iter().any(|found| found.severity == Severity::Error);
        let opened = pack.and_then(|pack| Some((catalog::open(&pack).0?, pack)));
        match opened {
            Some((form, pack)) if is_good => Ok(Opened { form, pack, diagnostics }),
            Some(_) | None => {
                Err(Stop { exit: Exit::Refused, note: Note::BrokenForm { form: id.to_owned() }, diagnostics })
            }
        }
    }

    /// The forms of the catalogue in its order. What is wrong with one is said on standard error; it is left out.
    pub(super) fn all_forms(&self) -> Result<Vec<Opened>, Stop> {
        let sources = self.sources()?;
        let mut forms = Vec::new();
        for name in catalog::in_order(&sources) {
            let (pack, diagnostics) = catalog::pack(&sources, &name);
            match pack.and_then(|pack| Some((catalog::open(&pack).0?, pack))) {
                Some((form, pack)) => forms.push(Opened { form, pack, diagnostics }),
                None => {
                    report::diagnostics(&shown_as(diagnostics, &|file| self.shown_name(file)), self.locale);
                }
            }
        }
        Ok(forms)
    }

    /// The settings and the bytes they were read from.
    pub(super) fn settings(&self) -> Result<(Settings, Vec<u8>), Stop> {
        let path = self.settings.clone().unwrap_or_else(|| self.forms.join("settings.json"));
        if self.settings.is_none() && !path.exists() {
            return Ok((Settings::default(), b"{}".to_vec()));
        }
        let bytes = self.read(&path)?;
        let (settings, mut diagnostics) = catalog::settings(&bytes);
        for diagnostic in &mut diagnostics {
            diagnostic.place.file = path.display().to_string();
        }
        let is_good = !diagnostics.iter().any(|found| found.severity == Severity::Error);
        match settings {
            Some(settings) if is_good => Ok((settings, bytes)),
            Some(_) | None => Err(Stop {
                exit: Exit::Refused,
                note: Note::BrokenForm { form: path.display().to_string() },
                diagnostics,
            }),
        }
    }

    /// The tables of the catalogue.
    pub(super) fn tables(&self) -> Tables {
        let read = |name: &str| fs::read(self.forms.join(name)).ok();
        Tables {
            regions: read(catalog::REGIONS).and_then(|bytes| catalog::regions(&bytes)),
            streets: read(catalog::STREETS).and_then(|bytes| catalog::streets(&bytes)),
        }
    }

    /// The bytes of a file; `-` is standard input.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<u8>, Stop> {
        let result = if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(path)
        };
        result.map_err(|error| {
            Stop::wrong_use(Note::CanNotRead { file: path.display().to_string(), reason: error.to_string() })
        })
    }

    /// Writes a file, and its folder where there is none.
    pub(super) fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Stop> {
        let made = path.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::write(path, bytes)).map_err(|error| {
            Stop::wrong_use(Note::CanNotWrite { file: path.display().to_string(), reason: error.to_string() })
        })
    }

    /// A file of the catalogue as the author knows it.
    pub(super) fn shown_name(&self, name: &str) -> String {
        self.forms.join(name).display().to_string()
    }

    /// Name of a form's file in `sources`, and the name to show. A file outside the catalogue is taken in.
    pub(super) fn find(&self, sources: &mut Sources, id: &str) -> Result<(String, String), Stop> {
        let profile = (id == "profile").then(|| catalog::PROFILE.to_owned());
        let profile = profile.filter(|name| sources.0.contains_key(name));
        if let Some(name) = catalog::name_of(sources, id).or(profile) {
            let shown = self.shown_name(&name);
            return Ok((name, shown));
        }
        let path = Path::new(id);
        let path = if path.is_dir() { path.join("form.json") } else { path.to_owned() };
        if !path.exists() {
            return Err(Stop::wrong_use(Note::NoForm { id: id.to_owned() }));
        }
        let name = take_in(sources, &path, self.read(&path)?);
        Ok((name, path.display().to_string()))
    }
}

/// Puts a form file from outside into the catalogue, where its references lead to the catalogue's elements.
pub(super) fn take_in(sources: &mut Sources, path: &Path, bytes: Vec<u8>) -> String {
    let folder = path.display().to_string().replace(['/', '\\'], "_");
    let name = format!("outside/{folder}/form.json");
    // Its examples and cases come along, so that they are run too.
    let cases = path.with_file_name("cases.json");
    if let Ok(bytes) = fs::read(&cases) {
        sources.0.insert(format!("outside/{folder}/cases.json"), bytes);
    }
    if let Some(answers) = path.parent().map(|parent| parent.join("answers")).filter(|dir| dir.is_dir()) {
        for (file, bytes) in read_sources(&answers).0 {
            sources.0.insert(format!("outside/{folder}/answers/{file}"), bytes);
        }
    }
    sources.0.insert(name.clone(), bytes);
    name
}

/// Every file below a folder, named relative to it with `/` between.
pub(super) fn read_sources(root: &Path) -> Sources {
    let mut sources = Sources::default();
    collect(root, "", &mut sources);
    sources
}

fn collect(folder: &Path, prefix: &str, sources: &mut Sources) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{name}/"), sources);
        } else if let Ok(bytes) = fs::read(&path) {
            sources.0.insert(name, bytes);
        }
    }
}

/// The same diagnostics with their files renamed.
pub(super) fn shown_as(mut diagnostics: Vec<Diagnostic>, name: &dyn Fn(&str) -> String) -> Vec<Diagnostic> {
    for diagnostic in &mut diagnostics {
        diagnostic.place.file = name(&diagnostic.place.file);
    }
    diagnostics
}

/// The day in China (UTC+8, no summer time).
#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock comes in; `--today` replaces it"
)]
fn today_in_china() -> Option<Date> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let days = (since.as_secs() + 8 * 3600) / 86_400;
    civil(u32::try_from(days).ok()?)
}

/// The day so many days after 1 January 1970: whole years first, then whole months.
fn civil(mut days: u32) -> Option<Date> {
    let mut first = Date::new(1970, 1, 1)?;
    for step in [12, 1] {
        loop {
            let next = first.add_months(step)?;
            let length = first.days_until(next).unsigned_abs();
            if days < length {
                break;
            }
            days -= length;
            first = next;
        }
    }
    Date::new(first.year(), first.month(), u8::try_from(days + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_since_1970() {
        for (days, date) in
            [(0, "1970-01-01"), (58, "1970-02-28"), (11_016, "2000-02-29"), (20_780, "2026-11-23")]
        {
            assert_eq!(civil(days), Date::parse_iso(date), "{date}");
        }
    }
}
