//! The files that answers name, out of the folder of `--attachments`. A file is found by what is in it: its name says
//! nothing, so it may be any.

use std::{collections::BTreeMap, fs, path::PathBuf, rc::Rc};

use super::world::{Stop, World};
use crate::{
    model::{Answers, Attached, Form, Kind, MediaType, Rows},
    packet,
    produce::{self, Files},
    text::Note,
    validate::kinds::attachment,
};

/// The files, or why one of them is not as the answers say.
pub(super) fn files(world: &World, form: &Form, answers: &Answers) -> Result<Files, Stop> {
    let wanted = wanted(world, form, answers);
    if wanted.is_empty() {
        return Ok(Files::new());
    }
    let Some(folder) = &world.attachments else {
        let labels: Vec<&str> = wanted.iter().map(|(label, _)| label.as_str()).collect();
        return Err(Stop::wrong_use(Note::NeedsAttachments { labels: labels.join(", ") }));
    };
    let entries = fs::read_dir(folder).map_err(|error| {
        Stop::wrong_use(Note::CanNotRead { file: folder.display().to_string(), reason: error.to_string() })
    })?;
    let is_size = |n_bytes: u64| wanted.iter().any(|(_, file)| usize::try_from(n_bytes) == Ok(file.n_bytes));
    // What has another size has other bytes, and is not read.
    let found: Vec<PathBuf> = entries
        .flatten()
        .filter(|entry| entry.metadata().is_ok_and(|data| data.is_file() && is_size(data.len())))
        .map(|entry| entry.path())
        .collect();
    let mut by_digest = BTreeMap::new();
    for path in found {
        let bytes = world.read(&path)?;
        by_digest.insert(produce::digest(&bytes), Rc::new(bytes));
    }
    let mut files = Files::new();
    for (label, Attached { sha256, media_type, .. }) in wanted {
        let Some(bytes) = by_digest.get(&sha256) else {
            let (folder, digest) = (folder.display().to_string(), sha256.chars().take(12).collect());
            return Err(Stop::refused(Note::NoAttachment { label, digest, folder }));
        };
        if MediaType::of_bytes(bytes) != Some(media_type) {
            let wanted = media_type.as_str().to_owned();
            return Err(Stop::refused(Note::OtherType { label, wanted }));
        }
        files.insert(sha256, bytes.clone());
    }
    Ok(files)
}

/// What the answers name, and what its question is called. What is spelled wrong is refused with the other answers.
fn wanted(world: &World, form: &Form, answers: &Answers) -> Vec<(String, Attached)> {
    let rows = Rows::of(form, answers);
    let places =
        rows.places(form).into_iter().filter(|place| matches!(place.field.kind, Kind::Attachment(_)));
    let wanted = places.filter_map(|place| {
        let attached = attachment::parse(answers.raw(&place.path))?;
        Some((packet::label(form, &rows, &place.path, world.locale), attached))
    });
    wanted.collect()
}
