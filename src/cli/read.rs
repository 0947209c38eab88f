//! `read`: the answers out of a carried file, as `check` and `fill` take them.
//!
//! **Invariant:** a passphrase comes from a file or from standard input, never from an argument, which the list of processes shows.

use std::path::Path;

use super::{
    args, report,
    world::{Exit, Stop, World},
};
use crate::{
    carry::{self, CarryFault},
    model::MediaType,
    record::{self, Carried},
    text::Note,
};

/// Runs `read`: the draft as JSON on standard output; the files beside it go into the folder of `--attachments`.
pub(super) fn run(world: &World, args: &args::Read) -> Result<Exit, Stop> {
    let [file] = args.files.as_slice() else { return Err(Stop::wrong_use(Note::OneAtATime)) };
    let bytes = world.read(file)?;
    let opened = match passphrase(world, args, file, &bytes)? {
        Some(passphrase) => carry::open(&bytes, &passphrase),
        // What the public tool has opened already.
        None => record::read_carried(&bytes).map_err(CarryFault::from),
    };
    let shown = || file.display().to_string();
    let Carried { draft, files, .. } =
        opened.map_err(|fault| Stop::refused(Note::NotOpened { file: shown(), fault }))?;
    match &world.attachments {
        Some(folder) => {
            for file in &files {
                let ending = MediaType::of_bytes(&file.bytes).map_or("bin", MediaType::ending);
                world.write(&folder.join([&file.sha256, ".", ending].concat()), &file.bytes)?;
            }
        }
        None if files.is_empty() => {}
        None => report::note(&Note::FilesLeft { n: files.len() }, world.locale),
    }
    report::raw(&String::from_utf8_lossy(&record::write_draft(&draft)));
    Ok(Exit::Good)
}

/// The passphrase, where the file needs one: the first line of the file that is named, or of standard input.
fn passphrase(world: &World, args: &args::Read, file: &Path, bytes: &[u8]) -> Result<Option<String>, Stop> {
    if bytes.trim_ascii_start().starts_with(b"{") {
        return Ok(None);
    }
    let from = args.passphrase_file.as_deref().unwrap_or(Path::new("-"));
    // Standard input can not be both.
    if from.as_os_str() == "-" && file.as_os_str() == "-" {
        return Err(Stop::wrong_use(Note::NoPassphrase));
    }
    let text = String::from_utf8_lossy(&world.read(from)?).into_owned();
    Ok(Some(text.lines().next().unwrap_or_default().to_owned()))
}
