//! `fill`: makes a form's papers.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value as Json, json};

use super::{
    args, attached, check, report,
    world::{Exit, Opened, Stop, World},
};
use crate::{
    catalog, fonts,
    model::{self, Form, Rows},
    packet,
    produce::{self, Files, Format, Input, Loaded, Needs, PaperKind, ProduceError, Want},
    record,
    text::{self, Note},
    validate::{Issue, IssueKind, Severity},
};

/// Runs `fill`.
pub(super) fn run(world: &World, args: &args::Fill) -> Result<Exit, Stop> {
    let format = format_of(&args.out)?;
    let Opened { form, pack, diagnostics } = world.open(&args.id)?;
    let mut input = Input {
        pack,
        entered: entered(world, args)?,
        want: Want { paper: paper_of(args), format },
        today: world.today,
        locale: world.locale,
        settings: world.settings()?.1,
        shard_table: shard_table(world, format)?,
        attachments: Files::new(),
        helper: args.helper.clone(),
    };
    // What can not be read is refused further on.
    let entered = input.entered.as_deref().and_then(|bytes| record::read(bytes, &form).ok());
    if let Some(entered) = &entered {
        check::tell_left(world, entered);
        // The exported file holds what stands for a file, not the file.
        if format != Format::Json {
            input.attachments = attached::files(world, &form, entered.answers())?;
        }
    }
    let rows = entered.map(|entered| Rows::of(&form, entered.answers())).unwrap_or_default();
    let result = load(world, &input).and_then(|(loaded, missing)| {
        tell_missing(world, &form, &rows, &missing);
        produce::run(&input, &loaded, &text::say).map_err(Fault::Produce)
    });
    let produced = match result {
        Ok(produced) => produced,
        Err(Fault::Produce(ProduceError::Refused(issues))) => {
            refuse(world, &form, &rows, &issues);
            return Ok(Exit::Refused);
        }
        Err(fault) => return Err(stop(world, args, fault)),
    };
    let [file] = produced.files.as_slice() else { return Err(not_yet(args)) };
    tell_lost(world, &form, &rows, &produced.not_attached);
    world.write(&args.out, file)?;
    let shown = args.out.display().to_string();
    if world.is_json {
        report::outcome(true, std::slice::from_ref(&shown), &diagnostics, world.locale);
    }
    report::note(&Note::Wrote { file: shown }, world.locale);
    Ok(Exit::Good)
}

/// What can stop the line between reading and writing.
enum Fault {
    Produce(ProduceError),
    /// A shard of the plan is not in the font folder.
    NoShard,
}

/// Loads what the line asks for, until it asks for nothing more.
fn load(world: &World, input: &Input) -> Result<(Loaded, Needs), Fault> {
    let mut loaded = Loaded::default();
    loop {
        let needs = produce::plan(input, &loaded, &text::say).map_err(Fault::Produce)?;
        if needs.is_met() {
            return Ok((loaded, needs));
        }
        for name in needs.tables {
            let file = if name == produce::STREETS { catalog::STREETS } else { catalog::REGIONS };
            // A catalogue without the table leaves that check out, as the page does before it came.
            loaded.tables.insert(name, fs::read(world.forms.join(file)).unwrap_or_default());
        }
        for name in needs.shards {
            let bytes = fs::read(world.fonts.join(&name)).map_err(|_| Fault::NoShard)?;
            loaded.shards.insert(name, bytes);
        }
    }
}

/// The format that a file's ending names; one that is not made yet, or none, is wrong use.
fn format_of(out: &Path) -> Result<Format, Stop> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "pdf" => Ok(Format::Pdf),
        "json" => Ok(Format::Json),
        _ => Err(Stop::wrong_use(Note::NotYet { what: format!("--out *.{ending}") })),
    }
}

fn paper_of(args: &args::Fill) -> PaperKind {
    match (args.blank, args.draft, args.sample) {
        (true, _, _) => PaperKind::Blank,
        (_, true, _) => PaperKind::Draft,
        (_, _, true) => PaperKind::Sample,
        (false, false, false) => PaperKind::Packet,
    }
}

/// The bytes of the answers; a sample without any takes the form's own example.
fn entered(world: &World, args: &args::Fill) -> Result<Option<Vec<u8>>, Stop> {
    match (&args.answers, args.sample) {
        (Some(file), _) => world.read(file).map(Some),
        (None, true) => example(world, &args.id).map(Some),
        (None, false) => Ok(None),
    }
}

/// The form's `full` example.
fn example(world: &World, id: &str) -> Result<Vec<u8>, Stop> {
    let name = catalog::name_of(&world.sources()?, id);
    let form = name.map_or_else(|| Path::new(id).to_owned(), |name| world.forms.join(name));
    let folder = if form.is_dir() { form.as_path() } else { form.parent().unwrap_or(Path::new("")) };
    world.read(&folder.join("answers/full.json"))
}

/// The table of shards, where the format needs one.
fn shard_table(world: &World, format: Format) -> Result<Vec<u8>, Stop> {
    if format == Format::Json { Ok(Vec::new()) } else { font_table(world) }
}

/// The table that lies beside the shards; its name holds a hash, so it is known by how it begins.
pub(super) fn font_table(world: &World) -> Result<Vec<u8>, Stop> {
    let entries = fs::read_dir(&world.fonts).map_err(|_| no_fonts(world))?;
    let is_shard = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ttf");
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|entry| entry.path()).filter(|path| !is_shard(path)).collect();
    files.sort();
    let tables = files.iter().filter_map(|path| fs::read(path).ok());
    tables.into_iter().find(|bytes| bytes.starts_with(fonts::TABLE_MAGIC)).ok_or_else(|| no_fonts(world))
}

pub(super) fn no_fonts(world: &World) -> Stop {
    let what = world.fonts.display().to_string();
    Stop::wrong_use(Note::MakeFirst { what, command: "yuntian pack --out target/packs".to_owned() })
}

fn not_yet(args: &args::Fill) -> Stop {
    Stop::wrong_use(Note::NotYet { what: args.out.display().to_string() })
}

/// Warns of characters that are left open, before the paper is made.
fn tell_missing(world: &World, form: &Form, rows: &Rows, needs: &Needs) {
    for (path, found) in &needs.missing {
        let issue = Issue {
            field: path.clone(),
            kind: IssueKind::NoGlyph { found: *found },
            severity: Severity::Warning,
        };
        // Words of the form itself have no answer to name: the form is named.
        let label = match path.as_str() {
            "" => form.title.get(world.locale).to_owned(),
            _ => packet::label(form, rows, path, world.locale),
        };
        report::line(&text::say(&issue, &label, world.locale));
    }
}

/// Warns of files that the paper could not show.
fn tell_lost(world: &World, form: &Form, rows: &Rows, lost: &[model::Path]) {
    for path in lost {
        let issue = Issue { field: path.clone(), kind: IssueKind::NotAttached, severity: Severity::Warning };
        report::line(&text::say(&issue, &packet::label(form, rows, path, world.locale), world.locale));
    }
}

/// Says what is wrong with the answers.
fn refuse(world: &World, form: &Form, rows: &Rows, issues: &[Issue]) {
    let label = |issue: &Issue| packet::label(form, rows, &issue.field, world.locale);
    let sentence = |issue: &Issue| text::say(issue, &label(issue), world.locale);
    for issue in issues {
        report::line(&sentence(issue));
    }
    if world.is_json {
        let row = |issue: &Issue| {
            json!({
                "severity": issue.severity.as_str(), "code": issue.kind.code(), "file": null,
                "pointer": format!("/{}", rows.border(&issue.field).replace(['.', '['], "/").replace(']', "")), "line": null,
                "message": sentence(issue), "hint": null,
            })
        };
        let rows: Vec<Json> = issues.iter().map(row).collect();
        report::json(&json!({"ok": false, "files": [], "diagnostics": rows}));
    }
}

fn stop(world: &World, args: &args::Fill, fault: Fault) -> Stop {
    let file = args.answers.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
    match fault {
        Fault::NoShard | Fault::Produce(ProduceError::Font(_) | ProduceError::NotLoaded(_)) => {
            no_fonts(world)
        }
        Fault::Produce(ProduceError::Record(error)) => match &args.answers {
            Some(file) => check::bad_answers(file, &error),
            None => Stop::refused(Note::BadAnswers { file, reason: error.to_string() }),
        },
        Fault::Produce(ProduceError::Form(diagnostics)) => {
            Stop { diagnostics, ..Stop::refused(Note::BrokenForm { form: args.id.clone() }) }
        }
        Fault::Produce(ProduceError::NotYet(_)) => not_yet(args),
        Fault::Produce(
            error @ (ProduceError::NoAnswers | ProduceError::Refused(_) | ProduceError::Render(_)),
        ) => Stop::refused(Note::CanNotWrite {
            file: args.out.display().to_string(),
            reason: error.to_string(),
        }),
    }
}
