//! Dropped and chosen files: what they are called and what stands in them.
//!
//! **Invariant:** no more is read than the limits say, and what was left out is told. A file past the limit of a form file is read
//! as far as shows that it is.

use std::rc::Rc;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

use crate::ui::hooks::json;

/// The most JSON files that are read at once.
pub(super) const MAX_FILES: usize = 2_000;
/// The most megabytes that are read at once.
pub(super) const MAX_MB: usize = 64;
/// A form file may have 2 MiB; one byte more shows that it has more.
const MAX_BYTES: u32 = 2 * 1024 * 1024 + 1;
/// The most names that are looked at, whatever they are.
const MAX_NAMES: usize = 50_000;

/// What the author brought, kept so that it can be read again.
#[derive(Clone)]
pub(super) enum Brought {
    /// By drag and drop: the browser reads these anew each time.
    Dropped(Vec<FileSystemEntry>),
    /// By the chooser, or dropped where the browser gives files alone: name and file as they were then.
    Chosen(Vec<(String, File)>),
}

/// What was read.
pub(super) struct Bundle {
    /// Name and bytes.
    pub files: Vec<(String, Rc<Vec<u8>>)>,
    /// Why some were left out.
    pub left_out: Option<LeftOut>,
}

/// Why some files were left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// Too many.
    Files,
    /// Too much.
    Bytes,
}

impl Brought {
    /// What lies in a drag; to be taken before its event is over.
    pub(super) fn dropped(transfer: &DataTransfer) -> Self {
        let items = transfer.items();
        let items: Vec<_> = (0..items.length()).filter_map(|idx| items.get(idx)).collect();
        let entries = items.iter().filter_map(|item| item.webkit_get_as_entry().ok().flatten());
        let entries: Vec<FileSystemEntry> = entries.collect();
        if entries.is_empty() {
            return Self::Chosen(transfer.files().map(|files| named(&files)).unwrap_or_default());
        }
        Self::Dropped(entries)
    }

    /// What was chosen.
    pub(super) fn chosen(files: &FileList) -> Self {
        Self::Chosen(named(files))
    }

    /// Whether reading again shows what was changed since.
    pub(super) fn is_live(&self) -> bool {
        match self {
            Self::Dropped(_) => true,
            Self::Chosen(_) => false,
        }
    }

    /// Reads every JSON file.
    pub(super) async fn read(&self) -> Result<Bundle, JsValue> {
        let mut files = match self {
            Self::Dropped(entries) => walk(entries).await?,
            Self::Chosen(files) => files.iter().filter(|(name, _)| is_json(name)).cloned().collect(),
        };
        files.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut bundle = Bundle { files: Vec::new(), left_out: None };
        let mut room = MAX_MB * 1024 * 1024;
        for (name, file) in files {
            if bundle.files.len() == MAX_FILES {
                bundle.left_out = Some(LeftOut::Files);
                break;
            }
            let bytes = bytes(&file).await?;
            let Some(left) = room.checked_sub(bytes.len()) else {
                bundle.left_out = Some(LeftOut::Bytes);
                break;
            };
            room = left;
            bundle.files.push((name, Rc::new(bytes)));
        }
        Ok(bundle)
    }
}

fn is_json(name: &str) -> bool {
    name.ends_with(".json")
}

fn named(files: &FileList) -> Vec<(String, File)> {
    let name = |file: &File| {
        json::text(file, "webkitRelativePath").filter(|name| !name.is_empty()).unwrap_or_else(|| file.name())
    };
    (0..files.length()).filter_map(|idx| files.get(idx)).map(|file| (name(&file), file)).collect()
}

/// The JSON files of folders, and of folders within.
async fn walk(entries: &[FileSystemEntry]) -> Result<Vec<(String, File)>, JsValue> {
    let mut waiting = entries.to_vec();
    let mut files = Vec::new();
    let mut n_names = 0;
    while let Some(entry) = waiting.pop() {
        n_names += 1;
        if n_names > MAX_NAMES || files.len() > MAX_FILES {
            break;
        }
        let name = entry.full_path();
        if entry.is_directory() {
            let reader = entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader();
            loop {
                let some = some_entries(&reader).await?;
                if some.is_empty() || waiting.len() > MAX_NAMES {
                    break;
                }
                waiting.extend(some);
            }
        } else if is_json(&name) {
            let entry: FileSystemFileEntry = entry.unchecked_into();
            let file = called_back(|good, bad| {
                entry.file_with_callback_and_callback(good, bad);
                Ok(())
            });
            files.push((name.trim_start_matches('/').to_owned(), file.await?.unchecked_into()));
        }
    }
    Ok(files)
}

/// The next entries of a folder; the browser gives them a hundred at a time.
async fn some_entries(reader: &FileSystemDirectoryReader) -> Result<Vec<FileSystemEntry>, JsValue> {
    let found = called_back(|good, bad| reader.read_entries_with_callback_and_callback(good, bad)).await?;
    Ok(found.unchecked_into::<Array>().iter().map(JsCast::unchecked_into).collect())
}

/// What a browser's old kind of function gives to its first callback.
async fn called_back(ask: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |good, bad| {
        if let Err(error) = ask(&good, &bad) {
            // Telling this is all that is left to do.
            let _ = bad.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await
}

async fn bytes(file: &File) -> Result<Vec<u8>, JsValue> {
    let blob: &Blob = file;
    let part = blob.slice_with_i32_and_i32(0, MAX_BYTES.cast_signed())?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
