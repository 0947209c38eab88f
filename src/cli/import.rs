//! `guides import`: a portal's export into files of guides.
//!
//! **Invariant:** nothing is written unless it is asked for, and nothing of a row that is refused.

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};

use super::{
    report,
    world::{self, Exit, Stop, World},
};
use crate::{
    catalog::{self, Sources},
    intake::{self, Book, Fault, Grade, Import, Known, Taken},
    model::Locale,
    text::{
        Note,
        intake::{self as say, Tally},
    },
};

/// Guides in a file: of at most 20 kB each, so that a file keeps to the 2 MB of the catalogue's files.
const IN_A_FILE: u64 = 100;
/// Faults that are shown to people.
const MOST_SHOWN: usize = 200;

/// Runs `guides import`.
pub(super) fn run(world: &World, file: &Path, out: Option<&Path>, is_write: bool) -> Result<Exit, Stop> {
    let shown = file.display().to_string();
    let refused = |error: &intake::IntakeError| {
        let reason = say::refused(error, world.locale);
        Stop::refused(Note::CanNotRead { file: shown.clone(), reason })
    };
    // A file that is too large is not even read.
    let size =
        fs::metadata(file).map(|data| usize::try_from(data.len()).unwrap_or(usize::MAX)).unwrap_or_default();
    if size > intake::MOST_BYTES {
        return Err(refused(&intake::IntakeError::TooLarge { found: size }));
    }
    let bytes = world.read(file)?;
    let book = intake::book(&shown, &bytes).map_err(|error| refused(&error))?;
    drop(bytes);
    let default = world.forms.join(catalog::GUIDES_FOLDER.trim_end_matches('/'));
    let folder = out.unwrap_or(&default);
    let import = intake::guides(&book, known(world, file, folder)?);
    let tally = tally(&import);
    tell(world, &book, &import, &tally);
    let mut written = Vec::new();
    if (out.is_some() || is_write) && tally.new + tally.changed > 0 {
        written = write(world, folder, &import.guides)?;
    }
    let is_good = tally.refused == 0;
    if world.is_json {
        report::json(&as_json(&book, &import, &tally, &written, world.locale));
    } else if out.is_none() && !is_write {
        report::line(say::only_looked(world.locale));
    } else {
        // Hundreds of files, of one folder.
        if !written.is_empty() {
            report::note(&Note::Wrote { file: folder.display().to_string() }, world.locale);
        }
    }
    Ok(if is_good { Exit::Good } else { Exit::Refused })
}

/// What the catalogue has already.
fn known(world: &World, file: &Path, folder: &Path) -> Result<Known, Stop> {
    let sources = world.sources()?;
    let mut known = Known { today: Some(world.today), ..Known::default() };
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    known.source = match world.locale {
        Locale::Zh | Locale::En => format!("导入自 {name}"),
    };
    known.forms = catalog::form_titles(&sources);
    known.departments = catalog::departments(&sources);
    for (name, bytes) in world::read_sources(folder).0 {
        let broken = || Stop::refused(Note::BrokenForm { form: folder.join(&name).display().to_string() });
        if name.ends_with(".json") && !name.contains('/') {
            // What is there and can not be read is never written over.
            known.guides.extend(catalog::guides_of(&bytes).ok_or_else(broken)?);
        }
    }
    Ok(known)
}

fn tally(import: &Import) -> Tally {
    let mut tally = Tally { rows: import.rows.len(), kept: import.n_kept, ..Tally::default() };
    for (_, taken) in &import.rows {
        *match taken {
            Taken::New(_) => &mut tally.new,
            Taken::Changed(_) => &mut tally.changed,
            Taken::Same(_) => &mut tally.same,
            Taken::HasForm(_) => &mut tally.has_form,
            Taken::Refused => &mut tally.refused,
        } += 1;
    }
    tally
}

/// Says what was found, on standard error.
fn tell(world: &World, book: &Book, import: &Import, tally: &Tally) {
    let locale = world.locale;
    for line in say::columns(&import.missing, &import.unknown, locale) {
        report::line(&line);
    }
    for Fault { sheet, row, column, kind } in import.faults.iter().take(MOST_SHOWN) {
        report::line(&format!("{}: {}", say::row(sheet, *row, column, locale), say::fault(kind, locale)));
    }
    if import.faults.len() > MOST_SHOWN {
        report::line(&say::more(import.faults.len() - MOST_SHOWN, locale));
    }
    for (row, taken) in &import.rows {
        if let Taken::HasForm(form) = taken {
            report::line(&format!("{}: {}", say::row("", *row, "", locale), say::has_form(form, locale)));
        }
    }
    report::line(&say::tally(tally, book.encoding, locale));
}

fn as_json(book: &Book, import: &Import, tally: &Tally, written: &[String], locale: Locale) -> Value {
    let faults = import.faults.iter().map(|fault| {
        let severity = match fault.kind.grade() {
            Grade::Error => "error",
            Grade::Warning => "warning",
        };
        json!({
            "severity": severity, "code": fault.kind.code(), "sheet": fault.sheet, "row": fault.row, "column": fault.column,
            "message": say::fault(&fault.kind, locale),
        })
    });
    let rows = import.rows.iter().map(|(row, taken)| {
        let (how, id) = match taken {
            Taken::New(id) => ("new", Some(id)),
            Taken::Changed(id) => ("changed", Some(id)),
            Taken::Same(id) => ("same", Some(id)),
            Taken::HasForm(id) => ("has_form", Some(id)),
            Taken::Refused => ("refused", None),
        };
        json!({"row": row, "result": how, "id": id})
    });
    let missing: Vec<&str> = import.missing.iter().map(|element| element.name()).collect();
    json!({
        "ok": tally.refused == 0, "encoding": book.encoding, "files": written,
        "counts": {
            "rows": tally.rows, "new": tally.new, "changed": tally.changed, "same": tally.same, "hasForm": tally.has_form,
            "refused": tally.refused, "kept": tally.kept,
        },
        "missingColumns": missing, "unknownColumns": import.unknown,
        "rows": rows.collect::<Vec<_>>(), "faults": faults.collect::<Vec<_>>(),
    })
}

/// Writes the files that changed, a guide a line; and takes away those that hold no guide any more.
fn write(world: &World, folder: &Path, guides: &[Value]) -> Result<Vec<String>, Stop> {
    let mut files: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for guide in guides {
        let id = guide.get("id").and_then(Value::as_str).unwrap_or_default();
        let n: u64 = id.trim_start_matches('G').parse().unwrap_or_default();
        let first = n.saturating_sub(1) / IN_A_FILE * IN_A_FILE + 1;
        files.entry(format!("G{first:05}.json")).or_default().push(guide);
    }
    let Sources(before) = world::read_sources(folder);
    let mut written = Vec::new();
    for (name, guides) in &files {
        let lines: Vec<String> = guides.iter().map(|guide| guide.to_string()).collect();
        let text = format!("{{\"format\": \"yuntian-guides/1\", \"guides\": [\n{}\n]}}\n", lines.join(",\n"));
        if before.get(name).map(Vec::as_slice) != Some(text.as_bytes()) {
            world.write(&folder.join(name), text.as_bytes())?;
            written.push(folder.join(name).display().to_string());
        }
    }
    // Guides of files that people named otherwise have moved into ours.
    for name in before
        .keys()
        .filter(|name| name.ends_with(".json") && !name.contains('/') && !files.contains_key(*name))
    {
        let gone = fs::remove_file(folder.join(name));
        gone.map_err(|error| {
            Stop::wrong_use(Note::CanNotWrite {
                file: folder.join(name).display().to_string(),
                reason: error.to_string(),
            })
        })?;
    }
    Ok(written)
}
