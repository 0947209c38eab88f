//! The two steps: what is needed, and the files.

use std::collections::BTreeSet;

use crate::{
    fonts::{self, Face, ShardTable},
    layout,
    model::Path,
    packet::{Files, Paper, Say, words},
    render::{self, Attachment, Meta},
};

use super::{Format, Input, Loaded, Needs, PaperKind, ProduceError, Produced, attached, glyphs, line::Line};

/// A paper and the font it needs.
struct Drawable {
    paper: Paper,
    /// Characters that the font has.
    wanted: BTreeSet<char>,
    /// Names of the shards that hold them.
    shards: Vec<String>,
    missing: Vec<(Path, char)>,
}

pub(super) fn plan(input: &Input, loaded: &Loaded, say: &Say<'_>) -> Result<Needs, ProduceError> {
    refuse_later(input)?;
    let line = Line::open(input, loaded)?;
    let absent = |name: &String| !loaded.tables.contains_key(name);
    let tables = line.tables().into_iter().filter(absent).collect();
    if input.want.format == Format::Json {
        return Ok(Needs { tables, ..Needs::default() });
    }
    let drawable = drawable(&line, &attached::usable(&line, input), input, say)?;
    let absent = |name: &String| !loaded.shards.contains_key(name);
    let shards = drawable.shards.into_iter().filter(absent).collect();
    Ok(Needs { shards, tables, missing: drawable.missing })
}

pub(super) fn run(input: &Input, loaded: &Loaded, say: &Say<'_>) -> Result<Produced, ProduceError> {
    refuse_later(input)?;
    let line = Line::open(input, loaded)?;
    if let Some(name) = line.tables().into_iter().find(|name| !loaded.tables.contains_key(name)) {
        return Err(ProduceError::NotLoaded(vec![name]));
    }
    let export = line.export();
    if input.want.format == Format::Json {
        let paper = line.paper(input, &input.attachments, &[], say);
        let file = export.ok_or(ProduceError::NotYet("json"))?;
        return Ok(produced(vec![file], "application/json", &paper));
    }

    let files = &attached::usable(&line, input);
    let Drawable { paper, wanted, shards, missing } = drawable(&line, files, input, say)?;
    let face = Face::new(join(&shards, &wanted, loaded)?)?;
    let sheets = layout::measure(&paper, &face);
    let not_attached = attached::missing(&line, files, input);
    match input.want.format {
        Format::Svg => {
            let pages = render::svg(&sheets, &face).into_iter().map(String::into_bytes).collect();
            Ok(Produced { missing, not_attached, ..produced(pages, "image/svg+xml", &paper) })
        }
        Format::Pdf => {
            let mut attachments: Vec<Attachment> = export.into_iter().map(attachment).collect();
            attachments.extend(attached::embedded(&line, files, input));
            let file = render::pdf(&sheets, &face, &attachments, &meta(input, &line, &paper))?;
            Ok(Produced { missing, not_attached, ..produced(vec![file], "application/pdf", &paper) })
        }
        Format::Docx | Format::Zip | Format::Json => Err(ProduceError::NotYet(input.want.format.as_str())),
    }
}

/// What a later version makes is refused before anything is read.
fn refuse_later(input: &Input) -> Result<(), ProduceError> {
    match (input.want.format, input.want.paper) {
        (Format::Docx | Format::Zip, _) => Err(ProduceError::NotYet(input.want.format.as_str())),
        (Format::Json, PaperKind::Blank | PaperKind::Draft | PaperKind::Sample) => {
            Err(ProduceError::NotYet("json"))
        }
        (Format::Json, PaperKind::Packet) | (Format::Pdf | Format::Svg, _) => Ok(()),
    }
}

/// Composes twice: once to find characters without a glyph, once with the notes on them.
fn drawable(line: &Line, files: &Files, input: &Input, say: &Say<'_>) -> Result<Drawable, ProduceError> {
    let table = ShardTable::open(&input.shard_table)?;
    let mut notes = attached::issues(&attached::missing(line, files, input));
    let first = line.paper(input, files, &notes, say);
    let without = table.plan(&layout::characters(&first)).missing;
    let missing = glyphs::missing(&first, &without);
    notes.extend(glyphs::issues(&missing));
    let paper = if missing.is_empty() { first } else { line.paper(input, files, &notes, say) };

    let wanted = layout::characters(&paper);
    let plan = table.plan(&wanted);
    let wanted = wanted.difference(&plan.missing).copied().collect();
    Ok(Drawable { paper, wanted, shards: plan.shards, missing })
}

/// One font of exactly the wanted characters.
fn join(shards: &[String], wanted: &BTreeSet<char>, loaded: &Loaded) -> Result<Vec<u8>, ProduceError> {
    let absent: Vec<String> =
        shards.iter().filter(|name| !loaded.shards.contains_key(*name)).cloned().collect();
    if !absent.is_empty() {
        return Err(ProduceError::NotLoaded(absent));
    }
    let bytes: Vec<&[u8]> =
        shards.iter().filter_map(|name| loaded.shards.get(name)).map(Vec::as_slice).collect();
    Ok(fonts::join(&bytes, wanted)?)
}

/// The answers as they ride inside the PDF.
fn attachment(bytes: Vec<u8>) -> Attachment {
    Attachment {
        name: "answers.json".to_owned(),
        media_type: "application/json".to_owned(),
        description: words::ATTACHED.zh.to_owned(),
        bytes,
    }
}

/// The reference number names a packet; the form and what is printed name the other papers.
fn meta(input: &Input, line: &Line, paper: &Paper) -> Meta {
    let id =
        paper.reference.clone().unwrap_or_else(|| format!("{}-{}", line.name(), input.want.paper.as_str()));
    Meta { id, today: input.today }
}

fn produced(files: Vec<Vec<u8>>, media_type: &'static str, paper: &Paper) -> Produced {
    Produced {
        files,
        media_type,
        missing: Vec::new(),
        not_attached: Vec::new(),
        digest: paper.digest.clone(),
        reference: paper.reference.clone(),
    }
}
